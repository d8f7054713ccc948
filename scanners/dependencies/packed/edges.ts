/** Edges outside of the heap: three numbers each. */
import type { Edge, Listing } from '../lockfile.ts'
import { PackedRows } from './rows.ts'
import type { PackedTexts } from './texts.ts'

/** Who asks, and for what, by the positions of edges. */
export interface EdgeEnds {
  readonly from: Int32Array
  readonly to: Int32Array
}

const FROM = 0
const TO = 1
/** The range's number plus 1; 0 where there is none. */
const RANGE = 2

export class PackedEdges implements Listing<Edge> {
  readonly #rows = new PackedRows(3)
  readonly #texts: PackedTexts

  constructor(texts: PackedTexts) {
    this.#texts = texts
  }

  get length(): number {
    return this.#rows.length
  }

  /** @param range its number among the texts */
  add(from: number, to: number, range?: number): void {
    const row = this.#rows.add()
    this.#rows.set(row, FROM, from)
    this.#rows.set(row, TO, to)
    if (range !== undefined) this.#rows.set(row, RANGE, range + 1)
  }

  at(position: number): Edge {
    // ROOT is negative, and was kept without its sign.
    const from = this.#rows.get(position, FROM) | 0
    const to = this.#rows.get(position, TO)
    const range = this.#rows.get(position, RANGE)
    return range === 0 ? [from, to] : [from, to, this.#texts.at(range - 1)]
  }

  /** Without their ranges, which take most of the time that an edge takes. */
  ends(): EdgeEnds {
    const { length } = this
    const ends = { from: new Int32Array(length), to: new Int32Array(length) }
    for (let position = 0; position < length; position++) {
      ends.from[position] = this.#rows.get(position, FROM)
      ends.to[position] = this.#rows.get(position, TO)
    }
    return ends
  }

  *[Symbol.iterator](): Generator<Edge> {
    for (let position = 0; position < this.length; position++) yield this.at(position)
  }
}
