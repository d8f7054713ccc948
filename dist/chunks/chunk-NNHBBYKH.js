const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/base/time.ts
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
    throw new SallyportError("ENCODING_INVALID", {
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
    throw new SallyportError("ENCODING_INVALID", {
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

export {
  SECOND,
  MINUTE,
  HOUR,
  DAY,
  addMs,
  parseTimestamp,
  formatTimestamp,
  parseDuration,
  formatElapsed
};
