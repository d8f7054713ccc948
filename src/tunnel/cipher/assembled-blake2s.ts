/** The module of BLAKE2s, as `./assembled` has the cipher's: by itself, as every handshake needs it. */
import { encodeBlake2s } from './blake2s-code.ts'

/** The module's bytes; its memory begins with one page. */
export function assembledBlake2s(): Uint8Array<ArrayBuffer> {
  return encodeBlake2s()
}
