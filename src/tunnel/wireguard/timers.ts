/**
 * The timers of one peer (paper, section 6), as deadlines. The five:
 *
 * - retransmit: an initiation is answered within 5 s, or sent again, for 90 s after there was last something to send;
 * - keepalive: after receiving data, something is sent within 10 s;
 * - new handshake: after sending data, something is received within 15 s, or a handshake is tried;
 * - zero keys: 540 s after the last session began, keys are forgotten;
 * - persistent keepalive, where the configuration asks for it.
 *
 * Callers report facts ("should be called after …"); none touches a timer. All facts about the peer
 * are of authenticated packets.
 */
import type { Instant } from '../../base/time.ts'
import {
  KEEPALIVE_TIMEOUT,
  MAX_HANDSHAKE_ATTEMPTS,
  REKEY_TIMEOUT,
  REKEY_TIMEOUT_JITTER_MAX,
  ZERO_KEYS_AFTER,
} from './constants.ts'

export type TimerAction =
  | 'retransmit-initiation'
  | 'give-up'
  | 'send-keepalive'
  | 'start-handshake'
  | 'zero-keys'
  | 'send-persistent-keepalive'

const NEVER = Number.POSITIVE_INFINITY

export class Timers {
  readonly #jitter: () => number
  persistentKeepaliveMs = 0
  #retransmitAt = NEVER
  #keepaliveAt = NEVER
  #keepaliveWanted = false
  #newHandshakeAt = NEVER
  /** Drawn with each session: this timer is set for nearly every packet, and a random number costs as much as one. */
  #newHandshakeJitterMs: number
  #zeroKeysAt = NEVER
  #persistentAt = NEVER
  #attempts = 0
  /** Initiations since a handshake was last complete or given up. */
  #unanswered = 0

  /** @param jitter a random number of [0, 1). */
  constructor(jitter: () => number) {
    this.#jitter = jitter
    this.#newHandshakeJitterMs = this.#jitterMs()
  }

  /** Should be called after a packet with content is sent. */
  dataSent(now: Instant): void {
    if (this.#newHandshakeAt === NEVER) {
      this.#newHandshakeAt = now + KEEPALIVE_TIMEOUT + REKEY_TIMEOUT + this.#newHandshakeJitterMs
    }
  }

  /** Should be called after a packet with content is received. */
  dataReceived(now: Instant): void {
    if (this.#keepaliveAt === NEVER) this.#keepaliveAt = now + KEEPALIVE_TIMEOUT
    else this.#keepaliveWanted = true
  }

  /** Should be called after any message but a cookie reply is sent. */
  anyAuthenticatedPacketSent(): void {
    this.#keepaliveAt = NEVER
    this.#keepaliveWanted = false
  }

  /** Should be called after any authenticated message is received. */
  anyAuthenticatedPacketReceived(): void {
    this.#newHandshakeAt = NEVER
  }

  /** Should be called before sending or after receiving any authenticated message. */
  anyAuthenticatedPacketTraversal(now: Instant): void {
    if (this.persistentKeepaliveMs > 0) this.#persistentAt = now + this.persistentKeepaliveMs
  }

  /** Should be called after an initiation is sent. @returns true for the first after 90 s of them without an answer */
  handshakeInitiated(now: Instant): boolean {
    this.#retransmitAt = now + REKEY_TIMEOUT + this.#jitterMs()
    this.#unanswered++
    return this.#unanswered === MAX_HANDSHAKE_ATTEMPTS + 1
  }

  /** Should be called when a handshake is asked for anew, by a packet to send and not by retransmission. */
  handshakeAsked(): void {
    this.#attempts = 0
  }

  /** Should be called after a response is consumed, or the first packet under a responder's keys. */
  handshakeComplete(): void {
    this.#retransmitAt = NEVER
    this.#attempts = 0
    this.#unanswered = 0
  }

  /** Should be called after keys are derived. */
  sessionDerived(now: Instant): void {
    this.#zeroKeysAt = now + ZERO_KEYS_AFTER
    this.#newHandshakeJitterMs = this.#jitterMs()
  }

  /** Should be called when the peer is removed or forgotten. */
  stop(): void {
    this.#retransmitAt =
      this.#keepaliveAt =
      this.#newHandshakeAt =
      this.#zeroKeysAt =
      this.#persistentAt =
        NEVER
  }

  next(): number {
    return Math.min(
      this.#retransmitAt,
      this.#keepaliveAt,
      this.#newHandshakeAt,
      this.#zeroKeysAt,
      this.#persistentAt,
    )
  }

  /** Takes one timer that is due; to be asked until it has none. */
  takeDue(now: Instant): TimerAction | undefined {
    if (this.#retransmitAt <= now) return this.#takeRetransmit(now)
    if (this.#keepaliveAt <= now) {
      this.#keepaliveAt = this.#keepaliveWanted ? now + KEEPALIVE_TIMEOUT : NEVER
      this.#keepaliveWanted = false
      return 'send-keepalive'
    }
    if (this.#newHandshakeAt <= now) {
      this.#newHandshakeAt = NEVER
      return 'start-handshake'
    }
    if (this.#zeroKeysAt <= now) {
      this.#zeroKeysAt = NEVER
      return 'zero-keys'
    }
    if (this.#persistentAt <= now) {
      this.#persistentAt = now + this.persistentKeepaliveMs
      return 'send-persistent-keepalive'
    }
    return undefined
  }

  #takeRetransmit(now: Instant): TimerAction {
    this.#retransmitAt = NEVER
    this.#attempts++
    if (this.#attempts < MAX_HANDSHAKE_ATTEMPTS) return 'retransmit-initiation'
    this.#unanswered = 0
    this.#keepaliveAt = NEVER
    if (this.#zeroKeysAt === NEVER) this.#zeroKeysAt = now + ZERO_KEYS_AFTER
    return 'give-up'
  }

  #jitterMs(): number {
    return this.#jitter() * REKEY_TIMEOUT_JITTER_MAX
  }
}
