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
  files_FNVQTKSY: () => files_FNVQTKSY_exports
});
module.exports = stdin_exports;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var files_FNVQTKSY_exports = {};
__export2(files_FNVQTKSY_exports, {
  createFile: () => import_chunk_2BC21E11.createFile,
  makePrivateFolder: () => import_chunk_2BC21E11.makePrivateFolder,
  readFileBounded: () => import_chunk_2BC21E11.readFileBounded,
  readFileIfThere: () => import_chunk_2BC21E11.readFileIfThere,
  removeOldDrafts: () => import_chunk_2BC21E11.removeOldDrafts,
  replaceFile: () => import_chunk_2BC21E11.replaceFile,
  syncFolder: () => import_chunk_2BC21E11.syncFolder,
  writeFileAtomic: () => import_chunk_2BC21E11.writeFileAtomic
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  files_FNVQTKSY
});
