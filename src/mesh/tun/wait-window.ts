/**
 * How long a thread looks again before it sleeps. To be woken costs tens of microseconds, in a virtual machine more,
 * for its host has to wake a processor first; so a wait that will soon be over is better looked through. Whether it
 * will be, the waits before it tell: the window doubles while they end within {@link LONGEST_MS}, and halves where
 * they do not (as KVM's `halt_poll_ns` does). Pure; times are milliseconds.
 *
 * Invariant: in any time `t` it looks for at most `SHARE * t + BURST_MS`, and one window more.
 */
import type { Instant } from '../../base/time.ts'

/** The window at its widest: KVM's own default, and the haltpoll governor's. */
export const LONGEST_MS = 0.2
const FIRST_MS = 0.05
/** Of one processor. */
export const SHARE = 0.5
/** What may be looked at a stretch, after a quiet time. */
export const BURST_MS = 50
const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 1_000
/** Waits looked through between two pauses that make the first one worth it. */
const WORTH = 32

/** A wait that is over. */
export interface Wait {
  readonly start: Instant
  readonly end: Instant
  /** How much of it was spent looking, and not asleep. */
  readonly lookedMs: number
  /** Whether what was waited for came, and not just the time at which to give up. */
  readonly isReady: boolean
  /** Whether somebody else wanted the processor so much that we had to wait for it. */
  readonly isContended: boolean
}

export class WaitWindow {
  #windowMs = 0
  #creditMs = BURST_MS
  #creditAt: Instant | undefined
  #pauseMs = FIRST_PAUSE_MS
  #pausedUntil: Instant | undefined
  #lookedThrough = WORTH

  /** @returns for how long to look, from now, before sleeping; 0: sleep at once */
  msToLook(now: Instant): number {
    this.#earn(now)
    const isPaused = this.#pausedUntil !== undefined && now < this.#pausedUntil
    return isPaused || this.#creditMs < this.#windowMs ? 0 : this.#windowMs
  }

  /** To be told of every wait, also of those that were slept through. */
  learn({ start, end, lookedMs, isReady, isContended }: Wait): void {
    this.#creditMs -= lookedMs
    const isShort = isReady && end - start <= LONGEST_MS
    if (isShort) this.#windowMs = Math.min(LONGEST_MS, Math.max(FIRST_MS, this.#windowMs * 2))
    else this.#windowMs = this.#windowMs > FIRST_MS ? this.#windowMs / 2 : 0
    if (isContended) this.#pause(end)
    else if (isReady && lookedMs > 0) this.#lookedThrough++
  }

  #earn(now: Instant): void {
    const passed = now - (this.#creditAt ?? now)
    this.#creditMs = Math.min(BURST_MS, this.#creditMs + passed * SHARE)
    this.#creditAt = now
  }

  /** Twice as long where little was gained since the last one. */
  #pause(now: Instant): void {
    const isWorthIt = this.#lookedThrough >= WORTH
    this.#pauseMs = isWorthIt ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2)
    this.#lookedThrough = 0
    this.#pausedUntil = (now + this.#pauseMs) as Instant
  }
}
