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
  chunk_2AACMVZV: () => chunk_2AACMVZV_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_2AACMVZV_exports = {};
__export2(chunk_2AACMVZV_exports, {
  invalidInput: () => invalidInput,
  parseInput: () => parseInput,
  readInput: () => readInput,
  readInputs: () => readInputs
});
var MAX_INPUT_BYTES = 64 * 1024 * 1024;
var MAX_FILES = 1e3;
function readInput(folder, name) {
  try {
    const path = (0, import_node_path.join)(folder, name);
    const { size } = (0, import_node_fs.statSync)(path);
    if (size > MAX_INPUT_BYTES) throw invalidInput(name, `${size} bytes are more than ${MAX_INPUT_BYTES}`);
    const bytes = (0, import_node_fs.readFileSync)(path);
    return { name, text: (0, import_cli2.decodeUtf8)(bytes), digest: `sha256:${(0, import_cli.sha256Hex)(bytes)}` };
  } catch (error) {
    if ((0, import_cli3.hasSystemCode)(error, "ENOENT", "ENOTDIR")) return void 0;
    if (error instanceof import_cli3.SallyportError && error.code === "ADVISORIES_INVALID") throw error;
    throw invalidInput(name, "it is not readable as UTF-8 text", error);
  }
}
function readInputs(folder, name) {
  const names = listFolder((0, import_node_path.join)(folder, name)).filter((file) => file.endsWith(".json"));
  if (names.length > MAX_FILES) throw invalidInput(name, `it has ${names.length} files`);
  return names.sort().map((file) => readInput(folder, `${name}/${file}`)).filter((file) => file !== void 0);
}
function listFolder(path) {
  try {
    return (0, import_node_fs.readdirSync)(path);
  } catch (error) {
    if ((0, import_cli3.hasSystemCode)(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}
function parseInput(file) {
  try {
    return JSON.parse(file.text);
  } catch (cause) {
    throw invalidInput(file.name, "it is not JSON", cause);
  }
}
function invalidInput(name, why, cause) {
  return new import_cli3.SallyportError("ADVISORIES_INVALID", { message: `${name} cannot be read: ${why}`, cause });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_2AACMVZV
});
