/**
 * MAC1, MAC2 and cookies (paper, section 5.3 and 5.4.7): MAC1 proves that a sender knows our public
 * key and keeps us silent to all others; under load MAC2 proves that it receives at its address.
 */
import { concatBytes, encodeUtf8, equalConstantTime } from '../../base/bytes.ts'
import type { Random } from '../../base/random.ts'
import type { Instant } from '../../base/time.ts'
import { COOKIE_REFRESH_TIME, COOKIE_SECRET_LIFETIME, LABEL_COOKIE, LABEL_MAC1 } from './constants.ts'
import { type CookieReply, emitCookieReply, firstIndex, MAC_SIZE } from './messages.ts'
import type { Primitives } from './primitives.ts'

export interface CookieKeys {
  readonly mac1: Uint8Array
  readonly cookie: Uint8Array
}

/** The two keys that follow from a receiver's public key. */
export function cookieKeys(crypto: Primitives, receiver: Uint8Array): CookieKeys {
  return {
    mac1: crypto.hash(encodeUtf8(LABEL_MAC1), receiver),
    cookie: crypto.hash(encodeUtf8(LABEL_COOKIE), receiver),
  }
}

/** The receiver's side: checks MACs and hands out cookies. */
export class CookieChecker {
  readonly #crypto: Primitives
  readonly #random: Random
  readonly #keys: CookieKeys
  #secret: { readonly bytes: Uint8Array; readonly createdAt: Instant } | undefined

  constructor(crypto: Primitives, random: Random, publicKey: Uint8Array) {
    this.#crypto = crypto
    this.#random = random
    this.#keys = cookieKeys(crypto, publicKey)
  }

  hasValidMac1(message: Uint8Array): boolean {
    const at = message.length - 2 * MAC_SIZE
    const mac = this.#crypto.mac(this.#keys.mac1, message.subarray(0, at))
    return equalConstantTime(mac, message.subarray(at, at + MAC_SIZE))
  }

  /** @param subject what the cookie is bound to: address and port, or the relay and its key. */
  hasValidMac2(message: Uint8Array, subject: Uint8Array, now: Instant): boolean {
    if (!this.#secret || now - this.#secret.createdAt >= COOKIE_SECRET_LIFETIME) return false
    const at = message.length - MAC_SIZE
    const cookie = this.#crypto.mac(this.#secret.bytes, subject)
    return equalConstantTime(this.#crypto.mac(cookie, message.subarray(0, at)), message.subarray(at))
  }

  /** Answers a message with valid MAC1 by a cookie that only its receiver can open. */
  createReply(message: Uint8Array, subject: Uint8Array, now: Instant): Uint8Array {
    if (!this.#secret || now - this.#secret.createdAt >= COOKIE_SECRET_LIFETIME) {
      this.#secret = { bytes: this.#random.bytes(32), createdAt: now }
    }
    const cookie = this.#crypto.mac(this.#secret.bytes, subject)
    const nonce = this.#random.bytes(24)
    const mac1At = message.length - 2 * MAC_SIZE
    const mac1 = message.subarray(mac1At, mac1At + MAC_SIZE)
    const sealedCookie = this.#crypto.sealExtended(this.#keys.cookie, nonce, cookie, mac1)
    return emitCookieReply({ receiver: firstIndex(message), nonce, sealedCookie })
  }
}

/** The sender's side, one per peer: writes MACs and keeps the cookie that the peer gave. */
export class CookieJar {
  readonly #crypto: Primitives
  readonly #keys: CookieKeys
  #lastMac1: Uint8Array | undefined
  #cookie: { readonly bytes: Uint8Array; readonly receivedAt: Instant } | undefined

  constructor(crypto: Primitives, publicKey: Uint8Array) {
    this.#crypto = crypto
    this.#keys = cookieKeys(crypto, publicKey)
  }

  /** Fills in MAC1, and MAC2 while the cookie is fresh. */
  writeMacs(message: Uint8Array, now: Instant): void {
    const mac1At = message.length - 2 * MAC_SIZE
    const mac2At = message.length - MAC_SIZE
    const mac1 = this.#crypto.mac(this.#keys.mac1, message.subarray(0, mac1At))
    message.set(mac1, mac1At)
    this.#lastMac1 = mac1
    if (!this.#cookie || now - this.#cookie.receivedAt >= COOKIE_REFRESH_TIME) return
    message.set(this.#crypto.mac(this.#cookie.bytes, message.subarray(0, mac2At)), mac2At)
  }

  /** Keeps the cookie for the next message; nothing is sent again at once. @returns false where it is not ours. */
  consumeReply(reply: CookieReply, now: Instant): boolean {
    if (!this.#lastMac1) return false
    const bytes = this.#crypto.openExtended(
      this.#keys.cookie,
      reply.nonce,
      reply.sealedCookie,
      this.#lastMac1,
    )
    if (!bytes) return false
    this.#cookie = { bytes, receivedAt: now }
    return true
  }
}

/** What a cookie is bound to: the address's bytes and the port, big-endian. */
export function addressSubject(address: Uint8Array, port: number): Uint8Array {
  return concatBytes(address, Uint8Array.of(port >>> 8, port & 0xff))
}
