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
  decodeSettings: () => decodeSettings
});
module.exports = stdin_exports;
var import_chunk_VPYVWG56 = require("./chunk-VPYVWG56.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var severity = (0, import_chunk_PO7UBJRE._enum)(import_chunk_2QF5A3XH.SEVERITIES);
var duration = (0, import_chunk_PO7UBJRE.string)().refine(isDuration, "write a whole number and a unit: 12h, 7d");
var licences = (0, import_chunk_PO7UBJRE.strictObject)({
  allow: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).optional(),
  deny: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).default([]),
  exceptions: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ package: (0, import_chunk_PO7UBJRE.string)().min(1), reason: (0, import_chunk_PO7UBJRE.string)().min(1) })).default([])
});
var raise = (0, import_chunk_PO7UBJRE.strictObject)({
  "known-exploited": severity.optional(),
  epss: (0, import_chunk_PO7UBJRE.strictObject)({ "at-least": (0, import_chunk_PO7UBJRE.number)().min(0).max(1), to: severity }).optional()
});
var schema = (0, import_chunk_PO7UBJRE.strictObject)({
  "private-registries": (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).default([]),
  "private-scopes": (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).default([]),
  "allowed-registries": (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).optional(),
  "api-url": (0, import_chunk_PO7UBJRE.url)({ protocol: /^https?$/ }).default(import_chunk_VPYVWG56.sources_default.api),
  "max-advisory-age": duration.optional(),
  "cool-down": duration.optional(),
  "install-scripts": (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).default([]),
  licences: licences.optional(),
  raise: raise.default({}),
  vex: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ path: (0, import_chunk_PO7UBJRE.string)().min(1), sha256: (0, import_chunk_PO7UBJRE.string)().regex(/^[0-9a-f]{64}$/) })).default([])
});
function decodeSettings(section) {
  const settings = (0, import_chunk_SO3KANTK.decode)(schema, section, {
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
  return text === void 0 ? void 0 : (0, import_chunk_GEUJANHY.parseDuration)(text);
}
function isDuration(text) {
  try {
    (0, import_chunk_GEUJANHY.parseDuration)(text);
    return true;
  } catch {
    return false;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  decodeSettings
});
