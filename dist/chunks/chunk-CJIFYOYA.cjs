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
  findClearance: () => findClearance,
  readVex: () => readVex
});
module.exports = stdin_exports;
var import_chunk_TRET7PXH = require("./chunk-TRET7PXH.cjs");
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs");
function readVex(files) {
  return files.flatMap(readDocument).sort((a, b) => a.time - b.time);
}
function findClearance(statements, purl, ids) {
  const wanted = (0, import_chunk_TRET7PXH.parsePurl)(purl);
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
    return purls.map(import_chunk_TRET7PXH.parsePurl).filter((purl) => purl !== void 0);
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
  const product = (0, import_chunk_TRET7PXH.parsePurl)(purls.get(ref) ?? "") ?? (0, import_chunk_TRET7PXH.parsePurl)(ref) ?? (0, import_chunk_TRET7PXH.parsePurl)(decode(behind));
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
  findClearance,
  readVex
});
