/**
 * The replay window of RFC 6479: a ring of bits over 64-bit counters, 8192 bits of which 8128 behind
 * the newest are usable. Counters are two u32, because a BigInt per packet costs more than the window.
 */
import { REJECT_AFTER_MESSAGES_HIGH, REJECT_AFTER_MESSAGES_LOW } from './constants.ts'

const WORDS = 256
export const REPLAY_WINDOW = 8_128

export class ReplayWindow {
  /** Made for the first packet: of the pairs that a lost response leaves behind, none is used. */
  #ring: Uint32Array | undefined
  #low = 0
  #high = 0

  /**
   * Accepts a counter once. To be asked only after the packet authenticated.
   *
   * @returns false for a counter seen before, too old, or past REJECT_AFTER_MESSAGES.
   */
  accept(low: number, high: number): boolean {
    if (isPastReject(low, high)) return false
    // Exact where it matters: near the window both halves fit in 53 bits.
    const ahead = (high - this.#high) * 0x1_0000_0000 + (low - this.#low)
    if (ahead > 0) this.#advance(low, high, ahead)
    else if (-ahead > REPLAY_WINDOW) return false
    this.#ring ??= new Uint32Array(WORDS)
    const word = (low >>> 5) & (WORDS - 1)
    const bit = 1 << (low & 31)
    if ((this.#ring[word]! & bit) !== 0) return false
    this.#ring[word]! |= bit
    return true
  }

  #advance(low: number, high: number, ahead: number): void {
    const from = this.#low >>> 5
    // Words that the newest counter enters. A jump of less than the ring may still enter all of them.
    const passed = Math.min(WORDS, Math.floor(((this.#low & 31) + ahead) / 32))
    const ring = this.#ring
    if (ring) for (let i = 1; i <= passed; i++) ring[(from + i) & (WORDS - 1)] = 0
    this.#low = low
    this.#high = high
  }
}

/** True for REJECT_AFTER_MESSAGES and beyond. */
export function isPastReject(low: number, high: number): boolean {
  return high === REJECT_AFTER_MESSAGES_HIGH && low >= REJECT_AFTER_MESSAGES_LOW
}
