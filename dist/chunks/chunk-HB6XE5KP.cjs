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
  MAX_POLICY_BYTES: () => MAX_POLICY_BYTES,
  POLICY_PATH: () => POLICY_PATH,
  POLICY_SCANNER: () => POLICY_SCANNER,
  builtInPolicy: () => builtInPolicy
});
module.exports = stdin_exports;
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
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
  const digest = (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(new TextEncoder().encode(BUILT_IN_TEXT)));
  return { policy: BUILT_IN, source: "built-in", digest, suppressionLines: [] };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  MAX_POLICY_BYTES,
  POLICY_PATH,
  POLICY_SCANNER,
  builtInPolicy
});
