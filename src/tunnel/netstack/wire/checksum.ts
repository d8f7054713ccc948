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
  const end = offset + length
  if (length < 32) return foldSum(sumShort(bytes, offset, end))
  if (bytes !== lastBytes) setWords(bytes)
  // Words must stand at multiples of four: the bytes before are summed one by one.
  const lead = -(lastOffset + offset) & 3
  const at = offset + lead
  const first = (lastOffset + at) >>> 2
  const count = (end - at) >>> 2
  let rest = sumWords(lastWords, first, first + count)
  if (LITTLE_ENDIAN) rest = swap(rest)
  const tail = at + (count << 2)
  if (tail < end) rest = foldSum(rest + sumShort(bytes, tail, end))
  if (lead === 0) return rest
  // After an odd number of bytes every later byte changes its lane (RFC 1071 §2 B).
  return foldSum(sumShort(bytes, offset, at) + ((lead & 1) === 1 ? swap(rest) : rest))
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

/**
 * Words are added as they are, modulo 2^32, and their upper halves for themselves: what the lower halves make is then the
 * difference. Exact for 2^15 words, twice the longest packet, and less work than parting every word into both.
 */
function sumWords(words: Uint32Array, first: number, last: number): number {
  let all = 0
  let upper = 0
  let at = first
  for (; at + 7 < last; at += 8) {
    const a = words[at]!
    const b = words[at + 1]!
    const c = words[at + 2]!
    const d = words[at + 3]!
    const e = words[at + 4]!
    const f = words[at + 5]!
    const g = words[at + 6]!
    const h = words[at + 7]!
    all = (all + ((a + b) | 0) + ((c + d) | 0) + ((e + f) | 0) + ((g + h) | 0)) | 0
    upper += (a >>> 16) + (b >>> 16) + (c >>> 16) + (d >>> 16)
    upper = (upper + (e >>> 16) + (f >>> 16) + (g >>> 16) + (h >>> 16)) | 0
  }
  for (; at < last; at++) {
    all = (all + words[at]!) | 0
    upper = (upper + (words[at]! >>> 16)) | 0
  }
  const lower = (all - (upper << 16)) >>> 0
  return foldSum(foldSum(lower) + foldSum(upper))
}

// Packets stand in a few arenas, so that the views by word are worth keeping. Asking an array for
// its buffer costs as much as a hundred bytes, so the array last seen is remembered for itself.
const KEPT_VIEWS = 4
const views: Uint32Array[] = []
let nextView = 0
let lastBytes: Uint8Array | undefined
let lastOffset = 0
let lastWords: Uint32Array = new Uint32Array(0)

function setWords(bytes: Uint8Array): void {
  lastBytes = bytes
  lastOffset = bytes.byteOffset
  const { buffer } = bytes
  const kept = views.find((view) => view.buffer === buffer)
  lastWords = kept ?? new Uint32Array(buffer, 0, buffer.byteLength >>> 2)
  if (kept !== undefined) return
  views[nextView] = lastWords
  nextView = (nextView + 1) % KEPT_VIEWS
}
