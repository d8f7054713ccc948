import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { formatEndpoint, parseEndpoint } from '../../../src/base/ip.ts'
import {
  emitStunRequest,
  emitStunResponse,
  isStun,
  parseStunRequest,
  parseStunResponse,
} from '../../../src/tunnel/paths/stun.ts'

const transaction = decodeHex('b7e7a701bc34d686fa87dfae')

// RFC 5769, section 2.2 and 2.3, whose FINGERPRINT and MESSAGE-INTEGRITY stand after the address.
const SAMPLE_IPV4 =
  '0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643' +
  '000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96'

test('the sample response of RFC 5769 is read', () => {
  const response = parseStunResponse(decodeHex(SAMPLE_IPV4))
  expect(response && formatEndpoint(response.observed)).toBe('192.0.2.1:32853')
  expect(encodeHex(response!.transaction)).toBe(encodeHex(transaction))
})

test('a response with a wrong fingerprint is no response', () => {
  expect(parseStunResponse(decodeHex(`${SAMPLE_IPV4.slice(0, -2)}97`))).toBeUndefined()
})

test.each([
  '203.0.113.7:1',
  '192.0.2.255:65535',
  '[2001:db8::1]:51820',
])('%s comes back as it was observed', (text) => {
  const response = parseStunResponse(emitStunResponse(transaction, parseEndpoint(text)))
  expect(formatEndpoint(response!.observed)).toBe(text)
})

test('our request is answered', () => {
  expect(encodeHex(parseStunRequest(emitStunRequest(transaction))!)).toBe(encodeHex(transaction))
})

test('a request without SOFTWARE or without FINGERPRINT is not answered: the server is no reflector', () => {
  const request = emitStunRequest(transaction)
  const withoutFingerprint = request.slice(0, -8)
  new DataView(withoutFingerprint.buffer).setUint16(2, withoutFingerprint.length - 20)
  expect(isStun(withoutFingerprint)).toBe(true)
  expect(parseStunRequest(withoutFingerprint)).toBeUndefined()
  const bare = request.slice(0, 20)
  bare.fill(0, 2, 4)
  expect(parseStunRequest(bare)).toBeUndefined()
  const other = request.slice()
  other[24]! ^= 1
  expect(parseStunRequest(other)).toBeUndefined()
})

test('a response is never larger than twice its request', () => {
  const response = emitStunResponse(transaction, parseEndpoint('[2001:db8::1]:51820'))
  expect(response.length).toBeLessThanOrEqual(2 * emitStunRequest(transaction).length)
})

test('no bytes make the parsers throw', () => {
  const headed = fc.uint8Array({ maxLength: 80 }).map((tail) => {
    const header = decodeHex('010100002112a442b7e7a701bc34d686fa87dfae')
    const bytes = new Uint8Array([...header, ...tail])
    new DataView(bytes.buffer).setUint16(2, tail.length)
    return bytes
  })
  fc.assert(
    fc.property(fc.oneof(headed, fc.uint8Array({ maxLength: 100 })), (bytes) => {
      parseStunRequest(bytes)
      parseStunResponse(bytes)
    }),
    { numRuns: 20_000 },
  )
})
