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
  affectedByKey: () => affectedByKey,
  decodeAdvisory: () => decodeAdvisory,
  decodeArchive: () => decodeArchive
});
module.exports = stdin_exports;
var import_chunk_VISX35PJ = require("./chunk-VISX35PJ.cjs");
var import_chunk_NDPFJMXT = require("./chunk-NDPFJMXT.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var MAX_TEXT = 2e3;
function decodeAdvisory(value) {
  const record = asObject(value);
  const id = asText(record?.["id"]);
  if (!record || id === "") return void 0;
  const affected = asList(record["affected"]).map(asObject).filter((entry) => entry !== void 0);
  return {
    id,
    aliases: asTexts(record["aliases"]),
    modified: realDate(asText(record["modified"])),
    withdrawn: asText(record["withdrawn"]) !== "",
    summary: asText(record["summary"]).slice(0, MAX_TEXT),
    details: asText(record["details"]).slice(0, MAX_TEXT),
    vectors: vectorsOf(record, affected),
    word: severityWord(record, affected),
    affected: affected.map(decodeAffected).filter((entry) => entry !== void 0)
  };
}
function decodeAffected(entry) {
  const named = asObject(entry["package"]);
  const ranges = asList(entry["ranges"]).map(decodeRange).filter((range) => range !== void 0);
  const versions = asTexts(entry["versions"]);
  if (ranges.length === 0 && versions.length === 0) return void 0;
  return {
    ecosystem: asText(named?.["ecosystem"]),
    name: asText(named?.["name"]),
    versions,
    ranges,
    repositories: asList(entry["ranges"]).map((range) => asText(asObject(range)?.["repo"])).filter((repository) => repository !== "")
  };
}
function decodeRange(value) {
  const range = asObject(value);
  const type = range?.["type"];
  if (type !== "SEMVER" && type !== "ECOSYSTEM" && type !== "GIT") return void 0;
  return { type, events: asList(range?.["events"]).flatMap(decodeEvent) };
}
var EVENT_KINDS = ["introduced", "fixed", "last_affected", "limit"];
function decodeEvent(value) {
  const event = asObject(value);
  if (!event) return [];
  return EVENT_KINDS.flatMap((kind) => {
    const version = asText(event[kind]);
    return version === "" ? [] : [{ kind, version }];
  });
}
function vectorsOf(record, affected) {
  const scores = [record, ...affected].flatMap((entry) => asList(entry["severity"]));
  return [
    ...new Set(scores.map((score) => asText(asObject(score)?.["score"])).filter((score) => score !== ""))
  ];
}
function severityWord(record, affected) {
  for (const entry of [record, ...affected]) {
    for (const key of ["database_specific", "ecosystem_specific"]) {
      const word = asText(asObject(entry[key])?.["severity"]);
      if (word !== "") return word;
    }
  }
  return "";
}
function realDate(text) {
  return text.startsWith("0001-") ? "" : text;
}
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function asList(value) {
  return Array.isArray(value) ? value : [];
}
function asText(value) {
  return typeof value === "string" ? value : "";
}
function asTexts(value) {
  return asList(value).filter((text) => typeof text === "string");
}
function* decodeArchive(bytes) {
  for (const entry of (0, import_chunk_VISX35PJ.readArchive)(bytes, import_chunk_VISX35PJ.ADVISORY_LIMITS)) {
    if (!entry.name.endsWith(".json")) continue;
    const advisory = decodeAdvisory(parseRecord(entry.name, entry.read()));
    if (!advisory) throw invalidRecord(entry.name, "it is no OSV record");
    yield advisory;
  }
}
function affectedByKey(advisory, ecosystem) {
  const byKey = /* @__PURE__ */ new Map();
  for (const affected of advisory.affected) {
    for (const key of keysOf(affected, ecosystem)) {
      const entries = byKey.get(key);
      if (entries) entries.push(affected);
      else byKey.set(key, [affected]);
    }
  }
  return byKey;
}
function keysOf(affected, ecosystem) {
  if (ecosystem === "GIT") return new Set(affected.repositories.map((url) => (0, import_chunk_NDPFJMXT.packageKey)("GIT", url)));
  const isOurs = affected.name !== "" && (0, import_chunk_IMTAAEPN.ecosystemBase)(affected.ecosystem) === ecosystem;
  return isOurs ? [(0, import_chunk_NDPFJMXT.packageKey)(affected.ecosystem, affected.name)] : [];
}
function parseRecord(name, bytes) {
  try {
    return JSON.parse((0, import_chunk_4NFOMFHU.decodeUtf8)(bytes));
  } catch (cause) {
    throw invalidRecord(name, "it is not JSON", cause);
  }
}
function invalidRecord(name, why, cause) {
  return new import_chunk_TO5RH7DJ.SallyportError("ADVISORIES_INVALID", {
    message: `the record ${JSON.stringify(name.slice(0, 100))} cannot be read: ${why}`,
    cause
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  affectedByKey,
  decodeAdvisory,
  decodeArchive
});
