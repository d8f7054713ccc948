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
  DAY: () => DAY,
  HOUR: () => HOUR,
  MINUTE: () => MINUTE,
  SECOND: () => SECOND,
  addMs: () => addMs,
  formatElapsed: () => formatElapsed,
  formatTimestamp: () => formatTimestamp,
  parseDuration: () => parseDuration,
  parseTimestamp: () => parseTimestamp
});
module.exports = stdin_exports;
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var SECOND = 1e3;
var MINUTE = 6e4;
var HOUR = 36e5;
var DAY = 864e5;
function addMs(time, ms) {
  return time + ms;
}
function parseTimestamp(text) {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", {
      message: `not a time: ${JSON.stringify(text.slice(0, 60))}`,
      help: "write it as 2026-11-22T09:30:00Z (RFC 3339, UTC)"
    });
  }
  return ms;
}
function formatTimestamp(time) {
  return new Date(time).toISOString().replace(".000Z", "Z");
}
var UNITS = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };
function parseDuration(text) {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
  const unit = match?.[2] === void 0 ? void 0 : UNITS[match[2]];
  if (!match?.[1] || unit === void 0) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", {
      message: `not a duration: ${JSON.stringify(text.slice(0, 60))}`,
      help: "write a whole number and a unit: 250ms, 90s, 15m, 6h, 30d"
    });
  }
  return Number(match[1]) * unit;
}
function formatElapsed(ms) {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`;
  return `${Math.floor(ms / MINUTE)} m ${Math.round(ms % MINUTE / SECOND)} s`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  addMs,
  formatElapsed,
  formatTimestamp,
  parseDuration,
  parseTimestamp
});
