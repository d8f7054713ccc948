/**
 * The agent's own reading of the coordinator's log: every entry once, hashed into our own tree, which must
 * give the root of each signed checkpoint. So consistency is not asked for, it is computed; and what the
 * log says about revocations is read from the entries themselves.
 */

import { parseLogEntry } from '../../api/messages/log-entry.ts'
import { decodeUtf8, equalBytes } from '../../base/bytes.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { type Checkpoint, logOrigin, parseCheckpointText, verifyCheckpoint } from '../../tlog/checkpoint.ts'
import { LeafStore } from '../../tlog/leaf-store.ts'
import { MAX_NOTE_BYTES, parseNote } from '../../tlog/note.ts'
import { MAX_ENTRY_BYTES, parseEntryBundle, TILE_WIDTH, tilePath } from '../../tlog/tile.ts'
import { leafHash } from '../../tlog/tree.ts'
import { EntryTail } from './entry-tail.ts'

const MAX_ENTRIES = 4_000_000
const MAX_BUNDLE_BYTES = TILE_WIDTH * (MAX_ENTRY_BYTES + 2)

export interface LogFollowerOptions {
  readonly coordinatorId: string
  /** From the newest key list that the root signed. */
  readonly logKey: () => Promise<Ed25519PublicKey>
  /** The key did not sign: it may have been replaced. The next {@link logKey} is asked for anew. */
  readonly doubtLogKey?: () => void
  /** GET below the log's URL; any status but 200 throws. */
  readonly fetch: (path: string, maxBytes: number) => Promise<Uint8Array>
}

export class LogFollower {
  readonly #options: LogFollowerOptions
  readonly #leaves = new LeafStore()
  readonly #revoked = new Set<string>()
  readonly #tail = new EntryTail()
  #note: string | undefined
  #running: Promise<void> | undefined

  constructor(options: LogFollowerOptions) {
    this.#options = options
  }

  /** Digests (`sha256:…`) of approvals that the log says are revoked. */
  get revokedApprovals(): ReadonlySet<string> {
    return this.#revoked
  }

  /** The newest verified checkpoint, as a signed note. */
  get checkpoint(): string | undefined {
    return this.#note
  }

  /**
   * Reads what is new.
   *
   * @throws `LOG_INCONSISTENT` where two checkpoints cannot be of one log; `SIGNATURE_INVALID`, `HTTP_FAILED`,
   *   `LIMIT_EXCEEDED`, and what {@link parseLogEntry} throws, where nothing new could be learnt
   */
  update(): Promise<void> {
    this.#running ??= this.#update().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** @throws `LOG_INCONSISTENT` where a checkpoint that we kept is no earlier state of this log */
  check(kept: string): void {
    this.checkState(parseCheckpointText(parseNote(kept).text))
  }

  /** As {@link check}, of a size and a root alone. */
  checkState(checkpoint: Pick<Checkpoint, 'size' | 'root'>): void {
    if (checkpoint.size > this.#leaves.size) {
      throw inconsistent(`it has ${this.#leaves.size} entries, and had ${checkpoint.size} before`)
    }
    if (!equalBytes(this.#leaves.rootAt(checkpoint.size), checkpoint.root)) {
      throw inconsistent(`its first ${checkpoint.size} entries are not those of the checkpoint kept here`)
    }
  }

  /** The newest entries are held; none where that one is not. @param maxBytes of all but the first */
  entriesFrom(index: number, maxBytes: number, maxCount: number): readonly Uint8Array[] {
    return this.#tail.from(index, maxBytes, maxCount)
  }

  /** Between two sizes that we have read. */
  consistency(first: number, second: number): Uint8Array[] | undefined {
    return second > this.#leaves.size ? undefined : this.#leaves.consistency(first, second)
  }

  async #update(): Promise<void> {
    const { coordinatorId, fetch } = this.#options
    const note = decodeUtf8(await fetch('checkpoint', MAX_NOTE_BYTES))
    const checkpoint = await this.#verify(note, logOrigin(coordinatorId))
    if (checkpoint.size < this.#leaves.size) {
      throw inconsistent(`it has ${checkpoint.size} entries, and had ${this.#leaves.size} before`)
    }
    if (checkpoint.size > MAX_ENTRIES) {
      throw new SallyportError('LIMIT_EXCEEDED', { message: `the log has more than ${MAX_ENTRIES} entries` })
    }
    await this.#read(checkpoint)
    if (!equalBytes(this.#leaves.rootAt(checkpoint.size), checkpoint.root)) {
      throw inconsistent(`its ${checkpoint.size} entries do not give the root that it signed`)
    }
    this.#note = note
  }

  async #verify(note: string, origin: string): Promise<Checkpoint> {
    const { logKey, doubtLogKey } = this.#options
    try {
      return verifyCheckpoint(note, { origin, publicKey: await logKey() }).checkpoint
    } catch (error) {
      const isReplaced = error instanceof SallyportError && error.code === 'SIGNATURE_INVALID'
      if (!isReplaced || !doubtLogKey) throw error
      doubtLogKey()
      return verifyCheckpoint(note, { origin, publicKey: await logKey() }).checkpoint
    }
  }

  async #read(checkpoint: Checkpoint): Promise<void> {
    while (this.#leaves.size < checkpoint.size) {
      const index = Math.floor(this.#leaves.size / TILE_WIDTH)
      const width = Math.min(TILE_WIDTH, checkpoint.size - index * TILE_WIDTH)
      const path = tilePath({ level: 'entries', index, width })
      const entries = readBundle(await this.#options.fetch(path, MAX_BUNDLE_BYTES), width, path)
      for (const entry of entries.slice(this.#leaves.size % TILE_WIDTH)) this.#append(entry)
    }
  }

  #append(entry: Uint8Array): void {
    // Understood first: what could revoke is never passed over.
    const parsed = parseLogEntry(entry)
    this.#leaves.append(leafHash(entry))
    this.#tail.append(entry)
    if (parsed.type === 'approval-revoked') this.#revoked.add(parsed.approval)
  }
}

/** A bundle that is cut short proves nothing against the log: it is asked for again. @throws `HTTP_FAILED` */
function readBundle(bytes: Uint8Array, width: number, path: string): Uint8Array[] {
  try {
    return parseEntryBundle(bytes, width)
  } catch (cause) {
    throw new SallyportError('HTTP_FAILED', { message: `${path}: ${messageOf(cause)}`, cause })
  }
}

function inconsistent(why: string): SallyportError {
  return new SallyportError('LOG_INCONSISTENT', {
    message: `the coordinator's log contradicts itself: ${why}`,
    help: 'keep both checkpoints, and ask the operators: the log was rolled back or forked',
  })
}
