import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)

// src/platform/cache-folder.ts
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
function cacheFolder(env) {
  const own = env["SALLYPORT_CACHE"];
  if (own !== void 0 && isAbsolute(own)) return own;
  const xdg = env["XDG_CACHE_HOME"];
  return join(xdg !== void 0 && isAbsolute(xdg) ? xdg : join(homedir(), ".cache"), "sallyport");
}

export {
  cacheFolder
};
