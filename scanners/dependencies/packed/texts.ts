/**
 * Texts outside of the heap, each known by a number. As JavaScript's strings, a large lockfile's names and places
 * would take several times the bytes that they have, and would be walked by every collection.
 *
 * A text is one byte of what it is written in, then its characters: one byte each where all are Latin-1, else two; then
 * zeros up to a whole word, of which the first byte says how many.
 */
import { randomInt } from 'node:crypto'

export class PackedTexts {
  #bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES)
  /** The same, a word at a time. */
  #words = new Int32Array(this.#bytes.buffer)
  /** Where each text begins; the last one is where the next will. */
  #starts = new Uint32Array(FIRST_TEXTS)
  #count = 0
  /** Numbers of texts plus 1, by what their bytes hash to; as long as a power of two, and at most half full. */
  #slots = new Uint32Array(FIRST_TEXTS)
  #listed = 0

  /** The text's number: equal texts that are added with this have the same. */
  add(text: string): number {
    const end = this.#write(text)
    const slot = this.#slotOf(end)
    const known = this.#slots[slot]!
    if (known !== 0) return known - 1
    const number = this.#keep(end)
    this.#slots[slot] = number + 1
    if (++this.#listed * 2 > this.#slots.length) this.#widen()
    return number
  }

  /** As {@link add}, without a look for an equal one: for texts that are all different, and that nobody looks for. */
  append(text: string): number {
    return this.#keep(this.#write(text))
  }

  /** The number of a text that was added; `undefined` where it was not. */
  find(text: string): number | undefined {
    const known = this.#slots[this.#slotOf(this.#write(text))]!
    return known === 0 ? undefined : known - 1
  }

  at(number: number): string {
    const start = this.#starts[number]!
    const first = this.#bytes[start]!
    const end = this.#starts[number + 1]! - (first >> PADDING_SHIFT)
    return this.#bytes.toString((first & UTF16) === 0 ? 'latin1' : 'utf16le', start + 1, end)
  }

  /** Behind the last text, where it stays if it is kept. @returns where it ends */
  #write(text: string): number {
    const start = this.#starts[this.#count]!
    const isWide = WIDE.test(text)
    const length = 1 + (isWide ? text.length * 2 : text.length)
    const end = start + ((length + WORD - 1) & -WORD)
    if (end > this.#bytes.length) this.#grow(start, end)
    this.#words[end / WORD - 1] = 0
    this.#bytes[start] = ((end - start - length) << PADDING_SHIFT) | (isWide ? UTF16 : 0)
    this.#bytes.write(text, start + 1, isWide ? 'utf16le' : 'latin1')
    return end
  }

  #grow(used: number, end: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(end, this.#bytes.length * 2))
    this.#bytes.copy(grown, 0, 0, used)
    this.#bytes = grown
    this.#words = new Int32Array(grown.buffer)
  }

  #keep(end: number): number {
    const number = this.#count++
    if (this.#count === this.#starts.length) {
      const grown = new Uint32Array(this.#count * 2)
      grown.set(this.#starts)
      this.#starts = grown
    }
    this.#starts[this.#count] = end
    return number
  }

  /** The slot of the text that was written last: an empty one, or that of its equal. */
  #slotOf(end: number): number {
    const start = this.#starts[this.#count]!
    const mask = this.#slots.length - 1
    for (let slot = hashOf(this.#words, start, end) & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]!
      if (known === 0 || this.#isEqual(known - 1, start, end)) return slot
    }
  }

  #isEqual(number: number, start: number, end: number): boolean {
    const from = this.#starts[number]!
    const to = this.#starts[number + 1]!
    if (to - from !== end - start) return false
    const words = this.#words
    const behind = (start - from) / WORD
    for (let at = from / WORD; at < to / WORD; at++) if (words[at] !== words[at + behind]) return false
    return true
  }

  #widen(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    const mask = this.#slots.length - 1
    for (const known of old) {
      if (known === 0) continue
      let slot = hashOf(this.#words, this.#starts[known - 1]!, this.#starts[known]!) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = known
    }
  }
}

const FIRST_BYTES = 8 * 1024
const FIRST_TEXTS = 512
/** Bytes. */
const WORD = 4
/** In the first byte; without it, Latin-1. */
const UTF16 = 1
const PADDING_SHIFT = 1
const WIDE = /[^\u0000-\u00ff]/

/** Nobody's but this process's, so that no file can be written whose texts all come to lie in one slot. */
const SEED = randomInt(2 ** 31)
const FACTOR = randomInt(2 ** 31) | 1

function hashOf(words: Int32Array, start: number, end: number): number {
  let hash = SEED
  for (let at = start / WORD; at < end / WORD; at++) {
    hash = Math.imul(hash ^ words[at]!, FACTOR)
    // A product's low bits know nothing of the high ones.
    hash ^= hash >>> 15
  }
  return hash
}
