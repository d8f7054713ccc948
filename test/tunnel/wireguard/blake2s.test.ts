import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeHex, encodeUtf8 } from '../../../src/base/bytes.ts'
import { INPUT_MAX } from '../../../src/tunnel/cipher/blake2s-layout.ts'
import { type Blake2s, scalarBlake2s } from '../../../src/tunnel/wireguard/blake2s.ts'
import { chooseBlake2s, createSimdBlake2s, knownAnswer } from '../../../src/tunnel/wireguard/blake2s-simd.ts'
import { noblePrimitives } from '../../../src/tunnel/wireguard/primitives-noble.ts'

const NOTHING = new Uint8Array(0)
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index)
const { hash, hmac, mac, hkdf } = noblePrimitives

const implementations: readonly [string, Blake2s][] = [
  ['scalar', scalarBlake2s],
  ['vectors', createSimdBlake2s()],
]

test.each(implementations)('%s: BLAKE2s-256 of "abc" is that of RFC 7693, appendix B', (_, blake2s) => {
  const expected = '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982'
  expect(encodeHex(blake2s.hash(encodeUtf8('abc'), NOTHING))).toBe(expected)
  expect(encodeHex(blake2s.hash(encodeUtf8('a'), encodeUtf8('bc')))).toBe(expected)
})

test.each(
  implementations,
)('%s: BLAKE2s with a key gives the first two of the published known answers', (_, blake2s) => {
  expect(encodeHex(blake2s.mac(KEY, NOTHING, 32))).toBe(
    '48a8997da407876b3d79c0d92325ad3b89cbb754d86ab71aee047ad345fd2c49',
  )
  expect(encodeHex(blake2s.mac(KEY, Uint8Array.of(0), 32))).toBe(
    '40d15fee7c328830166ac3f918650f807e7e01e177258cdc0a39b11f598066f1',
  )
})

test.each(
  implementations,
)('%s: every length from nothing to five blocks, and beyond its memory', (_, blake2s) => {
  const lengths = [
    ...Array(321).keys(),
    INPUT_MAX - 64,
    INPUT_MAX - 63,
    INPUT_MAX - 32,
    INPUT_MAX,
    INPUT_MAX + 1,
  ]
  for (const length of lengths) {
    const data = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 0xff)
    const ours = [blake2s.hash(KEY, data), blake2s.hmac(KEY, data), blake2s.mac(KEY, data, 16)]
    const theirs = [hash(KEY, data), hmac(KEY, data), mac(KEY, data)]
    expect(ours.map(encodeHex), `${length} bytes`).toEqual(theirs.map(encodeHex))
    expect(expand(blake2s.hkdf, KEY, data), `${length} bytes`).toEqual(expand(hkdf, KEY, data))
  }
})

test.each(
  implementations,
)('%s: keys of HMAC up to a block long give what the reference gives', (_, blake2s) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), (key, data) => {
      expect(encodeHex(blake2s.hmac(key, data))).toBe(encodeHex(hmac(key, data)))
      expect(expand(blake2s.hkdf, key, data)).toEqual(expand(hkdf, key, data))
    }),
    { numRuns: 200 },
  )
})

test.each(implementations)('%s: keys of a MAC are of any length up to 32', (_, blake2s) => {
  for (let length = 1; length <= 32; length++) {
    const key = KEY.subarray(0, length)
    expect(encodeHex(blake2s.mac(key, KEY, 16)), `${length} bytes`).toBe(encodeHex(mac(key, KEY)))
  }
})

test.each(implementations)('%s: what one call was given is not in the next', (_, blake2s) => {
  const long = new Uint8Array(300).fill(0xff)
  const fresh = () => [
    encodeHex(blake2s.hash(NOTHING, Uint8Array.of(1))),
    encodeHex(blake2s.mac(KEY.subarray(0, 3), Uint8Array.of(1), 16)),
    encodeHex(blake2s.hmac(KEY.subarray(0, 3), Uint8Array.of(1))),
    ...expand(blake2s.hkdf, KEY.subarray(0, 3), Uint8Array.of(1)),
  ]
  const before = fresh()
  blake2s.hash(long, long.subarray(0, 100))
  blake2s.mac(long.subarray(0, 32), long, 32)
  blake2s.hmac(long.subarray(0, 64), long)
  expand(blake2s.hkdf, long.subarray(0, 64), long)
  expect(fresh()).toEqual(before)
})

test('the one with vectors serves where it gives the right bytes; else the other', () => {
  const vectors = createSimdBlake2s()
  const wrong: Blake2s = {
    ...vectors,
    hkdf(salt, input, first, second, third) {
      vectors.hkdf(salt, input, first, second, third)
      if (third) third[31]! ^= 1
    },
  }
  const absent = () => {
    throw new Error('no vectors')
  }
  expect(chooseBlake2s(() => vectors)).toBe(vectors)
  expect(chooseBlake2s(() => wrong)).toBe(scalarBlake2s)
  expect(chooseBlake2s(absent)).toBe(scalarBlake2s)
})

/** One, two and three outputs. */
function expand(hkdf: Blake2s['hkdf'], salt: Uint8Array, input: Uint8Array): string[] {
  return [1, 2, 3].map((count) => {
    const outputs = Array.from({ length: count }, () => new Uint8Array(32))
    hkdf(salt, input, ...(outputs as [Uint8Array]))
    return outputs.map(encodeHex).join(' ')
  })
}

test('the answer that is written down is the portable one', () => {
  const portable = knownAnswer(scalarBlake2s)
  expect(chooseBlake2s(() => scalarBlake2s)).toBe(scalarBlake2s)
  // One that gives just these bytes is taken, whatever else it is.
  const parrot = { ...scalarBlake2s }
  expect(chooseBlake2s(() => parrot)).toBe(parrot)
  expect(portable).toHaveLength(208)
})
