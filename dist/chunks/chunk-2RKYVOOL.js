const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  FORMATS,
  decodeLockfile,
  formatOfPath,
  readPackages
} from "./chunk-FXH5C5QI.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";

// scanners/dependencies/inventory.ts
function isWanted(path) {
  return FORMATS.some((format) => format.wants(path) || format.wantsBeside?.(path) === true);
}
async function readInventory(files, signal) {
  const siblings = createSiblings(files);
  const readings = [];
  const fileErrors = [];
  for (const file of files) {
    signal.throwIfAborted();
    const format = formatOfPath(file.path);
    if (!format) continue;
    try {
      const reading = await readFile(file, format, siblings);
      readings.push(reading);
      for (const problem of reading.errors) fileErrors.push({ path: file.path, ...problem });
    } catch (error) {
      const code = error instanceof SallyportError ? error.code : "FILE_UNREADABLE";
      fileErrors.push({ path: file.path, code, message: messageOf(error) });
    }
  }
  return { readings, fileErrors };
}
async function readFile(file, format, siblings) {
  return readPackages({ path: file.path, bytes: await file.read() }, format, siblings);
}
function createSiblings(files) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    async read(path) {
      try {
        const bytes = await byPath.get(path)?.read();
        return bytes && { path, text: decodeLockfile(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}

export {
  isWanted,
  readInventory,
  createSiblings
};
