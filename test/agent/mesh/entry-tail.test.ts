import { expect, test } from 'vitest'
import { EntryTail } from '../../../src/agent/mesh/entry-tail.ts'

const entry = (number: number, length = 10) => new Uint8Array(length).fill(number)

function tailOf(count: number, maxBytes: number): EntryTail {
  const tail = new EntryTail(maxBytes)
  for (let at = 0; at < count; at++) tail.append(entry(at))
  return tail
}

test('entries are found by their index in the log, as many as fit', () => {
  const tail = tailOf(20, 1_000)
  expect(tail.from(3, 25, 100).map(([first]) => first)).toEqual([3, 4])
  expect(tail.from(3, 1_000, 4).map(([first]) => first)).toEqual([3, 4, 5, 6])
  expect(tail.from(18, 1_000, 100).map(([first]) => first)).toEqual([18, 19])
})

test('one entry is given however large it is', () => {
  const tail = new EntryTail(1_000)
  tail.append(entry(1, 500))
  tail.append(entry(2, 400))
  expect(tail.from(0, 10, 100)).toHaveLength(1)
})

test('the oldest go first, and those that are left keep their index', () => {
  const tail = tailOf(100, 200)
  expect(tail.from(0, 1_000, 100)).toEqual([])
  expect(tail.from(99, 1_000, 100).map(([first]) => first)).toEqual([99])
  const held = Array.from({ length: 100 }, (_, at) => tail.from(at, 1_000, 1).length)
  expect(held.reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(14)
  expect(held.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(20)
})

test('what the log does not have yet is not held', () => {
  expect(tailOf(3, 1_000).from(3, 10, 10)).toEqual([])
  expect(new EntryTail().from(0, 10, 10)).toEqual([])
})

test('an entry is kept without the bundle that it came with', () => {
  const bundle = new Uint8Array(1_000_000)
  const tail = new EntryTail(1_000)
  tail.append(bundle.subarray(0, 10))
  expect(tail.from(0, 10, 1)[0]!.buffer.byteLength).toBe(10)
})
