import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeHex, encodeUtf8 } from '../../../src/base/bytes.ts'
import { blake2s, hmacBlake2s, keyedBlake2s } from '../../../src/tunnel/wireguard/blake2s.ts'
import { noblePrimitives } from '../../../src/tunnel/wireguard/primitives-noble.ts'

const NOTHING = new Uint8Array(0)
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index)

test('BLAKE2s-256 of "abc" is that of RFC 7693, appendix B', () => {
  const expected = '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982'
  expect(encodeHex(blake2s(encodeUtf8('abc'), NOTHING))).toBe(expected)
  expect(encodeHex(blake2s(encodeUtf8('a'), encodeUtf8('bc')))).toBe(expected)
})

test('BLAKE2s with a key gives the first two of the published known answers', () => {
  expect(encodeHex(keyedBlake2s(KEY, NOTHING, 32))).toBe(
    '48a8997da407876b3d79c0d92325ad3b89cbb754d86ab71aee047ad345fd2c49',
  )
  expect(encodeHex(keyedBlake2s(KEY, Uint8Array.of(0), 32))).toBe(
    '40d15fee7c328830166ac3f918650f807e7e01e177258cdc0a39b11f598066f1',
  )
})

test('every length from nothing to five blocks gives what the reference gives', () => {
  for (let length = 0; length <= 320; length++) {
    const data = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 0xff)
    const ours = [blake2s(KEY, data), hmacBlake2s(KEY, data), keyedBlake2s(KEY, data, 16)]
    const { hash, hmac, mac } = noblePrimitives
    const theirs = [hash(KEY, data), hmac(KEY, data), mac(KEY, data)]
    expect(ours.map(encodeHex), `${length} bytes`).toEqual(theirs.map(encodeHex))
  }
})

test('keys of HMAC up to a block long give what the reference gives', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), (key, data) => {
      expect(encodeHex(hmacBlake2s(key, data))).toBe(encodeHex(noblePrimitives.hmac(key, data)))
    }),
    { numRuns: 200 },
  )
})
