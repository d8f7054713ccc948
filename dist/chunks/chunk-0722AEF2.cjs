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
  chunk_53KULZZP: () => chunk_53KULZZP_exports,
  chunk_FOJ5JTVQ: () => chunk_FOJ5JTVQ_exports,
  chunk_HQJHKSVR: () => chunk_HQJHKSVR_exports,
  chunk_NX2LOS6S: () => chunk_NX2LOS6S_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_fs2 = process.getBuiltinModule("node:fs");
var import_node_url = process.getBuiltinModule("node:url");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_NX2LOS6S_exports = {};
__export2(chunk_NX2LOS6S_exports, {
  randomBelow: () => randomBelow,
  randomUint32: () => randomUint32
});
function randomUint32(random) {
  const bytes = random.bytes(4);
  return (bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]) >>> 0;
}
function randomBelow(random, bound) {
  const limit = Math.floor(4294967296 / bound) * bound;
  for (; ; ) {
    const value = randomUint32(random);
    if (value < limit) return value % bound;
  }
}
var chunk_HQJHKSVR_exports = {};
__export2(chunk_HQJHKSVR_exports, {
  equalIp: () => equalIp,
  formatEndpoint: () => formatEndpoint,
  formatIp: () => formatIp,
  formatPrefix: () => formatPrefix,
  isIp: () => isIp,
  isLoopback: () => isLoopback,
  maskPrefix: () => maskPrefix,
  parseEndpoint: () => parseEndpoint,
  parseIp: () => parseIp,
  parsePrefix: () => parsePrefix,
  prefixContains: () => prefixContains
});
function parseIp(text) {
  const bytes = text.includes(":") ? parseIpv6(text) : parseIpv4(text);
  if (!bytes) {
    throw new import_cli.SallyportError("ENCODING_INVALID", {
      message: `not an IP address: ${JSON.stringify(text.slice(0, 60))}`
    });
  }
  return { family: bytes.length === 4 ? 4 : 6, bytes };
}
function isIp(text) {
  return (text.includes(":") ? parseIpv6(text) : parseIpv4(text)) !== void 0;
}
function formatIp(address) {
  return address.family === 4 ? address.bytes.join(".") : formatIpv6(address.bytes);
}
function parsePrefix(text) {
  const slash = text.indexOf("/");
  const address = parseIp(slash < 0 ? text : text.slice(0, slash));
  const full = address.family === 4 ? 32 : 128;
  if (slash < 0) return { address, bits: full };
  const bits = text.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(bits) || Number(bits) > full) {
    throw new import_cli.SallyportError("ENCODING_INVALID", {
      message: `not a prefix: ${JSON.stringify(text.slice(0, 60))}`,
      help: `the length after the slash goes from 0 to ${full}`
    });
  }
  return { address, bits: Number(bits) };
}
function formatPrefix(prefix) {
  return `${formatIp(prefix.address)}/${prefix.bits}`;
}
function maskPrefix(prefix) {
  const bytes = prefix.address.bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefix.bits - index * 8));
    return byte & 65280 >> kept;
  });
  return { address: { family: prefix.address.family, bytes }, bits: prefix.bits };
}
function prefixContains(prefix, address) {
  if (prefix.address.family !== address.family) return false;
  const whole = prefix.bits >> 3;
  for (let i = 0; i < whole; i++) if (prefix.address.bytes[i] !== address.bytes[i]) return false;
  const rest = prefix.bits & 7;
  if (rest === 0) return true;
  const mask = 65280 >> rest;
  return ((prefix.address.bytes[whole] ^ address.bytes[whole]) & mask & 255) === 0;
}
function isLoopback({ family, bytes }) {
  return family === 4 ? bytes[0] === 127 : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
}
function equalIp(a, b) {
  return a.family === b.family && Buffer.compare(a.bytes, b.bytes) === 0;
}
function parseEndpoint(text) {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (!match || port > 65535) {
    throw new import_cli.SallyportError("ENCODING_INVALID", {
      message: `not an address and port: ${JSON.stringify(text.slice(0, 80))}`,
      help: "write it as 192.0.2.1:51820 or [2001:db8::1]:51820"
    });
  }
  return { address: parseIp(match[1] ?? match[2] ?? ""), port };
}
function formatEndpoint(endpoint) {
  const host = formatIp(endpoint.address);
  return endpoint.address.family === 4 ? `${host}:${endpoint.port}` : `[${host}]:${endpoint.port}`;
}
function parseIpv4(text) {
  const parts = text.split(".");
  if (parts.length !== 4) return void 0;
  const bytes = new Uint8Array(4);
  for (const [index, part] of parts.entries()) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return void 0;
    bytes[index] = Number(part);
  }
  return bytes;
}
function parseIpv6(text) {
  if (text.length > 45) return void 0;
  const halves = text.split("::");
  if (halves.length > 2) return void 0;
  const head = parseGroups(halves[0], halves.length === 1);
  const tail = halves.length === 2 ? parseGroups(halves[1], true) : [];
  if (!head || !tail) return void 0;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 2 ? missing < 2 : missing !== 0) return void 0;
  return Uint8Array.from([...head, ...new Array(missing).fill(0), ...tail]);
}
function parseGroups(text, mayEndInIpv4) {
  if (text === "") return [];
  const bytes = [];
  const groups = text.split(":");
  for (const [index, group] of groups.entries()) {
    if (mayEndInIpv4 && index === groups.length - 1 && group.includes(".")) {
      const embedded = parseIpv4(group);
      if (!embedded) return void 0;
      bytes.push(...embedded);
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return void 0;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}
function formatIpv6(bytes) {
  const groups = [];
  for (let i = 0; i < 16; i += 2) groups.push(bytes[i] << 8 | bytes[i + 1]);
  const zeros = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (zeros.length < 2) return hex.join(":");
  return `${hex.slice(0, zeros.start).join(":")}::${hex.slice(zeros.start + zeros.length).join(":")}`;
}
function longestZeroRun(groups) {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
var chunk_FOJ5JTVQ_exports = {};
__export2(chunk_FOJ5JTVQ_exports, {
  isFolder: () => isFolder
});
function isFolder(path) {
  try {
    return (0, import_node_fs.statSync)(path).isDirectory();
  } catch {
    return false;
  }
}
var chunk_53KULZZP_exports = {};
__export2(chunk_53KULZZP_exports, {
  assetPath: () => assetPath,
  systemAssets: () => systemAssets
});
var MAX_ASSET_BYTES = 32 * 1024 * 1024;
var ASSETS = {
  "web-tree-sitter.wasm": "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-javascript.wasm": "node_modules/tree-sitter-javascript/tree-sitter-javascript.wasm",
  "tree-sitter-typescript.wasm": "node_modules/tree-sitter-typescript/tree-sitter-typescript.wasm",
  "tree-sitter-tsx.wasm": "node_modules/tree-sitter-typescript/tree-sitter-tsx.wasm",
  "libsodium.mjs": "node_modules/libsodium/dist/modules-esm/libsodium.mjs",
  // Every build has both; beside the sources lies the one of the machine's own platform.
  "koffi-linux-x64.node": "node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node",
  "koffi-linux-arm64.node": "node_modules/@koromix/koffi-linux-arm64/linux_arm64/koffi.node"
};
function assetPath(name) {
  const installed = ASSETS[name];
  if (installed === void 0) throw new Error(`no asset is named ${name}: list it in ASSETS`);
  const bundled = (0, import_node_url.fileURLToPath)(new URL(`./data/${name}`, __bundleUrl));
  return (0, import_node_fs2.existsSync)(bundled) ? bundled : (0, import_node_url.fileURLToPath)(new URL(`../../${installed}`, __bundleUrl));
}
var systemAssets = {
  /** What reads files is loaded with the first: `node:fs/promises` takes a megabyte, and most scans read no asset. */
  async read(name) {
    const { readFileBounded } = await Promise.resolve().then(() => require("./files-FNVQTKSY.cjs").files_FNVQTKSY);
    return await readFileBounded(assetPath(name), MAX_ASSET_BYTES);
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_53KULZZP,
  chunk_FOJ5JTVQ,
  chunk_HQJHKSVR,
  chunk_NX2LOS6S
});
