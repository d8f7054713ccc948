/**
 * An issuer's public keys (RFC 7517): RSA of at least 2048 bits for RS256, P-256 for ES256, nothing else.
 * They come from the issuer over TLS, or from a snapshot that the operator root signed; never from the
 * coordinator, the runner or the mesh. Fetching is another room's; here bytes come in.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import * as z from 'zod'
import { encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { parseTimestamp, type Timestamp } from '../base/time.ts'
import { type Envelope, signEnvelope, verifyEnvelope } from './dsse.ts'
import { issuerUrl, timestampText } from './vocabulary.ts'

export const JWKS_SNAPSHOT_PAYLOAD_TYPE = 'application/vnd.sallyport.jwks+json'
export const MAX_JWKS_BYTES = 256 * 1024
const MAX_KEYS = 100
const MIN_RSA_BITS = 2048

export type TokenAlgorithm = 'RS256' | 'ES256'

export interface IssuerKey {
  readonly kid: string
  readonly algorithm: TokenAlgorithm
  readonly key: KeyObject
}

export interface IssuerKeys {
  readonly issuer: string
  readonly keys: readonly IssuerKey[]
}

const text = z.string().max(4096)
const jwkSchema = z.looseObject({
  kty: text,
  kid: text.optional(),
  use: text.optional(),
  alg: text.optional(),
  n: text.optional(),
  e: text.optional(),
  crv: text.optional(),
  x: text.optional(),
  y: text.optional(),
})
const jwksSchema = z.looseObject({ keys: z.array(jwkSchema).max(MAX_KEYS) })

const snapshotSchema = z.strictObject({
  version: z.literal(1),
  issuer: issuerUrl,
  notBefore: timestampText,
  notAfter: timestampText,
  jwks: jwksSchema,
})

/**
 * Keys of other kinds and uses are passed over: an issuer may have them for others. A key id that
 * stands twice names nothing, and both are passed over.
 *
 * @throws `JSON_INVALID`, `CONFIG_INVALID`, `LIMIT_EXCEEDED`; `KEY_INVALID` where no key can be used
 */
export function parseJwks(bytes: Uint8Array, issuer: string): IssuerKeys {
  const source = `the keys of ${issuer}`
  const value = parseStrictJson(bytes, { source, maxBytes: MAX_JWKS_BYTES, maxDepth: 8 })
  return importKeys(decode(jwksSchema, value, { source }).keys, issuer)
}

/** @param jwks as the issuer publishes it */
export function signJwksSnapshot(
  content: {
    readonly issuer: string
    readonly notBefore: string
    readonly notAfter: string
    readonly jwks: unknown
  },
  root: Ed25519KeyPair,
): Envelope {
  const snapshot = decode(snapshotSchema, { version: 1, ...content }, { source: 'the snapshot' })
  return signEnvelope(JWKS_SNAPSHOT_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(snapshot)), [root])
}

/** @throws `SIGNATURE_INVALID` where the root did not sign it for this issuer and this time */
export function verifyJwksSnapshot(
  envelope: Envelope,
  expected: { readonly root: Ed25519PublicKey; readonly issuer: string; readonly now: Timestamp },
): IssuerKeys {
  const payload = verifyEnvelope(envelope, [expected.root])
  const source = 'the snapshot'
  if (payload.payloadType !== JWKS_SNAPSHOT_PAYLOAD_TYPE) {
    throw refused(`the root signed a ${JSON.stringify(payload.payloadType)}, not a snapshot of issuer keys`)
  }
  const value = parseStrictJson(payload.bytes, { source, maxBytes: MAX_JWKS_BYTES, maxDepth: 8 })
  const snapshot = decode(snapshotSchema, value, { source })
  if (snapshot.issuer !== expected.issuer)
    throw refused(`the snapshot is of ${snapshot.issuer}, not ${expected.issuer}`)
  const { notBefore, notAfter } = snapshot
  if (expected.now < parseTimestamp(notBefore) || expected.now >= parseTimestamp(notAfter)) {
    throw refused(`the snapshot of ${snapshot.issuer} is valid from ${notBefore} to ${notAfter}`)
  }
  return importKeys(snapshot.jwks.keys, snapshot.issuer)
}

/** A key once seen is kept as long as an approval may live: the caller joins what it had with what it fetched. */
export function joinIssuerKeys(fetched: IssuerKeys, kept: readonly IssuerKey[]): IssuerKeys {
  const ids = new Set(fetched.keys.map(({ kid }) => kid))
  return { issuer: fetched.issuer, keys: [...fetched.keys, ...kept.filter(({ kid }) => !ids.has(kid))] }
}

function importKeys(jwks: readonly z.infer<typeof jwkSchema>[], issuer: string): IssuerKeys {
  const keys = jwks.map(importKey).filter((key) => key !== undefined)
  const unambiguous = keys.filter(({ kid }) => keys.filter((other) => other.kid === kid).length === 1)
  if (unambiguous.length === 0) {
    throw new SallyportError('KEY_INVALID', {
      message: `${issuer} publishes no key that we accept: RSA of ${MIN_RSA_BITS} bits or more, or P-256, with a "kid"`,
    })
  }
  return { issuer, keys: unambiguous }
}

function importKey(jwk: z.infer<typeof jwkSchema>): IssuerKey | undefined {
  const algorithm = algorithmOf(jwk)
  if (algorithm === undefined || !jwk.kid || (jwk.use !== undefined && jwk.use !== 'sig')) return undefined
  if (jwk.alg !== undefined && jwk.alg !== algorithm) return undefined
  const { kty, n, e, crv, x, y } = jwk
  const material = algorithm === 'RS256' ? { kty, n, e } : { kty, crv, x, y }
  try {
    const key = createPublicKey({ key: material as { kty: string }, format: 'jwk' })
    const bits = key.asymmetricKeyDetails?.modulusLength
    return algorithm === 'RS256' && (bits ?? 0) < MIN_RSA_BITS ? undefined : { kid: jwk.kid, algorithm, key }
  } catch {
    // A key that cannot be imported verifies nothing.
    return undefined
  }
}

function algorithmOf(jwk: z.infer<typeof jwkSchema>): TokenAlgorithm | undefined {
  if (jwk.kty === 'RSA') return 'RS256'
  return jwk.kty === 'EC' && jwk.crv === 'P-256' ? 'ES256' : undefined
}

function refused(message: string): SallyportError {
  return new SallyportError('SIGNATURE_INVALID', { message })
}
