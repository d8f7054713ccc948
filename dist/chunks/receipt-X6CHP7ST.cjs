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
  receipt_X6CHP7ST: () => receipt_X6CHP7ST_exports
});
module.exports = stdin_exports;
var import_chunk_56DE2BBB = require("./chunk-56DE2BBB.cjs").chunk_V6MQU5JI;
var import_chunk_56DE2BBB2 = require("./chunk-56DE2BBB.cjs").chunk_UXVXCCP6;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_AXK55U4L;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_8A8057F52 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_8A8057F53 = require("./chunk-8A8057F5.cjs").chunk_3ZQSXCLB;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var receipt_X6CHP7ST_exports = {};
__export2(receipt_X6CHP7ST_exports, {
  RECEIPT_PREDICATE_TYPE: () => import_chunk_56DE2BBB.RECEIPT_PREDICATE_TYPE,
  receiptSchema: () => import_chunk_56DE2BBB.receiptSchema,
  signReceipt: () => import_chunk_56DE2BBB.signReceipt,
  verifyReceipt: () => import_chunk_56DE2BBB.verifyReceipt
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  receipt_X6CHP7ST
});
