const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/platform/cache-folder.ts
const { homedir } = process.getBuiltinModule("node:os");
const { isAbsolute, join } = process.getBuiltinModule("node:path");
function cacheFolder(env) {
  const own = env["SALLYPORT_CACHE"];
  if (own !== void 0 && isAbsolute(own)) return own;
  const xdg = env["XDG_CACHE_HOME"];
  return join(xdg !== void 0 && isAbsolute(xdg) ? xdg : join(homedir(), ".cache"), "sallyport");
}

export {
  cacheFolder
};
