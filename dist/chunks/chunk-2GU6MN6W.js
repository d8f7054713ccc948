const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  sha256Hex
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError,
  hasSystemCode
} from "./chunk-XELNXD6A.js";

// scanners/dependencies/inputs/input-file.ts
const { readdirSync, readFileSync, statSync } = process.getBuiltinModule("node:fs");
const { join } = process.getBuiltinModule("node:path");
var MAX_INPUT_BYTES = 64 * 1024 * 1024;
var MAX_FILES = 1e3;
function readInput(folder, name) {
  try {
    const path = join(folder, name);
    const { size } = statSync(path);
    if (size > MAX_INPUT_BYTES) throw invalidInput(name, `${size} bytes are more than ${MAX_INPUT_BYTES}`);
    const bytes = readFileSync(path);
    return { name, text: decodeUtf8(bytes), digest: `sha256:${sha256Hex(bytes)}` };
  } catch (error) {
    if (hasSystemCode(error, "ENOENT", "ENOTDIR")) return void 0;
    if (error instanceof SallyportError && error.code === "ADVISORIES_INVALID") throw error;
    throw invalidInput(name, "it is not readable as UTF-8 text", error);
  }
}
function readInputs(folder, name) {
  const names = listFolder(join(folder, name)).filter((file) => file.endsWith(".json"));
  if (names.length > MAX_FILES) throw invalidInput(name, `it has ${names.length} files`);
  return names.sort().map((file) => readInput(folder, `${name}/${file}`)).filter((file) => file !== void 0);
}
function listFolder(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (hasSystemCode(error, "ENOENT", "ENOTDIR")) return [];
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
  return new SallyportError("ADVISORIES_INVALID", { message: `${name} cannot be read: ${why}`, cause });
}

export {
  readInput,
  readInputs,
  parseInput,
  invalidInput
};
