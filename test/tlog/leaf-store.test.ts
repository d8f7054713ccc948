import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256 } from '../../src/base/digest.ts'
import { LeafStore } from '../../src/tlog/leaf-store.ts'
import { verifyConsistency } from '../../src/tlog/proof.ts'
import { leafHash, nodeHash } from '../../src/tlog/tree.ts'

const LARGEST = 300
const leaves = Array.from({ length: LARGEST }, (_, index) => leafHash(encodeUtf8(`entry ${index}`)))

/** RFC 9162 §2.1.1, as it is written there. */
function merkleTreeHash(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return sha256(new Uint8Array())
  if (hashes.length === 1) return hashes[0]!
  let split = 1
  while (split * 2 < hashes.length) split *= 2
  return nodeHash(merkleTreeHash(hashes.slice(0, split)), merkleTreeHash(hashes.slice(split)))
}

const roots = Array.from({ length: LARGEST + 1 }, (_, size) => merkleTreeHash(leaves.slice(0, size)))
const full = new LeafStore()
for (const leaf of leaves) full.append(leaf)

test('a store of n leaves has the root of RFC 9162, for every n from 0 to 300', () => {
  const store = new LeafStore()
  expect(store.rootAt(0)).toEqual(roots[0])
  for (const [index, leaf] of leaves.entries()) {
    store.append(leaf)
    expect(store.size).toBe(index + 1)
    expect(store.rootAt(index + 1)).toEqual(roots[index + 1])
  }
})

test('every earlier root is still there when the log has grown', () => {
  for (let size = 0; size <= LARGEST; size++) expect(full.rootAt(size)).toEqual(roots[size])
})

test('a consistency proof between any two sizes verifies, and between no others', () => {
  for (let first = 1; first <= LARGEST; first++) {
    for (let second = first; second <= LARGEST; second += first % 7 === 0 ? 1 : 13) {
      const proof = full.consistency(first, second)
      const claim = { first, firstRoot: roots[first]!, second, secondRoot: roots[second]!, proof }
      if (!verifyConsistency(claim)) expect.fail(`from ${first} to ${second}`)
      if (first < second && verifyConsistency({ ...claim, firstRoot: roots[first - 1]! })) {
        expect.fail(`from the root of ${first - 1} as if it were ${first}'s, to ${second}`)
      }
    }
  }
})

test('the root of a size that was not reached is a bug of the caller', () => {
  expect(() => full.rootAt(LARGEST + 1)).toThrow(/is not whole/)
})
