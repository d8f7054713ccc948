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
  APPROVAL_FILE_MEDIA_TYPE: () => import_chunk_5YZ4WNU6.APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES: () => import_chunk_5YZ4WNU6.MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema: () => import_chunk_5YZ4WNU6.approvalFileSchema,
  emitApprovalFile: () => import_chunk_5YZ4WNU6.emitApprovalFile,
  parseApprovalFile: () => import_chunk_5YZ4WNU6.parseApprovalFile
});
module.exports = stdin_exports;
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema,
  emitApprovalFile,
  parseApprovalFile
});
