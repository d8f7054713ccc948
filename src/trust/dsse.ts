/**
 * DSSE v1 (secure-systems-lab/dsse, protocol.md). Signatures are over PAE(type, body), never over JSON.
 * What verified is a {@link VerifiedPayload}: a type that nothing but {@link verifyEnvelope} can make,
 * so that code which needs verified bytes cannot be handed others.
 */
import * as z from 'zod'
import { concatBytes, decodeBase64, decodeBase64url, encodeBase64, encodeUtf8 } from '../base/bytes.ts'
import { type Ed25519KeyPair, type Ed25519PublicKey, signEd25519, verifyEd25519 } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { keyIdOf } from './keys.ts'

export const MAX_SIGNATURES = 32
export const MAX_PAYLOAD_BYTES = 128 * 1024

const base64 = z.string().regex(/^[A-Za-z0-9+/_-]*={0,2}$/)

export const envelopeSchema = z.strictObject({
  payloadType: z.string().min(1).max(255),
  payload: base64.max(4 * Math.ceil(MAX_PAYLOAD_BYTES / 3)),
  signatures: z
    .array(z.strictObject({ keyid: z.string().max(255).optional(), sig: base64.max(1024) }))
    .min(1)
    .max(MAX_SIGNATURES),
})
export type Envelope = z.infer<typeof envelopeSchema>

declare const verified: unique symbol

/** Bytes whose signature was checked. */
export interface VerifiedPayload {
  readonly payloadType: string
  readonly bytes: Uint8Array
  /** The distinct keys that signed, of those that were asked for. */
  readonly signers: readonly Ed25519PublicKey[]
  readonly [verified]: true
}

/** `"DSSEv1" SP LEN(type) SP type SP LEN(body) SP body`, LEN being ASCII decimal byte lengths. */
export function preAuthEncoding(payloadType: string, body: Uint8Array): Uint8Array {
  const type = encodeUtf8(payloadType)
  return concatBytes(encodeUtf8(`DSSEv1 ${type.length} `), type, encodeUtf8(` ${body.length} `), body)
}

export function signEnvelope(
  payloadType: string,
  body: Uint8Array,
  keys: readonly Ed25519KeyPair[],
): Envelope {
  return {
    payloadType,
    payload: encodeBase64(body),
    signatures: keys.map((key) => signatureOf(payloadType, body, key)),
  }
}

/** The same envelope with one more signature over the same bytes. @throws `ENCODING_INVALID` */
export function addSignature(envelope: Envelope, key: Ed25519KeyPair): Envelope {
  const body = decodeEitherBase64(envelope.payload)
  const signature = signatureOf(envelope.payloadType, body, key)
  return { ...envelope, signatures: [...envelope.signatures, signature] }
}

/** Attacker-controlled bytes, for comparison only. @throws `ENCODING_INVALID` */
export function unverifiedPayload(envelope: Envelope): Uint8Array {
  return decodeEitherBase64(envelope.payload)
}

/**
 * Counts distinct keys, not signatures; `keyid` is unauthenticated and not looked at. A signature by
 * a key that was not asked for is passed over.
 *
 * @throws `SIGNATURE_INVALID` when fewer than `threshold` of the keys signed; `ENCODING_INVALID`
 */
export function verifyEnvelope(
  envelope: Envelope,
  keys: readonly Ed25519PublicKey[],
  threshold = 1,
): VerifiedPayload {
  const signers = findSigners(envelope, keys)
  if (threshold < 1 || signers.length < threshold) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `${signers.length} of the keys that count here signed, ${threshold} must`,
    })
  }
  const bytes = decodeEitherBase64(envelope.payload)
  return { payloadType: envelope.payloadType, bytes, signers } as unknown as VerifiedPayload
}

/** The distinct keys among those asked for that signed the envelope. @throws `ENCODING_INVALID` */
export function findSigners(envelope: Envelope, keys: readonly Ed25519PublicKey[]): Ed25519PublicKey[] {
  const message = preAuthEncoding(envelope.payloadType, decodeEitherBase64(envelope.payload))
  const signatures = envelope.signatures.map(({ sig }) => decodeEitherBase64(sig))
  const distinct = new Map(keys.map((key) => [keyIdOf(key), key]))
  return [...distinct.values()].filter((key) =>
    signatures.some((signature) => verifyEd25519(key, message, signature)),
  )
}

function signatureOf(payloadType: string, body: Uint8Array, key: Ed25519KeyPair) {
  const signature = signEd25519(key.privateKey, preAuthEncoding(payloadType, body))
  return { keyid: keyIdOf(key.publicKey), sig: encodeBase64(signature) }
}

/** DSSE allows both alphabets; each only in its canonical form, the url-safe one with or without padding. */
function decodeEitherBase64(text: string): Uint8Array {
  const isWhole = text.length % 4 === 0
  const isUrlSafe = /[-_]/.test(text) || (!isWhole && !text.endsWith('='))
  if (!isUrlSafe) return decodeBase64(text)
  return decodeBase64url(isWhole ? text.replace(/={1,2}$/, '') : text)
}
