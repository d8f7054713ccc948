/**
 * The path to one peer. Data starts on the relay at once and moves to a direct way when a probe came
 * back over it; when the direct way falls silent, data is back on the relay with the next packet.
 *
 * ```
 * connecting ── the relay answers ──► relayed ── a candidate answers ──► direct
 *     │  ▲                              ▲                                  │
 *     │  └─ anything answers ─┐         └────── 6.5 s without an answer ───┘
 *     └── 30 s of silence ──► failed
 * ```
 *
 * Only an answer to a ping of our own moves the state: an authenticated ping from elsewhere makes its
 * source a candidate, no more. Does no I/O; whoever holds the socket performs {@link Path.drain}.
 */
import { type Endpoint, formatEndpoint } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import { addMs, type Instant } from '../../base/time.ts'

export type PathState =
  /** Nothing has answered yet. */
  | { readonly kind: 'connecting'; readonly since: Instant }
  | { readonly kind: 'relayed'; readonly roundTripMs: number; readonly trustedUntil: Instant }
  | {
      readonly kind: 'direct'
      readonly endpoint: Endpoint
      readonly roundTripMs: number
      readonly trustedUntil: Instant
    }
  /** Nothing has answered for long; tried again now and then. */
  | { readonly kind: 'failed'; readonly since: Instant }

export type PathOutput =
  | { readonly kind: 'ping'; readonly to: Endpoint | 'relay'; readonly transaction: Uint8Array }
  /** Our own candidates, to the peer, by the relay: both then send at once, which opens both NATs. */
  | { readonly kind: 'offer' }
  | { readonly kind: 'changed'; readonly state: PathState }

/** Where a datagram of data goes: usually one way, both while the direct one is in doubt. */
export interface Route {
  readonly relay: boolean
  readonly endpoints: readonly Endpoint[]
}

const HEARTBEAT = 3_000
const TRUST = 6_500
/** A heartbeat that is this late puts the direct way in doubt: data takes the relay as well. */
const DOUBT_AFTER = 500
const PING_TIMEOUT = 5_000
const IDLE_AFTER = 45_000
const FAIL_AFTER = 30_000
/** Between rounds of pings to all candidates: a burst to open NATs, then rarer. */
const ROUNDS = [0, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
const ROUND_LAST = 60_000
/** A better way must be better by this to be worth a change. */
const SWITCH_FACTOR = 0.7
const MAX_OUTSTANDING = 64
/** An address that only its own pings told of is pinged no more often. */
const PING_BACK_EVERY = 1_000
/** Such addresses in all: between two NATs with a port for each destination every ping back comes from a new one. */
const PING_BACKS_AT_ONCE = 8
const PING_BACK_REFILL = 2_000

interface Outstanding {
  readonly to: Endpoint | 'relay'
  readonly sentAt: Instant
}

export class Path {
  readonly #random: Random
  readonly #outstanding = new Map<string, Outstanding>()
  readonly #pingedBack = new Map<string, Instant>()
  #pingBacksSpentUntil = Number.NEGATIVE_INFINITY
  #hasRelay: boolean
  #candidates: readonly Endpoint[] = []
  #state: PathState
  #lastDirect: Endpoint | undefined
  /** The direct way's answers come from where the questions went. */
  #isStraight = false
  #relayTrustedUntil = Number.NEGATIVE_INFINITY
  #relayRoundTripMs = 0
  #round = 0
  #nextRoundAt: number
  #nextHeartbeatAt = Number.POSITIVE_INFINITY
  #activeUntil: number
  #outputs: PathOutput[] = []

  constructor(options: { readonly random: Random; readonly hasRelay: boolean; readonly now: Instant }) {
    this.#random = options.random
    this.#hasRelay = options.hasRelay
    this.#state = { kind: 'connecting', since: options.now }
    this.#nextRoundAt = options.now
    this.#activeUntil = options.now + IDLE_AFTER
  }

  get state(): PathState {
    return this.#state
  }

  setRelay(hasRelay: boolean, now: Instant): void {
    if (this.#hasRelay === hasRelay) return
    this.#hasRelay = hasRelay
    if (!hasRelay) this.#relayTrustedUntil = Number.NEGATIVE_INFINITY
    if (!hasRelay && this.#state.kind === 'relayed') this.#become({ kind: 'connecting', since: now })
    this.#restartRounds(now)
  }

  /** What the peer, or the coordinator, says of where the peer is. */
  setCandidates(endpoints: readonly Endpoint[], now: Instant): void {
    const before = new Set(this.#candidates.map(formatEndpoint))
    const isNew = endpoints.some((endpoint) => !before.has(formatEndpoint(endpoint)))
    this.#candidates = endpoints
    if (isNew) this.#restartRounds(now)
  }

  /** To be told of data to or from the peer: an idle path is not kept alive. */
  noteActivity(now: Instant): void {
    const wasIdle = now > this.#activeUntil
    this.#activeUntil = now + IDLE_AFTER
    if (wasIdle) this.#restartRounds(now)
  }

  /** We are seen at a new address: the peer is told with the next round. An idle path waits for its next use. */
  noteOwnAddress(now: Instant): void {
    if (now <= this.#activeUntil && this.#state.kind !== 'direct') this.#restartRounds(now)
  }

  /** An authenticated ping came from there: the way in works, so the way out is worth a try. */
  notePing(from: Endpoint, now: Instant): void {
    const text = formatEndpoint(from)
    if (this.#candidates.some((each) => formatEndpoint(each) === text)) return
    // Where neither side knows the other's address, each ping would beget a ping for ever.
    if (now - (this.#pingedBack.get(text) ?? Number.NEGATIVE_INFINITY) < PING_BACK_EVERY) return
    if (!this.#mayPingBack(now)) return
    if (this.#pingedBack.size >= MAX_OUTSTANDING) this.#pingedBack.clear()
    this.#pingedBack.set(text, now)
    this.#ping(from, now)
  }

  /**
   * An authenticated pong; it counts only for a ping of ours.
   *
   * @param from where it came from, by UDP: a NAT may have another port for our address than the one we asked,
   *   and only the way that the peer's own packets take is kept open by them
   * @returns the round trip in ms
   */
  handlePong(transaction: Uint8Array, now: Instant, from?: Endpoint): number | undefined {
    const key = Buffer.from(transaction).toString('hex')
    const sent = this.#outstanding.get(key)
    if (!sent || now - sent.sentAt > PING_TIMEOUT) return undefined
    this.#outstanding.delete(key)
    const roundTripMs = now - sent.sentAt
    if (sent.to === 'relay') {
      this.#trustRelay(roundTripMs, now)
      return roundTripMs
    }
    const isStraight = from === undefined || formatEndpoint(from) === formatEndpoint(sent.to)
    if (!isStraight) this.notePing(from, now)
    // Two NATs with a port for each destination: nothing keeps such a way open, so a relay that answers is better.
    if (isStraight || now >= this.#relayTrustedUntil) this.#trustDirect(sent.to, roundTripMs, isStraight, now)
    return roundTripMs
  }

  /** The relay says that the peer is not there, or the relay itself is gone. */
  noteRelayLost(now: Instant): void {
    this.#relayTrustedUntil = Number.NEGATIVE_INFINITY
    if (this.#state.kind === 'relayed') this.#become({ kind: 'connecting', since: now })
  }

  /** Where to send data now. */
  route(now: Instant): Route {
    const state = this.#state
    if (state.kind === 'direct' && now < state.trustedUntil) {
      const answeredAt = state.trustedUntil - TRUST
      const isInDoubt = now - answeredAt > HEARTBEAT + DOUBT_AFTER + 2 * state.roundTripMs
      return { relay: isInDoubt && this.#hasRelay, endpoints: [state.endpoint] }
    }
    if (this.#hasRelay) return { relay: true, endpoints: this.#lastDirect ? [this.#lastDirect] : [] }
    return { relay: false, endpoints: this.#lastDirect ? [this.#lastDirect] : this.#candidates }
  }

  handleTimeout(now: Instant): void {
    for (const [key, sent] of this.#outstanding) {
      if (now - sent.sentAt > PING_TIMEOUT) this.#outstanding.delete(key)
    }
    this.#expire(now)
    if (now > this.#activeUntil) {
      this.#nextRoundAt = this.#nextHeartbeatAt = Number.POSITIVE_INFINITY
      return
    }
    if (now >= this.#nextRoundAt) this.#runRound(now)
    if (now >= this.#nextHeartbeatAt) this.#runHeartbeat(now)
  }

  nextTimeout(): Instant {
    const trust = 'trustedUntil' in this.#state ? this.#state.trustedUntil : Number.POSITIVE_INFINITY
    const failing =
      this.#state.kind === 'connecting' ? this.#state.since + FAIL_AFTER : Number.POSITIVE_INFINITY
    return Math.min(this.#nextRoundAt, this.#nextHeartbeatAt, trust, failing) as Instant
  }

  drain(): PathOutput[] {
    const outputs = this.#outputs
    this.#outputs = []
    return outputs
  }

  #runRound(now: Instant): void {
    if (this.#hasRelay) {
      this.#ping('relay', now)
      this.#outputs.push({ kind: 'offer' })
    }
    for (const endpoint of this.#candidates) this.#ping(endpoint, now)
    this.#round++
    this.#nextRoundAt = now + (ROUNDS[this.#round] ?? ROUND_LAST)
  }

  #runHeartbeat(now: Instant): void {
    // Also while relayed: the way that was lost last is the likeliest to come back.
    if (this.#lastDirect) this.#ping(this.#lastDirect, now)
    if (this.#hasRelay) this.#ping('relay', now)
    this.#nextHeartbeatAt = now + HEARTBEAT
  }

  /** A bucket that is full again after {@link PING_BACK_REFILL} for each ping. */
  #mayPingBack(now: Instant): boolean {
    const spentUntil = Math.max(now, this.#pingBacksSpentUntil) + PING_BACK_REFILL
    if (spentUntil - now > PING_BACK_REFILL * PING_BACKS_AT_ONCE) return false
    this.#pingBacksSpentUntil = spentUntil
    return true
  }

  #ping(to: Endpoint | 'relay', now: Instant): void {
    if (this.#outstanding.size >= MAX_OUTSTANDING) return
    const transaction = this.#random.bytes(12)
    this.#outstanding.set(Buffer.from(transaction).toString('hex'), { to, sentAt: now })
    this.#outputs.push({ kind: 'ping', to, transaction })
  }

  #trustRelay(roundTripMs: number, now: Instant): void {
    this.#relayTrustedUntil = now + TRUST
    this.#relayRoundTripMs = roundTripMs
    if (this.#state.kind !== 'direct') this.#become(this.#relayedState())
    this.#startHeartbeat(now)
  }

  #trustDirect(endpoint: Endpoint, roundTripMs: number, isStraight: boolean, now: Instant): void {
    const current = this.#state
    if (current.kind === 'direct' && formatEndpoint(current.endpoint) !== formatEndpoint(endpoint)) {
      const isQuicker = roundTripMs <= current.roundTripMs * SWITCH_FACTOR
      if (isStraight === this.#isStraight ? !isQuicker : !isStraight) return
    }
    this.#isStraight = isStraight
    this.#lastDirect = endpoint
    this.#become({ kind: 'direct', endpoint, roundTripMs, trustedUntil: addMs(now, TRUST) })
    this.#startHeartbeat(now)
  }

  #startHeartbeat(now: Instant): void {
    if (this.#nextHeartbeatAt === Number.POSITIVE_INFINITY) this.#nextHeartbeatAt = now + HEARTBEAT
  }

  #expire(now: Instant): void {
    const state = this.#state
    if (state.kind === 'connecting' && now - state.since >= FAIL_AFTER)
      this.#become({ kind: 'failed', since: now })
    if (!('trustedUntil' in state) || now < state.trustedUntil) return
    if (state.kind === 'direct' && now < this.#relayTrustedUntil) this.#become(this.#relayedState())
    else this.#become({ kind: 'connecting', since: now })
    this.#restartRounds(now)
  }

  #relayedState(): PathState {
    const trustedUntil = this.#relayTrustedUntil as Instant
    return { kind: 'relayed', roundTripMs: this.#relayRoundTripMs, trustedUntil }
  }

  #restartRounds(now: Instant): void {
    this.#round = 0
    this.#nextRoundAt = now
  }

  #become(state: PathState): void {
    const before = this.#state
    this.#state = state
    const sameWay =
      before.kind === state.kind &&
      (before.kind !== 'direct' ||
        formatEndpoint(before.endpoint) === formatEndpoint((state as typeof before).endpoint))
    if (!sameWay) this.#outputs.push({ kind: 'changed', state })
  }
}
