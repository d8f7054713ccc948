/**
 * The checksum in tokens of GitHub and npm: the last six characters are the CRC-32 of the thirty
 * before them, in base 62 with leading zeros.
 */
import { crc32 } from 'node:zlib'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CHECKSUM_LENGTH = 6

/** `token` with its prefix, such as `ghp_`. */
export function hasValidChecksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1)
  const random = body.slice(0, -CHECKSUM_LENGTH)
  return base62(crc32(random)) === body.slice(-CHECKSUM_LENGTH)
}

function base62(value: number): string {
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS[rest % 62] + text
  return text.padStart(CHECKSUM_LENGTH, '0')
}
