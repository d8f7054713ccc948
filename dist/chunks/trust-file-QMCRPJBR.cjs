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
  trust_file_QMCRPJBR: () => trust_file_QMCRPJBR_exports
});
module.exports = stdin_exports;
var import_chunk_JLNAMR5F = require("./chunk-JLNAMR5F.cjs").chunk_JLNAMR5F;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_PC4MX4V7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_8A8057F52 = require("./chunk-8A8057F5.cjs").chunk_3ZQSXCLB;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_D101FFC83 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_SS6UIK3I = require("./chunk-SS6UIK3I.cjs").chunk_SS6UIK3I;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var trust_file_QMCRPJBR_exports = {};
__export2(trust_file_QMCRPJBR_exports, {
  DEFAULT_MAX_APPROVAL_AGE: () => import_chunk_JLNAMR5F.DEFAULT_MAX_APPROVAL_AGE,
  MAX_TRUST_FILE_BYTES: () => import_chunk_JLNAMR5F.MAX_TRUST_FILE_BYTES,
  parseTrustFile: () => import_chunk_JLNAMR5F.parseTrustFile,
  trustFileSchema: () => import_chunk_JLNAMR5F.trustFileSchema
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  trust_file_QMCRPJBR
});
