import { crc32 as zlibCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../../src/base/bytes.ts'
import { crc32 } from '../../../src/tunnel/paths/crc32.ts'

test('the check value of CRC-32 is that of its catalogue', () => {
  expect(crc32(encodeUtf8('123456789'))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array(0))).toBe(0)
})

test('any bytes have the sum that zlib gives them', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === zlibCrc32(bytes)))
})
