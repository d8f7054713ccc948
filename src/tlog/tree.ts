/**
 * The Merkle tree of RFC 9162 §2.1 over SHA-256. A *node* is the hash of a whole subtree: level L,
 * index N covers the leaves N·2^L to (N+1)·2^L. Whole nodes never change, so they are what is stored.
 */
import { concatBytes } from '../base/bytes.ts'
import { sha256 } from '../base/digest.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export interface NodeId {
  readonly level: number
  readonly index: number
}

/** Leaves from `start` up to, not including, `end`. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** Reads the hash of a whole node; it throws or gives garbage for none that the tree has. */
export type NodeReader = (node: NodeId) => Uint8Array

/** The root of the tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT = sha256(new Uint8Array(0))

export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, entry))
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right))
}

/** The whole nodes whose hashes make a range's, largest first. The range starts at a multiple of its largest. */
export function rangeNodes({ start, end }: LeafRange): NodeId[] {
  const nodes: NodeId[] = []
  for (let at = start; at < end; ) {
    const level = floorLog2(end - at)
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** RFC 9162 §2.1.1: the largest power of two goes left, at each step. */
export function rangeHash(range: LeafRange, read: NodeReader): Uint8Array {
  const hashes = rangeNodes(range).map(read)
  if (hashes.length === 0) return EMPTY_ROOT
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

export function treeRoot(size: number, read: NodeReader): Uint8Array {
  return rangeHash({ start: 0, end: size }, read)
}

/** The whole nodes that a new leaf completes, from the leaf upwards; each is to be stored. */
export function completedNodes(
  index: number,
  leaf: Uint8Array,
  read: NodeReader,
): { readonly node: NodeId; readonly hash: Uint8Array }[] {
  const completed = [{ node: { level: 0, index }, hash: leaf }]
  let { hash } = completed[0]!
  let [level, at] = [0, index]
  while (at % 2 === 1) {
    hash = nodeHash(read({ level, index: at - 1 }), hash)
    level++
    at = (at - 1) / 2
    completed.push({ node: { level, index: at }, hash })
  }
  return completed
}

/** By doubling: Math.log2 rounds up just below the large powers. */
function floorLog2(value: number): number {
  let level = 0
  while (2 ** (level + 1) <= value) level++
  return level
}
