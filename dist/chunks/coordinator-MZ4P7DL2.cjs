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
  coordinatorConfigure: () => import_chunk_KGOLBRMQ.coordinatorConfigure,
  coordinatorEnroll: () => import_chunk_KGOLBRMQ.coordinatorEnroll,
  coordinatorInit: () => import_chunk_KGOLBRMQ.coordinatorInit,
  coordinatorServe: () => import_chunk_KGOLBRMQ.coordinatorServe,
  dataOf: () => import_chunk_KGOLBRMQ.dataOf,
  parseListen: () => import_chunk_KGOLBRMQ.parseListen
});
module.exports = stdin_exports;
var import_chunk_KGOLBRMQ = require("./chunk-KGOLBRMQ.cjs");
var import_chunk_F5PXVV5W = require("./chunk-F5PXVV5W.cjs");
var import_chunk_6AYVNW6U = require("./chunk-6AYVNW6U.cjs");
var import_chunk_65UCGIVB = require("./chunk-65UCGIVB.cjs");
var import_chunk_OFVEZVAZ = require("./chunk-OFVEZVAZ.cjs");
var import_chunk_LNHPNCQJ = require("./chunk-LNHPNCQJ.cjs");
var import_chunk_BNKIGCNV = require("./chunk-BNKIGCNV.cjs");
var import_chunk_P5Y3727L = require("./chunk-P5Y3727L.cjs");
var import_chunk_ZYJHKVA7 = require("./chunk-ZYJHKVA7.cjs");
var import_chunk_Y2L2NAT7 = require("./chunk-Y2L2NAT7.cjs");
var import_chunk_ZXGMBMKT = require("./chunk-ZXGMBMKT.cjs");
var import_chunk_BBZH2QS2 = require("./chunk-BBZH2QS2.cjs");
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_HL23BLP4 = require("./chunk-HL23BLP4.cjs");
var import_chunk_LN64JXY7 = require("./chunk-LN64JXY7.cjs");
var import_chunk_QAKKENVC = require("./chunk-QAKKENVC.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_HWYOMYN6 = require("./chunk-HWYOMYN6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_5RE62PDQ = require("./chunk-5RE62PDQ.cjs");
var import_chunk_FZZUDDWV = require("./chunk-FZZUDDWV.cjs");
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_T4TT3RT5 = require("./chunk-T4TT3RT5.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_LLW3E7RW = require("./chunk-LLW3E7RW.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  coordinatorConfigure,
  coordinatorEnroll,
  coordinatorInit,
  coordinatorServe,
  dataOf,
  parseListen
});
