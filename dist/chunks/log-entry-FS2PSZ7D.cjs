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
  log_entry_FS2PSZ7D: () => log_entry_FS2PSZ7D_exports
});
module.exports = stdin_exports;
var import_chunk_7EB7A870 = require("./chunk-7EB7A870.cjs").chunk_IW4RQ534;
var import_chunk_7EB7A8702 = require("./chunk-7EB7A870.cjs").chunk_QA3SWOLL;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var log_entry_FS2PSZ7D_exports = {};
__export2(log_entry_FS2PSZ7D_exports, {
  MAX_ENTRY_BYTES: () => import_chunk_7EB7A870.MAX_ENTRY_BYTES,
  emitLogEntry: () => import_chunk_7EB7A870.emitLogEntry,
  logEntrySchema: () => import_chunk_7EB7A870.logEntrySchema,
  parseLogEntry: () => import_chunk_7EB7A870.parseLogEntry
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  log_entry_FS2PSZ7D
});
