import { chacha20poly1305, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex, encodeUtf8 } from '../../../src/base/bytes.ts'
import { hchacha20, nextBlock } from '../../../src/tunnel/wireguard/chacha20.ts'
import {
  openExtended,
  openShort,
  sealExtended,
  sealShort,
} from '../../../src/tunnel/wireguard/chacha20-poly1305.ts'
import { beginPoly1305, finishPoly1305, takePoly1305Block } from '../../../src/tunnel/wireguard/poly1305.ts'

const KEY = decodeHex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')

test('a block of the key stream is that of RFC 8439, section 2.3.2', () => {
  const state = { key: words(KEY), counter: 1, nonce: words(decodeHex('000000090000004a00000000')) }
  const block = new Int32Array(16)
  nextBlock(state, block)
  expect(encodeHex(bytes(block))).toBe(
    '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e' +
      'd2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
  )
  expect(state.counter).toBe(2)
})

test('HChaCha20 gives the subkey of the draft, section 2.2.1', () => {
  const key = words(KEY)
  const [n0, n1, n2, n3] = words(decodeHex('000000090000004a0000000031415927'))
  hchacha20(key, n0!, n1!, n2!, n3!)
  expect(encodeHex(bytes(key))).toBe('82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc')
})

const ONES = 'ff'.repeat(16)
const ZEROS = '00'.repeat(15)

test.each([
  { number: 7, r: `02${ZEROS}`, s: `00${ZEROS}`, data: ONES, tag: `03${ZEROS}` },
  { number: 8, r: `02${ZEROS}`, s: ONES, data: `02${ZEROS}`, tag: `03${ZEROS}` },
  {
    number: 9,
    r: `01${ZEROS}`,
    s: `00${ZEROS}`,
    data: `${ONES}f0${'ff'.repeat(15)}11${ZEROS}`,
    tag: `05${ZEROS}`,
  },
  {
    number: 10,
    r: `01${ZEROS}`,
    s: `00${ZEROS}`,
    data: `${ONES}fb${'fe'.repeat(15)}${'01'.repeat(16)}`,
    tag: `00${ZEROS}`,
  },
  {
    number: 11,
    r: `02${ZEROS}`,
    s: `00${ZEROS}`,
    data: `fd${'ff'.repeat(15)}`,
    tag: `fa${'ff'.repeat(15)}`,
  },
])('Poly1305 reduces at its edges as RFC 8439, appendix A.3 #$number', ({ r, s, data, tag }) => {
  expect(encodeHex(poly1305(decodeHex(r + s), decodeHex(data)))).toBe(tag)
})

test('ChaCha20-Poly1305 of RFC 8439, section 2.8.2', () => {
  const key = decodeHex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
  const nonce = decodeHex('070000004041424344454647')
  const associated = decodeHex('50515253c0c1c2c3c4c5c6c7')
  const text = encodeUtf8(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  )
  const sealed = sealShort(key, nonce, text, associated)
  expect(encodeHex(sealed.subarray(-16))).toBe('1ae10b594f09e26a7e902ecbd0600691')
  expect(openShort(key, nonce, sealed, associated)).toEqual(text)
})

test('each length of message and associated data up to three blocks is sealed as the reference does', () => {
  const nonce = new Uint8Array(24).fill(9)
  for (let length = 0; length <= 192; length++) {
    const message = Uint8Array.from({ length }, (_, index) => index ^ length)
    const associated = Uint8Array.from({ length: 192 - length }, (_, index) => index * 3)
    const sealed = sealShort(KEY, nonce.subarray(12), message, associated)
    const expected = chacha20poly1305(KEY, nonce.subarray(12), associated).encrypt(message)
    expect(encodeHex(sealed), `${length} bytes`).toBe(encodeHex(expected))
    expect(openShort(KEY, nonce.subarray(12), sealed, associated)).toEqual(message)
    const extended = sealExtended(KEY, nonce, message, associated)
    const expectedExtended = xchacha20poly1305(KEY, nonce, associated).encrypt(message)
    expect(encodeHex(extended), `${length} bytes`).toBe(encodeHex(expectedExtended))
    expect(openExtended(KEY, nonce, extended, associated)).toEqual(message)
  }
})

test('bytes at their extremes are sealed as the reference does', () => {
  const edge = fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff)
  const of = (minLength: number, maxLength: number) =>
    fc.array(edge, { minLength, maxLength }).map((values) => Uint8Array.from(values))
  fc.assert(
    fc.property(of(32, 32), of(12, 12), of(0, 100), of(0, 60), (key, nonce, message, associated) => {
      const expected = chacha20poly1305(key, nonce, associated).encrypt(message)
      expect(encodeHex(sealShort(key, nonce, message, associated))).toBe(encodeHex(expected))
    }),
    { numRuns: 300 },
  )
})

test('numbers at their extremes are reduced as arithmetic without bounds does', () => {
  const block = fc.array(fc.constantFrom(0, 1, 0xfa, 0xfb, 0xfe, 0xff), { minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(block, block, fc.array(block, { minLength: 1, maxLength: 5 }), (r, s, blocks) => {
      const key = Uint8Array.from([...r, ...s])
      const data = Uint8Array.from(blocks.flat())
      expect(encodeHex(poly1305(key, data))).toBe(encodeHex(poly1305ByBigInt(key, data)))
    }),
    { numRuns: 500 },
  )
})

test('one changed bit anywhere does not open', () => {
  const nonce = new Uint8Array(12)
  const associated = Uint8Array.of(1, 2, 3)
  const sealed = sealShort(KEY, nonce, new Uint8Array(20), associated)
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = sealed.slice()
    changed[bit >> 3]! ^= 1 << (bit & 7)
    expect(openShort(KEY, nonce, changed, associated), `bit ${bit}`).toBeUndefined()
  }
  expect(openShort(KEY, nonce, sealed.subarray(0, 15), associated)).toBeUndefined()
  expect(openShort(KEY, nonce, sealed, associated)).toHaveLength(20)
})

test('a key or a nonce of a wrong size is a mistake of the caller', () => {
  const nothing = new Uint8Array(0)
  expect(() => sealShort(KEY.subarray(1), new Uint8Array(12), nothing, nothing)).toThrow(RangeError)
  expect(() => sealShort(KEY, new Uint8Array(24), nothing, nothing)).toThrow(RangeError)
  expect(() => openExtended(KEY, new Uint8Array(12), new Uint8Array(16), nothing)).toThrow(RangeError)
})

function poly1305(key: Uint8Array, data: Uint8Array): Uint8Array {
  const view = words(data)
  beginPoly1305(words(key))
  for (let at = 0; at < view.length; at += 4) {
    takePoly1305Block(view[at]!, view[at + 1]!, view[at + 2]!, view[at + 3]!)
  }
  const tag = new DataView(new ArrayBuffer(16))
  finishPoly1305(tag)
  return new Uint8Array(tag.buffer)
}

function poly1305ByBigInt(key: Uint8Array, data: Uint8Array): Uint8Array {
  const r = number(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn
  let sum = 0n
  for (let at = 0; at < data.length; at += 16) {
    sum = ((sum + number(data.subarray(at, at + 16)) + (1n << 128n)) * r) % ((1n << 130n) - 5n)
  }
  const tag = (sum + number(key.subarray(16))) & ((1n << 128n) - 1n)
  return Uint8Array.from({ length: 16 }, (_, index) => Number((tag >> BigInt(8 * index)) & 0xffn))
}

function number(little: Uint8Array): bigint {
  return little.reduceRight((total, byte) => (total << 8n) | BigInt(byte), 0n)
}

function words(from: Uint8Array): Int32Array {
  const view = new DataView(from.buffer, from.byteOffset, from.length)
  return Int32Array.from({ length: from.length / 4 }, (_, index) => view.getInt32(index * 4, true))
}

function bytes(from: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(from.length * 4))
  for (const [index, word] of from.entries()) view.setInt32(index * 4, word, true)
  return new Uint8Array(view.buffer)
}
