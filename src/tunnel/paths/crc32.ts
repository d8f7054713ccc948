/** CRC-32 of ISO 3309, which FINGERPRINT of STUN takes (RFC 8489, section 14.7). A few bytes do not need zlib loaded. */

const POLYNOMIAL = 0xedb8_8320

export function crc32(bytes: Uint8Array): number {
  let remainder = -1
  for (const byte of bytes) {
    remainder ^= byte
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (POLYNOMIAL & -(remainder & 1))
  }
  return ~remainder >>> 0
}
