import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  SallyportError,
  hasSystemCode,
  messageOf
} from "./chunk-N2CRB7ZG.js";

// src/platform/files.ts
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function readFileBounded(path, maxBytes) {
  let file;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
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
    if (error instanceof SallyportError && hasSystemCode(error.cause, "ENOENT", "ENOTDIR")) return void 0;
    throw error;
  }
}
async function writeFileAtomic(path, content, mode = 420) {
  const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function replaceFile(path, content, mode = 420) {
  const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(beside, content, { mode, flag: "wx" });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function createFile(path, content, mode) {
  try {
    const file = await open(path, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
  } catch (cause) {
    const there = hasSystemCode(cause, "EEXIST");
    throw unwritable(
      path,
      cause,
      there ? "a file of this name is there already: choose another, or move it away" : void 0
    );
  }
}
async function syncFolder(path) {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
async function makePrivateFolder(path) {
  try {
    await mkdir(path, { recursive: true, mode: 448 });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}
async function isFolder(path) {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
async function regularFile(file, path) {
  const stats = await file.stat();
  if (stats.isFile()) return { size: stats.size };
  if (stats.isFIFO() || stats.isCharacterDevice()) return { size: 0 };
  throw new SallyportError("FILE_UNREADABLE", {
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
  return new SallyportError("LIMIT_EXCEEDED", {
    message: `${path} has ${size} bytes or more; at most ${maxBytes} are read`,
    place: { file: path }
  });
}
function unreadable(path, cause) {
  if (cause instanceof SallyportError) return cause;
  const message = hasSystemCode(cause, "ENOENT") ? `${path} is not there` : `${path}: ${messageOf(cause)}`;
  return new SallyportError("FILE_UNREADABLE", { message, place: { file: path }, cause });
}
function unwritable(path, cause, help) {
  return new SallyportError("FILE_UNWRITABLE", {
    message: `${path}: ${messageOf(cause)}`,
    place: { file: path },
    cause,
    ...help === void 0 ? {} : { help }
  });
}

export {
  readFileBounded,
  readFileIfThere,
  writeFileAtomic,
  replaceFile,
  createFile,
  syncFolder,
  makePrivateFolder,
  isFolder
};
