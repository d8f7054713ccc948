/**
 * Tokens of an OIDC issuer (RFC 7515, 7519): compact form, RS256 and ES256 only, keys by `kid` from what
 * was fetched beforehand. A header that brings or points to a key of its own (`jku`, `x5u`, `jwk`, `x5c`)
 * or asks to be understood (`crit`) is refused. Times are the caller's to judge: what is in time for an
 * admission is not for an approval.
 */
import { verify } from 'node:crypto'
import { decodeBase64url, encodeUtf8 } from '../base/bytes.ts'
import { messageOf } from '../base/errors.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import { MINUTE, SECOND, type Timestamp } from '../base/time.ts'
import { type AdmissionBinding, admissionAudience } from './audience.ts'
import { readWorkloadClaims } from './gitlab-claims.ts'
import type { IssuerKey, IssuerKeys } from './issuer-keys.ts'

export const MAX_TOKEN_BYTES = 16 * 1024
/** Between an issuer's clock and ours. */
export const MAX_CLOCK_SKEW = 60 * SECOND
export const MAX_ADMISSION_TOKEN_AGE = 10 * MINUTE

const FORBIDDEN_HEADERS = ['jku', 'x5u', 'jwk', 'x5c', 'crit', 'b64', 'zip', 'enc'] as const

export type Claims = Readonly<Record<string, Json>> & {
  readonly iss: string
  /** Seconds since 1970. */
  readonly iat: number
}

export type TokenRefusalCode =
  | 'TOKEN_MALFORMED'
  | 'TOKEN_HEADER_FORBIDDEN'
  | 'TOKEN_ALGORITHM'
  | 'TOKEN_ISSUER_UNKNOWN'
  | 'TOKEN_KEY_UNKNOWN'
  | 'TOKEN_SIGNATURE'
  | 'TOKEN_AUDIENCE'
  | 'TOKEN_CLAIM_MISSING'
  | 'TOKEN_TIME'

export type TokenResult =
  | { readonly kind: 'verified'; readonly claims: Claims }
  | { readonly kind: 'refused'; readonly code: TokenRefusalCode; readonly reason: string }

export interface TokenExpectation {
  /** By issuer URL, compared exactly. An issuer that is not here is not trusted. */
  readonly issuers: ReadonlyMap<string, IssuerKeys>
  readonly audience: string
}

/** Checks form, algorithm, issuer, key, signature, audience and that `iat` is there. */
export function verifyToken(token: string, expected: TokenExpectation): TokenResult {
  try {
    return { kind: 'verified', claims: judge(token, expected) }
  } catch (thrown) {
    if (thrown instanceof TokenRefusal) return { kind: 'refused', code: thrown.code, reason: thrown.message }
    throw thrown
  }
}

/** A workload's token, its claims under our names; its `jti` is there, so that whoever accepts it can consume it. */
export function verifyWorkloadToken(token: string, expected: TokenExpectation): TokenResult {
  const result = verifyToken(token, expected)
  if (result.kind === 'refused') return result
  if (jtiOf(result.claims) !== undefined) {
    return { kind: 'verified', claims: readWorkloadClaims(result.claims) }
  }
  return { kind: 'refused', code: 'TOKEN_CLAIM_MISSING', reason: 'the token has no usable claim "jti"' }
}

/** What makes a token single-use together with its issuer. */
export function jtiOf(claims: Claims): string | undefined {
  const { jti } = claims
  return typeof jti === 'string' && jti !== '' && jti.length <= 255 ? jti : undefined
}

/**
 * A runner's token for admission: bound to its keys, issued at most ten minutes ago by our clock. That
 * (iss, jti) is unused is for the store, in the write that consumes it.
 */
export function verifyAdmissionToken(
  token: string,
  expected: { readonly issuers: ReadonlyMap<string, IssuerKeys>; readonly now: Timestamp } & AdmissionBinding,
): TokenResult {
  const result = verifyWorkloadToken(token, {
    issuers: expected.issuers,
    audience: admissionAudience(expected),
  })
  if (result.kind === 'refused') return result
  const age = expected.now - result.claims.iat * SECOND
  if (age <= MAX_ADMISSION_TOKEN_AGE && age >= -MAX_CLOCK_SKEW) return result
  const reason = `the token was issued ${Math.round(age / SECOND)} s ago by our clock, it may be 0 to 600`
  return { kind: 'refused', code: 'TOKEN_TIME', reason }
}

/**
 * The key id and issuer a token claims, unverified: only to decide whether keys must be fetched anew.
 * `undefined` where it is no token.
 */
export function peekToken(token: string): { readonly issuer: string; readonly kid: string } | undefined {
  try {
    const { header, claims } = split(token)
    const { kid } = header
    const { iss } = claims
    return typeof kid === 'string' && typeof iss === 'string' ? { issuer: iss, kid } : undefined
  } catch (thrown) {
    if (thrown instanceof TokenRefusal) return undefined
    throw thrown
  }
}

class TokenRefusal extends Error {
  readonly code: TokenRefusalCode

  constructor(code: TokenRefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

interface TokenParts {
  readonly header: Readonly<Record<string, Json>>
  readonly claims: Readonly<Record<string, Json>>
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

function judge(token: string, expected: TokenExpectation): Claims {
  const parts = split(token)
  const algorithm = judgeHeader(parts.header)
  const { iss, aud, iat } = parts.claims
  const keys = typeof iss === 'string' ? expected.issuers.get(iss) : undefined
  if (!keys || keys.issuer !== iss) {
    throw new TokenRefusal('TOKEN_ISSUER_UNKNOWN', `the issuer ${quote(iss)} is not trusted here`)
  }
  const key = keys.keys.find(({ kid }) => kid === parts.header['kid'])
  if (!key) throw new TokenRefusal('TOKEN_KEY_UNKNOWN', `${iss} has no key ${quote(parts.header['kid'])}`)
  if (key.algorithm !== algorithm) {
    throw new TokenRefusal('TOKEN_ALGORITHM', `the token says ${algorithm}, its key is for ${key.algorithm}`)
  }
  if (!signatureIsValid(key, parts)) {
    throw new TokenRefusal('TOKEN_SIGNATURE', `the signature of ${iss} does not verify`)
  }
  // RFC 7519 §4.1.3 allows a list; of more than one, somebody else could use the token, too.
  if ((Array.isArray(aud) && aud.length === 1 ? aud[0] : aud) !== expected.audience) {
    throw new TokenRefusal('TOKEN_AUDIENCE', `the audience is ${quote(aud)}, it must be ${expected.audience}`)
  }
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat)) throw missing('iat')
  return parts.claims as Claims
}

function split(token: string): TokenParts {
  if (token.length > MAX_TOKEN_BYTES) {
    throw new TokenRefusal(
      'TOKEN_MALFORMED',
      `the token has ${token.length} characters, more than ${MAX_TOKEN_BYTES}`,
    )
  }
  const segments = token.split('.')
  if (segments.length !== 3) {
    throw new TokenRefusal('TOKEN_MALFORMED', `a token has three parts, this has ${segments.length}`)
  }
  const [header, claims, signature] = segments as [string, string, string]
  try {
    return {
      header: decodeObject(header),
      claims: decodeObject(claims),
      signed: encodeUtf8(`${header}.${claims}`),
      signature: decodeBase64url(signature),
    }
  } catch (cause) {
    throw new TokenRefusal('TOKEN_MALFORMED', `the token cannot be read: ${messageOf(cause)}`)
  }
}

function decodeObject(segment: string): Readonly<Record<string, Json>> {
  const limits = { source: 'the token', maxBytes: MAX_TOKEN_BYTES, maxDepth: 8 }
  const value = parseStrictJson(decodeBase64url(segment), limits)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('a part is no object')
  return value as Readonly<Record<string, Json>>
}

function judgeHeader(header: Readonly<Record<string, Json>>): 'RS256' | 'ES256' {
  for (const name of FORBIDDEN_HEADERS) {
    if (name in header) throw new TokenRefusal('TOKEN_HEADER_FORBIDDEN', `the header has "${name}"`)
  }
  const { alg, kid, typ } = header
  if (alg !== 'RS256' && alg !== 'ES256') {
    throw new TokenRefusal('TOKEN_ALGORITHM', `the algorithm ${quote(alg)} is not RS256 or ES256`)
  }
  if (typeof kid !== 'string' || kid === '')
    throw new TokenRefusal('TOKEN_KEY_UNKNOWN', 'the header names no key')
  if (typ !== undefined && typ !== 'JWT')
    throw new TokenRefusal('TOKEN_MALFORMED', `the type ${quote(typ)} is not JWT`)
  return alg
}

function signatureIsValid({ algorithm, key }: IssuerKey, { signed, signature }: TokenParts): boolean {
  if (algorithm === 'RS256') return verify('sha256', signed, key, signature)
  // RFC 7518 §3.4: R and S as 32 bytes each, not DER.
  return signature.length === 64 && verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

function missing(claim: string): TokenRefusal {
  return new TokenRefusal('TOKEN_CLAIM_MISSING', `the token has no usable claim "${claim}"`)
}

function quote(value: Json | undefined): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200)
}
