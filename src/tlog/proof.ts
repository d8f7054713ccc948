/**
 * Inclusion and consistency proofs (RFC 9162 §2.1.3 and §2.1.4): which ranges of leaves they are of, so
 * that a caller can fetch the nodes first, and their verification. Sizes and indices are below 2^53, so
 * they are halved by division, never by a 32-bit shift.
 */
import { equalBytes } from '../base/bytes.ts'
import { type LeafRange, type NodeId, type NodeReader, nodeHash, rangeHash, rangeNodes } from './tree.ts'

/** The siblings of a leaf's way to the root, from the leaf upwards. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new Error(`there is no leaf ${index} in a tree of ${size}`)
  }
  const ranges: LeafRange[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  return ranges.reverse()
}

/** RFC 9162 §2.1.4.1, SUBPROOF(m, D_n, true). */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  if (!isSize(first) || !isSize(second) || first < 1 || first > second) {
    throw new Error(`there is no consistency proof from ${first} to ${second}`)
  }
  const ranges: LeafRange[] = []
  let [start, end] = [0, second]
  let isFirstTree = true
  while (end !== first) {
    const middle = start + splitOf(end - start)
    if (first <= middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
      isFirstTree = false
    }
  }
  if (!isFirstTree) ranges.push({ start, end })
  return ranges.reverse()
}

/** Every whole node that a proof is made of, to be fetched before {@link proofOf}. */
export function proofNodes(ranges: readonly LeafRange[]): NodeId[] {
  return ranges.flatMap(rangeNodes)
}

export function proofOf(ranges: readonly LeafRange[], read: NodeReader): Uint8Array[] {
  return ranges.map((range) => rangeHash(range, read))
}

export interface InclusionClaim {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false
  let [fn, sn] = [index, size - 1]
  let hash = leaf
  for (const sibling of proof) {
    if (sn === 0 || sibling.length !== 32) return false
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && equalBytes(hash, root)
}

export interface ConsistencyClaim {
  readonly first: number
  readonly firstRoot: Uint8Array
  readonly second: number
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 §2.1.4.2. The empty tree is a beginning of every tree, without proof. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { first, firstRoot, second, secondRoot, proof } = claim
  if (!isSize(first) || !isSize(second) || first > second) return false
  if (first === second) return proof.length === 0 && equalBytes(firstRoot, secondRoot)
  if (first === 0) return proof.length === 0
  if (proof.length === 0) return false
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof
  let [fn, sn] = [first - 1, second - 1]
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)]
  let fr = path[0]!
  let sr = path[0]!
  for (const hash of path.slice(1)) {
    if (sn === 0 || hash.length !== 32) return false
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(hash, fr)
      sr = nodeHash(hash, sr)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      sr = nodeHash(sr, hash)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && equalBytes(fr, firstRoot) && equalBytes(sr, secondRoot)
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}

function half(value: number): number {
  return Math.floor(value / 2)
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value
}
