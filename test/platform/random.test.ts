import { expect, test } from 'vitest'
import { encodeHex } from '../../src/base/bytes.ts'
import { systemRandom } from '../../src/platform/random.ts'

test('draws of every size have their size, small ones of a pool and long ones', () => {
  for (const length of [0, 1, 4, 32, 512, 513, 100_000]) {
    expect(systemRandom.bytes(length)).toHaveLength(length)
  }
})

test('no draw comes twice, over many fillings of the pool', () => {
  const draws = Array.from({ length: 2_000 }, () => encodeHex(systemRandom.bytes(32)))
  expect(new Set(draws).size).toBe(draws.length)
})

test('draws are memory of their own: to zero one leaves the next as it is', () => {
  const first = systemRandom.bytes(32)
  const second = systemRandom.bytes(32)
  const before = encodeHex(second)
  first.fill(0)
  new Uint8Array(first.buffer).fill(0)
  expect(encodeHex(second)).toBe(before)
  expect(encodeHex(systemRandom.bytes(32))).not.toBe('00'.repeat(32))
})
