/**
 * TCP options: end 0, no-operation 1, maximum segment size 2 (RFC 9293 §3.7.1), window scale 3 and
 * timestamps 8 (RFC 7323), SACK-permitted 4 and SACK 5 (RFC 2018). Others are skipped by length.
 */
import { MOST_SACK_BLOCKS, type TcpSegment } from './tcp-segment.ts'
import { readUint32, writeUint32 } from './uint32.ts'

const NOP = 1

/** @returns false where a length runs over the header or does not fit its kind. */
export function readTcpOptions(segment: TcpSegment, bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end) {
    const kind = bytes[at]!
    if (kind === 0) return true
    if (kind === NOP) {
      at++
      continue
    }
    if (at + 1 >= end) return false
    const length = bytes[at + 1]!
    if (length < 2 || at + length > end) return false
    if (!readOption(segment, bytes, at, kind, length)) return false
    at += length
  }
  return true
}

function readOption(
  segment: TcpSegment,
  bytes: Uint8Array,
  at: number,
  kind: number,
  length: number,
): boolean {
  switch (kind) {
    case 2:
      if (length !== 4) return false
      segment.mss = (bytes[at + 2]! << 8) | bytes[at + 3]!
      return true
    case 3:
      if (length !== 3) return false
      segment.windowScale = bytes[at + 2]!
      return true
    case 4:
      segment.sackPermitted = length === 2
      return length === 2
    case 5:
      return readSack(segment, bytes, at, length)
    case 8:
      if (length !== 10) return false
      segment.hasTimestamps = true
      segment.timestampValue = readUint32(bytes, at + 2)
      segment.timestampEcho = readUint32(bytes, at + 6)
      return true
    default:
      return true
  }
}

function readSack(segment: TcpSegment, bytes: Uint8Array, at: number, length: number): boolean {
  const count = (length - 2) >>> 3
  if (count === 0 || count > MOST_SACK_BLOCKS || length !== 2 + (count << 3)) return false
  segment.sackCount = count
  for (let i = 0; i < count * 2; i++) segment.sackEdges[i] = readUint32(bytes, at + 2 + i * 4)
  return true
}

export function tcpOptionsLength(segment: TcpSegment): number {
  let length = 0
  if (segment.mss > 0) length += 4
  if (segment.windowScale >= 0) length += 4
  if (segment.hasTimestamps) length += 12
  else if (segment.sackPermitted) length += 4
  if (segment.sackCount > 0) length += 4 + segment.sackCount * 8
  return length
}

/** Each option is padded in front to a multiple of four. @returns the offset after the last one */
export function writeTcpOptions(segment: TcpSegment, bytes: Uint8Array, offset: number): number {
  let at = offset
  if (segment.mss > 0) {
    bytes[at] = 2
    bytes[at + 1] = 4
    bytes[at + 2] = segment.mss >>> 8
    bytes[at + 3] = segment.mss
    at += 4
  }
  if (segment.windowScale >= 0) {
    bytes[at] = NOP
    bytes[at + 1] = 3
    bytes[at + 2] = 3
    bytes[at + 3] = segment.windowScale
    at += 4
  }
  if (segment.sackPermitted || segment.hasTimestamps) at = writePaired(segment, bytes, at)
  if (segment.sackCount > 0) at = writeSack(segment, bytes, at)
  return at
}

/** SACK-permitted takes the two bytes that timestamps would be padded with. */
function writePaired(segment: TcpSegment, bytes: Uint8Array, at: number): number {
  bytes[at] = segment.sackPermitted ? 4 : NOP
  bytes[at + 1] = segment.sackPermitted ? 2 : NOP
  if (!segment.hasTimestamps) {
    bytes[at + 2] = NOP
    bytes[at + 3] = NOP
    return at + 4
  }
  bytes[at + 2] = 8
  bytes[at + 3] = 10
  writeUint32(bytes, at + 4, segment.timestampValue)
  writeUint32(bytes, at + 8, segment.timestampEcho)
  return at + 12
}

function writeSack(segment: TcpSegment, bytes: Uint8Array, at: number): number {
  bytes[at] = NOP
  bytes[at + 1] = NOP
  bytes[at + 2] = 5
  bytes[at + 3] = 2 + segment.sackCount * 8
  for (let i = 0; i < segment.sackCount * 2; i++) writeUint32(bytes, at + 4 + i * 4, segment.sackEdges[i]!)
  return at + 4 + segment.sackCount * 8
}
