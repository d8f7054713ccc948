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
  createFile: () => createFile,
  makePrivateFolder: () => makePrivateFolder,
  readFileBounded: () => readFileBounded,
  readFileIfThere: () => readFileIfThere,
  removeOldDrafts: () => removeOldDrafts,
  replaceFile: () => replaceFile,
  syncFolder: () => syncFolder,
  writeFileAtomic: () => writeFileAtomic
});
module.exports = stdin_exports;
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_fs = process.getBuiltinModule("node:fs");

var import_node_path = process.getBuiltinModule("node:path");
async function readFileBounded(path, maxBytes) {
  let file;
  try {
    file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NONBLOCK);
    const { size } = await regularFile(file, path);
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    return await readWhole(file, path, size, maxBytes);
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    await file?.close();
  }
}
async function readFileIfThere(path, maxBytes) {
  try {
    return await readFileBounded(path, maxBytes);
  } catch (error) {
    if (error instanceof import_chunk_TO5RH7DJ.SallyportError && (0, import_chunk_TO5RH7DJ.hasSystemCode)(error.cause, "ENOENT", "ENOTDIR")) return void 0;
    throw error;
  }
}
async function writeFileAtomic(path, content, mode = 420) {
  const beside = `${path}.${(0, import_node_crypto.randomBytes)(6).toString("hex")}.tmp`;
  try {
    const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(beside, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(beside, path);
    await syncFolder((0, import_node_path.dirname)(path));
  } catch (cause) {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function removeOldDrafts(path, before) {
  const folder = (0, import_node_path.dirname)(path);
  const isDraft = (name) => name.startsWith(`${(0, import_node_path.basename)(path)}.`) && /\.[0-9a-f]{12}\.tmp$/.test(name);
  const names = await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(folder).catch(() => []);
  for (const name of names.filter(isDraft)) {
    const draft = (0, import_node_path.join)(folder, name);
    const found = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(draft).catch(() => void 0);
    if (found && found.mtimeMs < before) await (0, (process.getBuiltinModule("node:fs/promises")).rm)(draft, { force: true });
  }
}
async function replaceFile(path, content, mode = 420) {
  const beside = `${path}.${(0, import_node_crypto.randomBytes)(6).toString("hex")}.tmp`;
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).writeFile)(beside, content, { mode, flag: "wx" });
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(beside, path);
  } catch (cause) {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function createFile(path, content, mode) {
  try {
    const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder((0, import_node_path.dirname)(path));
  } catch (cause) {
    const there = (0, import_chunk_TO5RH7DJ.hasSystemCode)(cause, "EEXIST");
    throw unwritable(
      path,
      cause,
      there ? "a file of this name is there already: choose another, or move it away" : void 0
    );
  }
}
async function syncFolder(path) {
  const folder = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
async function makePrivateFolder(path) {
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(path, { recursive: true, mode: 448 });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}
async function regularFile(file, path) {
  const stats = await file.stat();
  if (stats.isFile()) return { size: stats.size };
  if (stats.isFIFO() || stats.isCharacterDevice()) return { size: 0 };
  throw new import_chunk_TO5RH7DJ.SallyportError("FILE_UNREADABLE", {
    message: `${path} is not a regular file`,
    place: { file: path }
  });
}
async function readWhole(file, path, size, maxBytes) {
  const chunks = [];
  let total = 0;
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(Math.max(64 * 1024, size - total + 1));
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > maxBytes) throw tooLarge(path, total, maxBytes);
    chunks.push(chunk.subarray(0, bytesRead));
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, total);
}
function tooLarge(path, size, maxBytes) {
  return new import_chunk_TO5RH7DJ.SallyportError("LIMIT_EXCEEDED", {
    message: `${path} has ${size} bytes or more; at most ${maxBytes} are read`,
    place: { file: path }
  });
}
function unreadable(path, cause) {
  if (cause instanceof import_chunk_TO5RH7DJ.SallyportError) return cause;
  return new import_chunk_TO5RH7DJ.SallyportError("FILE_UNREADABLE", {
    ...whyUnreadable(path, cause),
    place: { file: path },
    cause
  });
}
function whyUnreadable(path, cause) {
  if ((0, import_chunk_TO5RH7DJ.hasSystemCode)(cause, "ENOENT")) return { message: `${path} is not there` };
  if (!(0, import_chunk_TO5RH7DJ.hasSystemCode)(cause, "EACCES", "EPERM")) return { message: `${path}: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}` };
  return {
    message: `${path} may not be read by ${process.geteuid === void 0 ? "this user" : `user ${process.geteuid()}`}`,
    help: "let the user that runs this read the file, and enter each folder above it"
  };
}
function unwritable(path, cause, help) {
  return new import_chunk_TO5RH7DJ.SallyportError("FILE_UNWRITABLE", {
    message: `${path}: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}`,
    place: { file: path },
    cause,
    ...help === void 0 ? {} : { help }
  });
}
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
