/** Session indices: random, so that nobody can guess one, and each in use once. */
import { type Random, randomUint32 } from '../../base/random.ts'

export class IndexTable<T> {
  readonly #random: Random
  readonly #entries = new Map<number, T>()

  constructor(random: Random) {
    this.#random = random
  }

  /** @returns a fresh index that leads to `entry`. */
  reserve(entry: T): number {
    let index = randomUint32(this.#random)
    while (this.#entries.has(index)) index = randomUint32(this.#random)
    this.#entries.set(index, entry)
    return index
  }

  /** Lets an index that is in use lead to another entry. */
  replace(index: number, entry: T): void {
    this.#entries.set(index, entry)
  }

  find(index: number): T | undefined {
    return this.#entries.get(index)
  }

  release(index: number): void {
    this.#entries.delete(index)
  }

  get size(): number {
    return this.#entries.size
  }
}
