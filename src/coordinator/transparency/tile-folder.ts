/**
 * Tiles, bundles and the checkpoint as files, each written whole or not at all. Paths are C2SP tlog-tiles'.
 * They are made of what is durable in the store, so nothing waits for their sync: what a power cut takes is
 * made again.
 */
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SallyportError } from '../../base/errors.ts'
import { readFileIfThere, replaceFile } from '../../platform/files.ts'
import { MAX_NOTE_BYTES } from '../../tlog/note.ts'
import {
  emitEntryBundle,
  emitTile,
  HASH_BYTES,
  nodeFromTile,
  parseTile,
  TILE_WIDTH,
  type TileId,
  tileOfNode,
  tilePath,
} from '../../tlog/tile.ts'
import type { NodeId } from '../../tlog/tree.ts'
import type { HashTile } from './frontier.ts'

export interface TileFolder {
  writeHashes(tiles: readonly HashTile[]): Promise<void>
  /** Entries from `start`, a multiple of 256, in bundles. */
  writeBundles(start: number, entries: readonly Uint8Array[]): Promise<void>
  writeCheckpoint(note: string): Promise<void>
  readCheckpoint(): Promise<string | undefined>
  /** @throws `LOG_INCONSISTENT` where the tile is missing or short */
  readHashes(tile: TileId): Promise<Uint8Array[]>
  readNode(node: NodeId, size: number): Promise<Uint8Array>
}

export function createTileFolder(folder: string): TileFolder {
  const write = async (tile: TileId, content: Uint8Array): Promise<void> => {
    const path = join(folder, tilePath(tile))
    await mkdir(dirname(path), { recursive: true })
    await replaceFile(path, content, 0o644)
    // Once the full tile is there, nobody needs the partial ones (C2SP tlog-tiles).
    if (tile.width === TILE_WIDTH) await rm(`${path}.p`, { recursive: true, force: true })
  }
  return {
    async writeHashes(tiles) {
      for (const { tile, hashes } of tiles) await write(tile, emitTile(hashes))
    },
    async writeBundles(start, entries) {
      for (let at = 0; at < entries.length; at += TILE_WIDTH) {
        const bundle = entries.slice(at, at + TILE_WIDTH)
        const index = (start + at) / TILE_WIDTH
        await write({ level: 'entries', index, width: bundle.length }, emitEntryBundle(bundle))
      }
    },
    writeCheckpoint: (note) => replaceFile(join(folder, 'checkpoint'), note, 0o644),
    async readCheckpoint() {
      const bytes = await readFileIfThere(join(folder, 'checkpoint'), MAX_NOTE_BYTES)
      return bytes && Buffer.from(bytes).toString('utf8')
    },
    readHashes: async (tile) => parseTile(await read(folder, tile), tile.width),
    async readNode(node, size) {
      return nodeFromTile(node, await read(folder, tileOfNode(node, size)))
    },
  }
}

/** A tile of an older checkpoint may have grown full meanwhile: then the full one begins with it. */
async function read(folder: string, tile: TileId): Promise<Uint8Array> {
  for (const width of [tile.width, TILE_WIDTH]) {
    const path = join(folder, tilePath({ ...tile, width }))
    const bytes = await readFileIfThere(path, TILE_WIDTH * HASH_BYTES)
    if (bytes) return bytes.subarray(0, tile.width * HASH_BYTES)
  }
  throw new SallyportError('LOG_INCONSISTENT', {
    message: `the log's file ${tilePath(tile)} is missing`,
    help: 'restore the log folder from the backup that the store is from',
  })
}
