const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  int,
  record,
  string
} from "./chunk-LRBPYAN6.js";

// src/trust/vocabulary.ts
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var applicationName = string().regex(/^[a-z0-9-]{1,63}$/, "must be 1 to 63 of a-z, 0-9 and -");
var environmentName = string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be 1 to 63 of letters, digits, ".", "_" and "-"');
var digestText = string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 lower-case hex digits");
var sha256HexText = string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits");
var commitText = string().regex(COMMIT, "must be a whole commit id in lower-case hex");
var numericId = string().regex(/^(?:0|[1-9][0-9]{0,19})$/, "must be a decimal id in quotes");
var timestampText = string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/, "must be a UTC time such as 2026-11-22T09:30:00Z");
var issuerUrl = string().max(500).regex(
  /^https:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?$/,
  "must be an https: URL"
);
var gitRef = string().regex(/^refs\/[^\p{C}\p{Z}~^:?*[\\]{1,250}$/u, "must be a whole ref such as refs/heads/main");
var coordinatorIdText = string().regex(/^[A-Za-z0-9_-]{43}$/);
var labelName = string().regex(/^[a-z0-9][a-z0-9._/-]{0,62}$/);
var labelValue = string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
var labels = record(labelName, labelValue);
var counter = int().min(1);
var durationText = string().regex(/^\d{1,9}(?:ms|s|m|h|d)$/, "must be a duration such as 90s, 15m, 24h");

export {
  applicationName,
  environmentName,
  digestText,
  sha256HexText,
  commitText,
  numericId,
  timestampText,
  issuerUrl,
  gitRef,
  coordinatorIdText,
  labelName,
  labelValue,
  labels,
  counter,
  durationText
};
