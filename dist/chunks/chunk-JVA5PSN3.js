const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  ecosystemBase
} from "./chunk-KVLHJTJD.js";

// scanners/dependencies/advisories/names.ts
var NORMAL_FORMS = /* @__PURE__ */ new Map([
  // https://packaging.python.org/en/latest/specifications/name-normalization
  ["PyPI", (name) => name.toLowerCase().replace(/[-_.]+/g, "-")],
  ["NuGet", (name) => name.toLowerCase()],
  ["Packagist", (name) => name.toLowerCase()],
  ["GitHub Actions", (name) => name.toLowerCase()],
  ["Hex", (name) => name.toLowerCase()],
  ["SwiftURL", normalRepository],
  ["GIT", normalRepository]
]);
function normalName(ecosystem, name) {
  return NORMAL_FORMS.get(ecosystemBase(ecosystem))?.(name) ?? name;
}
function packageKey(ecosystem, name) {
  return `${ecosystemBase(ecosystem)}
${normalName(ecosystem, name)}`;
}
function sameEcosystem(a, b) {
  return a === b || ecosystemBase(a) === ecosystemBase(b) && (!a.includes(":") || !b.includes(":"));
}
function normalRepository(name) {
  return name.toLowerCase().replace(/^(github|gitlab):/, "$1.com/").replace(/^[a-z+]+:\/\//, "").replace(/^[^@/]+@/, "").replace(/^([^/:]+):(?!\d)/, "$1/").replace(/\.git$/, "").replace(/\/$/, "");
}

export {
  normalName,
  packageKey,
  sameEcosystem
};
