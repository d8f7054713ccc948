/** Tiles and checkpoint made anew from the entries in the store: the same entries give the same bytes. */
import { makePrivateFolder } from '../../platform/files.ts'
import { leafHash } from '../../tlog/tree.ts'
import type { Store } from '../store/contract.ts'
import { EMPTY_FRONTIER, growFrontier } from './frontier.ts'
import { createTileFolder } from './tile-folder.ts'

/** A multiple of a bundle's 256 entries. */
const BATCH = 4096

/** As far as the stored checkpoint reaches; whether its root is theirs is the caller's to verify. */
export async function rebuildTiles(store: Store, folder: string): Promise<void> {
  await makePrivateFolder(folder)
  const checkpoint = await store.read((tx) => tx.log.checkpoint())
  if (!checkpoint) return
  const tiles = createTileFolder(folder)
  let frontier = EMPTY_FRONTIER
  for (let from = 0; from < checkpoint.size; from += BATCH) {
    const count = Math.min(BATCH, checkpoint.size - from)
    const entries = await store.read((tx) => tx.log.list(from, count))
    const grown = growFrontier(frontier, entries.map(leafHash))
    await tiles.writeHashes(grown.tiles)
    await tiles.writeBundles(from, entries)
    frontier = grown.frontier
  }
  await tiles.writeCheckpoint(checkpoint.note)
}
