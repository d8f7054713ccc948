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
  chunk_M44N5T76: () => chunk_M44N5T76_exports,
  chunk_U6GJAWTZ: () => chunk_U6GJAWTZ_exports,
  vex_Q2GI75UB: () => vex_Q2GI75UB_exports
});
module.exports = stdin_exports;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli = require("../cli.cjs").chunk_HJAZFC2R;
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_chunk_C3CB3CD93 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD94 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_chunk_2AACMVZV2 = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_C2IEPSRS2 = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var vex_Q2GI75UB_exports = {};
__export2(vex_Q2GI75UB_exports, {
  findClearance: () => findClearance,
  readVex: () => readVex
});
var chunk_U6GJAWTZ_exports = {};
__export2(chunk_U6GJAWTZ_exports, {
  findClearance: () => findClearance,
  readVex: () => readVex
});
var chunk_M44N5T76_exports = {};
__export2(chunk_M44N5T76_exports, {
  parsePurl: () => parsePurl,
  purlOf: () => purlOf
});
var import_packageurl_js = (0, import_cli.__toESM)((0, import_chunk_C2IEPSRS.require_packageurl_js)(), 1);
var TYPES = new Map(Object.entries(import_chunk_C2IEPSRS.purl_types_default));
function purlOf(one) {
  const type = TYPES.get((0, import_chunk_C3CB3CD92.ecosystemBase)(one.ecosystem)) ?? "generic";
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
function parsePurl(text2) {
  if (text2.length > 2e3 || !text2.startsWith("pkg:")) return void 0;
  try {
    const { type, namespace, name, version } = import_packageurl_js.PackageURL.fromString(text2);
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
  const normal = type === "pypi" ? (0, import_chunk_C3CB3CD9.normalName)("PyPI", full) : full;
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
function readVex(files) {
  return files.flatMap(readDocument).sort((a, b) => a.time - b.time);
}
function findClearance(statements, purl, ids) {
  const wanted = parsePurl(purl);
  if (!wanted) return void 0;
  const last = statements.findLast(
    (statement) => statement.ids.some((id) => ids.includes(id)) && statement.products.some(
      ({ key, version }) => key === wanted.key && (version === "" || version === wanted.version)
    )
  );
  if (last?.status !== "not-affected" && last?.status !== "fixed") return void 0;
  return last.reason === "" ? void 0 : last;
}
function readDocument(file) {
  const document = fields((0, import_chunk_2AACMVZV.parseInput)(file));
  if (text(document["@context"]).startsWith("https://openvex.dev/ns")) return readOpenVex(file, document);
  if (document["bomFormat"] === "CycloneDX") return readCycloneDx(file, document);
  throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, "it is neither OpenVEX nor CycloneDX");
}
var OPENVEX_STATUS = /* @__PURE__ */ new Map([
  ["not_affected", "not-affected"],
  ["fixed", "fixed"],
  ["affected", "affected"],
  ["under_investigation", "under-investigation"]
]);
function readOpenVex(file, document) {
  const documentTime = timeOf(document["timestamp"], 0);
  return list(document["statements"]).flatMap((value) => {
    const statement = fields(value);
    const vulnerability = fields(statement["vulnerability"]);
    const status = OPENVEX_STATUS.get(text(statement["status"]));
    if (!status) return [];
    const ids = [
      text(statement["vulnerability"]),
      text(vulnerability["name"]),
      idOfUrl(text(vulnerability["@id"])),
      ...list(vulnerability["aliases"]).map(text)
    ].filter((id) => id !== "");
    const reason = [text(statement["justification"]), text(statement["impact_statement"])].filter((part) => part !== "").join(": ");
    return [
      {
        source: file.name,
        ids,
        products: list(statement["products"]).flatMap(openVexProducts),
        status,
        reason: reason || (status === "fixed" ? "fixed here" : ""),
        time: timeOf(statement["last_updated"], timeOf(statement["timestamp"], documentTime))
      }
    ];
  });
}
function openVexProducts(value) {
  const product = fields(value);
  const parts = list(product["subcomponents"]);
  return (parts.length === 0 ? [value] : parts).flatMap((part) => {
    const component = fields(part);
    const purls = [text(part), text(component["@id"]), text(fields(component["identifiers"])["purl"])];
    return purls.map(parsePurl).filter((purl) => purl !== void 0);
  });
}
var CYCLONEDX_STATUS = /* @__PURE__ */ new Map([
  ["not_affected", "not-affected"],
  ["false_positive", "not-affected"],
  ["resolved", "fixed"],
  ["resolved_with_pedigree", "fixed"],
  ["exploitable", "affected"],
  ["in_triage", "under-investigation"]
]);
function readCycloneDx(file, document) {
  const purls = /* @__PURE__ */ new Map();
  collectComponents(list(document["components"]), purls);
  const documentTime = timeOf(fields(document["metadata"])["timestamp"], 0);
  return list(document["vulnerabilities"]).flatMap((value) => {
    const vulnerability = fields(value);
    const analysis = fields(vulnerability["analysis"]);
    const status = CYCLONEDX_STATUS.get(text(analysis["state"]));
    if (!status) return [];
    const references = list(vulnerability["references"]).map((reference) => text(fields(reference)["id"]));
    const reason = [text(analysis["justification"]), text(analysis["detail"])].filter((part) => part !== "").join(": ");
    return [
      {
        source: file.name,
        ids: [text(vulnerability["id"]), ...references].filter((id) => id !== ""),
        products: list(vulnerability["affects"]).flatMap(
          (affect) => cycloneDxProducts(fields(affect), purls)
        ),
        status,
        reason: reason || (status === "fixed" ? "fixed here" : ""),
        time: timeOf(analysis["lastUpdated"], timeOf(vulnerability["updated"], documentTime))
      }
    ];
  });
}
function collectComponents(components, into, depth = 0) {
  if (depth > 50) return;
  for (const value of components) {
    const component = fields(value);
    into.set(text(component["bom-ref"]), text(component["purl"]));
    collectComponents(list(component["components"]), into, depth + 1);
  }
}
function cycloneDxProducts(affect, purls) {
  const ref = text(affect["ref"]);
  const behind = ref.slice(ref.indexOf("#") + 1);
  const product = parsePurl(purls.get(ref) ?? "") ?? parsePurl(ref) ?? parsePurl(decode(behind));
  if (!product) return [];
  const versions = list(affect["versions"]).map(fields);
  if (versions.length === 0) return [product];
  return versions.filter((one) => text(one["version"]) !== "").map((one) => ({ key: product.key, version: text(one["version"]) }));
}
function decode(reference) {
  try {
    return reference.startsWith("pkg:") ? reference : decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
function idOfUrl(url) {
  return url.slice(url.lastIndexOf("/") + 1);
}
function timeOf(value, otherwise) {
  const time = Date.parse(text(value));
  return Number.isNaN(time) ? otherwise : time;
}
function fields(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function list(value) {
  return Array.isArray(value) ? value : [];
}
function text(value) {
  return typeof value === "string" ? value : "";
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_M44N5T76,
  chunk_U6GJAWTZ,
  vex_Q2GI75UB
});
