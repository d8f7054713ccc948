/** DER (X.690) for what our certificates need. */
import { concatBytes } from '../base/bytes.ts'

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return tagged(0x30, concatBytes(...parts))
}

export function set(...parts: readonly Uint8Array[]): Uint8Array {
  return tagged(0x31, concatBytes(...parts))
}

/** A non-negative INTEGER of big-endian bytes. */
export function integer(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const value = bytes.subarray(start)
  return tagged(0x02, value[0]! >= 0x80 ? concatBytes(Uint8Array.of(0), value) : value)
}

/** `1.2.840.10045.4.3.2` */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]]
  const body = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f]
    for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80)
    return digits
  })
  return tagged(0x06, Uint8Array.from(body))
}

export function boolean(value: boolean): Uint8Array {
  return tagged(0x01, Uint8Array.of(value ? 0xff : 0))
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return tagged(0x04, bytes)
}

/** Whole bytes; `unused` bits of the last are padding. */
export function bitString(bytes: Uint8Array, unused = 0): Uint8Array {
  return tagged(0x03, concatBytes(Uint8Array.of(unused), bytes))
}

export function utf8String(text: string): Uint8Array {
  return tagged(0x0c, new TextEncoder().encode(text))
}

/** GeneralizedTime in whole seconds. */
export function generalizedTime(ms: number): Uint8Array {
  const text = `${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
  return tagged(0x18, new TextEncoder().encode(text))
}

/** `[n]` of a context: constructed where it holds other values. */
export function context(number: number, content: Uint8Array, constructed: boolean): Uint8Array {
  return tagged((constructed ? 0xa0 : 0x80) | number, content)
}

function tagged(tag: number, content: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(tag), lengthOf(content.length), content)
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const bytes: number[] = []
  for (let left = length; left > 0; left >>= 8) bytes.unshift(left & 0xff)
  return Uint8Array.of(0x80 | bytes.length, ...bytes)
}
