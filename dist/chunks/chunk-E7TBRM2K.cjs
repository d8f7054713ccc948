"use strict";
const __bundleUrl = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../cli.cjs")).href;
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  assetPath: () => assetPath,
  systemAssets: () => systemAssets
});
module.exports = stdin_exports;
var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_url = process.getBuiltinModule("node:url");
var MAX_ASSET_BYTES = 32 * 1024 * 1024;
var ASSETS = {
  "web-tree-sitter.wasm": "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-javascript.wasm": "node_modules/tree-sitter-javascript/tree-sitter-javascript.wasm",
  "tree-sitter-typescript.wasm": "node_modules/tree-sitter-typescript/tree-sitter-typescript.wasm",
  "tree-sitter-tsx.wasm": "node_modules/tree-sitter-typescript/tree-sitter-tsx.wasm",
  "libsodium.mjs": "node_modules/libsodium/dist/modules-esm/libsodium.mjs",
  "koffi.node": "node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node"
};
function assetPath(name) {
  const installed = ASSETS[name];
  if (installed === void 0) throw new Error(`no asset is named ${name}: list it in ASSETS`);
  const bundled = (0, import_node_url.fileURLToPath)(new URL(`./data/${name}`, __bundleUrl));
  return (0, import_node_fs.existsSync)(bundled) ? bundled : (0, import_node_url.fileURLToPath)(new URL(`../../${installed}`, __bundleUrl));
}
var systemAssets = {
  /** What reads files is loaded with the first: `node:fs/promises` takes a megabyte, and most scans read no asset. */
  async read(name) {
    const { readFileBounded } = await Promise.resolve().then(() => require("./files-FNVQTKSY.cjs"));
    return await readFileBounded(assetPath(name), MAX_ASSET_BYTES);
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  assetPath,
  systemAssets
});
