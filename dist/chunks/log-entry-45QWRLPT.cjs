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
  log_entry_45QWRLPT: () => log_entry_45QWRLPT_exports
});
module.exports = stdin_exports;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var log_entry_45QWRLPT_exports = {};
__export2(log_entry_45QWRLPT_exports, {
  MAX_ENTRY_BYTES: () => import_chunk_8A5887D9.MAX_ENTRY_BYTES,
  emitLogEntry: () => import_chunk_8A5887D9.emitLogEntry,
  logEntrySchema: () => import_chunk_8A5887D9.logEntrySchema,
  parseLogEntry: () => import_chunk_8A5887D9.parseLogEntry
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  log_entry_45QWRLPT
});
