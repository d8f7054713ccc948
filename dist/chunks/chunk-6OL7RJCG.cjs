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
  measureArtifact: () => measureArtifact,
  mediaTypeOf: () => mediaTypeOf
});
module.exports = stdin_exports;
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");

var CHUNK_BYTES = 1024 * 1024;
async function measureArtifact(path) {
  let file;
  try {
    file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "r");
    if (!(await file.stat()).isFile()) throw new Error("not a regular file");
    const hash = (0, import_chunk_QW7UKFTH.createSha256)();
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size = 0;
    for (; ; ) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return { digest: new Uint8Array(hash.digest()), size };
      hash.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
    }
  } catch (cause) {
    throw new import_chunk_TO5RH7DJ.SallyportError("FILE_UNREADABLE", {
      message: `${path}: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}`,
      place: { file: path },
      cause
    });
  } finally {
    await file?.close();
  }
}
function mediaTypeOf(name) {
  const endings = {
    ".tar.gz": "application/gzip",
    ".tgz": "application/gzip",
    ".tar.zst": "application/zstd",
    ".tar": "application/x-tar",
    ".zip": "application/zip"
  };
  const found = Object.entries(endings).find(([ending]) => name.endsWith(ending));
  return found?.[1] ?? "application/octet-stream";
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  measureArtifact,
  mediaTypeOf
});
