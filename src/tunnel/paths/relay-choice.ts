/**
 * Which of several relays carries data to one peer. Every node waits at every relay of its map, so any
 * of them reaches the peer; the first that is not in doubt is used. A relay is in doubt where its
 * connection broke, where it says that the peer is not there, or where it left our questions
 * unanswered. Where all are in doubt the one that was doubted first is tried again. Does no I/O.
 */
import type { Instant } from '../../base/time.ts'

/** Longer than a slow round trip, shorter than a person's patience. */
const ANSWER_WITHIN = 4_000
const DOUBT = 15_000

export class RelayChoice {
  #relays: readonly string[] = []
  readonly #doubtedUntil = new Map<string, number>()
  /** Since when questions by this relay wait for an answer. */
  readonly #unansweredSince = new Map<string, number>()

  /** @param relays best first */
  setRelays(relays: readonly string[]): void {
    this.#relays = [...new Set(relays)]
    for (const notes of [this.#doubtedUntil, this.#unansweredSince]) {
      for (const url of notes.keys()) if (!this.#relays.includes(url)) notes.delete(url)
    }
  }

  get isEmpty(): boolean {
    return this.#relays.length === 0
  }

  /** @returns the relay to use now; `undefined` where there is none at all. */
  choose(now: Instant): string | undefined {
    const doubt = (url: string): number => Math.max(now, this.#doubtedUntil.get(url) ?? 0)
    let best = this.#relays[0]
    for (const url of this.#relays) if (best !== undefined && doubt(url) < doubt(best)) best = url
    return best
  }

  /** A ping goes out by this relay. */
  noteAsked(url: string, now: Instant): void {
    const since = this.#unansweredSince.get(url)
    if (since === undefined) this.#unansweredSince.set(url, now)
    else if (now - since > ANSWER_WITHIN) this.noteLost(url, now)
  }

  /** The peer was heard by this relay. */
  noteAnswer(url: string): void {
    this.#unansweredSince.delete(url)
    this.#doubtedUntil.delete(url)
  }

  /** The connection broke, or the peer is not there. @returns true where no relay without doubt is left */
  noteLost(url: string, now: Instant): boolean {
    this.#unansweredSince.delete(url)
    if (this.#relays.includes(url)) this.#doubtedUntil.set(url, now + DOUBT)
    return this.#relays.every((each) => (this.#doubtedUntil.get(each) ?? 0) > now)
  }

  /** The connection stands again; whether the peer is there is to be seen. */
  noteReady(url: string): void {
    this.#doubtedUntil.delete(url)
    this.#unansweredSince.delete(url)
  }
}
