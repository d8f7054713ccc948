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
  applicationName: () => applicationName,
  commitText: () => commitText,
  coordinatorIdText: () => coordinatorIdText,
  counter: () => counter,
  digestText: () => digestText,
  durationText: () => durationText,
  environmentName: () => environmentName,
  gitRef: () => gitRef,
  issuerUrl: () => issuerUrl,
  labelName: () => labelName,
  labelValue: () => labelValue,
  labels: () => labels,
  numericId: () => numericId,
  sha256HexText: () => sha256HexText,
  timestampText: () => timestampText
});
module.exports = stdin_exports;
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var applicationName = (0, import_chunk_PO7UBJRE.string)().regex(/^[a-z0-9-]{1,63}$/, "must be 1 to 63 of a-z, 0-9 and -");
var environmentName = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be 1 to 63 of letters, digits, ".", "_" and "-"');
var digestText = (0, import_chunk_PO7UBJRE.string)().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 lower-case hex digits");
var sha256HexText = (0, import_chunk_PO7UBJRE.string)().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits");
var commitText = (0, import_chunk_PO7UBJRE.string)().regex(COMMIT, "must be a whole commit id in lower-case hex");
var numericId = (0, import_chunk_PO7UBJRE.string)().regex(/^(?:0|[1-9][0-9]{0,19})$/, "must be a decimal id in quotes");
var timestampText = (0, import_chunk_PO7UBJRE.string)().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/, "must be a UTC time such as 2026-11-22T09:30:00Z");
var issuerUrl = (0, import_chunk_PO7UBJRE.string)().max(500).regex(
  /^https:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?$/,
  "must be an https: URL"
);
var gitRef = (0, import_chunk_PO7UBJRE.string)().regex(/^refs\/[^\p{C}\p{Z}~^:?*[\\]{1,250}$/u, "must be a whole ref such as refs/heads/main");
var coordinatorIdText = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9_-]{43}$/);
var labelName = (0, import_chunk_PO7UBJRE.string)().regex(/^[a-z0-9][a-z0-9._/-]{0,62}$/);
var labelValue = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
var labels = (0, import_chunk_PO7UBJRE.record)(labelName, labelValue);
var counter = (0, import_chunk_PO7UBJRE.int)().min(1);
var durationText = (0, import_chunk_PO7UBJRE.string)().regex(/^\d{1,9}(?:ms|s|m|h|d)$/, "must be a duration such as 90s, 15m, 24h");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  applicationName,
  commitText,
  coordinatorIdText,
  counter,
  digestText,
  durationText,
  environmentName,
  gitRef,
  issuerUrl,
  labelName,
  labelValue,
  labels,
  numericId,
  sha256HexText,
  timestampText
});
