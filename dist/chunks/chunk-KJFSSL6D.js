const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  record,
  strictObject,
  string,
  toJSONSchema,
  union,
  unknown
} from "./chunk-LRBPYAN6.js";
import {
  DAY,
  formatTimestamp,
  parseDuration,
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  SEVERITIES
} from "./chunk-U2LD343G.js";

// src/gate/policy/schema.ts
var RANKED = ["critical", "high", "medium", "low", "none"];
var severityWord = _enum(RANKED);
var threshold = union([
  _enum([...RANKED, "never"]),
  strictObject({
    critical: int().min(0).optional(),
    high: int().min(0).optional(),
    medium: int().min(0).optional(),
    low: int().min(0).optional(),
    none: int().min(0).optional()
  })
]).describe(
  'A severity: findings of it and worse block. "never": none blocks. A map: per severity, how many are let through; severities not named do not block.'
);
var duration = string().refine((text) => reads(parseDuration, text), "write a whole number and a unit: 250ms, 90s, 15m, 6h, 30d").meta({ pattern: "^\\d{1,9}(ms|s|m|h|d)$", examples: ["90s"] });
var size = string().regex(/^[1-9]\d{0,8}(B|KiB|MiB|GiB)$/, "write a whole number and a unit: 512KiB, 64MiB").meta({ examples: ["64MiB"] });
var glob = string().min(1).max(1e3).describe("A pattern over whole paths: *, ?, [a-z], and ** for any folders.");
var name = string().min(1).max(500);
var expiry = string().refine((text) => reads(parseExpiry, text), "write a day, 2027-01-31, or a time, 2027-01-31T12:00:00Z").describe("The last day (UTC) or the instant until which it holds.");
var suppression = strictObject({
  scanner: name.optional().describe("Only findings of this scanner."),
  rule: name.optional().describe("The id of the rule."),
  path: glob.optional(),
  fingerprint: string().regex(/^[0-9a-f]{32}$/, "a fingerprint has 32 lower-case hex digits").optional(),
  advisory: name.optional().describe("The id of the advisory, or one of its aliases."),
  package: strictObject({ ecosystem: name.optional(), name }).optional().describe("Only findings about this package."),
  versions: name.optional().describe(`Only these versions of the package, in the ecosystem's own order: ">=1.2.0 <1.3.0".`),
  reason: string().min(1).max(2e3),
  owner: name.describe("Who answers for it."),
  expires: expiry
}).refine(
  ({ rule, path, fingerprint, advisory, package: about }) => [rule, path, fingerprint, advisory, about].some((selector) => selector !== void 0),
  "name what is suppressed: rule, path, fingerprint, advisory or package"
).refine(
  ({ versions, package: about }) => versions === void 0 || about !== void 0,
  '"versions" needs "package"'
);
var scannerSection = strictObject({
  enabled: boolean().default(true),
  timeout: duration.default("120s").describe("After this time the scanner counts as failed."),
  settings: record(string(), unknown()).optional().describe("The scanner's own settings: see its README.")
});
var gatePolicySchema = strictObject({
  version: literal(1),
  block: _enum(["new", "all"]).default("new").describe("Which findings can block where there is a base: new ones, or existing ones as well."),
  thresholds: record(string(), threshold).default({}).describe('Per scanner, and "default" for those not named.'),
  unknownSeverity: severityWord.default("high").describe("What a finding of unknown severity blocks like."),
  confidence: _enum(["high", "medium", "low"]).default("low").describe("Findings that are less sure than this do not block."),
  require: array(name).default([]).describe("Scanners that must have run: where one was skipped, the verdict is undecided."),
  paths: strictObject({ include: array(glob).default([]), exclude: array(glob).default([]) }).prefault({}).describe("Which paths are judged: those that match include (all where it is empty) and not exclude."),
  scanners: record(string(), scannerSection.prefault({})).default({}),
  suppressions: array(suppression).max(1e4).default([]),
  advisories: strictObject({
    maxAge: duration.optional().describe("Advisories whose newest entry is older make the verdict undecided.")
  }).prefault({}),
  registries: strictObject({
    private: array(name).default([]).describe(
      "Registries (URL or host) and scopes (@name) whose packages no public advisory is about."
    )
  }).prefault({}),
  limits: strictObject({
    file: size.default("64MiB").describe("Larger files are not read, which makes the verdict undecided.")
  }).prefault({})
}).meta({ title: "Sallyport gate policy" });
var POLICY_KEYS = [
  ...Object.keys(gatePolicySchema.shape),
  ...Object.keys(scannerSection.shape),
  ...Object.keys(suppression.shape),
  ...SEVERITIES,
  "include",
  "exclude",
  "maxAge",
  "private",
  "file",
  "ecosystem",
  "name"
];
function gatePolicyJsonSchema() {
  return toJSONSchema(gatePolicySchema, { io: "input" });
}
function parseExpiry(text) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const instant = parseTimestamp(isDay ? `${text}T00:00:00Z` : text);
  if (!formatTimestamp(instant).startsWith(text.slice(0, 10))) throw new RangeError(`no such day: ${text}`);
  return isDay ? instant + DAY : instant;
}
var UNITS = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
function sizeInBytes(text) {
  const match = /^(\d+)(B|KiB|MiB|GiB)$/.exec(text);
  if (!match) throw new Error(`not a size: ${text}`);
  return Number(match[1]) * UNITS[match[2]];
}
function reads(parse, text) {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

export {
  gatePolicySchema,
  POLICY_KEYS,
  gatePolicyJsonSchema,
  parseExpiry,
  sizeInBytes
};
