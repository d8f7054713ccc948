/**
 * Texts outside of the heap, each known by a number. As JavaScript's strings, a large lockfile's names and places
 * would take several times the bytes that they have, and would be walked by every collection.
 *
 * A text is one byte of what it is written in, then its characters: one byte each where all are Latin-1, else two.
 */
import { randomInt } from 'node:crypto'

export class PackedTexts {
  #bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES)
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
    const end = this.#starts[number + 1]!
    return this.#bytes.toString(this.#bytes[start] === LATIN1 ? 'latin1' : 'utf16le', start + 1, end)
  }

  /** Behind the last text, where it stays if it is kept. @returns where it ends */
  #write(text: string): number {
    const start = this.#starts[this.#count]!
    const isLatin1 = !WIDE.test(text)
    const end = start + 1 + (isLatin1 ? text.length : text.length * 2)
    if (end > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(end, this.#bytes.length * 2))
      this.#bytes.copy(grown, 0, 0, start)
      this.#bytes = grown
    }
    this.#bytes[start] = isLatin1 ? LATIN1 : UTF16
    this.#bytes.write(text, start + 1, isLatin1 ? 'latin1' : 'utf16le')
    return end
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
    for (let slot = hashOf(this.#bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]!
      if (known === 0 || this.#isEqual(known - 1, start, end)) return slot
    }
  }

  #isEqual(number: number, start: number, end: number): boolean {
    const from = this.#starts[number]!
    const to = this.#starts[number + 1]!
    if (to - from !== end - start) return false
    const bytes = this.#bytes
    for (let at = 0; at < to - from; at++) if (bytes[from + at] !== bytes[start + at]) return false
    return true
  }

  #widen(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    const mask = this.#slots.length - 1
    for (const known of old) {
      if (known === 0) continue
      let slot = hashOf(this.#bytes, this.#starts[known - 1]!, this.#starts[known]!) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = known
    }
  }
}

const FIRST_BYTES = 8 * 1024
const FIRST_TEXTS = 512
const LATIN1 = 1
const UTF16 = 2
const WIDE = /[^\u0000-\u00ff]/

/** Nobody's but this process's, so that no file can be written whose texts all come to lie in one slot. */
const SEED = randomInt(2 ** 31)
const FACTOR = randomInt(2 ** 31) | 1

function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = SEED
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, FACTOR)
  return hash ^ (hash >>> 15)
}
