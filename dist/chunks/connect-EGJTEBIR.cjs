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
  connect: () => import_chunk_CEWC2RCZ.connect,
  openFileNode: () => import_chunk_CEWC2RCZ.openFileNode
});
module.exports = stdin_exports;
var import_chunk_CEWC2RCZ = require("./chunk-CEWC2RCZ.cjs");
var import_chunk_KIAWNN2D = require("./chunk-KIAWNN2D.cjs");
var import_chunk_5TFN5YGC = require("./chunk-5TFN5YGC.cjs");
var import_chunk_TKOPFNUW = require("./chunk-TKOPFNUW.cjs");
var import_chunk_3P5GHM2K = require("./chunk-3P5GHM2K.cjs");
var import_chunk_LERFQFMR = require("./chunk-LERFQFMR.cjs");
var import_chunk_HL23BLP4 = require("./chunk-HL23BLP4.cjs");
var import_chunk_5RE62PDQ = require("./chunk-5RE62PDQ.cjs");
var import_chunk_FZZUDDWV = require("./chunk-FZZUDDWV.cjs");
var import_chunk_LX6I7H3G = require("./chunk-LX6I7H3G.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_NX2LOS6S = require("./chunk-NX2LOS6S.cjs");
var import_chunk_T4JFZ2LE = require("./chunk-T4JFZ2LE.cjs");
var import_chunk_WVMRCOCQ = require("./chunk-WVMRCOCQ.cjs");
var import_chunk_CBR347CW = require("./chunk-CBR347CW.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_BTVMKBHD = require("./chunk-BTVMKBHD.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  connect,
  openFileNode
});
