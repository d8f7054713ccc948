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
  approval_file_DZ3U25E3: () => approval_file_DZ3U25E3_exports
});
module.exports = stdin_exports;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var approval_file_DZ3U25E3_exports = {};
__export2(approval_file_DZ3U25E3_exports, {
  APPROVAL_FILE_MEDIA_TYPE: () => import_chunk_E7E63261.APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES: () => import_chunk_E7E63261.MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema: () => import_chunk_E7E63261.approvalFileSchema,
  emitApprovalFile: () => import_chunk_E7E63261.emitApprovalFile,
  parseApprovalFile: () => import_chunk_E7E63261.parseApprovalFile
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  approval_file_DZ3U25E3
});
