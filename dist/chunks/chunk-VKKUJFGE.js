const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  HASH_BYTES,
  MAX_ENTRY_BYTES,
  MAX_NOTE_BYTES,
  TILE_HEIGHT,
  TILE_WIDTH,
  completedNodes,
  leafHash,
  parseCheckpointText,
  parseEntryBundle,
  parseNote,
  parseTile,
  tilePath,
  tilesOf,
  treeRoot,
  verifyCheckpoint
} from "./chunk-YDARPOJS.js";
import {
  decodeUtf8,
  equalBytes
} from "./chunk-VOIAD42L.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";

// src/tlog/verify-log.ts
var MAX_BUNDLE_BYTES = TILE_WIDTH * (MAX_ENTRY_BYTES + 2);
async function verifyLog(reader, expected) {
  const note = decodeUtf8(present(await reader.read("checkpoint", MAX_NOTE_BYTES), "checkpoint"));
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
    const wrong = hashes.findIndex((hash, at) => !equalBytes(hash, stored[at]));
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
    throw inconsistent(`entry ${index} cannot be understood: ${messageOf(cause)}`);
  }
}
function compareRoots(root, { root: signed, size }, what) {
  if (!equalBytes(root, signed))
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
  return new SallyportError("LOG_INCONSISTENT", {
    message,
    help: "stop, keep what you have, and ask the operator"
  });
}

export {
  verifyLog
};
