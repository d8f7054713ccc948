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
  licenceFindings: () => licenceFindings
});
module.exports = stdin_exports;
var import_chunk_3OKVRCVQ = require("./chunk-3OKVRCVQ.cjs");
var import_chunk_TQTVLQTT = require("./chunk-TQTVLQTT.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
async function licenceFindings(reading, settings, installed, packageOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of reading.packages) {
    if (one.source.kind === "workspace" || isExcepted(one, settings.exceptions)) continue;
    const licence = one.licence ?? await installed.of(one) ?? "";
    const answer = (0, import_chunk_3OKVRCVQ.evaluateLicence)(licence, settings);
    if (answer === "allowed") continue;
    const key = answer === "unknown" ? `
${licence}` : `${one.ecosystem}
${one.name}
${licence}`;
    const group = groups.get(key);
    if (group) group.packages.push(one);
    else groups.set(key, { answer, licence, packages: [one] });
  }
  return [...groups.values()].map((group) => toFinding(reading, group, packageOf));
}
function isExcepted(one, exceptions) {
  const name = `${one.ecosystem}/${one.name}`;
  return exceptions.some(({ package: named }) => named === name || named === `${name}@${one.version}`);
}
function toFinding({ path }, { answer, licence, packages }, packageOf) {
  const first = packages[0];
  const some = packages.slice(0, 5).map(import_chunk_TQTVLQTT.labelOf).join(", ");
  const who = packages.length > 5 ? `${some} and ${packages.length - 5} more` : some;
  const what = licence === "" ? "no licence that is recorded" : `the licence ${JSON.stringify(licence)}`;
  const isUnknown = answer === "unknown";
  return {
    rule: isUnknown ? "licence-unknown" : "licence-not-allowed",
    severity: isUnknown ? "medium" : "high",
    confidence: "high",
    title: `${packages.length === 1 ? (0, import_chunk_TQTVLQTT.labelOf)(first) : `${packages.length} packages`} with ${what}`,
    message: isUnknown ? `Policy cannot judge it: ${who}. Find out the licence, and name it in the policy's licences or make an exception with a reason.` : `Policy does not allow it: ${who}. Replace them, or make an exception with a reason.`,
    path,
    line: first.line,
    column: first.column ?? 1,
    endLine: first.endLine,
    package: isUnknown && packages.length > 1 ? null : packageOf(first),
    advisory: null,
    identity: ["licence", answer, licence, ...new Set(packages.map(({ name }) => name).sort())]
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  licenceFindings
});
