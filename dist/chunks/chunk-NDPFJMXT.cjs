"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  normalName: () => normalName,
  packageKey: () => packageKey,
  sameEcosystem: () => sameEcosystem
});
module.exports = stdin_exports;
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
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
  return NORMAL_FORMS.get((0, import_chunk_IMTAAEPN.ecosystemBase)(ecosystem))?.(name) ?? name;
}
function packageKey(ecosystem, name) {
  return `${(0, import_chunk_IMTAAEPN.ecosystemBase)(ecosystem)}
${normalName(ecosystem, name)}`;
}
function sameEcosystem(a, b) {
  return a === b || (0, import_chunk_IMTAAEPN.ecosystemBase)(a) === (0, import_chunk_IMTAAEPN.ecosystemBase)(b) && (!a.includes(":") || !b.includes(":"));
}
function normalRepository(name) {
  return name.toLowerCase().replace(/^(github|gitlab):/, "$1.com/").replace(/^[a-z+]+:\/\//, "").replace(/^[^@/]+@/, "").replace(/^([^/:]+):(?!\d)/, "$1/").replace(/\.git$/, "").replace(/\/$/, "");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  normalName,
  packageKey,
  sameEcosystem
});
