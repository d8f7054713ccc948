const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  SallyportError,
  hasSystemCode,
  messageOf
} from "./chunk-XELNXD6A.js";

// src/platform/files.ts
const { randomBytes } = process.getBuiltinModule("node:crypto");
const { constants } = process.getBuiltinModule("node:fs");
const { mkdir, open, readdir, rename, rm, stat, writeFile } = process.getBuiltinModule("node:fs/promises");
const { basename, dirname, join } = process.getBuiltinModule("node:path");
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
async function removeOldDrafts(path, before) {
  const folder = dirname(path);
  const isDraft = (name) => name.startsWith(`${basename(path)}.`) && /\.[0-9a-f]{12}\.tmp$/.test(name);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isDraft)) {
    const draft = join(folder, name);
    const found = await stat(draft).catch(() => void 0);
    if (found && found.mtimeMs < before) await rm(draft, { force: true });
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
  return new SallyportError("FILE_UNREADABLE", {
    ...whyUnreadable(path, cause),
    place: { file: path },
    cause
  });
}
function whyUnreadable(path, cause) {
  if (hasSystemCode(cause, "ENOENT")) return { message: `${path} is not there` };
  if (!hasSystemCode(cause, "EACCES", "EPERM")) return { message: `${path}: ${messageOf(cause)}` };
  return {
    message: `${path} may not be read by ${process.geteuid === void 0 ? "this user" : `user ${process.geteuid()}`}`,
    help: "let the user that runs this read the file, and enter each folder above it"
  };
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
  removeOldDrafts,
  replaceFile,
  createFile,
  syncFolder,
  makePrivateFolder,
  isFolder
};
