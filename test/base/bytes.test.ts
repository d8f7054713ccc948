import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeBase64,
  decodeBase64url,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeBase64url,
  encodeHex,
  equalConstantTime,
} from '../../src/base/bytes.ts'
import { formatDigest, labelledHash, parseDigest, sha256Hex } from '../../src/base/digest.ts'

const bytes = fc.uint8Array({ maxLength: 80 })

test('each text form comes back as the same bytes', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      expect(decodeHex(encodeHex(value))).toEqual(value)
      expect(decodeBase64(encodeBase64(value))).toEqual(value)
      expect(decodeBase64url(encodeBase64url(value))).toEqual(value)
    }),
  )
})

test.each(['AB==', 'AA=', 'AA', 'A A=', 'AA==\n', '_w=='])('base64 %j is refused', (text) => {
  expect(() => decodeBase64(text)).toThrow(/not canonical base64/)
})

test.each(['AB', '/w', 'AA==', 'A'])('base64url %j is refused', (text) => {
  expect(() => decodeBase64url(text)).toThrow(/not canonical base64url/)
})

test('upper-case and odd hex are refused', () => {
  expect(() => decodeHex('AB')).toThrow()
  expect(() => decodeHex('abc')).toThrow()
})

test('invalid UTF-8 is refused', () => {
  expect(() => decodeUtf8(Uint8Array.of(0xc3, 0x28))).toThrow(/UTF-8/)
})

test('secrets of different lengths are different', () => {
  expect(equalConstantTime(new Uint8Array(3), new Uint8Array(4))).toBe(false)
  expect(equalConstantTime(Uint8Array.of(1), Uint8Array.of(1))).toBe(true)
})

test('a labelled hash is SHA-256 over the label, a zero byte and length-prefixed fields', () => {
  const literal = Buffer.concat([
    Buffer.from('sallyport/x/v1\0'),
    Buffer.from([0, 0, 0, 2]),
    Buffer.from('ab'),
    Buffer.from([0, 0, 0, 0]),
  ])
  expect(encodeHex(labelledHash('sallyport/x/v1', 'ab', ''))).toBe(sha256Hex(literal))
  expect(labelledHash('l', 'ab', 'c')).not.toEqual(labelledHash('l', 'a', 'bc'))
})

test('a digest has one text', () => {
  const text = `sha256:${sha256Hex('x')}`
  expect(formatDigest(parseDigest(text))).toBe(text)
  expect(() => parseDigest(text.toUpperCase())).toThrow(/not a digest/)
})
