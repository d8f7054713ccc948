/**
 * Transport keys and the three slots they live in (paper, section 6.1): `previous` still opens what is
 * under way, `current` seals, `next` waits at the responder until the initiator has proven that it
 * holds the keys by sending with them.
 */
import type { Instant } from '../../base/time.ts'
import type { Aead, AeadKey } from './aead.ts'
import { REJECT_AFTER_TIME, REKEY_AFTER_MESSAGES_HIGH } from './constants.ts'
import type { TransportKeys } from './noise.ts'
import { isPastReject, ReplayWindow } from './replay.ts'

export class Keypair {
  readonly localIndex: number
  readonly remoteIndex: number
  readonly isInitiator: boolean
  readonly createdAt: Instant
  readonly sendKey: AeadKey
  readonly receiveKey: AeadKey
  readonly replay = new ReplayWindow()
  /** The counter of the next packet to be sealed. */
  counterLow = 0
  counterHigh = 0

  constructor(
    aead: Aead,
    keys: TransportKeys,
    origin: { localIndex: number; remoteIndex: number; isInitiator: boolean; createdAt: Instant },
  ) {
    this.localIndex = origin.localIndex
    this.remoteIndex = origin.remoteIndex
    this.isInitiator = origin.isInitiator
    this.createdAt = origin.createdAt
    const toResponder = aead.importKey(keys.initiatorToResponder)
    const toInitiator = aead.importKey(keys.responderToInitiator)
    this.sendKey = origin.isInitiator ? toResponder : toInitiator
    this.receiveKey = origin.isInitiator ? toInitiator : toResponder
    keys.initiatorToResponder.fill(0)
    keys.responderToInitiator.fill(0)
  }

  /** False from REJECT_AFTER_TIME or REJECT_AFTER_MESSAGES on. */
  canSend(now: Instant): boolean {
    return now - this.createdAt < REJECT_AFTER_TIME && !isPastReject(this.counterLow, this.counterHigh)
  }

  canReceive(now: Instant): boolean {
    return now - this.createdAt < REJECT_AFTER_TIME
  }

  isPastRekeyMessages(): boolean {
    return (
      this.counterHigh > REKEY_AFTER_MESSAGES_HIGH ||
      (this.counterHigh === REKEY_AFTER_MESSAGES_HIGH && this.counterLow > 0)
    )
  }

  /** Steps to the next counter; it cannot wrap, because {@link canSend} ends before. */
  advance(): void {
    this.counterLow = (this.counterLow + 1) >>> 0
    if (this.counterLow === 0) this.counterHigh = (this.counterHigh + 1) >>> 0
  }

  zero(): void {
    this.sendKey.zero()
    this.receiveKey.zero()
  }
}

export class KeypairSlots {
  previous: Keypair | undefined
  current: Keypair | undefined
  next: Keypair | undefined
  readonly #forget: (keypair: Keypair) => void

  /** @param forget is told of each keypair that left the slots, already zeroed. */
  constructor(forget: (keypair: Keypair) => void) {
    this.#forget = forget
  }

  /** The initiator's new keys serve at once: the response proved that the responder holds them. */
  installAsInitiator(keypair: Keypair): void {
    if (this.next) {
      // An unconfirmed pair of the other direction may still be used by the peer: it opens, it never seals.
      this.#drop(this.previous)
      this.#drop(this.current)
      this.previous = this.next
      this.next = undefined
    } else {
      this.#drop(this.previous)
      this.previous = this.current
    }
    this.current = keypair
  }

  /** The responder's new keys wait for the first packet under them. */
  installAsResponder(keypair: Keypair): void {
    this.#drop(this.next)
    this.next = keypair
    this.#drop(this.previous)
    this.previous = undefined
  }

  /** To be told of each keypair that a packet authenticated under. @returns true where it was the waiting one. */
  confirm(keypair: Keypair): boolean {
    if (keypair !== this.next) return false
    this.#drop(this.previous)
    this.previous = this.current
    this.current = keypair
    this.next = undefined
    return true
  }

  zero(): void {
    for (const keypair of [this.previous, this.current, this.next]) this.#drop(keypair)
    this.previous = this.current = this.next = undefined
  }

  #drop(keypair: Keypair | undefined): void {
    if (!keypair) return
    keypair.zero()
    this.#forget(keypair)
  }
}
