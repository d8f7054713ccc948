/** All leaf hashes of a log in memory, with every whole node above them: roots and proofs of any size so far. */

import { consistencyRanges, proofOf } from './proof.ts'
import { completedNodes, EMPTY_ROOT, type NodeReader, treeRoot } from './tree.ts'

export class LeafStore {
  /** By level; `levels[0]` are the leaves. */
  readonly #levels: Uint8Array[][] = [[]]

  get size(): number {
    return this.#levels[0]!.length
  }

  /** @param leaf the leaf's hash */
  append(leaf: Uint8Array): void {
    for (const { node, hash } of completedNodes(this.size, leaf, this.#read)) {
      if (this.#levels.length === node.level) this.#levels.push([])
      this.#levels[node.level]![node.index] = hash
    }
  }

  /** The root when the log had `size` leaves. */
  rootAt(size: number): Uint8Array {
    return size === 0 ? EMPTY_ROOT : treeRoot(size, this.#read)
  }

  /** RFC 9162 §2.1.4; empty for equal sizes. */
  consistency(first: number, second: number): Uint8Array[] {
    return first === second ? [] : proofOf(consistencyRanges(first, second), this.#read)
  }

  readonly #read: NodeReader = ({ level, index }) => {
    const hash = this.#levels[level]?.[index]
    if (!hash) throw new Error(`the node ${index} of level ${level} is not whole`)
    return hash
  }
}
