/**
 * The cipher's module. Run from the sources it is assembled when it is asked for; `tools/build.ts` puts the
 * bytes in this function's place, because assembling takes longer than compiling them.
 */
import { encodeCipher } from './chacha20-poly1305-code.ts'

/** The module's bytes; its memory begins with one page. */
export function assembledCipher(): Uint8Array<ArrayBuffer> {
  return encodeCipher()
}
