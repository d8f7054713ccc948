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
  chunk_NMPH2TLX: () => chunk_NMPH2TLX_exports,
  schema_FBFBMFK6: () => schema_FBFBMFK6_exports
});
module.exports = stdin_exports;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_stream = process.getBuiltinModule("node:stream");


var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli4 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var schema_FBFBMFK6_exports = {};
__export2(schema_FBFBMFK6_exports, {
  AGENT_CONFIG_KEYS: () => AGENT_CONFIG_KEYS,
  agentConfigJsonSchema: () => agentConfigJsonSchema,
  agentConfigSchema: () => agentConfigSchema
});
var chunk_NMPH2TLX_exports = {};
__export2(chunk_NMPH2TLX_exports, {
  AGENT_CONFIG_KEYS: () => AGENT_CONFIG_KEYS,
  agentConfigJsonSchema: () => agentConfigJsonSchema,
  agentConfigSchema: () => agentConfigSchema,
  archiveRefused: () => archiveRefused,
  maxUnpackedBytes: () => maxUnpackedBytes,
  quoteName: () => quoteName,
  readEntries: () => readEntries,
  readRange: () => readRange
});
function archiveRefused(why, entry, cause) {
  const where = entry === void 0 ? "" : ` at ${quoteName(entry)}`;
  return new import_cli3.SallyportError("ARCHIVE_REFUSED", {
    message: `the archive is refused: ${why}${where}`,
    help: "build the artifact again with plain files, folders and links that stay inside it",
    ...cause === void 0 ? {} : { cause }
  });
}
function quoteName(name) {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 120)}\u2026` : name).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
async function* decompress(source, compression, maxBytes) {
  const decoder = createDecoder(compression);
  const input = import_node_stream.Readable.from(source, { objectMode: false });
  input.on("error", (error) => decoder.destroy(error));
  input.pipe(decoder);
  let total = 0;
  try {
    for await (const chunk of decoder) {
      total += chunk.length;
      if (total > maxBytes) throw archiveRefused(`it unpacks to more than ${maxBytes} bytes`);
      yield chunk;
    }
  } catch (cause) {
    throw isCorruption(cause) ? archiveRefused(`its ${compression} data is corrupt or truncated`, void 0, cause) : cause;
  } finally {
    input.destroy();
    decoder.destroy();
  }
}
function createDecoder(compression) {
  switch (compression) {
    case "gzip":
      return (0, (process.getBuiltinModule("node:zlib")).createGunzip)();
    case "zstd":
      return (0, (process.getBuiltinModule("node:zlib")).createZstdDecompress)();
    case "deflate":
      return (0, (process.getBuiltinModule("node:zlib")).createInflateRaw)();
  }
}
function isCorruption(cause) {
  return cause instanceof Error && "code" in cause && /^(Z_|ZSTD_|ERR_ZSTD)/.test(String(cause.code));
}
var CHUNK = 256 * 1024;
async function* readRange(file, start, end) {
  for (let offset = start; offset < end; ) {
    const chunk = await file.read(offset, Math.min(CHUNK, end - offset));
    if (chunk.length === 0) throw archiveRefused("it is truncated");
    offset += chunk.length;
    yield chunk;
  }
}
var ByteReader = class {
  #chunks;
  #held = new Uint8Array(0);
  constructor(source) {
    this.#chunks = source[Symbol.asyncIterator]();
  }
  /** `undefined` at a clean end. @throws `ARCHIVE_REFUSED` where the end comes within the bytes */
  async read(length) {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const part = await this.#next(length - filled);
      if (part === void 0) {
        if (filled === 0) return void 0;
        throw archiveRefused("it is truncated");
      }
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes;
  }
  /** Exactly `length` bytes in pieces. @throws `ARCHIVE_REFUSED` where there are fewer */
  async *stream(length, entry) {
    let left = length;
    while (left > 0) {
      const part = await this.#next(left);
      if (part === void 0) throw archiveRefused("it is truncated", entry);
      left -= part.length;
      yield part;
    }
  }
  /** Everything that is left, in pieces. */
  async *rest() {
    for (; ; ) {
      const part = await this.#next(64 * 1024);
      if (part === void 0) return;
      yield part;
    }
  }
  /** Ends the source early, so that what it holds (a file, a decompressor) is let go. */
  async close() {
    await this.#chunks.return?.();
  }
  async #next(most) {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return void 0;
      this.#held = value;
    }
    const part = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(part.length);
    return part;
  }
};
function parsePax(bytes) {
  const overrides = {};
  for (const [key, value] of records(bytes)) {
    if (key.startsWith("GNU.sparse.")) throw archiveRefused("it holds a sparse file");
    if (key === "path") overrides.path = value;
    if (key === "linkpath") overrides.linkpath = value;
    if (key === "size") overrides.size = parseSize(value);
  }
  return overrides;
}
function* records(bytes) {
  let offset = 0;
  while (offset < bytes.length) {
    const space = bytes.indexOf(32, offset);
    const digits = space < 0 ? "" : Buffer.from(bytes.subarray(offset, space)).toString("latin1");
    if (!/^[1-9]\d{0,7}$/.test(digits)) throw archiveRefused("an extended header is malformed");
    const end = offset + Number(digits);
    if (end > bytes.length || bytes[end - 1] !== 10) throw archiveRefused("an extended header is malformed");
    const text = decodeRecord(bytes.subarray(space + 1, end - 1));
    const equals = text.indexOf("=");
    if (equals < 1) throw archiveRefused("an extended header is malformed");
    yield [text.slice(0, equals), text.slice(equals + 1)];
    offset = end;
  }
}
function decodeRecord(bytes) {
  try {
    return (0, import_cli2.decodeUtf8)(bytes);
  } catch (cause) {
    throw archiveRefused("an extended header is not UTF-8", void 0, cause);
  }
}
function parseSize(text) {
  const size2 = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(size2)) throw archiveRefused("an extended header has a size out of range");
  return size2;
}
var BLOCK = 512;
function parseTarHeader(block) {
  if (block.every((byte) => byte === 0)) return void 0;
  if (readOctal(block, 148, 8) !== checksumOf(block)) throw archiveRefused("a header has a wrong checksum");
  const magic = readText(block, 257, 6);
  const name = readText(block, 0, 100);
  const prefix = magic === "ustar" && block[262] === 0 ? readText(block, 345, 155) : "";
  const type = String.fromCharCode(block[156]);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    mode: readOctal(block, 100, 8),
    size: readNumber(block, 124, 12),
    type: type === "\0" ? "0" : type,
    target: readText(block, 157, 100)
  };
}
function readText(block, offset, length) {
  const field = block.subarray(offset, offset + length);
  const end = field.indexOf(0);
  try {
    return (0, import_cli2.decodeUtf8)(end < 0 ? field : field.subarray(0, end));
  } catch (cause) {
    throw archiveRefused("a name is not UTF-8", void 0, cause);
  }
}
function readOctal(block, offset, length) {
  const text = Buffer.from(block.subarray(offset, offset + length)).toString("latin1");
  const digits = text.replace(/[\0 ]+$/, "").replace(/^ +/, "");
  if (!/^[0-7]*$/.test(digits)) throw archiveRefused("a header has a number that is not octal");
  return digits === "" ? 0 : Number.parseInt(digits, 8);
}
function readNumber(block, offset, length) {
  const first = block[offset];
  if ((first & 128) === 0) return readOctal(block, offset, length);
  let value = BigInt(first & 127);
  for (let i = 1; i < length; i++) value = value << 8n | BigInt(block[offset + i]);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw archiveRefused("a header has a size out of range");
  return Number(value);
}
function checksumOf(block) {
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : block[i];
  return sum;
}
var MAX_EXTENSION_BYTES = 64 * 1024;
var MAX_EXTENSIONS = 8;
async function* readTar(source) {
  const reader = new ByteReader(source);
  try {
    for (; ; ) {
      const found = await nextHeader(reader);
      if (found === void 0) break;
      yield* readEntry(reader, found);
    }
    await expectOnlyZeros(reader);
  } finally {
    await reader.close();
  }
}
async function nextHeader(reader) {
  let overrides = {};
  for (let extensions = 0; extensions <= MAX_EXTENSIONS; extensions++) {
    const block = await reader.read(BLOCK);
    if (block === void 0) throw archiveRefused("it is truncated: the end of archive is missing");
    const header = parseTarHeader(block);
    if (header === void 0) {
      if (extensions > 0) throw archiveRefused("it ends after an extended header");
      return void 0;
    }
    const extension = await readExtension(reader, header);
    if (extension === void 0) return applyOverrides(header, overrides);
    overrides = { ...overrides, ...extension };
  }
  throw archiveRefused(`more than ${MAX_EXTENSIONS} extended headers stand in a row`);
}
async function readExtension(reader, header) {
  switch (header.type) {
    case "x":
      return parsePax(await readContent(reader, header));
    case "g":
      if (Object.keys(parsePax(await readContent(reader, header))).length > 0) {
        throw archiveRefused("a global extended header changes names or sizes");
      }
      return {};
    case "L":
      return { path: await readLongName(reader, header) };
    case "K":
      return { linkpath: await readLongName(reader, header) };
    default:
      return void 0;
  }
}
async function* readEntry(reader, header) {
  const { name, mode, target } = header;
  switch (header.type) {
    case "0":
    case "7": {
      if (name.endsWith("/") && header.size === 0) yield { kind: "folder", name, mode };
      else yield* readFile(reader, header);
      return;
    }
    case "5":
      await skipContent(reader, header);
      yield { kind: "folder", name, mode };
      return;
    case "1":
    case "2":
      if (header.size !== 0) throw archiveRefused("a link has content", name);
      yield { kind: header.type === "1" ? "hardlink" : "symlink", name, target };
      return;
    default:
      throw archiveRefused(`it holds ${typeName(header.type)}`, name);
  }
}
async function* readFile(reader, header) {
  let readToEnd = false;
  async function* body() {
    yield* reader.stream(header.size, header.name);
    readToEnd = true;
  }
  yield { kind: "file", name: header.name, mode: header.mode, size: header.size, body: body() };
  if (!readToEnd) throw new Error("this is a bug: the body of a tar entry was not read to its end");
  await skipPadding(reader, header);
}
function typeName(type) {
  const names = {
    "3": "a character device",
    "4": "a block device",
    "6": "a FIFO",
    S: "a sparse file"
  };
  return names[type] ?? `an entry of the unknown type ${JSON.stringify(type)}`;
}
async function readContent(reader, header) {
  if (header.size > MAX_EXTENSION_BYTES) throw archiveRefused("an extended header is too large", header.name);
  const content = header.size === 0 ? new Uint8Array(0) : await reader.read(header.size);
  if (content === void 0) throw archiveRefused("it is truncated", header.name);
  await skipPadding(reader, header);
  return content;
}
async function readLongName(reader, header) {
  const content = await readContent(reader, header);
  const end = content.indexOf(0);
  try {
    return (0, import_cli2.decodeUtf8)(end < 0 ? content : content.subarray(0, end));
  } catch (cause) {
    throw archiveRefused("a long name is not UTF-8", void 0, cause);
  }
}
async function skipContent(reader, header) {
  if (header.size > MAX_EXTENSION_BYTES) throw archiveRefused("a folder has content", header.name);
  for await (const _ of reader.stream(header.size, header.name)) {
  }
  await skipPadding(reader, header);
}
async function skipPadding(reader, header) {
  const padding = (BLOCK - header.size % BLOCK) % BLOCK;
  for await (const _ of reader.stream(padding, header.name)) {
  }
}
async function expectOnlyZeros(reader) {
  const second = await reader.read(BLOCK);
  if (second === void 0) throw archiveRefused("it is truncated: the end of archive is missing");
  if (second.some((byte) => byte !== 0)) throw archiveRefused("something follows its end");
  for await (const part of reader.rest()) {
    if (part.some((byte) => byte !== 0)) throw archiveRefused("something follows its end");
  }
}
function applyOverrides(header, overrides) {
  return {
    ...header,
    name: overrides.path ?? header.name,
    target: overrides.linkpath ?? header.target,
    size: overrides.size ?? header.size
  };
}
var END = 101010256;
var END64 = 101075792;
var LOCATOR64 = 117853008;
var CENTRAL = 33639248;
var MAX_COMMENT = 65535;
var MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
async function readZipDirectory(file, maxEntries) {
  const place = await findDirectory(file);
  if (place.entries > maxEntries) throw archiveRefused(`it has more than ${maxEntries} entries`);
  if (place.size > MAX_DIRECTORY_BYTES || place.offset + place.size > file.size) {
    throw archiveRefused("its directory lies outside of the file");
  }
  const bytes = await readWholly(file, place.offset, place.size);
  const records2 = [];
  let at = 0;
  for (let index = 0; index < place.entries; index++) {
    const { record: record2, next } = parseCentral(bytes, at);
    records2.push(record2);
    at = next;
  }
  if (at !== bytes.length) throw archiveRefused("its directory does not hold the entries that it counts");
  return records2;
}
async function findDirectory(file) {
  const tailStart = Math.max(0, file.size - 22 - MAX_COMMENT);
  const tail = await readWholly(file, tailStart, file.size - tailStart);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== tail.length) continue;
    const place = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true)
    };
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) {
      throw archiveRefused("it is split over several disks");
    }
    const needs64 = place.entries === 65535 || place.size === 4294967295 || place.offset === 4294967295;
    return needs64 ? await findDirectory64(file, tailStart + at) : place;
  }
  throw archiveRefused("it is truncated: the end of the zip is missing");
}
async function findDirectory64(file, endAt) {
  if (endAt < 20) throw archiveRefused("its zip64 locator is missing");
  const locator = viewOf(await readWholly(file, endAt - 20, 20));
  if (locator.getUint32(0, true) !== LOCATOR64) throw archiveRefused("its zip64 locator is missing");
  const at = readUint64(locator, 8);
  if (at + 56 > file.size) throw archiveRefused("its zip64 record lies outside of the file");
  const view = viewOf(await readWholly(file, at, 56));
  if (view.getUint32(0, true) !== END64) throw archiveRefused("its zip64 record is missing");
  return { entries: readUint64(view, 32), size: readUint64(view, 40), offset: readUint64(view, 48) };
}
function parseCentral(bytes, at) {
  const view = viewOf(bytes);
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
    throw archiveRefused("its directory is malformed");
  }
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) throw archiveRefused("its directory is malformed");
  const name = decodeName(bytes.subarray(at + 46, nameEnd));
  const sizes = applyZip64(
    {
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true)
    },
    bytes.subarray(nameEnd, extraEnd),
    name
  );
  const madeOnUnix = view.getUint8(at + 5) === 3;
  const record2 = {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    unixMode: madeOnUnix ? view.getUint32(at + 38, true) >>> 16 : 0,
    ...sizes
  };
  return { record: record2, next };
}
function applyZip64(sizes, extra, name) {
  const field = findExtra(extra, 1);
  let at = 0;
  const widen = (value) => {
    if (value !== 4294967295) return value;
    if (!field || at + 8 > field.length) throw archiveRefused("a zip64 size is missing", name);
    at += 8;
    return readUint64(viewOf(field), at - 8);
  };
  return {
    size: widen(sizes.size),
    packedSize: widen(sizes.packedSize),
    offset: widen(sizes.offset)
  };
}
function findExtra(extra, id) {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return void 0;
}
function decodeName(bytes) {
  try {
    return (0, import_cli2.decodeUtf8)(bytes);
  } catch (cause) {
    throw archiveRefused("a name is not UTF-8", void 0, cause);
  }
}
async function readWholly(file, offset, length) {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const part = await file.read(offset + filled, length - filled);
    if (part.length === 0) throw archiveRefused("it is truncated");
    bytes.set(part, filled);
    filled += part.length;
  }
  return bytes;
}
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
function readUint64(view, at) {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw archiveRefused("a zip64 number is out of range");
  return Number(value);
}
var LOCAL = 67324752;
var STORED = 0;
var DEFLATED = 8;
var FLAG_ENCRYPTED = 1;
var TYPE_MASK = 61440;
var TYPE_FOLDER = 16384;
var TYPE_FILE = 32768;
var TYPE_SYMLINK = 40960;
var MAX_LINK_BYTES = 4096;
async function* readZip(file, limits) {
  const records2 = await readZipDirectory(file, limits.maxEntries);
  records2.sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const record2 of records2) {
    checkRecord(record2);
    if (record2.offset < end) throw archiveRefused("entries overlap", record2.name);
    const start = await findData(file, record2);
    end = start + record2.packedSize;
    if (end > file.size) throw archiveRefused("it is truncated", record2.name);
    yield await toEntry(file, record2, start);
  }
}
function checkRecord(record2) {
  if ((record2.flags & FLAG_ENCRYPTED) !== 0) throw archiveRefused("an entry is encrypted", record2.name);
  if (record2.method !== STORED && record2.method !== DEFLATED) {
    throw archiveRefused(`an entry is packed with the unknown method ${record2.method}`, record2.name);
  }
  if (record2.method === STORED && record2.packedSize !== record2.size) {
    throw archiveRefused("an entry has two sizes", record2.name);
  }
}
async function findData(file, record2) {
  const header = await readWholly(file, record2.offset, 30);
  const view = viewOf(header);
  if (view.getUint32(0, true) !== LOCAL) throw archiveRefused("a local header is missing", record2.name);
  const nameLength = view.getUint16(26, true);
  const name = await readWholly(file, record2.offset + 30, nameLength);
  const contradicts = view.getUint16(8, true) !== record2.method || !(0, import_cli2.equalBytes)(name, (0, import_cli2.encodeUtf8)(record2.name));
  if (contradicts) throw archiveRefused("a local header contradicts the directory", record2.name);
  return record2.offset + 30 + nameLength + view.getUint16(28, true);
}
async function toEntry(file, record2, start) {
  const { name, unixMode } = record2;
  const type = unixMode & TYPE_MASK;
  const mode = unixMode & 4095;
  const isFolder = name.endsWith("/");
  if (isFolder && (type === 0 || type === TYPE_FOLDER)) {
    if (record2.size !== 0) throw archiveRefused("a folder has content", name);
    return { kind: "folder", name, mode };
  }
  if (type === TYPE_SYMLINK) return { kind: "symlink", name, target: await readLink(file, record2, start) };
  if (isFolder || type !== 0 && type !== TYPE_FILE)
    throw archiveRefused("it holds a device or a FIFO", name);
  return { kind: "file", name, mode, size: record2.size, body: readData(file, record2, start) };
}
async function readLink(file, record2, start) {
  if (record2.size > MAX_LINK_BYTES) throw archiveRefused("the target of a link is too long", record2.name);
  const chunks = [];
  for await (const chunk of readData(file, record2, start)) chunks.push(chunk);
  try {
    return (0, import_cli2.decodeUtf8)(Buffer.concat(chunks));
  } catch (cause) {
    throw archiveRefused("the target of a link is not UTF-8", record2.name, cause);
  }
}
async function* readData(file, record2, start) {
  const packed = readRange(file, start, start + record2.packedSize);
  const data = record2.method === STORED ? packed : decompress(packed, "deflate", record2.size);
  let total = 0;
  let checksum = 0;
  for await (const chunk of data) {
    total += chunk.length;
    checksum = (0, (process.getBuiltinModule("node:zlib")).crc32)(chunk, checksum);
    yield chunk;
  }
  if (total !== record2.size)
    throw archiveRefused("an entry has another size than its header says", record2.name);
  if (checksum !== record2.crc32) throw archiveRefused("an entry has a wrong CRC-32", record2.name);
}
var ARTIFACT_FORMATS = ["auto", "tar.gz", "tar.zst", "tar", "zip", "file"];
var SINGLE_FILE_NAME = "artifact";
async function detectFormat(file) {
  const head = await file.read(0, 512);
  const starts = (...bytes) => bytes.every((byte, index) => head[index] === byte);
  if (starts(31, 139)) return "tar.gz";
  if (starts(40, 181, 47, 253)) return "tar.zst";
  if (starts(80, 75, 3, 4) || starts(80, 75, 5, 6)) return "zip";
  if (Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar") return "tar";
  return "file";
}
async function* readEntries(file, options) {
  const format = options.format === "auto" ? await detectFormat(file) : options.format;
  const whole = readRange(file, 0, file.size);
  const bound = maxStreamBytes(file.size, options.limits);
  switch (format) {
    case "tar.gz":
      return yield* readTar(decompress(whole, "gzip", bound));
    case "tar.zst":
      return yield* readTar(decompress(whole, "zstd", bound));
    case "tar":
      return yield* readTar(whole);
    case "zip":
      return yield* readZip(file, options.limits);
    case "file":
      yield { kind: "file", name: options.fileName, mode: 493, size: file.size, body: whole };
  }
}
function maxStreamBytes(size2, limits) {
  const headers = (limits.maxEntries + 4) * 4096;
  return Math.min(limits.maxBytes, maxUnpackedBytes(size2, limits)) + headers;
}
function maxUnpackedBytes(size2, limits) {
  return Math.min(limits.maxBytes, Math.max(size2 * limits.maxRatio, 1024 * 1024));
}
var duration = (0, import_chunk_CF656EE4.string)().regex(/^\d{1,9}(?:ms|s|m|h|d)$/, "must be a duration such as 250ms, 90s, 15m, 24h").transform(import_cli.parseDuration);
var SIZE_UNITS = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
var size = (0, import_chunk_CF656EE4.string)().regex(/^\d{1,7}(?:B|KiB|MiB|GiB)$/, "must be a size such as 64KiB, 512MiB, 2GiB").transform((text) => {
  const [, count, unit] = /^(\d+)(\w+)$/.exec(text) ?? [];
  return Number(count) * (SIZE_UNITS[unit ?? ""] ?? Number.NaN);
});
var argv = (0, import_chunk_CF656EE4.array)(
  (0, import_chunk_CF656EE4.string)().max(4096).refine((text) => !text.includes("\0"), "must not hold a NUL")
).min(1, "must be an argument list with at least the program").max(256);
var environment = (0, import_chunk_CF656EE4.record)(
  (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be a variable name"),
  (0, import_chunk_CF656EE4.string)().max(32768)
);
var addressPrefix = (0, import_chunk_CF656EE4.string)().refine(isPrefix, "must be an address or a prefix such as 192.0.2.0/24").transform(import_chunk_0722AEF2.parsePrefix);
function isPrefix(text) {
  try {
    (0, import_chunk_0722AEF2.parsePrefix)(text);
    return true;
  } catch {
    return false;
  }
}
var path = (0, import_chunk_CF656EE4.string)().min(1).max(4096);
var port = (0, import_chunk_CF656EE4.int)().min(1).max(65535);
var hookSchema = (0, import_chunk_CF656EE4.strictObject)({
  command: argv,
  timeout: duration.prefault("5m")
});
var stopSchema = (0, import_chunk_CF656EE4.strictObject)({
  signal: (0, import_chunk_CF656EE4._enum)(["SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP"]).default("SIGTERM"),
  timeout: duration.prefault("10s")
});
var serviceSchema = (0, import_chunk_CF656EE4.discriminatedUnion)("kind", [
  (0, import_chunk_CF656EE4.strictObject)({
    kind: (0, import_chunk_CF656EE4.literal)("process"),
    command: argv,
    env: environment.default({}),
    stop: stopSchema.prefault({}),
    /** The service's own output is kept in a file of at most this size. */
    log: size.prefault("8MiB")
  }),
  (0, import_chunk_CF656EE4.strictObject)({
    kind: (0, import_chunk_CF656EE4.literal)("systemd"),
    unit: (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9:_.@-]{1,200}\.service$/, "must be the name of a .service unit"),
    timeout: duration.prefault("90s")
  }),
  (0, import_chunk_CF656EE4.strictObject)({ kind: (0, import_chunk_CF656EE4.literal)("none") })
]);
var healthTimes = {
  interval: duration.prefault("1s"),
  successes: (0, import_chunk_CF656EE4.int)().min(1).max(1e3).default(3),
  timeout: duration.prefault("60s"),
  /** Of one probe. */
  probeTimeout: duration.prefault("5s")
};
var healthSchema = (0, import_chunk_CF656EE4.discriminatedUnion)("kind", [
  (0, import_chunk_CF656EE4.strictObject)({
    kind: (0, import_chunk_CF656EE4.literal)("http"),
    url: (0, import_chunk_CF656EE4.url)({ protocol: /^https?$/, error: "must be an http: or https: URL" }),
    status: (0, import_chunk_CF656EE4.int)().min(100).max(599).default(200),
    contains: (0, import_chunk_CF656EE4.string)().min(1).max(1e3).optional(),
    ...healthTimes
  }),
  (0, import_chunk_CF656EE4.strictObject)({
    kind: (0, import_chunk_CF656EE4.literal)("tcp"),
    host: (0, import_chunk_CF656EE4.string)().min(1).default("127.0.0.1"),
    port,
    ...healthTimes
  }),
  (0, import_chunk_CF656EE4.strictObject)({ kind: (0, import_chunk_CF656EE4.literal)("exec"), command: argv, ...healthTimes }),
  (0, import_chunk_CF656EE4.strictObject)({ kind: (0, import_chunk_CF656EE4.literal)("none"), ...healthTimes })
]);
var limitsSchema = (0, import_chunk_CF656EE4.strictObject)({
  /** Of the artifact; what is signed above it is refused. */
  artifact: size.prefault("1GiB"),
  unpacked: size.prefault("4GiB"),
  entries: (0, import_chunk_CF656EE4.int)().min(1).max(1e7).default(1e5),
  /** Unpacked bytes for each byte of the artifact. */
  ratio: (0, import_chunk_CF656EE4.int)().min(1).max(1e5).default(200),
  /** What must stay free on the disk. */
  keepFree: size.prefault("64MiB")
});
var freezeSchema = (0, import_chunk_CF656EE4.strictObject)({
  from: import_chunk_EA47D034.timestampText,
  to: import_chunk_EA47D034.timestampText,
  reason: (0, import_chunk_CF656EE4.string)().min(1).max(500)
});
var httpsSchema = (0, import_chunk_CF656EE4.strictObject)({
  prefix: (0, import_chunk_CF656EE4.string)().min(1).max(2e3),
  redirects: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)().min(1).max(2e3)).max(16).default([]),
  /** Addresses that are refused elsewhere (loopback, private, \u2026) and allowed for this prefix. */
  addresses: (0, import_chunk_CF656EE4.array)(addressPrefix).max(64).default([]),
  /** What counts for its TLS: a PEM file of CAs, relative to this file, or a pin (`sha256:\u2026`) of its certificate. */
  ca: path.optional()
});
var applicationSchema = (0, import_chunk_CF656EE4.strictObject)({
  /** The user that commands run as; never the agent's own. */
  user: (0, import_chunk_CF656EE4.string)().regex(/^[a-z_][a-z0-9_-]{0,31}\$?$/, "must be a user name").optional(),
  /** A trial on one machine: commands run as the agent. Every receipt says so. */
  sameUser: (0, import_chunk_CF656EE4.literal)(true).optional(),
  format: (0, import_chunk_CF656EE4._enum)(ARTIFACT_FORMATS).default("auto"),
  /** What an artifact that is one file is called in the release. */
  fileName: (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,100}$/, "must be a plain file name").default(SINGLE_FILE_NAME),
  limits: limitsSchema.prefault({}),
  /** Releases that are kept, beside those that are needed. */
  keep: (0, import_chunk_CF656EE4.int)().min(1).max(1e3).default(3),
  hooks: (0, import_chunk_CF656EE4.strictObject)({ pre: hookSchema.optional(), post: hookSchema.optional() }).prefault({}),
  service: serviceSchema,
  health: healthSchema,
  /** Variables for hooks and the service, read from files when they start. */
  secrets: (0, import_chunk_CF656EE4.record)((0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be a variable name"), path).default({}),
  freezes: (0, import_chunk_CF656EE4.array)(freezeSchema).max(1e3).default([]),
  sources: (0, import_chunk_CF656EE4.strictObject)({ https: (0, import_chunk_CF656EE4.array)(httpsSchema).max(64).default([]) }).prefault({})
}).refine((application) => application.user === void 0 !== (application.sameUser === void 0), {
  message: 'must say "user: NAME", or "sameUser: true" for a trial on one machine'
});
function parseListener(text) {
  const colon = text.lastIndexOf(":");
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ""), port: Number(text.slice(colon + 1)) };
}
var meshSchema = (0, import_chunk_CF656EE4.strictObject)({
  /** The coordinator's URL, without a path. */
  coordinator: (0, import_chunk_CF656EE4.url)({ protocol: /^https?$/, error: "must be an https: URL" }).max(500),
  /** A PEM file with the only CAs that count for it, relative to this file. */
  ca: path.optional(),
  /** Relative to this file; made when it is not there. */
  wireguardKey: path.default("wireguard.key"),
  /** Where deployments are taken, in the mesh only. */
  port: port.default(7700),
  /** UDP port of the tunnel; any where absent. */
  listenPort: port.optional(),
  /** The longest lease of a runner that is let in. */
  maxLease: duration.prefault("6h"),
  /** Ports of the mesh and where they lead on this machine, for people whom the trust file lists: `{ 22: 127.0.0.1:22 }`. */
  expose: (0, import_chunk_CF656EE4.record)(
    (0, import_chunk_CF656EE4.string)().regex(/^[1-9]\d{0,4}$/, "must be a port"),
    (0, import_chunk_CF656EE4.string)().regex(
      /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):\d{1,5}$/,
      "must be a port of loopback, such as 127.0.0.1:22"
    ).transform(parseListener)
  ).default({}),
  /** How long after a login a person's node may stay. */
  maxSession: duration.prefault("12h"),
  /** Where programs of this machine ask for names of the mesh, by UDP: `127.0.0.1:5353`. Absent: nowhere. */
  dns: (0, import_chunk_CF656EE4.string)().regex(
    /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):\d{1,5}$/,
    "must be a port of loopback, such as 127.0.0.1:5353"
  ).transform(parseListener).optional(),
  /** Never try UDP. */
  relayOnly: (0, import_chunk_CF656EE4.boolean)().default(false),
  /** Ask the router for a port that leads to our UDP port, by PCP or NAT-PMP. */
  portMapping: (0, import_chunk_CF656EE4.boolean)().default(false)
}).refine(({ expose, port: own }) => !(String(own) in expose), {
  path: ["expose"],
  message: "the port where deployments are taken leads nowhere else"
});
var agentConfigSchema = (0, import_chunk_CF656EE4.strictObject)({
  version: (0, import_chunk_CF656EE4.literal)(1),
  /** Where applications live: `<root>/<application>/{releases,current,shared,state}`. */
  root: path,
  /** The trust file, relative to this file. */
  trust: path,
  /** The machine key that signs receipts, relative to this file; made when it is not there. */
  machineKey: path,
  environment: import_chunk_EA47D034.environmentName,
  labels: import_chunk_EA47D034.labels.default({}),
  /** How old the newest checkpoint may be for a deployment. */
  maxStaleness: duration.prefault("15m"),
  mesh: meshSchema.optional(),
  applications: (0, import_chunk_CF656EE4.record)(import_chunk_EA47D034.applicationName, applicationSchema).refine((applications) => Object.keys(applications).length > 0, "must name at least one application")
});
function agentConfigJsonSchema() {
  return (0, import_chunk_CF656EE4.toJSONSchema)(agentConfigSchema, { io: "input", target: "draft-2020-12" });
}
var AGENT_CONFIG_KEYS = [
  ...Object.keys(agentConfigSchema.shape),
  ...Object.keys(applicationSchema.shape),
  ...Object.keys(limitsSchema.shape),
  ...Object.keys(hookSchema.shape),
  ...Object.keys(httpsSchema.shape),
  ...Object.keys(meshSchema.shape),
  ...serviceSchema.options.flatMap((option) => Object.keys(option.shape)),
  ...healthSchema.options.flatMap((option) => Object.keys(option.shape))
];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_NMPH2TLX,
  schema_FBFBMFK6
});
