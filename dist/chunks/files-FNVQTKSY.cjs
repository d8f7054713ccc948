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
  createFile: () => import_chunk_M3WSMIIZ.createFile,
  makePrivateFolder: () => import_chunk_M3WSMIIZ.makePrivateFolder,
  readFileBounded: () => import_chunk_M3WSMIIZ.readFileBounded,
  readFileIfThere: () => import_chunk_M3WSMIIZ.readFileIfThere,
  removeOldDrafts: () => import_chunk_M3WSMIIZ.removeOldDrafts,
  replaceFile: () => import_chunk_M3WSMIIZ.replaceFile,
  syncFolder: () => import_chunk_M3WSMIIZ.syncFolder,
  writeFileAtomic: () => import_chunk_M3WSMIIZ.writeFileAtomic
});
module.exports = stdin_exports;
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createFile,
  makePrivateFolder,
  readFileBounded,
  readFileIfThere,
  removeOldDrafts,
  replaceFile,
  syncFolder,
  writeFileAtomic
});
