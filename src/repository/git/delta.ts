/** Deltas of packs (gitformat-pack(5), "Deltified representation"): copy from the base, or insert. */

import { SallyportError } from '../../base/errors.ts'
import { MAX_OBJECT_BYTES, tooLarge } from './object.ts'

export function deltaSizes(delta: Uint8Array): { readonly base: number; readonly result: number } {
  const base = readSize(delta, 0)
  return { base: base.value, result: readSize(delta, base.next).value }
}

/** @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED` */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array {
  const from = readSize(delta, 0)
  const to = readSize(delta, from.next)
  if (from.value !== base.length) throw invalid('it was made for another base')
  if (to.value > MAX_OBJECT_BYTES) throw tooLarge('of a delta', to.value)
  const result = new Uint8Array(to.value)
  let written = 0
  let at = to.next
  while (at < delta.length) {
    const command = delta[at++]!
    if (command === 0) throw invalid('it has a reserved command')
    if (command < 0x80) {
      if (at + command > delta.length || written + command > result.length)
        throw invalid('an insert is too long')
      result.set(delta.subarray(at, at + command), written)
      at += command
      written += command
      continue
    }
    const copy = readCopy(delta, at, command)
    at = copy.next
    if (copy.offset + copy.length > base.length || written + copy.length > result.length) {
      throw invalid('a copy is out of bounds')
    }
    result.set(base.subarray(copy.offset, copy.offset + copy.length), written)
    written += copy.length
  }
  if (written !== result.length) throw invalid('its result is too short')
  return result
}

function readCopy(delta: Uint8Array, start: number, command: number) {
  let at = start
  let offset = 0
  let length = 0
  for (let bit = 0; bit < 4; bit++) if (command & (1 << bit)) offset += (delta[at++] ?? 0) * 2 ** (8 * bit)
  for (let bit = 0; bit < 3; bit++) if (command & (0x10 << bit)) length += (delta[at++] ?? 0) * 2 ** (8 * bit)
  return { offset, length: length === 0 ? 0x10000 : length, next: at }
}

function readSize(delta: Uint8Array, start: number): { value: number; next: number } {
  let value = 0
  let at = start
  for (let shift = 0; ; shift += 7) {
    const byte = delta[at++]
    if (byte === undefined || shift > 42) throw invalid('its sizes cannot be read')
    value += (byte & 0x7f) * 2 ** shift
    if (!(byte & 0x80)) return { value, next: at }
  }
}

function invalid(why: string): SallyportError {
  return new SallyportError('GIT_UNREADABLE', { message: `a delta of a pack is broken: ${why}` })
}
