/** The edges of a graph that grows, outside of the heap; what stands twice counts once, the first time. */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { ROOT } from '../lockfile.ts'
import { PackedRows } from '../packed/rows.ts'

const FROM = 0
const TO = 1
const SCOPE = 2

/** From the one that reaches furthest. */
export const SCOPES: readonly DependencyScope[] = [
  'prod',
  'unknown',
  'optional',
  'peer',
  'build',
  'test',
  'dev',
]

/** Positions of edges by who asks: those of dependent `i`, {@link ROOT} among them, stand from `begins[i + 1]` to `begins[i + 2]`. */
export interface EdgesByDependent {
  readonly begins: Int32Array
  readonly positions: Int32Array
}

export class GraphEdges {
  readonly #rows = new PackedRows(3)

  get length(): number {
    return this.#rows.length
  }

  add(from: number, to: number, scope: DependencyScope): void {
    const row = this.#rows.add()
    this.#rows.set(row, FROM, from)
    this.#rows.set(row, TO, to)
    this.#rows.set(row, SCOPE, SCOPES.indexOf(scope))
  }

  /** {@link ROOT} is negative, and is kept without its sign. */
  from(position: number): number {
    return this.#rows.get(position, FROM) | 0
  }

  to(position: number): number {
    return this.#rows.get(position, TO) | 0
  }

  /** Its place among {@link SCOPES}. */
  scope(position: number): number {
    return this.#rows.get(position, SCOPE)
  }

  /** Without what stands twice, in the order in which it was added. @param size how many packages there are */
  byDependent(size: number): EdgesByDependent {
    const all = this.#sorted(size)
    const begins = new Int32Array(size + 2)
    /** Of each package: who was the last that asked for it, plus 1. */
    const askedBy = new Int32Array(size + 1)
    let kept = 0
    for (let dependent = 0; dependent <= size; dependent++) {
      const end = all.begins[dependent + 1]!
      for (let at = all.begins[dependent]!; at < end; at++) {
        const position = all.positions[at]!
        const to = this.to(position) + 1
        if (askedBy[to] === dependent + 1) continue
        askedBy[to] = dependent + 1
        all.positions[kept++] = position
      }
      begins[dependent + 1] = kept
    }
    return { begins, positions: all.positions.subarray(0, kept) }
  }

  #sorted(size: number): EdgesByDependent {
    const begins = new Int32Array(size + 2)
    for (let position = 0; position < this.length; position++) begins[this.from(position) + 2]!++
    for (let dependent = 1; dependent < begins.length; dependent++)
      begins[dependent]! += begins[dependent - 1]!
    const next = begins.slice()
    const positions = new Int32Array(this.length)
    for (let position = 0; position < this.length; position++) {
      positions[next[this.from(position) + 1]!++] = position
    }
    return { begins, positions }
  }
}
