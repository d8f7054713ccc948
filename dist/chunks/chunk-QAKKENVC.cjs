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
  verifyLog: () => verifyLog
});
module.exports = stdin_exports;
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var MAX_BUNDLE_BYTES = import_chunk_W7ECAJ5W.TILE_WIDTH * (import_chunk_W7ECAJ5W.MAX_ENTRY_BYTES + 2);
async function verifyLog(reader, expected) {
  const note = (0, import_chunk_4NFOMFHU.decodeUtf8)(present(await reader.read("checkpoint", import_chunk_W7ECAJ5W.MAX_NOTE_BYTES), "checkpoint"));
  const checkpoint = expected.identity ? (0, import_chunk_W7ECAJ5W.verifyCheckpoint)(note, expected.identity).checkpoint : (0, import_chunk_W7ECAJ5W.parseCheckpointText)((0, import_chunk_W7ECAJ5W.parseNote)(note).text);
  const earlier = readEarlier(expected, checkpoint);
  const tree = new GrowingTree(reader, checkpoint.size);
  const entries = /* @__PURE__ */ new Map();
  if (earlier?.size === 0) compareRoots(tree.root(), earlier, "the earlier checkpoint");
  for (const bundle of (0, import_chunk_W7ECAJ5W.tilesOf)("entries", checkpoint.size)) {
    for (const [at, entry] of (await readBundle(reader, bundle)).entries()) {
      const index = bundle.index * import_chunk_W7ECAJ5W.TILE_WIDTH + at;
      const kind = describe(expected, entry, index);
      entries.set(kind, (entries.get(kind) ?? 0) + 1);
      await tree.append((0, import_chunk_W7ECAJ5W.leafHash)(entry));
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
    for (const { node, hash } of (0, import_chunk_W7ECAJ5W.completedNodes)(this.size, leaf, (id) => this.#read(id))) {
      this.#edge.set(keyOf(node), hash);
      if (node.level > 0) {
        this.#edge.delete(keyOf({ level: node.level - 1, index: 2 * node.index }));
        this.#edge.delete(keyOf({ level: node.level - 1, index: 2 * node.index + 1 }));
      }
      if (node.level % import_chunk_W7ECAJ5W.TILE_HEIGHT === 0) await this.#fill(node.level / import_chunk_W7ECAJ5W.TILE_HEIGHT, hash);
    }
    this.size++;
  }
  root() {
    return (0, import_chunk_W7ECAJ5W.treeRoot)(this.size, (id) => this.#read(id));
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
    if (this.#tiles[level].length === import_chunk_W7ECAJ5W.TILE_WIDTH) await this.#compareTile(level);
  }
  async #compareTile(level) {
    const hashes = this.#tiles[level];
    const index = this.#filled[level] ?? 0;
    const tile = { level, index, width: hashes.length };
    const stored = await readTile(this.#reader, tile);
    const wrong = hashes.findIndex((hash, at) => !(0, import_chunk_4NFOMFHU.equalBytes)(hash, stored[at]));
    if (wrong >= 0) {
      throw inconsistent(
        `${(0, import_chunk_W7ECAJ5W.tilePath)(tile)}: hash ${wrong} is not what the entries of the ${this.#finalSize} give`
      );
    }
    this.#tiles[level] = [];
    this.#filled[level] = index + 1;
  }
};
function readEarlier({ earlier, identity }, checkpoint) {
  if (earlier === void 0) return void 0;
  const before = identity ? (0, import_chunk_W7ECAJ5W.verifyCheckpoint)(earlier, identity).checkpoint : (0, import_chunk_W7ECAJ5W.parseCheckpointText)((0, import_chunk_W7ECAJ5W.parseNote)(earlier).text);
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
    throw inconsistent(`entry ${index} cannot be understood: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}`);
  }
}
function compareRoots(root, { root: signed, size }, what) {
  if (!(0, import_chunk_4NFOMFHU.equalBytes)(root, signed))
    throw inconsistent(`${what} of size ${size} has another root than the entries give`);
}
async function readTile(reader, tile) {
  const partial = await reader.read((0, import_chunk_W7ECAJ5W.tilePath)(tile), tile.width * import_chunk_W7ECAJ5W.HASH_BYTES);
  if (partial || tile.width === import_chunk_W7ECAJ5W.TILE_WIDTH) return (0, import_chunk_W7ECAJ5W.parseTile)(present(partial, (0, import_chunk_W7ECAJ5W.tilePath)(tile)), tile.width);
  const full = await reader.read((0, import_chunk_W7ECAJ5W.tilePath)({ ...tile, width: import_chunk_W7ECAJ5W.TILE_WIDTH }), import_chunk_W7ECAJ5W.TILE_WIDTH * import_chunk_W7ECAJ5W.HASH_BYTES);
  return (0, import_chunk_W7ECAJ5W.parseTile)(present(full, (0, import_chunk_W7ECAJ5W.tilePath)(tile)), import_chunk_W7ECAJ5W.TILE_WIDTH).slice(0, tile.width);
}
async function readBundle(reader, bundle) {
  const partial = await reader.read((0, import_chunk_W7ECAJ5W.tilePath)(bundle), MAX_BUNDLE_BYTES);
  if (partial || bundle.width === import_chunk_W7ECAJ5W.TILE_WIDTH) {
    return (0, import_chunk_W7ECAJ5W.parseEntryBundle)(present(partial, (0, import_chunk_W7ECAJ5W.tilePath)(bundle)), bundle.width);
  }
  const full = await reader.read((0, import_chunk_W7ECAJ5W.tilePath)({ ...bundle, width: import_chunk_W7ECAJ5W.TILE_WIDTH }), MAX_BUNDLE_BYTES);
  return (0, import_chunk_W7ECAJ5W.parseEntryBundle)(present(full, (0, import_chunk_W7ECAJ5W.tilePath)(bundle)), import_chunk_W7ECAJ5W.TILE_WIDTH).slice(0, bundle.width);
}
function present(bytes, path) {
  if (!bytes) throw inconsistent(`${path} is not there`);
  return bytes;
}
function keyOf({ level, index }) {
  return `${level}/${index}`;
}
function inconsistent(message) {
  return new import_chunk_TO5RH7DJ.SallyportError("LOG_INCONSISTENT", {
    message,
    help: "stop, keep what you have, and ask the operator"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  verifyLog
});
