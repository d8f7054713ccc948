/**
 * The Internet checksum (RFC 1071). Sums 32-bit words in the machine's byte order and swaps once at
 * the end (RFC 1071 §2 B), which is four times as fast as summing bytes.
 *
 * All sums are folded to 16 bits, in network order; {@link addSums} joins the sums of parts that
 * begin at even offsets.
 */
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** One's complement sum of `length` bytes, folded to 16 bits; an odd last byte is padded with zero. */
export function sumBytes(bytes: Uint8Array, offset: number, length: number): number {
  let at = offset
  let end = offset + length
  let low = 0
  let high = 0
  const lead = (4 - ((bytes.byteOffset + at) & 3)) & 3
  if (length < 32) return foldSum(sumShort(bytes, at, end))
  // Words must stand at multiples of four: the bytes before are summed one by one.
  for (let i = 0; i < lead; i++) {
    if ((i & 1) === 0) high += bytes[at + i]!
    else low += bytes[at + i]!
  }
  let sum = foldSum((high << 8) + low)
  at += lead
  const words = wordsOf(bytes)
  const first = (bytes.byteOffset + at) >>> 2
  const count = (end - at) >>> 2
  let body = foldSum(sumWords(words, first, first + count))
  if (LITTLE_ENDIAN) body = swap(body)
  at += count << 2
  end -= at
  const tail = end > 0 ? foldSum(sumShort(bytes, at, at + end)) : 0
  const rest = addSums(body, tail)
  // After an odd number of bytes every later byte changes its lane (RFC 1071 §2 B).
  sum = addSums(sum, (lead & 1) === 1 ? swap(rest) : rest)
  return sum
}

/** The sum of two folded sums. */
export function addSums(a: number, b: number): number {
  return foldSum(a + b)
}

/** What goes into the checksum field. */
export function finishSum(sum: number): number {
  return ~sum & 0xffff
}

/** RFC 9293 §3.1, RFC 8200 §8.1: addresses, protocol and transport length. Addresses follow each other. */
export function sumPseudoHeader(
  bytes: Uint8Array,
  addressesOffset: number,
  addressesLength: number,
  protocol: number,
  transportLength: number,
): number {
  const addresses = sumShort(bytes, addressesOffset, addressesOffset + addressesLength)
  return foldSum(addresses + protocol + (transportLength >>> 16) + (transportLength & 0xffff))
}

function foldSum(sum: number): number {
  let folded = (sum & 0xffff) + (sum >>> 16)
  folded = (folded & 0xffff) + (folded >>> 16)
  return folded
}

function swap(sum: number): number {
  return ((sum & 0xff) << 8) | (sum >>> 8)
}

function sumShort(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  let at = start
  for (; at + 1 < end; at += 2) sum += (bytes[at]! << 8) | bytes[at + 1]!
  if (at < end) sum += bytes[at]! << 8
  return sum
}

function sumWords(words: Uint32Array, first: number, last: number): number {
  let low = 0
  let high = 0
  let at = first
  // 64 kB are 16,384 words: each half stays below 2^30.
  for (; at + 3 < last; at += 4) {
    const a = words[at]!
    const b = words[at + 1]!
    const c = words[at + 2]!
    const d = words[at + 3]!
    low += (a & 0xffff) + (b & 0xffff) + (c & 0xffff) + (d & 0xffff)
    high += (a >>> 16) + (b >>> 16) + (c >>> 16) + (d >>> 16)
  }
  for (; at < last; at++) {
    low += words[at]! & 0xffff
    high += words[at]! >>> 16
  }
  return foldSum(low) + foldSum(high)
}

// Packets stand in a few arenas, so that the views by word are worth keeping.
const KEPT_VIEWS = 4
const views: Uint32Array[] = []
let nextView = 0

function wordsOf(bytes: Uint8Array): Uint32Array {
  const { buffer } = bytes
  for (let i = 0; i < views.length; i++) if (views[i]!.buffer === buffer) return views[i]!
  const words = new Uint32Array(buffer, 0, buffer.byteLength >>> 2)
  views[nextView] = words
  nextView = (nextView + 1) % KEPT_VIEWS
  return words
}
