const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/verbs/device-name.ts
function deviceName(host, otherwise) {
  const label = host.split(".")[0].toLowerCase().replace(/[^a-z0-9-]/g, "-").replace(/^-+/, "");
  return label.slice(0, 63).replace(/-+$/, "") || otherwise;
}

export {
  deviceName
};
