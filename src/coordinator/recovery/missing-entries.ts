/**
 * The log's entries since the backup, as an agent kept them. They count when, and only when, they continue
 * the entries here to the root of a checkpoint that our own log key signed; until then they are bytes in
 * memory, of one agent at a time, within bounds.
 */
import { equalBytes } from '../../base/bytes.ts'
import { type Instant, SECOND } from '../../base/time.ts'
import type { Checkpoint } from '../../tlog/checkpoint.ts'
import { LeafStore } from '../../tlog/leaf-store.ts'
import { leafHash } from '../../tlog/tree.ts'
import { appendAndReplay } from '../operations/log-replay.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Store } from '../store/contract.ts'
import { findMark, putMark } from './recovery.ts'

const MAX_BYTES = 128 * 1024 * 1024
const BATCH = 4096
/** An agent that stopped in the middle makes room for another after that. */
const STALLED_MS = 20 * SECOND

export interface SeenLog extends Pick<Checkpoint, 'size' | 'root'> {
  /** The signed note. */
  readonly note: string
}

export interface MissingEntries {
  /**
   * @param entries in their order, from index `from` on
   * @returns the entry that is wanted next of this node; undefined: none, or another brings them
   * @throws RequestRefusal `refused` where the entries, or the checkpoint, are not of this log
   */
  take(
    nodeId: string,
    seen: SeenLog,
    entries: { readonly from: number; readonly bytes: readonly Uint8Array[] } | undefined,
    now: Instant,
  ): Promise<number | undefined>
}

interface Bringing {
  readonly nodeId: string
  readonly seen: SeenLog
  readonly entries: Uint8Array[]
  bytes: number
  at: Instant
}

export function createMissingEntries(store: Store): MissingEntries {
  const liars = new Set<string>()
  let known: Uint8Array[] | undefined
  let bringing: Bringing | undefined
  let line: Promise<unknown> = Promise.resolve()
  const take: MissingEntries['take'] = async (nodeId, seen, entries, now) => {
    known ??= await readLeaves(store)
    if (seen.size <= known.length) {
      if (equalBytes(treeOf(known.slice(0, seen.size)).rootAt(seen.size), seen.root)) return undefined
      throw refused(
        `the log here is no continuation of the ${seen.size} entries that this agent saw: it forked`,
      )
    }
    const isFree = !bringing || now - bringing.at > STALLED_MS || bringing.seen.size < seen.size
    if (liars.has(nodeId) || (bringing?.nodeId !== nodeId && !isFree)) return undefined
    if (bringing?.nodeId !== nodeId || bringing.seen.note !== seen.note)
      bringing = { nodeId, seen, entries: [], bytes: 0, at: now }
    if (entries?.from === known.length + bringing.entries.length) add(bringing, entries.bytes, known.length)
    bringing.at = now
    const next = known.length + bringing.entries.length
    if (next < seen.size) return next
    const whole = bringing
    bringing = undefined
    const leaves = [...known, ...whole.entries.map(leafHash)]
    if (!equalBytes(treeOf(leaves).rootAt(seen.size), seen.root)) {
      liars.add(nodeId)
      throw refused('these entries do not give the root of the checkpoint')
    }
    const before = known.length
    known = undefined
    await append(store, whole, before)
    return undefined
  }
  return {
    take(...call) {
      const turn = line.then(() => take(...call))
      line = turn.catch(() => undefined)
      return turn
    },
  }
}

function add(bringing: Bringing, entries: readonly Uint8Array[], known: number): void {
  for (const entry of entries.slice(0, bringing.seen.size - known - bringing.entries.length)) {
    bringing.bytes += entry.length
    if (bringing.bytes > MAX_BYTES)
      throw refused(`more than ${MAX_BYTES} bytes are missing: give --newer-log`)
    bringing.entries.push(entry)
  }
}

/** All of them with what they make effective again, and the checkpoint that covers them, or nothing. */
async function append(store: Store, { entries, seen }: Bringing, before: number): Promise<void> {
  await store.write('recovered entries', async (tx) => {
    const mark = await findMark(tx)
    // Another replica was faster, or the recovery is over: then these are there already.
    if (!mark || (await tx.log.size()) !== before) return
    const { replayed, open } = await appendAndReplay(tx, entries)
    const stored = await tx.log.checkpoint()
    await tx.log.replaceCheckpoint(stored?.size ?? null, { size: seen.size, note: seen.note })
    await putMark(tx, { ...mark, replayed: sum(mark.replayed, replayed), open: sum(mark.open, open) })
  })
}

async function readLeaves(store: Store): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = []
  for (;;) {
    const entries = await store.read((tx) => tx.log.list(leaves.length, BATCH))
    if (entries.length === 0) return leaves
    for (const entry of entries) leaves.push(leafHash(entry))
  }
}

function treeOf(leaves: readonly Uint8Array[]): LeafStore {
  const tree = new LeafStore()
  for (const leaf of leaves) tree.append(leaf)
  return tree
}

function sum(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const total = { ...a }
  for (const [kind, count] of Object.entries(b)) total[kind] = (total[kind] ?? 0) + count
  return total
}

function refused(message: string): RequestRefusal {
  return new RequestRefusal('refused', { message })
}
