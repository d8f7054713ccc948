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
  createSiblings: () => createSiblings,
  isWanted: () => isWanted,
  readInventory: () => readInventory,
  readLockfiles: () => readLockfiles
});
module.exports = stdin_exports;
var import_chunk_VISX35PJ = require("./chunk-VISX35PJ.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function isWanted(path) {
  return import_chunk_VISX35PJ.FORMATS.some((format) => format.wants(path) || format.wantsBeside?.(path) === true);
}
async function readInventory(files, signal) {
  const readings = [];
  const fileErrors = [];
  for await (const reading of readLockfiles(files, signal, fileErrors)) readings.push(reading);
  return { readings, fileErrors };
}
async function* readLockfiles(files, signal, fileErrors) {
  const siblings = createSiblings(files);
  for (const file of files) {
    signal.throwIfAborted();
    const format = (0, import_chunk_VISX35PJ.formatOfPath)(file.path);
    const reading = format && await tryRead(file, format, siblings, fileErrors);
    if (reading) yield reading;
  }
}
async function tryRead(file, format, siblings, fileErrors) {
  try {
    const reading = await readFile(file, format, siblings);
    for (const problem of reading.errors) fileErrors.push({ path: file.path, ...problem });
    return reading;
  } catch (error) {
    const code = error instanceof import_chunk_TO5RH7DJ.SallyportError ? error.code : "FILE_UNREADABLE";
    fileErrors.push({ path: file.path, code, message: (0, import_chunk_TO5RH7DJ.messageOf)(error) });
    return void 0;
  }
}
async function readFile(file, format, siblings) {
  return (0, import_chunk_VISX35PJ.readPackages)({ path: file.path, bytes: await file.read() }, format, siblings);
}
function createSiblings(files) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    async read(path) {
      try {
        const bytes = await byPath.get(path)?.read();
        return bytes && { path, text: (0, import_chunk_VISX35PJ.decodeLockfile)(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createSiblings,
  isWanted,
  readInventory,
  readLockfiles
});
