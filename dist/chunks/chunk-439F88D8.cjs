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
  chunk_QAKKENVC: () => chunk_QAKKENVC_exports,
  chunk_W7ECAJ5W: () => chunk_W7ECAJ5W_exports
});
module.exports = stdin_exports;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_QAKKENVC_exports = {};
__export2(chunk_QAKKENVC_exports, {
  verifyLog: () => verifyLog
});
var chunk_W7ECAJ5W_exports = {};
__export2(chunk_W7ECAJ5W_exports, {
  EMPTY_ROOT: () => EMPTY_ROOT,
  HASH_BYTES: () => HASH_BYTES,
  MAX_ENTRY_BYTES: () => MAX_ENTRY_BYTES,
  MAX_NOTE_BYTES: () => MAX_NOTE_BYTES,
  SIGNATURE_TYPES: () => SIGNATURE_TYPES,
  TILE_HEIGHT: () => TILE_HEIGHT,
  TILE_WIDTH: () => TILE_WIDTH,
  completedNodes: () => completedNodes,
  emitCheckpointText: () => emitCheckpointText,
  emitEntryBundle: () => emitEntryBundle,
  emitNote: () => emitNote,
  emitTile: () => emitTile,
  formatVerifierKey: () => formatVerifierKey,
  isSignedBy: () => isSignedBy,
  leafHash: () => leafHash,
  logOrigin: () => logOrigin,
  nodeFromTile: () => nodeFromTile,
  nodeHash: () => nodeHash,
  noteKeyId: () => noteKeyId,
  parseCheckpointText: () => parseCheckpointText,
  parseEntryBundle: () => parseEntryBundle,
  parseNote: () => parseNote,
  parseTile: () => parseTile,
  parseTilePath: () => parseTilePath,
  parseVerifierKey: () => parseVerifierKey,
  rangeHash: () => rangeHash,
  rangeNodes: () => rangeNodes,
  signCheckpoint: () => signCheckpoint,
  signaturesOf: () => signaturesOf,
  tileOfNode: () => tileOfNode,
  tilePath: () => tilePath,
  tilesOf: () => tilesOf,
  treeRoot: () => treeRoot,
  verifyCheckpoint: () => verifyCheckpoint
});
var MAX_NOTE_BYTES = 64 * 1024;
var MAX_SIGNATURES = 64;
var DASH = "\u2014";
var SIGNATURE_TYPES = { ed25519: 1, cosignature: 4 };
function noteKeyId({ name, type, publicKey }) {
  return (0, import_cli.sha256)((0, import_cli2.concatBytes)((0, import_cli2.encodeUtf8)(name), Uint8Array.of(10, type), publicKey)).subarray(0, 4);
}
function formatVerifierKey(verifier) {
  const key = (0, import_cli2.encodeBase64)((0, import_cli2.concatBytes)(Uint8Array.of(verifier.type), verifier.publicKey));
  return `${verifier.name}+${(0, import_cli2.encodeHex)(noteKeyId(verifier))}+${key}`;
}
function parseVerifierKey(text) {
  const match = /^([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text);
  if (match) {
    const key = (0, import_cli2.decodeBase64)(match[3]);
    const type = key[0];
    if (type === SIGNATURE_TYPES.ed25519 || type === SIGNATURE_TYPES.cosignature) {
      const verifier = { name: match[1], type, publicKey: key.slice(1) };
      if ((0, import_cli2.encodeHex)(noteKeyId(verifier)) === match[2]) return verifier;
    }
  }
  throw new import_cli3.SallyportError("KEY_INVALID", {
    message: `not a verifier key: ${JSON.stringify(text.slice(0, 100))}`,
    help: "a verifier key is name+hex(key id)+base64(type and Ed25519 key), as C2SP signed-note says"
  });
}
function parseNote(input) {
  const text = typeof input === "string" ? input : (0, import_cli2.decodeUtf8)(input);
  if (Buffer.byteLength(text) > MAX_NOTE_BYTES) fail(`it is longer than ${MAX_NOTE_BYTES} bytes`);
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text) || !text.isWellFormed())
    fail("it holds a control character");
  const split = text.lastIndexOf("\n\n");
  if (split < 0 || !text.endsWith("\n")) fail("it has no signatures after an empty line");
  const lines = text.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) fail(`it has more than ${MAX_SIGNATURES} signatures`);
  return { text: text.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}
function emitNote(note) {
  const lines = note.signatures.map(
    ({ name, keyId, signature }) => `${DASH} ${name} ${(0, import_cli2.encodeBase64)((0, import_cli2.concatBytes)(keyId, signature))}
`
  );
  return `${note.text}
${lines.join("")}`;
}
function signNote(text, name, key) {
  const verifier = { name, type: SIGNATURE_TYPES.ed25519, publicKey: key.publicKey };
  const signature = (0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, (0, import_cli2.encodeUtf8)(text));
  return { text, signatures: [{ name, keyId: noteKeyId(verifier), signature }] };
}
function signaturesOf(note, verifier) {
  const keyId = noteKeyId(verifier);
  return note.signatures.filter(({ name, keyId: id }) => name === verifier.name && (0, import_cli2.equalBytes)(id, keyId));
}
function isSignedBy(note, verifier) {
  const signatures = signaturesOf(note, verifier);
  for (const { signature } of signatures) {
    if (!(0, import_chunk_BIEF65K5.verifyEd25519)(verifier.publicKey, (0, import_cli2.encodeUtf8)(note.text), signature)) {
      throw new import_cli3.SallyportError("SIGNATURE_INVALID", {
        message: `the signature of ${verifier.name} does not verify`
      });
    }
  }
  return signatures.length > 0;
}
function parseSignatureLine(line) {
  const match = /^\u2014 ([^\s+]{1,255}) ([A-Za-z0-9+/=]{8,2048})$/u.exec(line);
  if (!match) fail('a signature line is not "\u2014 name base64"');
  const bytes = (0, import_cli2.decodeBase64)(match[2]);
  if (bytes.length < 5) fail("a signature is too short");
  return { name: match[1], keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}
function fail(why) {
  throw new import_cli3.SallyportError("ENCODING_INVALID", { message: `not a signed note: ${why}` });
}
function logOrigin(coordinatorId) {
  return `sallyport.dev/log/${coordinatorId}`;
}
function emitCheckpointText({ origin, size, root }) {
  return `${origin}
${size}
${(0, import_cli2.encodeBase64)(root)}
`;
}
function parseCheckpointText(text) {
  const match = /^([^\s+]{1,255})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/u.exec(text);
  const size = Number(match?.[2]);
  if (!match || !Number.isSafeInteger(size)) {
    throw new import_cli3.SallyportError("ENCODING_INVALID", {
      message: "not a checkpoint: its lines must be origin, size without leading zeros, root in base64"
    });
  }
  return { origin: match[1], size, root: (0, import_cli2.decodeBase64)(match[3]) };
}
function signCheckpoint(checkpoint, key) {
  return emitNote(signNote(emitCheckpointText(checkpoint), checkpoint.origin, key));
}
function verifyCheckpoint(input, log) {
  const note = parseNote(input);
  const checkpoint = parseCheckpointText(note.text);
  if (checkpoint.origin !== log.origin) {
    throw new import_cli3.SallyportError("SIGNATURE_INVALID", {
      message: `the checkpoint is of the log ${checkpoint.origin}, not of ${log.origin}`
    });
  }
  const keys = [log.publicKey, ...log.earlierKeys ?? []];
  const type = SIGNATURE_TYPES.ed25519;
  if (!keys.some((publicKey) => isSignedBy(note, { name: log.origin, type, publicKey }))) {
    throw new import_cli3.SallyportError("SIGNATURE_INVALID", {
      message: `the log ${log.origin} did not sign the checkpoint`
    });
  }
  return { checkpoint, note };
}
var LEAF = Uint8Array.of(0);
var NODE = Uint8Array.of(1);
var EMPTY_ROOT = (0, import_cli.sha256)(new Uint8Array(0));
function leafHash(entry) {
  return (0, import_cli.sha256)((0, import_cli2.concatBytes)(LEAF, entry));
}
function nodeHash(left, right) {
  return (0, import_cli.sha256)((0, import_cli2.concatBytes)(NODE, left, right));
}
function rangeNodes({ start, end }) {
  const nodes = [];
  for (let at = start; at < end; ) {
    const level = floorLog2(end - at);
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}
function rangeHash(range, read) {
  const hashes = rangeNodes(range).map(read);
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
function treeRoot(size, read) {
  return rangeHash({ start: 0, end: size }, read);
}
function completedNodes(index, leaf, read) {
  const completed = [{ node: { level: 0, index }, hash: leaf }];
  let { hash } = completed[0];
  let [level, at] = [0, index];
  while (at % 2 === 1) {
    hash = nodeHash(read({ level, index: at - 1 }), hash);
    level++;
    at = (at - 1) / 2;
    completed.push({ node: { level, index: at }, hash });
  }
  return completed;
}
function floorLog2(value) {
  let level = 0;
  while (2 ** (level + 1) <= value) level++;
  return level;
}
var TILE_HEIGHT = 8;
var TILE_WIDTH = 256;
var HASH_BYTES = 32;
var MAX_ENTRY_BYTES = 65535;
function tilePath({ level, index, width }) {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const groups = digits.match(/.{3}/g);
  const number = groups.map((group, at) => at < groups.length - 1 ? `x${group}` : group).join("/");
  return `tile/${level}/${number}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}
function parseTilePath(path) {
  const match = /^tile\/(entries|0|[1-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(
    path
  );
  if (!match) return void 0;
  const level = match[1] === "entries" ? "entries" : Number(match[1]);
  const index = Number(match[2].replaceAll(/[x/]/g, ""));
  const tile = { level, index, width: match[3] === void 0 ? TILE_WIDTH : Number(match[3]) };
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : void 0;
}
function tilesOf(level, size) {
  const count = level === "entries" ? size : Math.floor(size / TILE_WIDTH ** level);
  const tiles = [];
  for (let start = 0; start < count; start += TILE_WIDTH) {
    tiles.push({ level, index: start / TILE_WIDTH, width: Math.min(TILE_WIDTH, count - start) });
  }
  return tiles;
}
function tileOfNode({ level, index }, size) {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const first = index * 2 ** (level - tileLevel * TILE_HEIGHT);
  const count = Math.floor(size / TILE_WIDTH ** tileLevel);
  const tile = Math.floor(first / TILE_WIDTH);
  return { level: tileLevel, index: tile, width: Math.min(TILE_WIDTH, count - tile * TILE_WIDTH) };
}
function nodeFromTile({ level, index }, tile) {
  const height = level % TILE_HEIGHT;
  const first = index * 2 ** height % TILE_WIDTH;
  const count = 2 ** height;
  if (tile.length < (first + count) * HASH_BYTES) {
    throw new import_cli3.SallyportError("LOG_INCONSISTENT", {
      message: `a tile lacks the node ${index} of level ${level}`
    });
  }
  let hashes = Array.from({ length: count }, (_, at) => hashAt(tile, first + at));
  while (hashes.length > 1) {
    hashes = hashes.flatMap((hash, at) => at % 2 === 0 ? [nodeHash(hash, hashes[at + 1])] : []);
  }
  return hashes[0];
}
function emitTile(hashes) {
  return (0, import_cli2.concatBytes)(...hashes);
}
function parseTile(bytes, width) {
  if (bytes.length !== width * HASH_BYTES) {
    throw new import_cli3.SallyportError("LOG_INCONSISTENT", {
      message: `a tile has ${bytes.length} bytes, ${width} hashes have ${width * HASH_BYTES}`
    });
  }
  return Array.from({ length: width }, (_, at) => hashAt(bytes, at));
}
function emitEntryBundle(entries) {
  return (0, import_cli2.concatBytes)(
    ...entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new import_cli3.SallyportError("LIMIT_EXCEEDED", {
          message: `an entry has ${entry.length} bytes, more than ${MAX_ENTRY_BYTES}`
        });
      }
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    })
  );
}
function parseEntryBundle(bytes, width) {
  const entries = [];
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + (bytes[at] << 8 | bytes[at + 1]);
    if (end > bytes.length) break;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length !== width || at !== bytes.length) {
    throw new import_cli3.SallyportError("LOG_INCONSISTENT", {
      message: `a bundle does not hold exactly ${width} entries`
    });
  }
  return entries;
}
function hashAt(tile, index) {
  return tile.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES);
}
var MAX_BUNDLE_BYTES = TILE_WIDTH * (MAX_ENTRY_BYTES + 2);
async function verifyLog(reader, expected) {
  const note = (0, import_cli4.decodeUtf8)(present(await reader.read("checkpoint", MAX_NOTE_BYTES), "checkpoint"));
  const checkpoint = expected.identity ? verifyCheckpoint(note, expected.identity).checkpoint : parseCheckpointText(parseNote(note).text);
  const earlier = readEarlier(expected, checkpoint);
  const tree = new GrowingTree(reader, checkpoint.size);
  const entries = /* @__PURE__ */ new Map();
  if (earlier?.size === 0) compareRoots(tree.root(), earlier, "the earlier checkpoint");
  for (const bundle of tilesOf("entries", checkpoint.size)) {
    for (const [at, entry] of (await readBundle(reader, bundle)).entries()) {
      const index = bundle.index * TILE_WIDTH + at;
      const kind = describe(expected, entry, index);
      entries.set(kind, (entries.get(kind) ?? 0) + 1);
      await tree.append(leafHash(entry));
      if (earlier && tree.size === earlier.size) compareRoots(tree.root(), earlier, "the earlier checkpoint");
    }
  }
  await tree.finish();
  compareRoots(tree.root(), checkpoint, "the checkpoint");
  return {
    checkpoint,
    note,
    isSignatureVerified: expected.identity !== void 0,
    entries,
    continues: earlier?.size ?? null
  };
}
var GrowingTree = class {
  #reader;
  #finalSize;
  /** The newest whole nodes by level and index; those that nothing needs any more are dropped. */
  #edge = /* @__PURE__ */ new Map();
  /** By tile level: the nodes of the tile that is being filled. */
  #tiles = [];
  #filled = [];
  size = 0;
  constructor(reader, finalSize) {
    this.#reader = reader;
    this.#finalSize = finalSize;
  }
  async append(leaf) {
    for (const { node, hash } of completedNodes(this.size, leaf, (id) => this.#read(id))) {
      this.#edge.set(keyOf(node), hash);
      if (node.level > 0) {
        this.#edge.delete(keyOf({ level: node.level - 1, index: 2 * node.index }));
        this.#edge.delete(keyOf({ level: node.level - 1, index: 2 * node.index + 1 }));
      }
      if (node.level % TILE_HEIGHT === 0) await this.#fill(node.level / TILE_HEIGHT, hash);
    }
    this.size++;
  }
  root() {
    return treeRoot(this.size, (id) => this.#read(id));
  }
  async finish() {
    for (const level of this.#tiles.keys()) {
      if (this.#tiles[level].length > 0) await this.#compareTile(level);
    }
  }
  #read(node) {
    const hash = this.#edge.get(keyOf(node));
    if (!hash) throw new Error(`the node ${keyOf(node)} is not on the edge of a tree of ${this.size}`);
    return hash;
  }
  async #fill(level, hash) {
    this.#tiles[level] ??= [];
    this.#tiles[level].push(hash);
    if (this.#tiles[level].length === TILE_WIDTH) await this.#compareTile(level);
  }
  async #compareTile(level) {
    const hashes = this.#tiles[level];
    const index = this.#filled[level] ?? 0;
    const tile = { level, index, width: hashes.length };
    const stored = await readTile(this.#reader, tile);
    const wrong = hashes.findIndex((hash, at) => !(0, import_cli4.equalBytes)(hash, stored[at]));
    if (wrong >= 0) {
      throw inconsistent(
        `${tilePath(tile)}: hash ${wrong} is not what the entries of the ${this.#finalSize} give`
      );
    }
    this.#tiles[level] = [];
    this.#filled[level] = index + 1;
  }
};
function readEarlier({ earlier, identity }, checkpoint) {
  if (earlier === void 0) return void 0;
  const before = identity ? verifyCheckpoint(earlier, identity).checkpoint : parseCheckpointText(parseNote(earlier).text);
  if (before.origin !== checkpoint.origin) {
    throw inconsistent(`the earlier checkpoint is of ${before.origin}, this log is ${checkpoint.origin}`);
  }
  if (before.size > checkpoint.size) {
    throw inconsistent(`the log was rolled back: it had ${before.size} entries, it has ${checkpoint.size}`);
  }
  return before;
}
function describe({ describeEntry }, entry, index) {
  try {
    return describeEntry(entry);
  } catch (cause) {
    throw inconsistent(`entry ${index} cannot be understood: ${(0, import_cli5.messageOf)(cause)}`);
  }
}
function compareRoots(root, { root: signed, size }, what) {
  if (!(0, import_cli4.equalBytes)(root, signed))
    throw inconsistent(`${what} of size ${size} has another root than the entries give`);
}
async function readTile(reader, tile) {
  const partial = await reader.read(tilePath(tile), tile.width * HASH_BYTES);
  if (partial || tile.width === TILE_WIDTH) return parseTile(present(partial, tilePath(tile)), tile.width);
  const full = await reader.read(tilePath({ ...tile, width: TILE_WIDTH }), TILE_WIDTH * HASH_BYTES);
  return parseTile(present(full, tilePath(tile)), TILE_WIDTH).slice(0, tile.width);
}
async function readBundle(reader, bundle) {
  const partial = await reader.read(tilePath(bundle), MAX_BUNDLE_BYTES);
  if (partial || bundle.width === TILE_WIDTH) {
    return parseEntryBundle(present(partial, tilePath(bundle)), bundle.width);
  }
  const full = await reader.read(tilePath({ ...bundle, width: TILE_WIDTH }), MAX_BUNDLE_BYTES);
  return parseEntryBundle(present(full, tilePath(bundle)), TILE_WIDTH).slice(0, bundle.width);
}
function present(bytes, path) {
  if (!bytes) throw inconsistent(`${path} is not there`);
  return bytes;
}
function keyOf({ level, index }) {
  return `${level}/${index}`;
}
function inconsistent(message) {
  return new import_cli5.SallyportError("LOG_INCONSISTENT", {
    message,
    help: "stop, keep what you have, and ask the operator"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_QAKKENVC,
  chunk_W7ECAJ5W
});
