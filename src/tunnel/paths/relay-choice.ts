/**
 * Which of several relays carries data to one peer. Every node waits at every relay of its map, so any
 * of them reaches the peer; the first that is not in doubt is used. A relay is in doubt where its
 * connection broke, where it says that the peer is not there, or where it left our questions
 * unanswered; and it stays in doubt until the peer has answered by it: questions go there now and then
 * while data takes the next relay. Where all are in doubt, data goes by the one that was doubted first.
 * Does no I/O.
 */
import type { Instant } from '../../base/time.ts'

/** Longer than a slow round trip, shorter than a person's patience. */
const ANSWER_WITHIN = 4_000
const TRY_EVERY = 5_000

interface Notes {
  /** Since when it is in doubt; `undefined` where it is not. */
  doubtedAt: number | undefined
  /** There is no connection to it. */
  isDown: boolean
  /** Since when questions by this relay wait for an answer. */
  unansweredSince: number | undefined
  triedAt: number
}

export class RelayChoice {
  #relays: readonly string[] = []
  #notes = new Map<string, Notes>()

  /** @param relays best first */
  setRelays(relays: readonly string[]): void {
    this.#relays = [...new Set(relays)]
    this.#notes = new Map(this.#relays.map((url) => [url, this.#notes.get(url) ?? newNotes()]))
  }

  get isEmpty(): boolean {
    return this.#relays.length === 0
  }

  /** @returns the relay to use now; `undefined` where there is none at all. */
  choose(): string | undefined {
    let [best] = this.#relays
    for (const url of this.#relays) if (best !== undefined && this.#rank(url) < this.#rank(best)) best = url
    return best
  }

  /** A relay in doubt that a question should go by as well, so that its answer takes the doubt away. */
  takeTry(now: Instant): string | undefined {
    const used = this.choose()
    const url = this.#relays.find((each) => {
      const notes = this.#notes.get(each)!
      return (
        each !== used && notes.doubtedAt !== undefined && !notes.isDown && now - notes.triedAt >= TRY_EVERY
      )
    })
    if (url !== undefined) this.#notes.get(url)!.triedAt = now
    return url
  }

  /** A ping goes out by this relay. */
  noteAsked(url: string, now: Instant): void {
    const notes = this.#notes.get(url)
    if (!notes) return
    notes.unansweredSince ??= now
    if (now - notes.unansweredSince > ANSWER_WITHIN) this.noteLost(url, now)
  }

  /** The peer was heard by this relay. */
  noteAnswer(url: string): void {
    const notes = this.#notes.get(url)
    if (notes) notes.unansweredSince = notes.doubtedAt = undefined
  }

  /** The peer is not there, or is not heard. @returns true where no relay without doubt is left */
  noteLost(url: string, now: Instant): boolean {
    const notes = this.#notes.get(url)
    if (notes) {
      notes.unansweredSince = undefined
      notes.doubtedAt = notes.triedAt = now
    }
    return this.#relays.every((each) => this.#notes.get(each)!.doubtedAt !== undefined)
  }

  /** The connection broke. @returns as {@link noteLost} */
  noteDown(url: string, now: Instant): boolean {
    const notes = this.#notes.get(url)
    if (notes) notes.isDown = true
    return this.noteLost(url, now)
  }

  /** The connection stands again; whether the peer is there is to be seen. */
  noteReady(url: string): void {
    const notes = this.#notes.get(url)
    if (!notes) return
    notes.isDown = false
    notes.triedAt = Number.NEGATIVE_INFINITY
    notes.unansweredSince = undefined
    if (this.#relays.length === 1) notes.doubtedAt = undefined
  }

  /** Without doubt, then those that a packet can go to, then the others; each by how long ago the doubt began. */
  #rank(url: string): number {
    const { doubtedAt, isDown } = this.#notes.get(url)!
    if (doubtedAt === undefined) return Number.NEGATIVE_INFINITY
    return isDown ? DOWN + doubtedAt : doubtedAt
  }
}

/** Greater than any instant. */
const DOWN = 2 ** 50

function newNotes(): Notes {
  return {
    doubtedAt: undefined,
    isDown: false,
    unansweredSince: undefined,
    triedAt: Number.NEGATIVE_INFINITY,
  }
}
