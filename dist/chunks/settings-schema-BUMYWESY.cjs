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
  settings_schema_BUMYWESY: () => settings_schema_BUMYWESY_exports
});
module.exports = stdin_exports;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_VPYVWG56;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var settings_schema_BUMYWESY_exports = {};
__export2(settings_schema_BUMYWESY_exports, {
  decodeSettings: () => decodeSettings
});
var severity = (0, import_chunk_CF656EE4._enum)(import_chunk_7A0A2440.SEVERITIES);
var duration = (0, import_chunk_CF656EE4.string)().refine(isDuration, "write a whole number and a unit: 12h, 7d");
var licences = (0, import_chunk_CF656EE4.strictObject)({
  allow: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()).optional(),
  deny: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()).default([]),
  exceptions: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.strictObject)({ package: (0, import_chunk_CF656EE4.string)().min(1), reason: (0, import_chunk_CF656EE4.string)().min(1) })).default([])
});
var raise = (0, import_chunk_CF656EE4.strictObject)({
  "known-exploited": severity.optional(),
  epss: (0, import_chunk_CF656EE4.strictObject)({ "at-least": (0, import_chunk_CF656EE4.number)().min(0).max(1), to: severity }).optional()
});
var schema = (0, import_chunk_CF656EE4.strictObject)({
  "private-registries": (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()).default([]),
  "private-scopes": (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()).default([]),
  "allowed-registries": (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()).optional(),
  "api-url": (0, import_chunk_CF656EE4.url)({ protocol: /^https?$/ }).default(import_chunk_31504B25.sources_default.api),
  "max-advisory-age": duration.optional(),
  "cool-down": duration.optional(),
  "install-scripts": (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()).default([]),
  licences: licences.optional(),
  raise: raise.default({}),
  vex: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.strictObject)({ path: (0, import_chunk_CF656EE4.string)().min(1), sha256: (0, import_chunk_CF656EE4.string)().regex(/^[0-9a-f]{64}$/) })).default([])
});
function decodeSettings(section) {
  const settings = (0, import_cli.decode)(schema, section, {
    source: "scanners.dependencies",
    code: "POLICY_INVALID",
    knownKeys: [
      ...Object.keys(schema.shape),
      ...Object.keys(licences.shape),
      ...Object.keys(raise.shape),
      "at-least",
      "sha256"
    ]
  });
  const { licences: asked, raise: raised } = settings;
  return {
    privateRegistries: settings["private-registries"],
    privateScopes: settings["private-scopes"],
    allowedRegistries: settings["allowed-registries"],
    apiUrl: settings["api-url"].replace(/\/+$/, ""),
    maxAgeMs: milliseconds(settings["max-advisory-age"]),
    coolDownMs: milliseconds(settings["cool-down"]),
    installScripts: settings["install-scripts"],
    licences: asked && { allow: asked.allow, deny: asked.deny, exceptions: asked.exceptions },
    raise: {
      knownExploited: raised["known-exploited"],
      epss: raised.epss && { atLeast: raised.epss["at-least"], to: raised.epss.to }
    },
    vex: settings.vex
  };
}
function milliseconds(text) {
  return text === void 0 ? void 0 : (0, import_cli2.parseDuration)(text);
}
function isDuration(text) {
  try {
    (0, import_cli2.parseDuration)(text);
    return true;
  } catch {
    return false;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  settings_schema_BUMYWESY
});
