const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// scanners/dependencies/advisories/sources.json
var sources_default = {
  api: "https://api.osv.dev",
  archives: "https://osv-vulnerabilities.storage.googleapis.com",
  page: "https://osv.dev/vulnerability/"
};

export {
  sources_default
};
