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
  parsePurl: () => parsePurl,
  purlOf: () => purlOf
});
module.exports = stdin_exports;
var import_chunk_NDPFJMXT = require("./chunk-NDPFJMXT.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_packageurl_js = (0, import_chunk_HJAZFC2R.__toESM)((0, import_chunk_C2IEPSRS.require_packageurl_js)(), 1);
var TYPES = new Map(Object.entries(import_chunk_C2IEPSRS.purl_types_default));
function purlOf(one) {
  const type = TYPES.get((0, import_chunk_IMTAAEPN.ecosystemBase)(one.ecosystem)) ?? "generic";
  const full = one.name.toWellFormed();
  const version = one.version.toWellFormed();
  const { namespace, name } = splitName(type, full);
  const qualifiers = qualifiersOf(one);
  try {
    return emit(type, namespace, name, version, qualifiers);
  } catch {
    return emit("generic", void 0, full.trim() || "unnamed", version, qualifiers);
  }
}
function parsePurl(text) {
  if (text.length > 2e3 || !text.startsWith("pkg:")) return void 0;
  try {
    const { type, namespace, name, version } = import_packageurl_js.PackageURL.fromString(text);
    return { key: `${type}
${namespace ?? ""}
${name}`, version: version ?? "" };
  } catch {
    return void 0;
  }
}
function emit(type, namespace, name, version, qualifiers) {
  return new import_packageurl_js.PackageURL(type, namespace, name, version || void 0, qualifiers, void 0).toString();
}
function splitName(type, full) {
  const normal = type === "pypi" ? (0, import_chunk_NDPFJMXT.normalName)("PyPI", full) : full;
  const at = type === "maven" ? normal.indexOf(":") : normal.lastIndexOf("/");
  if (at <= 0 || at === normal.length - 1) return { namespace: void 0, name: normal };
  return { namespace: normal.slice(0, at), name: normal.slice(at + 1) };
}
function qualifiersOf({ source }) {
  if (source.kind === "git") {
    const url = source.url.startsWith("git") ? source.url : `git+${source.url}`;
    return { vcs_url: (source.commit === null ? url : `${url}@${source.commit}`).toWellFormed() };
  }
  return source.kind === "url" && source.url !== "" ? { download_url: source.url.toWellFormed() } : void 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  parsePurl,
  purlOf
});
