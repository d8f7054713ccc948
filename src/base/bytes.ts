/**
 * Bytes and their text forms. Every decoder here is strict: one value has one text, so that a digest
 * or a key cannot be written in two ways.
 */
import { timingSafeEqual } from 'node:crypto'
import { SallyportError } from './errors.ts'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const utf8 = new TextEncoder()
const scratch = Buffer.alloc(64)

/** Joins byte arrays into a new one. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Compares public bytes. For secrets and authenticators use {@link equalConstantTime}. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

/** Compares in a time that depends on the length only. */
export function equalConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

export function encodeUtf8(text: string): Uint8Array {
  return utf8.encode(text)
}

/** @throws `ENCODING_INVALID` where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch (cause) {
    throw new SallyportError('ENCODING_INVALID', { message: 'the bytes are not valid UTF-8', cause })
  }
}

export function encodeHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** Lower-case hex only. @throws `ENCODING_INVALID` */
export function decodeHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    throw new SallyportError('ENCODING_INVALID', { message: `not lower-case hex: ${quoteShort(text)}` })
  }
  return new Uint8Array(Buffer.from(text, 'hex'))
}

export function encodeBase64(bytes: Uint8Array): string {
  if (bytes.length > scratch.length) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  }
  // A short array has no buffer until somebody asks for it, which costs more than this.
  scratch.set(bytes)
  const text = scratch.toString('base64', 0, bytes.length)
  scratch.fill(0, 0, bytes.length)
  return text
}

/** Standard alphabet with padding; stray bits, white space and missing padding are refused. @throws `ENCODING_INVALID` */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  if (encodeBase64(bytes) !== text) {
    throw new SallyportError('ENCODING_INVALID', { message: `not canonical base64: ${quoteShort(text)}` })
  }
  return bytes
}

/** RFC 4648 §5 without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url')
}

/** RFC 4648 §5 without padding; stray bits are refused. @throws `ENCODING_INVALID` */
export function decodeBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
  if (encodeBase64url(bytes) !== text) {
    throw new SallyportError('ENCODING_INVALID', { message: `not canonical base64url: ${quoteShort(text)}` })
  }
  return bytes
}

/** Unsigned 32-bit big-endian. */
export function uint32be(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function quoteShort(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}

/** A copy of `[start, end)` in memory of its own. A Buffer's own `slice` is a view, which its owner may overwrite. */
export function copyBytes(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
  // A view of a short array gives it a buffer first, which costs more than the copy.
  return new Uint8Array(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end))
}
