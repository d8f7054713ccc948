/** The tier of our own WebAssembly: what the conformance of all tiers does not ask. */
import { expect, test } from 'vitest'
import { openBytes, sealBytes } from '../../../src/tunnel/wireguard/aead.ts'
import { nodeAead } from '../../../src/tunnel/wireguard/aead-node.ts'
import { createSimdAead } from '../../../src/tunnel/wireguard/aead-simd.ts'

const KEY = new Uint8Array(32).fill(9)

test('what does not lie in an arena of its own memory is refused before the call', () => {
  const aead = createSimdAead()
  const arena = aead.allocate(100)
  const key = aead.importKey(KEY)
  expect(() => key.seal(0, 0, arena, 0, 84)).not.toThrow()
  expect(() => key.seal(0, 0, arena, 0, 85)).toThrow(RangeError)
  expect(() => key.seal(0, 0, arena, 1, 84)).toThrow(RangeError)
  expect(() => key.seal(0, 0, arena, -1, 10)).toThrow(RangeError)
  expect(() => key.seal(0, 0, arena, 0, -1)).toThrow(RangeError)
  expect(() => key.seal(0, 0, arena, Number.NaN, 1)).toThrow(RangeError)
  expect(() => key.open(0, 0, arena, 0, 101)).toThrow(RangeError)
  expect(() => key.open(0, 0, arena, 85, 16)).toThrow(RangeError)
  expect(key.open(0, 0, arena, 0, 100)).toBe(true)
  const foreign = [createSimdAead().allocate(100), nodeAead.allocate(100)]
  for (const other of foreign) expect(() => key.seal(0, 0, other, 0, 10)).toThrow(RangeError)
})

test('arenas do not overlap, and keep what is in them when the memory grows', () => {
  const aead = createSimdAead()
  const arenas = [10, 1_000, 65_536, 300_000, 17, 65_536].map((size) => aead.allocate(size))
  arenas.forEach((arena, index) => {
    arena.bytes.fill(index + 1)
  })
  const [first] = arenas
  const before = first!.bytes
  const last = aead.allocate(1 << 20)
  expect(last.bytes.every((byte) => byte === 0)).toBe(true)
  expect(first!.bytes).not.toBe(before)
  arenas.forEach((arena, index) => {
    expect(arena.bytes.every((byte) => byte === index + 1)).toBe(true)
  })
})

test('a key is the copy of the bytes at its import, and serves when the memory has grown', () => {
  const aead = createSimdAead()
  const bytes = KEY.slice()
  const key = aead.importKey(bytes)
  bytes.fill(0)
  aead.allocate(1 << 20)
  const sealed = sealBytes(aead, key, 1, 2, Buffer.from('packet'))
  const opened = openBytes(nodeAead, nodeAead.importKey(KEY), 1, 2, sealed)
  expect(Buffer.from(opened!).toString()).toBe('packet')
})

test('a zeroed key neither seals nor opens', () => {
  const aead = createSimdAead()
  const arena = aead.allocate(64)
  const key = aead.importKey(KEY)
  key.zero()
  expect(() => key.seal(0, 0, arena, 0, 16)).toThrow('zeroed')
  expect(() => key.open(0, 0, arena, 0, 32)).toThrow('zeroed')
})
