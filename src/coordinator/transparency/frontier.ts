/**
 * The right edge of the tree: what is needed to add leaves and to compute the root, without the rest. Its
 * whole nodes are those of `rangeNodes(0, size)`; its open tiles are the ones that are not full yet.
 */
import { TILE_WIDTH, type TileId } from '../../tlog/tile.ts'
import { completedNodes, type NodeId, rangeNodes } from '../../tlog/tree.ts'
import type { TileFolder } from './tile-folder.ts'

export interface Frontier {
  readonly size: number
  /** By `level/index`: the whole nodes that make the tree. */
  readonly whole: ReadonlyMap<string, Uint8Array>
  /** By tile level: the hashes of the tile that is not full. */
  readonly open: readonly (readonly Uint8Array[])[]
}

export interface HashTile {
  readonly tile: TileId
  readonly hashes: readonly Uint8Array[]
}

export const EMPTY_FRONTIER: Frontier = { size: 0, whole: new Map(), open: [] }

/** Reads the right edge of a tree of this size from its tiles. @throws `LOG_INCONSISTENT` */
export async function recoverFrontier(tiles: TileFolder, size: number): Promise<Frontier> {
  if (size === 0) return EMPTY_FRONTIER
  const whole = new Map<string, Uint8Array>()
  for (const node of rangeNodes({ start: 0, end: size })) {
    whole.set(keyOf(node), await tiles.readNode(node, size))
  }
  const open: Uint8Array[][] = []
  for (let level = 0; size >= TILE_WIDTH ** level; level++) {
    const count = Math.floor(size / TILE_WIDTH ** level)
    const width = count % TILE_WIDTH
    const index = Math.floor(count / TILE_WIDTH)
    open.push(width === 0 ? [] : await tiles.readHashes({ level, index, width }))
  }
  return { size, whole, open }
}

/** @returns the grown frontier, and the tiles to write: full ones once, open ones as they are at the end */
export function growFrontier(
  frontier: Frontier,
  leaves: readonly Uint8Array[],
): { readonly frontier: Frontier; readonly tiles: readonly HashTile[] } {
  const known = new Map(frontier.whole)
  const open = frontier.open.map((hashes) => [...hashes])
  const tiles: HashTile[] = []
  const touched = new Set<number>()
  let { size } = frontier
  for (const leaf of leaves) {
    for (const { node, hash } of completedNodes(size, leaf, (wanted) => known.get(keyOf(wanted))!)) {
      known.set(keyOf(node), hash)
      if (node.level % 8 === 0) addToTile({ open, tiles, touched }, node, hash)
    }
    size++
  }
  for (const level of touched) {
    const hashes = open[level]!
    if (hashes.length === 0) continue
    const count = Math.floor(size / TILE_WIDTH ** level)
    tiles.push({
      tile: { level, index: Math.floor(count / TILE_WIDTH), width: hashes.length },
      hashes: [...hashes],
    })
  }
  return { frontier: { size, whole: pick(known, size), open }, tiles }
}

interface Growth {
  readonly open: Uint8Array[][]
  readonly tiles: HashTile[]
  readonly touched: Set<number>
}

function addToTile({ open, tiles, touched }: Growth, node: NodeId, hash: Uint8Array): void {
  const level = node.level / 8
  open[level] ??= []
  const hashes = open[level]
  hashes.push(hash)
  touched.add(level)
  if (hashes.length < TILE_WIDTH) return
  const index = Math.floor(node.index / TILE_WIDTH)
  tiles.push({ tile: { level, index, width: TILE_WIDTH }, hashes: [...hashes] })
  hashes.length = 0
}

function pick(known: ReadonlyMap<string, Uint8Array>, size: number): Map<string, Uint8Array> {
  return new Map(
    rangeNodes({ start: 0, end: size }).map((node) => {
      const hash = known.get(keyOf(node))
      if (!hash) throw new Error(`node ${keyOf(node)} was not kept`)
      return [keyOf(node), hash]
    }),
  )
}

function keyOf({ level, index }: NodeId): string {
  return `${level}/${index}`
}
