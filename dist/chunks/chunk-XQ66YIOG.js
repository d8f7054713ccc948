const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";

// src/platform/assets.ts
const { existsSync } = process.getBuiltinModule("node:fs");
const { fileURLToPath } = process.getBuiltinModule("node:url");
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
  const bundled = fileURLToPath(new URL(`./data/${name}`, __bundleUrl));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL(`../../${installed}`, __bundleUrl));
}
var systemAssets = {
  read: (name) => readFileBounded(assetPath(name), MAX_ASSET_BYTES)
};

export {
  assetPath,
  systemAssets
};
