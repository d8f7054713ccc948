"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
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
  chunk_6ESNRL6A: () => chunk_6ESNRL6A_exports,
  schema_M5DKFWJS: () => schema_M5DKFWJS_exports
});
module.exports = stdin_exports;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24404 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name2 in all)
    __defProp2(target, name2, { get: all[name2], enumerable: true });
};
var schema_M5DKFWJS_exports = {};
__export2(schema_M5DKFWJS_exports, {
  POLICY_KEYS: () => POLICY_KEYS,
  gatePolicyJsonSchema: () => gatePolicyJsonSchema,
  gatePolicySchema: () => gatePolicySchema
});
var chunk_6ESNRL6A_exports = {};
__export2(chunk_6ESNRL6A_exports, {
  POLICY_KEYS: () => POLICY_KEYS,
  gatePolicyJsonSchema: () => gatePolicyJsonSchema,
  gatePolicySchema: () => gatePolicySchema
});
var RANKED = ["critical", "high", "medium", "low", "none"];
var severityWord = (0, import_chunk_CF656EE4._enum)(RANKED);
var threshold = (0, import_chunk_CF656EE4.union)([
  (0, import_chunk_CF656EE4._enum)([...RANKED, "never"]),
  (0, import_chunk_CF656EE4.strictObject)({
    critical: (0, import_chunk_CF656EE4.int)().min(0).optional(),
    high: (0, import_chunk_CF656EE4.int)().min(0).optional(),
    medium: (0, import_chunk_CF656EE4.int)().min(0).optional(),
    low: (0, import_chunk_CF656EE4.int)().min(0).optional(),
    none: (0, import_chunk_CF656EE4.int)().min(0).optional()
  })
]).describe(
  'A severity: findings of it and worse block. "never": none blocks. A map: per severity, how many are let through; severities not named do not block.'
);
var duration = (0, import_chunk_CF656EE4.string)().refine((text) => reads(import_cli.parseDuration, text), "write a whole number and a unit: 250ms, 90s, 15m, 6h, 30d").meta({ pattern: "^\\d{1,9}(ms|s|m|h|d)$", examples: ["90s"] });
var size = (0, import_chunk_CF656EE4.string)().regex(/^[1-9]\d{0,8}(B|KiB|MiB|GiB)$/, "write a whole number and a unit: 512KiB, 64MiB").meta({ examples: ["64MiB"] });
var glob = (0, import_chunk_CF656EE4.string)().min(1).max(1e3).describe("A pattern over whole paths: *, ?, [a-z], and ** for any folders.");
var name = (0, import_chunk_CF656EE4.string)().min(1).max(500);
var expiry = (0, import_chunk_CF656EE4.string)().refine((text) => reads(import_chunk_7A0A2440.parseExpiry, text), "write a day, 2027-01-31, or a time, 2027-01-31T12:00:00Z").describe("The last day (UTC) or the instant until which it holds.");
var suppression = (0, import_chunk_CF656EE4.strictObject)({
  scanner: name.optional().describe("Only findings of this scanner."),
  rule: name.optional().describe("The id of the rule."),
  path: glob.optional(),
  fingerprint: (0, import_chunk_CF656EE4.string)().regex(/^[0-9a-f]{32}$/, "a fingerprint has 32 lower-case hex digits").optional(),
  advisory: name.optional().describe("The id of the advisory, or one of its aliases."),
  package: (0, import_chunk_CF656EE4.strictObject)({ ecosystem: name.optional(), name }).optional().describe("Only findings about this package."),
  versions: name.optional().describe(`Only these versions of the package, in the ecosystem's own order: ">=1.2.0 <1.3.0".`),
  reason: (0, import_chunk_CF656EE4.string)().min(1).max(2e3),
  owner: name.describe("Who answers for it."),
  expires: expiry
}).refine(
  ({ rule, path, fingerprint, advisory, package: about }) => [rule, path, fingerprint, advisory, about].some((selector) => selector !== void 0),
  "name what is suppressed: rule, path, fingerprint, advisory or package"
).refine(
  ({ versions, package: about }) => versions === void 0 || about !== void 0,
  '"versions" needs "package"'
);
var scannerSection = (0, import_chunk_CF656EE4.strictObject)({
  enabled: (0, import_chunk_CF656EE4.boolean)().default(true),
  timeout: duration.default("120s").describe("After this time the scanner counts as failed."),
  settings: (0, import_chunk_CF656EE4.record)((0, import_chunk_CF656EE4.string)(), (0, import_chunk_CF656EE4.unknown)()).optional().describe("The scanner's own settings: see its README.")
});
var gatePolicySchema = (0, import_chunk_CF656EE4.strictObject)({
  version: (0, import_chunk_CF656EE4.literal)(1),
  block: (0, import_chunk_CF656EE4._enum)(["new", "all"]).default("new").describe("Which findings can block where there is a base: new ones, or existing ones as well."),
  thresholds: (0, import_chunk_CF656EE4.record)((0, import_chunk_CF656EE4.string)(), threshold).default({}).describe('Per scanner, and "default" for those not named.'),
  unknownSeverity: severityWord.default("high").describe("What a finding of unknown severity blocks like."),
  confidence: (0, import_chunk_CF656EE4._enum)(["high", "medium", "low"]).default("low").describe("Findings that are less sure than this do not block."),
  require: (0, import_chunk_CF656EE4.array)(name).default([]).describe("Scanners that must have run: where one was skipped, the verdict is undecided."),
  paths: (0, import_chunk_CF656EE4.strictObject)({ include: (0, import_chunk_CF656EE4.array)(glob).default([]), exclude: (0, import_chunk_CF656EE4.array)(glob).default([]) }).prefault({}).describe("Which paths are judged: those that match include (all where it is empty) and not exclude."),
  scanners: (0, import_chunk_CF656EE4.record)((0, import_chunk_CF656EE4.string)(), scannerSection.prefault({})).default({}),
  suppressions: (0, import_chunk_CF656EE4.array)(suppression).max(1e4).default([]),
  advisories: (0, import_chunk_CF656EE4.strictObject)({
    maxAge: duration.optional().describe("Advisories whose newest entry is older make the verdict undecided.")
  }).prefault({}),
  registries: (0, import_chunk_CF656EE4.strictObject)({
    private: (0, import_chunk_CF656EE4.array)(name).default([]).describe(
      "Registries (URL or host) and scopes (@name) whose packages no public advisory is about."
    )
  }).prefault({}),
  limits: (0, import_chunk_CF656EE4.strictObject)({
    file: size.default("64MiB").describe("Larger files are not read, which makes the verdict undecided.")
  }).prefault({})
}).meta({ title: "Sallyport gate policy" });
var POLICY_KEYS = [
  ...Object.keys(gatePolicySchema.shape),
  ...Object.keys(scannerSection.shape),
  ...Object.keys(suppression.shape),
  ...import_chunk_7A0A24402.SEVERITIES,
  "include",
  "exclude",
  "maxAge",
  "private",
  "file",
  "ecosystem",
  "name"
];
function gatePolicyJsonSchema() {
  return (0, import_chunk_CF656EE4.toJSONSchema)(gatePolicySchema, { io: "input" });
}
function reads(parse, text) {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_6ESNRL6A,
  schema_M5DKFWJS
});
