/** From a file's bytes to text: UTF-8, or UTF-16 by its mark (as some Windows tools write). */
import { isAscii } from 'node:buffer'
import { SallyportError } from '../../../src/base/errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Without its byte order mark. @throws `ENCODING_INVALID` */
export function decodeLockfile(bytes: Uint8Array): string {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
      return new TextDecoder('utf-16le', { fatal: true }).decode(bytes)
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
      return new TextDecoder('utf-16be', { fatal: true }).decode(bytes)
    // One byte a character, which halves what a large lockfile holds in memory.
    if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    return utf8.decode(bytes)
  } catch (cause) {
    throw new SallyportError('ENCODING_INVALID', { message: 'the file is not UTF-8 text', cause })
  }
}
