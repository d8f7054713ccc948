/** Session indices: random, so that nobody can guess one, and each in use once. */
import { type Random, randomUint32 } from '../../base/random.ts'

export class IndexTable<T> {
  readonly #random: Random
  readonly #entries = new Map<number, T>()
  /** The index that was asked for last, as most packets of a batch have the same. */
  #lastIndex = -1
  #lastEntry: T | undefined

  constructor(random: Random) {
    this.#random = random
  }

  /** @returns a fresh index that leads to `entry`. */
  reserve(entry: T): number {
    let index = randomUint32(this.#random)
    while (this.#entries.has(index)) index = randomUint32(this.#random)
    this.replace(index, entry)
    return index
  }

  /** Lets an index that is in use lead to another entry. */
  replace(index: number, entry: T): void {
    this.#entries.set(index, entry)
    this.#forgetLast()
  }

  find(index: number): T | undefined {
    if (index !== this.#lastIndex) {
      this.#lastEntry = this.#entries.get(index)
      this.#lastIndex = index
    }
    return this.#lastEntry
  }

  release(index: number): void {
    this.#entries.delete(index)
    this.#forgetLast()
  }

  #forgetLast(): void {
    this.#lastIndex = -1
    this.#lastEntry = undefined
  }

  get size(): number {
    return this.#entries.size
  }
}
