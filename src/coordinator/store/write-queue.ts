/**
 * Writes of one process, in their order and in groups: what waits while one group is committed makes the
 * next, so that one sync serves them all. The disk's syncs, not their number, set the pace.
 */

/** Bounds how long the first of a group waits for the last; PostgreSQL keeps as many savepoints at hand. */
const MAX_GROUP = 64

export interface QueuedWrite {
  readonly name: string
  readonly resolve: (result: unknown) => void
  readonly reject: (thrown: unknown) => void
}

export interface WriteQueue<W extends QueuedWrite> {
  add(write: W): void
  /** Resolves when nothing waits. */
  settled(): Promise<void>
}

/** @param commit settles every write of its group, and never throws */
export function createWriteQueue<W extends QueuedWrite>(
  commit: (group: readonly W[]) => Promise<void>,
): WriteQueue<W> {
  const waiting: W[] = []
  let running: Promise<void> | undefined
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      // What has arrived while the last group was synced joins this one.
      await new Promise((resolve) => setImmediate(resolve))
      await commit(waiting.splice(0, MAX_GROUP))
    }
    running = undefined
  }
  return {
    add(write) {
      waiting.push(write)
      running ??= drain()
    },
    settled: async () => running,
  }
}
