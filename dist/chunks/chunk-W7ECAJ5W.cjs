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
module.exports = stdin_exports;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var MAX_NOTE_BYTES = 64 * 1024;
var MAX_SIGNATURES = 64;
var DASH = "\u2014";
var SIGNATURE_TYPES = { ed25519: 1, cosignature: 4 };
function noteKeyId({ name, type, publicKey }) {
  return (0, import_chunk_QW7UKFTH.sha256)((0, import_chunk_4NFOMFHU.concatBytes)((0, import_chunk_4NFOMFHU.encodeUtf8)(name), Uint8Array.of(10, type), publicKey)).subarray(0, 4);
}
function formatVerifierKey(verifier) {
  const key = (0, import_chunk_4NFOMFHU.encodeBase64)((0, import_chunk_4NFOMFHU.concatBytes)(Uint8Array.of(verifier.type), verifier.publicKey));
  return `${verifier.name}+${(0, import_chunk_4NFOMFHU.encodeHex)(noteKeyId(verifier))}+${key}`;
}
function parseVerifierKey(text) {
  const match = /^([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text);
  if (match) {
    const key = (0, import_chunk_4NFOMFHU.decodeBase64)(match[3]);
    const type = key[0];
    if (type === SIGNATURE_TYPES.ed25519 || type === SIGNATURE_TYPES.cosignature) {
      const verifier = { name: match[1], type, publicKey: key.slice(1) };
      if ((0, import_chunk_4NFOMFHU.encodeHex)(noteKeyId(verifier)) === match[2]) return verifier;
    }
  }
  throw new import_chunk_TO5RH7DJ.SallyportError("KEY_INVALID", {
    message: `not a verifier key: ${JSON.stringify(text.slice(0, 100))}`,
    help: "a verifier key is name+hex(key id)+base64(type and Ed25519 key), as C2SP signed-note says"
  });
}
function parseNote(input) {
  const text = typeof input === "string" ? input : (0, import_chunk_4NFOMFHU.decodeUtf8)(input);
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
    ({ name, keyId, signature }) => `${DASH} ${name} ${(0, import_chunk_4NFOMFHU.encodeBase64)((0, import_chunk_4NFOMFHU.concatBytes)(keyId, signature))}
`
  );
  return `${note.text}
${lines.join("")}`;
}
function signNote(text, name, key) {
  const verifier = { name, type: SIGNATURE_TYPES.ed25519, publicKey: key.publicKey };
  const signature = (0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, (0, import_chunk_4NFOMFHU.encodeUtf8)(text));
  return { text, signatures: [{ name, keyId: noteKeyId(verifier), signature }] };
}
function signaturesOf(note, verifier) {
  const keyId = noteKeyId(verifier);
  return note.signatures.filter(({ name, keyId: id }) => name === verifier.name && (0, import_chunk_4NFOMFHU.equalBytes)(id, keyId));
}
function isSignedBy(note, verifier) {
  const signatures = signaturesOf(note, verifier);
  for (const { signature } of signatures) {
    if (!(0, import_chunk_BIEF65K5.verifyEd25519)(verifier.publicKey, (0, import_chunk_4NFOMFHU.encodeUtf8)(note.text), signature)) {
      throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
        message: `the signature of ${verifier.name} does not verify`
      });
    }
  }
  return signatures.length > 0;
}
function parseSignatureLine(line) {
  const match = /^\u2014 ([^\s+]{1,255}) ([A-Za-z0-9+/=]{8,2048})$/u.exec(line);
  if (!match) fail('a signature line is not "\u2014 name base64"');
  const bytes = (0, import_chunk_4NFOMFHU.decodeBase64)(match[2]);
  if (bytes.length < 5) fail("a signature is too short");
  return { name: match[1], keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}
function fail(why) {
  throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", { message: `not a signed note: ${why}` });
}
function logOrigin(coordinatorId) {
  return `sallyport.dev/log/${coordinatorId}`;
}
function emitCheckpointText({ origin, size, root }) {
  return `${origin}
${size}
${(0, import_chunk_4NFOMFHU.encodeBase64)(root)}
`;
}
function parseCheckpointText(text) {
  const match = /^([^\s+]{1,255})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/u.exec(text);
  const size = Number(match?.[2]);
  if (!match || !Number.isSafeInteger(size)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", {
      message: "not a checkpoint: its lines must be origin, size without leading zeros, root in base64"
    });
  }
  return { origin: match[1], size, root: (0, import_chunk_4NFOMFHU.decodeBase64)(match[3]) };
}
function signCheckpoint(checkpoint, key) {
  return emitNote(signNote(emitCheckpointText(checkpoint), checkpoint.origin, key));
}
function verifyCheckpoint(input, log) {
  const note = parseNote(input);
  const checkpoint = parseCheckpointText(note.text);
  if (checkpoint.origin !== log.origin) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: `the checkpoint is of the log ${checkpoint.origin}, not of ${log.origin}`
    });
  }
  const keys = [log.publicKey, ...log.earlierKeys ?? []];
  const type = SIGNATURE_TYPES.ed25519;
  if (!keys.some((publicKey) => isSignedBy(note, { name: log.origin, type, publicKey }))) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: `the log ${log.origin} did not sign the checkpoint`
    });
  }
  return { checkpoint, note };
}
var LEAF = Uint8Array.of(0);
var NODE = Uint8Array.of(1);
var EMPTY_ROOT = (0, import_chunk_QW7UKFTH.sha256)(new Uint8Array(0));
function leafHash(entry) {
  return (0, import_chunk_QW7UKFTH.sha256)((0, import_chunk_4NFOMFHU.concatBytes)(LEAF, entry));
}
function nodeHash(left, right) {
  return (0, import_chunk_QW7UKFTH.sha256)((0, import_chunk_4NFOMFHU.concatBytes)(NODE, left, right));
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
    throw new import_chunk_TO5RH7DJ.SallyportError("LOG_INCONSISTENT", {
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
  return (0, import_chunk_4NFOMFHU.concatBytes)(...hashes);
}
function parseTile(bytes, width) {
  if (bytes.length !== width * HASH_BYTES) {
    throw new import_chunk_TO5RH7DJ.SallyportError("LOG_INCONSISTENT", {
      message: `a tile has ${bytes.length} bytes, ${width} hashes have ${width * HASH_BYTES}`
    });
  }
  return Array.from({ length: width }, (_, at) => hashAt(bytes, at));
}
function emitEntryBundle(entries) {
  return (0, import_chunk_4NFOMFHU.concatBytes)(
    ...entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new import_chunk_TO5RH7DJ.SallyportError("LIMIT_EXCEEDED", {
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
    throw new import_chunk_TO5RH7DJ.SallyportError("LOG_INCONSISTENT", {
      message: `a bundle does not hold exactly ${width} entries`
    });
  }
  return entries;
}
function hashAt(tile, index) {
  return tile.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  EMPTY_ROOT,
  HASH_BYTES,
  MAX_ENTRY_BYTES,
  MAX_NOTE_BYTES,
  SIGNATURE_TYPES,
  TILE_HEIGHT,
  TILE_WIDTH,
  completedNodes,
  emitCheckpointText,
  emitEntryBundle,
  emitNote,
  emitTile,
  formatVerifierKey,
  isSignedBy,
  leafHash,
  logOrigin,
  nodeFromTile,
  nodeHash,
  noteKeyId,
  parseCheckpointText,
  parseEntryBundle,
  parseNote,
  parseTile,
  parseTilePath,
  parseVerifierKey,
  rangeHash,
  rangeNodes,
  signCheckpoint,
  signaturesOf,
  tileOfNode,
  tilePath,
  tilesOf,
  treeRoot,
  verifyCheckpoint
});
