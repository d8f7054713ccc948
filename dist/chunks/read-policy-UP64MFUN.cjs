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
  readPolicy: () => import_chunk_J7SG22SK.readPolicy
});
module.exports = stdin_exports;
var import_chunk_J7SG22SK = require("./chunk-J7SG22SK.cjs");
var import_chunk_HB6XE5KP = require("./chunk-HB6XE5KP.cjs");
var import_chunk_6ESNRL6A = require("./chunk-6ESNRL6A.cjs");
var import_chunk_LLW3E7RW = require("./chunk-LLW3E7RW.cjs");
var import_chunk_RO6TSUK6 = require("./chunk-RO6TSUK6.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_47MVJPOY = require("./chunk-47MVJPOY.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readPolicy
});
