/**
 * A header block of tar (POSIX.1-1988 ustar, with GNU's base-256 numbers).
 *
 * | offset | length | field                       |
 * |--------|--------|-----------------------------|
 * | 0      | 100    | name                        |
 * | 100    | 8      | mode, octal                 |
 * | 124    | 12     | size, octal or base 256     |
 * | 148    | 8      | checksum                    |
 * | 156    | 1      | type flag                   |
 * | 157    | 100    | link target                 |
 * | 257    | 6      | magic                       |
 * | 345    | 155    | prefix of the name (ustar)  |
 */
import { decodeUtf8 } from '../../base/bytes.ts'
import { archiveRefused } from './refusal.ts'

export const BLOCK = 512

export interface TarHeader {
  readonly name: string
  readonly mode: number
  readonly size: number
  /** One character; `\0` of old tars is given as `0`. */
  readonly type: string
  readonly target: string
}

/** `undefined` for a block of zeros. @throws `ARCHIVE_REFUSED` */
export function parseTarHeader(block: Uint8Array): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  if (readOctal(block, 148, 8) !== checksumOf(block)) throw archiveRefused('a header has a wrong checksum')
  const magic = readText(block, 257, 6)
  const name = readText(block, 0, 100)
  // GNU's magic is `ustar  `, and it puts other things where the prefix stands.
  const prefix = magic === 'ustar' && block[262] === 0 ? readText(block, 345, 155) : ''
  const type = String.fromCharCode(block[156]!)
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: readOctal(block, 100, 8),
    size: readNumber(block, 124, 12),
    type: type === '\0' ? '0' : type,
    target: readText(block, 157, 100),
  }
}

function readText(block: Uint8Array, offset: number, length: number): string {
  const field = block.subarray(offset, offset + length)
  const end = field.indexOf(0)
  try {
    return decodeUtf8(end < 0 ? field : field.subarray(0, end))
  } catch (cause) {
    throw archiveRefused('a name is not UTF-8', undefined, cause)
  }
}

function readOctal(block: Uint8Array, offset: number, length: number): number {
  const text = Buffer.from(block.subarray(offset, offset + length)).toString('latin1')
  const digits = text.replace(/[\0 ]+$/, '').replace(/^ +/, '')
  if (!/^[0-7]*$/.test(digits)) throw archiveRefused('a header has a number that is not octal')
  return digits === '' ? 0 : Number.parseInt(digits, 8)
}

/** The high bit announces base 256 (GNU), needed over 8 GiB. */
function readNumber(block: Uint8Array, offset: number, length: number): number {
  const first = block[offset]!
  if ((first & 0x80) === 0) return readOctal(block, offset, length)
  let value = BigInt(first & 0x7f)
  for (let i = 1; i < length; i++) value = (value << 8n) | BigInt(block[offset + i]!)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw archiveRefused('a header has a size out of range')
  return Number(value)
}

function checksumOf(block: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : block[i]!
  return sum
}
