/**
 * The transparency log on disk (protocols §7): static tiles and a checkpoint. Entries are written to the
 * store with what they record; {@link TransparencyLog.integrate} brings them under a checkpoint, in this
 * order, each step durable before the next:
 *
 *     entry (store) → bundles and tiles (files) → checkpoint (store, compare-and-swap) → checkpoint (file)
 *
 * After a crash at any instant the next start goes on from the stored checkpoint: the same entries give
 * the same tiles, so no tree is ever signed that contradicts another.
 */

import { encodeHex, equalBytes } from '../../base/bytes.ts'
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import { logOrigin, signCheckpoint, verifyCheckpoint } from '../../tlog/checkpoint.ts'
import { emitInclusionProof } from '../../tlog/inclusion-proof.ts'
import { inclusionRanges, proofNodes, proofOf } from '../../tlog/proof.ts'
import { leafHash, type NodeId, treeRoot } from '../../tlog/tree.ts'
import type { Store } from '../store/contract.ts'
import { type Frontier, growFrontier, recoverFrontier } from './frontier.ts'
import { createTileFolder, type TileFolder } from './tile-folder.ts'

export interface TransparencyLog {
  /** Resolves when a checkpoint covers every entry that was committed before the call. */
  integrate(): Promise<void>
  /** @throws `LOG_INCONSISTENT` for an entry that no checkpoint covers */
  proofOf(index: number): Promise<{ readonly entry: Uint8Array; readonly proof: string }>
}

export type LogStep = 'tiles written' | 'checkpoint stored' | 'checkpoint published'

export interface TransparencyLogOptions {
  readonly store: Store
  readonly folder: string
  readonly coordinatorId: string
  readonly key: Ed25519KeyPair
  /** Told after each step; a crash test ends the process there. */
  readonly reached?: (step: LogStep) => void
}

/** How many entries one checkpoint takes in at most. */
const BATCH = 4096

interface Published {
  readonly size: number
  readonly note: string
}

/** @throws `LOG_INCONSISTENT` where tiles and stored checkpoint contradict each other */
export async function openTransparencyLog(options: TransparencyLogOptions): Promise<TransparencyLog> {
  const tiles = createTileFolder(options.folder)
  let published = await readCheckpoint(options)
  let frontier = await recoverFrontier(tiles, published?.size ?? 0)
  if (published) {
    refuseContradiction(options, published, frontier)
    await tiles.writeCheckpoint(published.note)
  }
  let failed = false
  const advance = async (): Promise<void> => {
    // A step that failed left memory and disk in doubt: start anew from what is stored.
    if (failed) frontier = await recoverFrontier(tiles, published?.size ?? 0)
    failed = true
    for (;;) {
      const next = await integrateBatch(options, tiles, frontier, published)
      if (!next) break
      published = next.published
      frontier = next.frontier
    }
    failed = false
  }
  const log: TransparencyLog = {
    integrate: coalesce(advance),
    proofOf: (index) => prove(options.store, tiles, index, published),
  }
  await log.integrate()
  return log
}

async function integrateBatch(
  options: TransparencyLogOptions,
  tiles: TileFolder,
  frontier: Frontier,
  published: Published | undefined,
): Promise<{ published: Published; frontier: Frontier } | undefined> {
  const from = published?.size ?? 0
  const entries = await options.store.read((tx) => tx.log.list(from, BATCH))
  if (entries.length === 0) return undefined
  const size = from + entries.length
  const grown = growFrontier(frontier, entries.map(leafHash))
  await tiles.writeHashes(grown.tiles)
  const bundleStart = from - (from % 256)
  const bundled = await options.store.read((tx) => tx.log.list(bundleStart, size - bundleStart))
  await tiles.writeBundles(bundleStart, bundled)
  options.reached?.('tiles written')
  const root = treeRoot(size, (node) => nodeOf(grown.frontier, node))
  const note = signCheckpoint({ origin: logOrigin(options.coordinatorId), size, root }, options.key)
  const swapped = await options.store.write('checkpoint', (tx) =>
    tx.log.replaceCheckpoint(published?.size ?? null, { size, note }),
  )
  if (!swapped) {
    throw new SallyportError('LOG_INCONSISTENT', {
      message: `another process replaced the checkpoint of size ${published?.size ?? 0}`,
      help: 'let one coordinator serve a data directory',
    })
  }
  options.reached?.('checkpoint stored')
  await tiles.writeCheckpoint(note)
  options.reached?.('checkpoint published')
  return { published: { size, note }, frontier: grown.frontier }
}

async function prove(
  store: Store,
  tiles: TileFolder,
  index: number,
  published: Published | undefined,
): Promise<{ entry: Uint8Array; proof: string }> {
  const [entry] = await store.read((tx) => tx.log.list(index, 1))
  if (!published || !entry || index >= published.size) {
    throw new SallyportError('LOG_INCONSISTENT', { message: `no checkpoint covers entry ${index} yet` })
  }
  const ranges = inclusionRanges(index, published.size)
  const nodes = new Map<string, Uint8Array>()
  for (const node of proofNodes(ranges)) {
    nodes.set(keyOf(node), await tiles.readNode(node, published.size))
  }
  const hashes = proofOf(ranges, (node) => nodes.get(keyOf(node))!)
  return { entry, proof: emitInclusionProof({ index, hashes, checkpoint: published.note }) }
}

async function readCheckpoint({ store }: TransparencyLogOptions): Promise<Published | undefined> {
  return store.read((tx) => tx.log.checkpoint())
}

/** Tiles that were changed, or a store of another time: nothing is signed on top of that. */
function refuseContradiction(
  options: TransparencyLogOptions,
  published: Published,
  frontier: Frontier,
): void {
  const identity = { origin: logOrigin(options.coordinatorId), publicKey: options.key.publicKey }
  const { checkpoint } = verifyCheckpoint(published.note, identity)
  const root = treeRoot(published.size, (node) => nodeOf(frontier, node))
  if (checkpoint.size === published.size && equalBytes(checkpoint.root, root)) return
  throw new SallyportError('LOG_INCONSISTENT', {
    message: `the tiles have the root ${encodeHex(root)}, the stored checkpoint of size ${published.size} has another`,
    help: 'restore tiles and store from the same backup',
  })
}

function nodeOf(frontier: Frontier, node: NodeId): Uint8Array {
  const hash = frontier.whole.get(keyOf(node))
  if (!hash) throw new Error(`the frontier lacks node ${node.index} of level ${node.level}`)
  return hash
}

function keyOf({ level, index }: NodeId): string {
  return `${level}/${index}`
}

/** One run at a time; calls during a run share the next one, which begins after them. */
function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        running = work()
        return running
      })
    return next
  }
}
