/** A witness's key with its name, in the form of Go's `note`: `PRIVATE+KEY+name+hex(key id)+base64(type ‖ seed)`. */
import { join } from 'node:path'
import { concatBytes, decodeBase64, decodeUtf8, encodeBase64, encodeHex } from '../../base/bytes.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import { createFile, readFileIfThere } from '../../platform/files.ts'
import { type NoteVerifier, noteKeyId, SIGNATURE_TYPES } from '../../tlog/note.ts'

const FORM = /^PRIVATE\+KEY\+([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n$/

export interface WitnessKey {
  readonly verifier: NoteVerifier
  readonly key: Ed25519KeyPair
}

/**
 * Made on first use, and never again under another name: the name is part of the key's id.
 *
 * @throws `KEY_INVALID`, `USAGE` where a new one has no name, or the one that is there has another
 */
export async function openWitnessKey(
  folder: string,
  name: string | undefined,
  random: Random,
): Promise<WitnessKey> {
  const path = join(folder, 'witness.key')
  const bytes = await readFileIfThere(path, 1024)
  if (!bytes) return makeKey(path, name, random)
  const known = parse(decodeUtf8(bytes), path)
  if (name === undefined || name === known.verifier.name) return known
  throw usage(`${path} is the key of ${known.verifier.name}, not of ${name}`)
}

async function makeKey(path: string, name: string | undefined, random: Random): Promise<WitnessKey> {
  if (name === undefined || !/^[^+\s]{1,255}$/.test(name)) {
    throw usage('a new witness needs --name NAME, without spaces and "+", such as witness.example/w1')
  }
  const seed = random.bytes(32)
  const made = keyOf(name, seed)
  const encoded = encodeBase64(concatBytes(Uint8Array.of(SIGNATURE_TYPES.cosignature), seed))
  await createFile(path, `PRIVATE+KEY+${name}+${encodeHex(noteKeyId(made.verifier))}+${encoded}\n`, 0o600)
  return made
}

function parse(text: string, path: string): WitnessKey {
  const match = FORM.exec(text)
  const bytes = match && decodeBase64(match[3]!)
  if (match && bytes?.[0] === SIGNATURE_TYPES.cosignature) {
    const found = keyOf(match[1]!, bytes.slice(1))
    if (encodeHex(noteKeyId(found.verifier)) === match[2]) return found
  }
  throw new SallyportError('KEY_INVALID', { message: `${path} is no key of a witness` })
}

function keyOf(name: string, seed: Uint8Array): WitnessKey {
  const key = ed25519KeyPair(seed)
  return { key, verifier: { name, type: SIGNATURE_TYPES.cosignature, publicKey: key.publicKey } }
}

function usage(message: string): SallyportError {
  return new SallyportError('USAGE', { message, help: 'see: sallyport witness serve --help' })
}
