const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  HOUR,
  SECOND
} from "./chunk-NNHBBYKH.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/short-lifetime.ts
function shortLifetime({ options }, leastMs = SECOND) {
  const lifetime = options.lifetime ?? HOUR;
  if (lifetime >= leastMs && lifetime <= HOUR) return Math.ceil(lifetime / SECOND);
  throw new SallyportError("USAGE", {
    message: `--lifetime is ${lifetime / SECOND} s, it may be ${leastMs / SECOND} s to an hour`,
    help: "give --lifetime 30m, or leave it out for an hour"
  });
}

export {
  shortLifetime
};
