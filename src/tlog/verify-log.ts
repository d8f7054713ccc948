/**
 * A whole log, read as static files and recomputed: every entry bundle against its leaf tile, every tile
 * against the one below, the root against the checkpoint, and an earlier checkpoint against the same
 * entries. Holds one bundle and one path of the tree at a time, whatever the log's size.
 */
import { decodeUtf8, equalBytes } from '../base/bytes.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { type Checkpoint, type LogIdentity, parseCheckpointText, verifyCheckpoint } from './checkpoint.ts'
import { MAX_NOTE_BYTES, parseNote } from './note.ts'
import {
  HASH_BYTES,
  MAX_ENTRY_BYTES,
  parseEntryBundle,
  parseTile,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TileId,
  tilePath,
  tilesOf,
} from './tile.ts'
import { completedNodes, leafHash, type NodeId, treeRoot } from './tree.ts'

const MAX_BUNDLE_BYTES = TILE_WIDTH * (MAX_ENTRY_BYTES + 2)

/** The log's files: a folder or a static host. */
export interface TileReader {
  /** @returns `undefined` where no file of this path is */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
}

export interface LogExpectation {
  /** Absent: the checkpoint's signature is not judged, and {@link LogReport.isSignatureVerified} says so. */
  readonly identity?: LogIdentity
  /** A checkpoint from before, as a signed note: the log must be a continuation of it. */
  readonly earlier?: string
  /** Names the kind of an entry; what it throws makes the log inconsistent. */
  readonly describeEntry: (entry: Uint8Array) => string
}

export interface LogReport {
  readonly checkpoint: Checkpoint
  /** As a signed note. */
  readonly note: string
  readonly isSignatureVerified: boolean
  /** How many entries of each kind, in the order of their first appearance. */
  readonly entries: ReadonlyMap<string, number>
  /** The size of the earlier checkpoint that the log continues. */
  readonly continues: number | null
}

/** @throws `LOG_INCONSISTENT` naming the file and what contradicts what; `SIGNATURE_INVALID`; `FILE_UNREADABLE` */
export async function verifyLog(reader: TileReader, expected: LogExpectation): Promise<LogReport> {
  const note = decodeUtf8(present(await reader.read('checkpoint', MAX_NOTE_BYTES), 'checkpoint'))
  const checkpoint = expected.identity
    ? verifyCheckpoint(note, expected.identity).checkpoint
    : parseCheckpointText(parseNote(note).text)
  const earlier = readEarlier(expected, checkpoint)
  const tree = new GrowingTree(reader, checkpoint.size)
  const entries = new Map<string, number>()
  if (earlier?.size === 0) compareRoots(tree.root(), earlier, 'the earlier checkpoint')
  for (const bundle of tilesOf('entries', checkpoint.size)) {
    for (const [at, entry] of (await readBundle(reader, bundle)).entries()) {
      const index = bundle.index * TILE_WIDTH + at
      const kind = describe(expected, entry, index)
      entries.set(kind, (entries.get(kind) ?? 0) + 1)
      await tree.append(leafHash(entry))
      if (earlier && tree.size === earlier.size) compareRoots(tree.root(), earlier, 'the earlier checkpoint')
    }
  }
  await tree.finish()
  compareRoots(tree.root(), checkpoint, 'the checkpoint')
  return {
    checkpoint,
    note,
    isSignatureVerified: expected.identity !== undefined,
    entries,
    continues: earlier?.size ?? null,
  }
}

/** The right edge of the tree, and the tiles that its whole nodes fill. */
class GrowingTree {
  readonly #reader: TileReader
  readonly #finalSize: number
  /** The newest whole nodes by level and index; those that nothing needs any more are dropped. */
  readonly #edge = new Map<string, Uint8Array>()
  /** By tile level: the nodes of the tile that is being filled. */
  readonly #tiles: Uint8Array[][] = []
  readonly #filled: number[] = []
  size = 0

  constructor(reader: TileReader, finalSize: number) {
    this.#reader = reader
    this.#finalSize = finalSize
  }

  async append(leaf: Uint8Array): Promise<void> {
    for (const { node, hash } of completedNodes(this.size, leaf, (id) => this.#read(id))) {
      this.#edge.set(keyOf(node), hash)
      // Both children of a whole node are covered by it.
      if (node.level > 0) {
        this.#edge.delete(keyOf({ level: node.level - 1, index: 2 * node.index }))
        this.#edge.delete(keyOf({ level: node.level - 1, index: 2 * node.index + 1 }))
      }
      if (node.level % TILE_HEIGHT === 0) await this.#fill(node.level / TILE_HEIGHT, hash)
    }
    this.size++
  }

  root(): Uint8Array {
    return treeRoot(this.size, (id) => this.#read(id))
  }

  async finish(): Promise<void> {
    for (const level of this.#tiles.keys()) {
      if (this.#tiles[level]!.length > 0) await this.#compareTile(level)
    }
  }

  #read(node: NodeId): Uint8Array {
    const hash = this.#edge.get(keyOf(node))
    if (!hash) throw new Error(`the node ${keyOf(node)} is not on the edge of a tree of ${this.size}`)
    return hash
  }

  async #fill(level: number, hash: Uint8Array): Promise<void> {
    this.#tiles[level] ??= []
    this.#tiles[level].push(hash)
    if (this.#tiles[level].length === TILE_WIDTH) await this.#compareTile(level)
  }

  async #compareTile(level: number): Promise<void> {
    const hashes = this.#tiles[level]!
    const index = this.#filled[level] ?? 0
    const tile = { level, index, width: hashes.length }
    const stored = await readTile(this.#reader, tile)
    const wrong = hashes.findIndex((hash, at) => !equalBytes(hash, stored[at]!))
    if (wrong >= 0) {
      throw inconsistent(
        `${tilePath(tile)}: hash ${wrong} is not what the entries of the ${this.#finalSize} give`,
      )
    }
    this.#tiles[level] = []
    this.#filled[level] = index + 1
  }
}

function readEarlier({ earlier, identity }: LogExpectation, checkpoint: Checkpoint): Checkpoint | undefined {
  if (earlier === undefined) return undefined
  const before = identity
    ? verifyCheckpoint(earlier, identity).checkpoint
    : parseCheckpointText(parseNote(earlier).text)
  if (before.origin !== checkpoint.origin) {
    throw inconsistent(`the earlier checkpoint is of ${before.origin}, this log is ${checkpoint.origin}`)
  }
  if (before.size > checkpoint.size) {
    throw inconsistent(`the log was rolled back: it had ${before.size} entries, it has ${checkpoint.size}`)
  }
  return before
}

function describe({ describeEntry }: LogExpectation, entry: Uint8Array, index: number): string {
  try {
    return describeEntry(entry)
  } catch (cause) {
    throw inconsistent(`entry ${index} cannot be understood: ${messageOf(cause)}`)
  }
}

function compareRoots(root: Uint8Array, { root: signed, size }: Checkpoint, what: string): void {
  if (!equalBytes(root, signed))
    throw inconsistent(`${what} of size ${size} has another root than the entries give`)
}

/** A partial tile is taken away once the full one is there, which begins with the same (C2SP tlog-tiles). */
async function readTile(reader: TileReader, tile: TileId): Promise<Uint8Array[]> {
  const partial = await reader.read(tilePath(tile), tile.width * HASH_BYTES)
  if (partial || tile.width === TILE_WIDTH) return parseTile(present(partial, tilePath(tile)), tile.width)
  const full = await reader.read(tilePath({ ...tile, width: TILE_WIDTH }), TILE_WIDTH * HASH_BYTES)
  return parseTile(present(full, tilePath(tile)), TILE_WIDTH).slice(0, tile.width)
}

async function readBundle(reader: TileReader, bundle: TileId): Promise<Uint8Array[]> {
  const partial = await reader.read(tilePath(bundle), MAX_BUNDLE_BYTES)
  if (partial || bundle.width === TILE_WIDTH) {
    return parseEntryBundle(present(partial, tilePath(bundle)), bundle.width)
  }
  const full = await reader.read(tilePath({ ...bundle, width: TILE_WIDTH }), MAX_BUNDLE_BYTES)
  return parseEntryBundle(present(full, tilePath(bundle)), TILE_WIDTH).slice(0, bundle.width)
}

function present(bytes: Uint8Array | undefined, path: string): Uint8Array {
  if (!bytes) throw inconsistent(`${path} is not there`)
  return bytes
}

function keyOf({ level, index }: NodeId): string {
  return `${level}/${index}`
}

function inconsistent(message: string): SallyportError {
  return new SallyportError('LOG_INCONSISTENT', {
    message,
    help: 'stop, keep what you have, and ask the operator',
  })
}
