/**
 * Tiles (C2SP tlog-tiles v0.1.0): 256 hashes of one level of the tree in a file that never changes once it
 * is full, and entries in bundles of 256. A tile of level L holds the nodes of tree level 8·L.
 *
 *     tile/<L>/<N>[.p/<W>]          W hashes of 32 bytes
 *     tile/entries/<N>[.p/<W>]      W times: u16 big-endian length, bytes
 */
import { concatBytes } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { type NodeId, nodeHash } from './tree.ts'

export const TILE_HEIGHT = 8
export const TILE_WIDTH = 256
export const HASH_BYTES = 32
export const MAX_ENTRY_BYTES = 65_535

export interface TileId {
  /** A level of tiles, or the bundles of entries. */
  readonly level: number | 'entries'
  readonly index: number
  /** How many of 256 it holds; 256 is a full tile. */
  readonly width: number
}

/** `tile/0/x001/x234/067.p/12` */
export function tilePath({ level, index, width }: TileId): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/.{3}/g)!
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** `undefined` for anything but the one path of a tile. */
export function parseTilePath(path: string): TileId | undefined {
  const match =
    /^tile\/(entries|0|[1-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(
      path,
    )
  if (!match) return undefined
  const level = match[1] === 'entries' ? 'entries' : Number(match[1])
  const index = Number(match[2]!.replaceAll(/[x/]/g, ''))
  const tile = { level, index, width: match[3] === undefined ? TILE_WIDTH : Number(match[3]) } as const
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : undefined
}

/** Every tile of a tree of this size at one level, the last perhaps partial. */
export function tilesOf(level: number | 'entries', size: number): TileId[] {
  const count = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)
  const tiles: TileId[] = []
  for (let start = 0; start < count; start += TILE_WIDTH) {
    tiles.push({ level, index: start / TILE_WIDTH, width: Math.min(TILE_WIDTH, count - start) })
  }
  return tiles
}

/** The tile in a tree of this size that a whole node can be computed from. */
export function tileOfNode({ level, index }: NodeId, size: number): TileId {
  const tileLevel = Math.floor(level / TILE_HEIGHT)
  const first = index * 2 ** (level - tileLevel * TILE_HEIGHT)
  const count = Math.floor(size / TILE_WIDTH ** tileLevel)
  const tile = Math.floor(first / TILE_WIDTH)
  return { level: tileLevel, index: tile, width: Math.min(TILE_WIDTH, count - tile * TILE_WIDTH) }
}

/** A node's hash out of the tile that {@link tileOfNode} named. @throws `LOG_INCONSISTENT` where it is too short */
export function nodeFromTile({ level, index }: NodeId, tile: Uint8Array): Uint8Array {
  const height = level % TILE_HEIGHT
  const first = (index * 2 ** height) % TILE_WIDTH
  const count = 2 ** height
  if (tile.length < (first + count) * HASH_BYTES) {
    throw new SallyportError('LOG_INCONSISTENT', {
      message: `a tile lacks the node ${index} of level ${level}`,
    })
  }
  let hashes = Array.from({ length: count }, (_, at) => hashAt(tile, first + at))
  while (hashes.length > 1) {
    hashes = hashes.flatMap((hash, at) => (at % 2 === 0 ? [nodeHash(hash, hashes[at + 1]!)] : []))
  }
  return hashes[0]!
}

export function emitTile(hashes: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...hashes)
}

/** @throws `LOG_INCONSISTENT` where it does not hold `width` hashes */
export function parseTile(bytes: Uint8Array, width: number): Uint8Array[] {
  if (bytes.length !== width * HASH_BYTES) {
    throw new SallyportError('LOG_INCONSISTENT', {
      message: `a tile has ${bytes.length} bytes, ${width} hashes have ${width * HASH_BYTES}`,
    })
  }
  return Array.from({ length: width }, (_, at) => hashAt(bytes, at))
}

/** @throws `LIMIT_EXCEEDED` for an entry over 65,535 bytes */
export function emitEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new SallyportError('LIMIT_EXCEEDED', {
          message: `an entry has ${entry.length} bytes, more than ${MAX_ENTRY_BYTES}`,
        })
      }
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** @throws `LOG_INCONSISTENT` where it does not hold `width` entries and nothing else */
export function parseEntryBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + ((bytes[at]! << 8) | bytes[at + 1]!)
    if (end > bytes.length) break
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  if (entries.length !== width || at !== bytes.length) {
    throw new SallyportError('LOG_INCONSISTENT', {
      message: `a bundle does not hold exactly ${width} entries`,
    })
  }
  return entries
}

function hashAt(tile: Uint8Array, index: number): Uint8Array {
  return tile.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES)
}
