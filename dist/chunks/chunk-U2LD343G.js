const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/gate/finding.ts
var SEVERITIES = ["critical", "high", "medium", "low", "none", "unknown"];
var CONFIDENCES = ["high", "medium", "low"];

export {
  SEVERITIES,
  CONFIDENCES
};
