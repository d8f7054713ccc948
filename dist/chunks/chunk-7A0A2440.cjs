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
  chunk_2QF5A3XH: () => chunk_2QF5A3XH_exports,
  chunk_HB6XE5KP: () => chunk_HB6XE5KP_exports,
  chunk_RO6TSUK6: () => chunk_RO6TSUK6_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_HB6XE5KP_exports = {};
__export2(chunk_HB6XE5KP_exports, {
  MAX_POLICY_BYTES: () => MAX_POLICY_BYTES,
  POLICY_PATH: () => POLICY_PATH,
  POLICY_SCANNER: () => POLICY_SCANNER,
  builtInPolicy: () => builtInPolicy
});
var POLICY_PATH = ".sallyport/policy.yml";
var MAX_POLICY_BYTES = 1024 * 1024;
var POLICY_SCANNER = "policy";
var BUILT_IN_TEXT = `version: 1
block: new
thresholds:
  default: high
  compliance: never
unknownSeverity: high
`;
var BUILT_IN = {
  version: 1,
  block: "new",
  thresholds: { default: "high", compliance: "never" },
  unknownSeverity: "high",
  confidence: "low",
  require: [],
  paths: { include: [], exclude: [] },
  scanners: {},
  suppressions: [],
  advisories: {},
  registries: { private: [] },
  limits: { file: "64MiB" }
};
function builtInPolicy() {
  const digest = (0, import_cli.formatDigest)((0, import_cli.sha256)(new TextEncoder().encode(BUILT_IN_TEXT)));
  return { policy: BUILT_IN, source: "built-in", digest, suppressionLines: [] };
}
var chunk_RO6TSUK6_exports = {};
__export2(chunk_RO6TSUK6_exports, {
  parseExpiry: () => parseExpiry
});
function parseExpiry(text) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const instant = (0, import_cli2.parseTimestamp)(isDay ? `${text}T00:00:00Z` : text);
  if (!(0, import_cli2.formatTimestamp)(instant).startsWith(text.slice(0, 10))) throw new RangeError(`no such day: ${text}`);
  return isDay ? instant + import_cli2.DAY : instant;
}
var chunk_2QF5A3XH_exports = {};
__export2(chunk_2QF5A3XH_exports, {
  CONFIDENCES: () => CONFIDENCES,
  SEVERITIES: () => SEVERITIES
});
var SEVERITIES = ["critical", "high", "medium", "low", "none", "unknown"];
var CONFIDENCES = ["high", "medium", "low"];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_2QF5A3XH,
  chunk_HB6XE5KP,
  chunk_RO6TSUK6
});
