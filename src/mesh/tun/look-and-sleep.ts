/** A wait in `poll` that looks again for a while before it sleeps, as long as a {@link WaitWindow} says. */
import type { Clock } from '../../base/time.ts'
import type { WaitWindow } from './wait-window.ts'

/** A `sched_yield` that took longer ran somebody's whole turn: who shares our own work has done his sooner. */
export const CONTENDED_MS = 0.3

export interface Waiting {
  /** Sleeps until something can be read, or for so long; 0 only looks. @returns whether something can be read */
  readonly poll: (timeoutMs: number) => boolean
  /** Lets whoever waits for this processor have it. */
  readonly yieldProcessor: () => void
  readonly clock: Clock
  readonly window: WaitWindow
}

/** Waits until something can be read, or for so long. */
export function lookAndSleep({ poll, yieldProcessor, clock, window }: Waiting, timeoutMs: number): void {
  const start = clock.monotonic()
  const windowMs = Math.min(timeoutMs, window.msToLook(start))
  let now = start
  let isReady = false
  let isContended = false
  let lookedMs = 0
  while (lookedMs < windowMs && !isReady && !isContended) {
    isReady = poll(0)
    if (!isReady) yieldProcessor()
    const before = now
    now = clock.monotonic()
    isContended = now - before > CONTENDED_MS
    // What others had of the processor was not ours.
    if (!isContended) lookedMs = now - start
  }
  if (!isReady) {
    isReady = poll(Math.max(0, timeoutMs - Math.floor(now - start)))
    now = clock.monotonic()
  }
  window.learn({ start, end: now, lookedMs, isReady, isContended })
}
