const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// scanners/dependencies/lockfile.ts
var NO_SIBLINGS = { read: async () => void 0 };
var ROOT = -1;
var DEFAULT_REGISTRY = { kind: "registry", url: null };

export {
  NO_SIBLINGS,
  ROOT,
  DEFAULT_REGISTRY
};
