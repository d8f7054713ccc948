/** From a file's bytes to text: UTF-8, or UTF-16 by its mark (as some Windows tools write). */
import { isAscii } from 'node:buffer'
import { SallyportError } from '../../../src/base/errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const utf8Part = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Without its byte order mark. @throws `ENCODING_INVALID` */
export function decodeLockfile(bytes: Uint8Array): string {
  try {
    const wide = utf16Of(bytes)
    return wide ? wide.decode(bytes) : decodeUtf8(bytes, utf8)
  } catch (cause) {
    throw invalid(cause)
  }
}

/** As {@link decodeLockfile}, piece by piece. @param pieces each may be overwritten once the next is asked for */
export function* decodePieces(pieces: Iterable<Uint8Array>): Generator<string> {
  let wide: Decoder | undefined
  let decoder: Decoder | undefined
  let rest: Uint8Array = NOTHING
  try {
    for (const piece of pieces) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      if (decoder === undefined) wide = utf16Of(bytes)
      const end = wide ? bytes.length : endOfCharacters(bytes)
      // A copy: the piece's place may be the next one's.
      rest = end === bytes.length ? NOTHING : new Uint8Array(bytes.subarray(end))
      yield wide ? wide.decode(bytes, { stream: true }) : decodeUtf8(bytes.subarray(0, end), decoder ?? utf8)
      decoder = utf8Part
    }
    yield wide ? wide.decode() : utf8Part.decode(rest)
  } catch (cause) {
    throw cause instanceof TypeError ? invalid(cause) : cause
  }
}

type Decoder = InstanceType<typeof TextDecoder>

const NOTHING = new Uint8Array()

/** By its mark; `undefined` where it is UTF-8. */
function utf16Of(bytes: Uint8Array): Decoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return undefined
}

function decodeUtf8(bytes: Uint8Array, decoder: Decoder): string {
  // One byte a character, which halves what a large lockfile holds in memory.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return decoder.decode(bytes)
}

/** Where the last character of UTF-8 ends that is there wholly; what is no UTF-8 is left to the decoder. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
    if (byte < 0x80) break
  }
  return bytes.length
}

function invalid(cause: unknown): SallyportError {
  return new SallyportError('ENCODING_INVALID', { message: 'the file is not UTF-8 text', cause })
}
