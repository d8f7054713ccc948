import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatEndpoint,
  formatIp,
  formatPrefix,
  maskPrefix,
  parseEndpoint,
  parseIp,
  parsePrefix,
  prefixContains,
} from '../../src/base/ip.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['::', '::'],
  ['::1', '::1'],
  ['::ffff:192.0.2.1', '::ffff:c000:201'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
])('%s is written as %s (RFC 5952)', (text, canonical) => {
  expect(formatIp(parseIp(text))).toBe(canonical)
})

test.each([
  '',
  '1.2.3',
  '1.2.3.256',
  '01.2.3.4',
  '1::2::3',
  ':1',
  '1:2:3:4:5:6:7:8:9',
  '::g',
  'fe80::1%eth0',
  '1:2:3:4:5:6:7::8:9',
])('%j is no address', (text) => {
  expect(() => parseIp(text)).toThrow(/not an IP address/)
})

test('any address comes back from its text', () => {
  const address = fc.oneof(
    fc.uint8Array({ minLength: 4, maxLength: 4 }),
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
  )
  fc.assert(
    fc.property(address, (bytes) => {
      const value = { family: bytes.length === 4 ? 4 : 6, bytes } as const
      expect(parseIp(formatIp(value))).toEqual(value)
    }),
  )
})

test('a prefix contains what shares its bits', () => {
  expect(prefixContains(parsePrefix('100.64.0.0/10'), parseIp('100.127.255.255'))).toBe(true)
  expect(prefixContains(parsePrefix('100.64.0.0/10'), parseIp('100.128.0.0'))).toBe(false)
  expect(prefixContains(parsePrefix('::/0'), parseIp('1.2.3.4'))).toBe(false)
  expect(formatPrefix(maskPrefix(parsePrefix('10.1.2.3/9')))).toBe('10.0.0.0/9')
  expect(() => parsePrefix('10.0.0.0/33')).toThrow(/not a prefix/)
})

test('an endpoint brackets IPv6', () => {
  expect(formatEndpoint(parseEndpoint('[::1]:51820'))).toBe('[::1]:51820')
  expect(formatEndpoint(parseEndpoint('127.0.0.1:1'))).toBe('127.0.0.1:1')
  expect(() => parseEndpoint('127.0.0.1:70000')).toThrow()
})
