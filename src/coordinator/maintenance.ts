/** What happens by time: leases end, maps are renewed, counts are logged, what has expired is forgotten. */

import { emitLogEntry, parseLogEntry } from '../api/messages/log-entry.ts'
import { messageOf } from '../base/errors.ts'
import { formatTimestamp, MINUTE, parseTimestamp, SECOND } from '../base/time.ts'
import type { CoordinatorContext } from './context.ts'
import { renewMaps, sendSnapshots } from './netmap/distribution.ts'
import { MAP_LIFETIME } from './netmap/network-map.ts'
import { endExpiredLeases, watchLeases } from './nodes/membership.ts'
import { endStrayNodes } from './nodes/stray-nodes.ts'
import type { Transaction } from './store/contract.ts'

/** Where the latest time that was seen is kept, for the clock's floor after a restart. */
const CLOCK_FLOOR = 'clock-floor'

/** No entry of the log is followed by one of an earlier time, whatever the clock was set to while nobody served. */
export async function findClockFloor(tx: Transaction): Promise<number> {
  const noted = Number((await tx.settings.find(CLOCK_FLOOR)) ?? 0)
  const size = await tx.log.size()
  const [last] = size === 0 ? [] : await tx.log.list(size - 1, 1)
  return Math.max(noted, last === undefined ? 0 : timeOf(last))
}

function timeOf(entry: Uint8Array): number {
  try {
    return parseTimestamp(parseLogEntry(entry).at)
  } catch {
    // Of a kind that this version does not know: it says nothing here.
    return 0
  }
}

interface Task {
  readonly everyMs: number
  readonly run: (context: CoordinatorContext) => Promise<unknown>
  /** Not before a recovery has ended: it may write to the log. */
  readonly isLogged?: true
}

const TASKS: readonly Task[] = [
  { everyMs: SECOND, run: endExpiredLeases, isLogged: true },
  { everyMs: 20 * SECOND, run: watchLeases },
  { everyMs: 5 * SECOND, run: endStrayNodes, isLogged: true },
  // Entries of another process (`coordinator enroll`) wait for nobody's request.
  { everyMs: SECOND, run: ({ log }) => log.integrate(), isLogged: true },
  { everyMs: SECOND, run: ({ cosigning }) => cosigning.refresh(), isLogged: true },
  { everyMs: MINUTE, run: logStrangers, isLogged: true },
  { everyMs: MINUTE, run: prune },
  { everyMs: MAP_LIFETIME / 2, run: renewMaps },
  { everyMs: 2 * SECOND, run: followRelays },
]

/** @returns stops it, and resolves when what runs has ended */
export function startMaintenance(context: CoordinatorContext): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const timers = TASKS.map(({ everyMs, ...task }) => {
    let busy = false
    const timer = setInterval(() => {
      if (busy) return
      busy = true
      const turn = attempt(context, task).finally(() => {
        busy = false
        running.delete(turn)
      })
      running.add(turn)
    }, everyMs)
    timer.unref()
    return timer
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running)
  }
}

/** environments.yml may register others. Between replicas, each looks for itself. */
async function followRelays(context: CoordinatorContext): Promise<void> {
  if (await context.relays.refresh()) await sendSnapshots(context)
}

/** Refusals of strangers: one entry a minute, and none where there were none. */
export async function logStrangers(context: CoordinatorContext): Promise<void> {
  const count = context.refusals.take()
  if (count === 0) return
  const at = formatTimestamp(context.clock.now())
  await context.store.write('refusals', (tx) =>
    tx.log.append(emitLogEntry({ type: 'refusals', version: 1, at, count })),
  )
  await context.log.integrate()
}

async function prune({ store, clock }: CoordinatorContext): Promise<void> {
  const now = clock.now()
  await store.write('prune', async (tx) => {
    await tx.nonces.prune(now)
    await tx.tokens.prune(now)
    await tx.documents.prune(now)
    // Another replica may have seen a later time.
    const floor = Number((await tx.settings.find(CLOCK_FLOOR)) ?? 0)
    if (now > floor) await tx.settings.put(CLOCK_FLOOR, String(now))
  })
}

async function attempt(context: CoordinatorContext, { run, isLogged }: Omit<Task, 'everyMs'>): Promise<void> {
  try {
    if (isLogged && (await context.recovery.isOpen())) return
    await run(context)
  } catch (thrown) {
    // The next turn tries again; a store that stays broken shows in /readyz.
    context.diagnostics.log('error', 'maintenance failed', { error: messageOf(thrown) })
  }
}
