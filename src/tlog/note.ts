/**
 * Signed notes (C2SP signed-note v1.0.0):
 *
 *     text, ending in a newline
 *     (empty line)
 *     — name base64(key id[4] ‖ signature)
 *
 * A signature of an unknown key is passed over; one of a known key that fails rejects the note.
 */
import {
  concatBytes,
  decodeBase64,
  decodeUtf8,
  encodeBase64,
  encodeHex,
  encodeUtf8,
  equalBytes,
} from '../base/bytes.ts'
import { sha256 } from '../base/digest.ts'
import { type Ed25519KeyPair, type Ed25519PublicKey, signEd25519, verifyEd25519 } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'

export const MAX_NOTE_BYTES = 64 * 1024
const MAX_SIGNATURES = 64
const DASH = '\u2014'

/** Ed25519 over the text, and the timestamped cosignature of C2SP tlog-cosignature. */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const
export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES]

export interface NoteVerifier {
  readonly name: string
  readonly type: SignatureType
  readonly publicKey: Ed25519PublicKey
}

export interface NoteSignature {
  readonly name: string
  /** 4 bytes: a hint that together with the name says which key. */
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

export interface Note {
  /** With its newline at the end. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4] */
export function noteKeyId({ name, type, publicKey }: NoteVerifier): Uint8Array {
  return sha256(concatBytes(encodeUtf8(name), Uint8Array.of(0x0a, type), publicKey)).subarray(0, 4)
}

/** `name+hex(key id)+base64(type ‖ public key)` */
export function formatVerifierKey(verifier: NoteVerifier): string {
  const key = encodeBase64(concatBytes(Uint8Array.of(verifier.type), verifier.publicKey))
  return `${verifier.name}+${encodeHex(noteKeyId(verifier))}+${key}`
}

/** @throws `KEY_INVALID` */
export function parseVerifierKey(text: string): NoteVerifier {
  const match = /^([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text)
  if (match) {
    const key = decodeBase64(match[3]!)
    const type = key[0]
    if (type === SIGNATURE_TYPES.ed25519 || type === SIGNATURE_TYPES.cosignature) {
      const verifier: NoteVerifier = { name: match[1]!, type, publicKey: key.slice(1) as Ed25519PublicKey }
      if (encodeHex(noteKeyId(verifier)) === match[2]) return verifier
    }
  }
  throw new SallyportError('KEY_INVALID', {
    message: `not a verifier key: ${JSON.stringify(text.slice(0, 100))}`,
    help: 'a verifier key is name+hex(key id)+base64(type and Ed25519 key), as C2SP signed-note says',
  })
}

/** @throws `ENCODING_INVALID` where the bytes are no signed note */
export function parseNote(input: Uint8Array | string): Note {
  const text = typeof input === 'string' ? input : decodeUtf8(input)
  if (Buffer.byteLength(text) > MAX_NOTE_BYTES) fail(`it is longer than ${MAX_NOTE_BYTES} bytes`)
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text) || !text.isWellFormed())
    fail('it holds a control character')
  const split = text.lastIndexOf('\n\n')
  if (split < 0 || !text.endsWith('\n')) fail('it has no signatures after an empty line')
  const lines = text.slice(split + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) fail(`it has more than ${MAX_SIGNATURES} signatures`)
  return { text: text.slice(0, split + 1), signatures: lines.map(parseSignatureLine) }
}

export function emitNote(note: Note): string {
  const lines = note.signatures.map(
    ({ name, keyId, signature }) => `${DASH} ${name} ${encodeBase64(concatBytes(keyId, signature))}\n`,
  )
  return `${note.text}\n${lines.join('')}`
}

/** @param text ends in a newline, and holds no other control character */
export function signNote(text: string, name: string, key: Ed25519KeyPair): Note {
  const verifier: NoteVerifier = { name, type: SIGNATURE_TYPES.ed25519, publicKey: key.publicKey }
  const signature = signEd25519(key.privateKey, encodeUtf8(text))
  return { text, signatures: [{ name, keyId: noteKeyId(verifier), signature }] }
}

/** The note's signatures of this verifier's name and key id: a hint, not yet verified. */
export function signaturesOf(note: Note, verifier: NoteVerifier): readonly NoteSignature[] {
  const keyId = noteKeyId(verifier)
  return note.signatures.filter(({ name, keyId: id }) => name === verifier.name && equalBytes(id, keyId))
}

/** True where the verifier signed the text itself. @throws `SIGNATURE_INVALID` where its signature fails */
export function isSignedBy(note: Note, verifier: NoteVerifier): boolean {
  const signatures = signaturesOf(note, verifier)
  for (const { signature } of signatures) {
    if (!verifyEd25519(verifier.publicKey, encodeUtf8(note.text), signature)) {
      throw new SallyportError('SIGNATURE_INVALID', {
        message: `the signature of ${verifier.name} does not verify`,
      })
    }
  }
  return signatures.length > 0
}

function parseSignatureLine(line: string): NoteSignature {
  const match = /^\u2014 ([^\s+]{1,255}) ([A-Za-z0-9+/=]{8,2048})$/u.exec(line)
  if (!match) fail('a signature line is not "— name base64"')
  const bytes = decodeBase64(match[2]!)
  if (bytes.length < 5) fail('a signature is too short')
  return { name: match[1]!, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

function fail(why: string): never {
  throw new SallyportError('ENCODING_INVALID', { message: `not a signed note: ${why}` })
}
