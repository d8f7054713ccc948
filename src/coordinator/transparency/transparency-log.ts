/**
 * The transparency log (protocols §7): static tiles and a checkpoint in a folder of this process. Entries
 * are written to the store with what they record; {@link TransparencyLog.integrate} brings them under a
 * checkpoint, in this order:
 *
 *     entry (store) → bundles and tiles (files) → checkpoint (store, compare-and-swap) → checkpoint (file)
 *
 * Durable are the store's steps; files that a crash left behind or damaged are made again from the entries.
 * The same entries give the same tiles, so what a crash cut short is done again, each replica has the same
 * files, and no tree is ever signed that contradicts another: a replica that another was faster than takes
 * over its checkpoint, after it has computed the same root. A store that is older than what stands in the
 * folder is refused: what was signed would be signed a second time, differently.
 */
import { encodeHex, equalBytes } from '../../base/bytes.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import { type LogIdentity, logOrigin, signCheckpoint, verifyCheckpoint } from '../../tlog/checkpoint.ts'
import { emitInclusionProof } from '../../tlog/inclusion-proof.ts'
import { consistencyRanges, inclusionRanges, proofNodes, proofOf } from '../../tlog/proof.ts'
import { TILE_WIDTH } from '../../tlog/tile.ts'
import { type LeafRange, leafHash, type NodeId, treeRoot } from '../../tlog/tree.ts'
import type { Store } from '../store/contract.ts'
import type { CheckpointRecord } from '../store/records.ts'
import { coalesce } from './coalesce.ts'
import { EMPTY_FRONTIER, type Frontier, growFrontier, recoverFrontier } from './frontier.ts'
import { createTileFolder, type TileFolder } from './tile-folder.ts'

export interface TransparencyLog {
  /** Resolves when a checkpoint covers every entry that was committed before the call. */
  integrate(): Promise<void>
  /** Takes over what another replica brought under a checkpoint. @throws `LOG_INCONSISTENT` where the store went back */
  follow(): Promise<void>
  /** The newest checkpoint that was published here. */
  newest(): CheckpointRecord | undefined
  /** RFC 9162 §2.1.4, between two sizes of which the second was published here. */
  consistency(first: number, second: number): Promise<Uint8Array[]>
  /**
   * @param under the checkpoint that the proof is to lead to; the newest without it
   * @throws `LOG_INCONSISTENT` for an entry that no checkpoint covers
   */
  proofOf(
    index: number,
    under?: CheckpointRecord,
  ): Promise<{ readonly entry: Uint8Array; readonly proof: string }>
}

export type LogStep = 'tiles written' | 'checkpoint stored' | 'checkpoint published'

export interface TransparencyLogOptions {
  readonly store: Store
  readonly folder: string
  readonly coordinatorId: string
  readonly key: Ed25519KeyPair
  /** Log keys before this one, each listed by the root once: what they signed is signed anew. */
  readonly earlierKeys?: readonly Ed25519PublicKey[]
  /** Told after each step; a crash test ends the process there. */
  readonly reached?: (step: LogStep) => void
}

/** How many entries one checkpoint takes in at most. */
const BATCH = 4096

interface Published {
  readonly size: number
  readonly note: string
}

/** What the folder has: its checkpoint, and the right edge of that tree. */
interface State {
  readonly published: Published | undefined
  readonly frontier: Frontier
}

/** @throws `LOG_INCONSISTENT` where tiles, stored checkpoint and the folder's own contradict each other */
export async function openTransparencyLog(options: TransparencyLogOptions): Promise<TransparencyLog> {
  const tiles = createTileFolder(options.folder)
  let state = await readFolder(options, tiles)
  let line: Promise<void> = Promise.resolve()
  let failed = false
  const inTurn = (work: () => Promise<void>) => (): Promise<void> => {
    const turn = line.then(async () => {
      // A step that failed left memory and files in doubt: start anew from what stands there.
      if (failed) {
        state = await readFolder(options, tiles)
        await catchUp()
      }
      failed = true
      await work()
      failed = false
    })
    line = turn.catch(() => undefined)
    return turn
  }
  const catchUp = async (): Promise<void> => {
    state = await takeOver(options, tiles, state)
  }
  const advance = async (): Promise<void> => {
    for (;;) {
      const next = await integrateBatch(options, tiles, state)
      if (next === 'nothing') break
      if (next === 'overtaken') await catchUp()
      else state = next
    }
  }
  const log: TransparencyLog = {
    integrate: coalesce(inTurn(advance)),
    follow: coalesce(inTurn(catchUp)),
    newest: () => state.published,
    consistency: async (first, second) => hashesOf(tiles, consistencyRanges(first, second), second),
    async proofOf(index, under) {
      if (!under && index >= (state.published?.size ?? 0)) await log.follow()
      return prove(options.store, tiles, index, under ?? state.published)
    },
  }
  await log.follow()
  await inTurn(async () => {
    state = await signAnew(options, tiles, state)
  })()
  await log.integrate()
  return log
}

/** The tree is recomputed before, so that a new key never signs what an earlier one did not. */
async function signAnew(options: TransparencyLogOptions, tiles: TileFolder, state: State): Promise<State> {
  const { published, frontier } = state
  const { key, coordinatorId, store } = options
  if (!published || isOurs(published.note, options)) return state
  refuseContradiction(options, published, frontier)
  const { size } = published
  const root = treeRoot(size, (node) => nodeOf(frontier, node))
  const note = signCheckpoint({ origin: logOrigin(coordinatorId), size, root }, key)
  const swapped = await store.write('checkpoint', (tx) => tx.log.replaceCheckpoint(size, { size, note }))
  // Another replica was faster: its checkpoint is taken over with the next.
  if (!swapped) return state
  await tiles.writeCheckpoint(note)
  return { published: { size, note }, frontier }
}

/** A folder that is empty, as a new replica's, or damaged is filled from the entries: the frontier is then none. */
async function readFolder(options: TransparencyLogOptions, tiles: TileFolder): Promise<State> {
  const published = readPublished(options, await tiles.readCheckpoint())
  if (!published) return { published, frontier: EMPTY_FRONTIER }
  try {
    const frontier = await recoverFrontier(tiles, published.size)
    refuseContradiction(options, published, frontier)
    return { published, frontier }
  } catch (thrown) {
    if (!(thrown instanceof SallyportError) || thrown.code !== 'LOG_INCONSISTENT') throw thrown
    return { published, frontier: EMPTY_FRONTIER }
  }
}

async function integrateBatch(
  options: TransparencyLogOptions,
  tiles: TileFolder,
  { published, frontier }: State,
): Promise<State | 'nothing' | 'overtaken'> {
  const grown = await extend(options.store, tiles, frontier, Number.MAX_SAFE_INTEGER)
  const { size } = grown
  if (size === frontier.size) return 'nothing'
  options.reached?.('tiles written')
  const root = treeRoot(size, (node) => nodeOf(grown, node))
  const note = signCheckpoint({ origin: logOrigin(options.coordinatorId), size, root }, options.key)
  const swapped = await options.store.write('checkpoint', (tx) =>
    tx.log.replaceCheckpoint(published?.size ?? null, { size, note }),
  )
  if (!swapped) return 'overtaken'
  options.reached?.('checkpoint stored')
  await tiles.writeCheckpoint(note)
  options.reached?.('checkpoint published')
  return { published: { size, note }, frontier: grown }
}

async function takeOver(options: TransparencyLogOptions, tiles: TileFolder, state: State): Promise<State> {
  const stored = await options.store.read((tx) => tx.log.checkpoint())
  const { published } = state
  if ((stored?.size ?? 0) < (published?.size ?? 0)) throw wentBack(stored?.size ?? 0, published!.size)
  let { frontier } = state
  if (!stored || (stored.note === published?.note && frontier.size === stored.size)) return state
  while (frontier.size < stored.size) {
    const grown = await extend(options.store, tiles, frontier, stored.size)
    if (grown.size === frontier.size) throw wentBack(grown.size, stored.size)
    frontier = grown
  }
  refuseContradiction(options, stored, frontier)
  await tiles.writeCheckpoint(stored.note)
  return { published: stored, frontier }
}

/** Adds the next entries, at most one batch of them and none from `end` on, to the tiles. */
async function extend(store: Store, tiles: TileFolder, frontier: Frontier, end: number): Promise<Frontier> {
  const from = frontier.size
  const entries = await store.read((tx) => tx.log.list(from, Math.min(BATCH, end - from)))
  if (entries.length === 0) return frontier
  const grown = growFrontier(frontier, entries.map(leafHash))
  await tiles.writeHashes(grown.tiles)
  const bundleStart = from - (from % TILE_WIDTH)
  const before = await store.read((tx) => tx.log.list(bundleStart, from - bundleStart))
  await tiles.writeBundles(bundleStart, [...before, ...entries])
  return grown.frontier
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
  const hashes = await hashesOf(tiles, inclusionRanges(index, published.size), published.size)
  return { entry, proof: emitInclusionProof({ index, hashes, checkpoint: published.note }) }
}

async function hashesOf(
  tiles: TileFolder,
  ranges: readonly LeafRange[],
  size: number,
): Promise<Uint8Array[]> {
  const nodes = new Map<string, Uint8Array>()
  for (const node of proofNodes(ranges)) nodes.set(keyOf(node), await tiles.readNode(node, size))
  return proofOf(ranges, (node) => nodes.get(keyOf(node))!)
}

/** A checkpoint that is not ours, or no whole one, is none: the folder is filled from the store. */
function readPublished(options: TransparencyLogOptions, note: string | undefined): Published | undefined {
  if (note === undefined) return undefined
  try {
    return { size: verifyCheckpoint(note, identityOf(options)).checkpoint.size, note }
  } catch (thrown) {
    if (thrown instanceof SallyportError) return undefined
    throw thrown
  }
}

function identityOf({ coordinatorId, key, earlierKeys = [] }: TransparencyLogOptions): LogIdentity {
  return { origin: logOrigin(coordinatorId), publicKey: key.publicKey, earlierKeys }
}

/** Signed by the key of today. */
function isOurs(note: string, { coordinatorId, key }: TransparencyLogOptions): boolean {
  try {
    verifyCheckpoint(note, { origin: logOrigin(coordinatorId), publicKey: key.publicKey })
    return true
  } catch (thrown) {
    if (thrown instanceof SallyportError) return false
    throw thrown
  }
}

/** Tiles that were changed, or a store of another time: nothing is signed on top of that. */
function refuseContradiction(
  options: TransparencyLogOptions,
  published: Published,
  frontier: Frontier,
): void {
  const { checkpoint } = verifyCheckpoint(published.note, identityOf(options))
  const root = treeRoot(published.size, (node) => nodeOf(frontier, node))
  if (checkpoint.size === published.size && equalBytes(checkpoint.root, root)) return
  throw new SallyportError('LOG_INCONSISTENT', {
    message: `the entries have the root ${encodeHex(root)}, the stored checkpoint of size ${published.size} has another`,
    help: 'the entries in the store were changed: restore a backup',
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

function wentBack(size: number, published: number): SallyportError {
  return new SallyportError('LOG_INCONSISTENT', {
    message: `the store's log has ${size} entries under its checkpoint, and had ${published} before`,
    help: 'the store is older than the log that was published: bring the newest store back, or restore a backup into an empty directory',
  })
}
