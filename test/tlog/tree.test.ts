import { expect, test } from 'vitest'
import { encodeHex, encodeUtf8, equalBytes } from '../../src/base/bytes.ts'
import {
  consistencyRanges,
  inclusionRanges,
  proofNodes,
  proofOf,
  verifyConsistency,
  verifyInclusion,
} from '../../src/tlog/proof.ts'
import { completedNodes, EMPTY_ROOT, leafHash, nodeHash, rangeNodes, treeRoot } from '../../src/tlog/tree.ts'

const MAX_SIZE = 300
const leaves = Array.from({ length: MAX_SIZE }, (_, index) => leafHash(encodeUtf8(`entry ${index}`)))
const stored = new Map<string, Uint8Array>()
const read = ({ level, index }: { level: number; index: number }) => {
  const hash = stored.get(`${level}/${index}`)
  if (!hash) throw new Error(`node ${level}/${index} is not stored`)
  return hash
}
for (const [index, leaf] of leaves.entries()) {
  for (const { node, hash } of completedNodes(index, leaf, read))
    stored.set(`${node.level}/${node.index}`, hash)
}
const roots = Array.from({ length: MAX_SIZE + 1 }, (_, size) => treeRoot(size, read))

/** RFC 9162 §2.1.1 as it is written. */
function plainRoot(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return EMPTY_ROOT
  if (hashes.length === 1) return hashes[0]!
  let split = 1
  while (split * 2 < hashes.length) split *= 2
  return nodeHash(plainRoot(hashes.slice(0, split)), plainRoot(hashes.slice(split)))
}

test('the empty tree, a leaf and a node have the hashes of the specification', () => {
  expect(encodeHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(encodeHex(leafHash(new Uint8Array(0)))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
})

/** The test vectors of Certificate Transparency's reference tree (RFC 6962, the same tree). */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test("the roots of Certificate Transparency's eight leaves are the published ones", () => {
  const hashes = CT_LEAVES.map((hex) => leafHash(new Uint8Array(Buffer.from(hex, 'hex'))))
  expect(CT_ROOTS.map((_, at) => encodeHex(plainRoot(hashes.slice(0, at + 1))))).toEqual(CT_ROOTS)
})

test('the roots from stored nodes are those of the definition, for sizes 0 to 300', () => {
  for (let size = 0; size <= MAX_SIZE; size++) {
    expect(encodeHex(roots[size]!)).toBe(encodeHex(plainRoot(leaves.slice(0, size))))
  }
})

test('every inclusion proof of sizes 1 to 300 verifies, and for no other leaf, index, root or length', () => {
  let checked = 0
  for (let size = 1; size <= MAX_SIZE; size++) {
    for (let index = 0; index < size; index++) {
      const claim = { leaf: leaves[index]!, index, size, root: roots[size]!, proof: inclusion(index, size) }
      checked += Number(verifyInclusion(claim))
      if ((index + size) % 29 !== 0) continue
      const others = [
        { ...claim, leaf: leaves[(index + 1) % MAX_SIZE]! },
        { ...claim, root: roots[size - 1]! },
        { ...claim, proof: [...claim.proof, leaves[0]!] },
        ...(size > 1
          ? [
              { ...claim, index: (index + 1) % size },
              { ...claim, proof: claim.proof.slice(1) },
            ]
          : []),
      ]
      expect(others.filter(verifyInclusion)).toEqual([])
    }
  }
  expect(checked).toBe((MAX_SIZE * (MAX_SIZE + 1)) / 2)
})

test('every consistency proof of sizes 1 to 300 verifies, and for no other root or length', () => {
  let checked = 0
  for (let second = 1; second <= MAX_SIZE; second++) {
    for (let first = 1; first <= second; first++) {
      const proof = proofOf(consistencyRanges(first, second), read)
      const claim = { first, firstRoot: roots[first]!, second, secondRoot: roots[second]!, proof }
      checked += Number(verifyConsistency(claim))
      if ((first + second) % 29 !== 0) continue
      const others = [
        { ...claim, firstRoot: roots[first - 1]! },
        { ...claim, secondRoot: roots[second - 1]! },
        { ...claim, proof: [...proof, leaves[0]!] },
        ...(proof.length > 0
          ? [
              { ...claim, proof: proof.slice(1) },
              { ...claim, proof: proof.slice(0, -1) },
            ]
          : []),
      ]
      expect(others.filter(verifyConsistency)).toEqual([])
    }
  }
  expect(checked).toBe((MAX_SIZE * (MAX_SIZE + 1)) / 2)
})

test('the empty tree is the beginning of every tree, and a larger tree of none', () => {
  const claim = { first: 0, firstRoot: EMPTY_ROOT, second: 3, secondRoot: roots[3]!, proof: [] }
  expect(verifyConsistency(claim)).toBe(true)
  expect(verifyConsistency({ ...claim, first: 4, firstRoot: roots[4]! })).toBe(false)
})

test('ranges near 2^53 fall into whole nodes without rounding', () => {
  const end = 2 ** 53 - 1
  const nodes = rangeNodes({ start: 0, end })
  expect(nodes).toHaveLength(53)
  expect(nodes[0]).toEqual({ level: 52, index: 0 })
  expect(nodes.reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(end)
})

test('a proof is of as few nodes as the tree has levels, for each range one', () => {
  const ranges = inclusionRanges(5, 7)
  expect(ranges).toEqual([
    { start: 4, end: 5 },
    { start: 6, end: 7 },
    { start: 0, end: 4 },
  ])
  expect(proofNodes(ranges)).toEqual([
    { level: 0, index: 4 },
    { level: 0, index: 6 },
    { level: 2, index: 0 },
  ])
  expect(equalBytes(inclusion(5, 7)[2]!, roots[4]!)).toBe(true)
})

test.each([
  [3, 3],
  [-1, 3],
  [0, 0],
])('there is no proof for leaf %i in a tree of %i', (index, size) => {
  expect(() => inclusionRanges(index, size)).toThrow(/no leaf/)
  expect(verifyInclusion({ leaf: leaves[0]!, index, size, root: roots[size]!, proof: [] })).toBe(false)
})

function inclusion(index: number, size: number): Uint8Array[] {
  return proofOf(inclusionRanges(index, size), read)
}
