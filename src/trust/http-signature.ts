/**
 * HTTP Message Signatures (RFC 9421) with Content-Digest (RFC 9530), the one shape of protocols §0:
 * Ed25519, one signature labelled `sig`, parameters in this order. Anything else is refused, which is
 * allowed to a profile and leaves nothing to choose.
 *
 *     request   ("@method" "@target-uri" "content-digest");created=…;nonce="…";keyid="…";alg="ed25519";tag="sallyport:<coordinator id>"
 *     response  ("@status" "content-digest" "signature";req;key="sig");created=…;keyid="…";alg="ed25519";tag="…"
 *
 * A response covers its request's signature. Nonces are the caller's to store, after verification.
 */
import { encodeBase64, encodeBase64url, encodeUtf8 } from '../base/bytes.ts'
import { sha256 } from '../base/digest.ts'
import { type Ed25519KeyPair, type Ed25519PublicKey, signEd25519, verifyEd25519 } from '../base/ed25519.ts'
import { SECOND, type Timestamp } from '../base/time.ts'
import { keyIdOf } from './keys.ts'

/** Between the signer's clock and ours, either way. */
export const SIGNATURE_WINDOW = 60 * SECOND
/** How long a nonce is remembered: both sides of the window, and its own length. */
export const NONCE_LIFETIME = 180 * SECOND
export const NONCE_BYTES = 16

const MAX_HEADER_LENGTH = 1024
const REQUEST_COMPONENTS = '("@method" "@target-uri" "content-digest")'
const RESPONSE_COMPONENTS = '("@status" "content-digest" "signature";req;key="sig")'
const REQUEST_INPUT =
  /^sig=(\("@method" "@target-uri" "content-digest"\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{22})";keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/
const RESPONSE_INPUT =
  /^sig=(\("@status" "content-digest" "signature";req;key="sig"\);created=(\d{1,12});keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/
const SIGNATURE = /^sig=:([A-Za-z0-9+/]{86}==):$/

export interface SignatureHeaders {
  readonly 'content-digest': string
  readonly 'signature-input': string
  readonly signature: string
}

/** As received: absent headers are `undefined`. */
export type ReceivedHeaders = { readonly [Name in keyof SignatureHeaders]?: string | undefined }

export interface RequestContent {
  /** Upper case. */
  readonly method: string
  /** The absolute URL as the client sent it, which behind a proxy is not the server's own. */
  readonly targetUri: string
  readonly body: Uint8Array
}

export interface ResponseContent {
  readonly status: number
  readonly body: Uint8Array
  /** The `signature` header of the request that is answered. */
  readonly requestSignature: string
}

export interface Signer {
  readonly key: Ed25519KeyPair
  readonly coordinatorId: string
  readonly now: Timestamp
}

export interface SignatureExpectation {
  readonly publicKey: Ed25519PublicKey
  readonly coordinatorId: string
  readonly now: Timestamp
}

export type SignatureRefusalCode =
  | 'missing'
  | 'malformed'
  | 'coordinator'
  | 'key'
  | 'digest'
  | 'signature'
  | 'skew'

export type SignatureJudgement =
  | { readonly kind: 'verified'; readonly keyId: string; readonly nonce: string; readonly created: Timestamp }
  /** `created` where the signature itself is good: what the signer's clock says. */
  | { readonly kind: 'refused'; readonly code: SignatureRefusalCode; readonly created?: Timestamp }

/** @param nonce 16 fresh random bytes */
export function signRequest(request: RequestContent, signer: Signer, nonce: Uint8Array): SignatureHeaders {
  if (nonce.length !== NONCE_BYTES) throw new Error(`a nonce has ${NONCE_BYTES} bytes, not ${nonce.length}`)
  const digest = contentDigest(request.body)
  const parameters = `${REQUEST_COMPONENTS};created=${seconds(signer.now)};nonce="${encodeBase64url(nonce)}"${trailer(signer)}`
  return headersOf(digest, parameters, requestBase(request, digest, parameters), signer)
}

/** Whose key to look up before {@link verifyRequest}; unverified. `undefined`: no signature of our shape. */
export function peekRequestKeyId(headers: ReceivedHeaders): string | undefined {
  return match(REQUEST_INPUT, headers['signature-input'])?.[4]
}

export function verifyRequest(
  request: RequestContent,
  headers: ReceivedHeaders,
  expected: SignatureExpectation,
): SignatureJudgement {
  if (!isComplete(headers)) return { kind: 'refused', code: 'missing' }
  const input = match(REQUEST_INPUT, headers['signature-input'])
  if (!input) return { kind: 'refused', code: 'malformed' }
  const [, parameters, created, nonce, keyId, coordinatorId] = input as unknown as string[]
  const base = requestBase(request, headers['content-digest'], parameters!)
  const stated = { keyId: keyId!, nonce: nonce!, created: created!, coordinatorId: coordinatorId! }
  return judge(stated, { base, headers, body: request.body }, expected)
}

export function signResponse(response: ResponseContent, signer: Signer): SignatureHeaders {
  const digest = contentDigest(response.body)
  const parameters = `${RESPONSE_COMPONENTS};created=${seconds(signer.now)}${trailer(signer)}`
  return headersOf(digest, parameters, responseBase(response, digest, parameters), signer)
}

/** Its `nonce` is empty: the request's signature stands in its place. */
export function verifyResponse(
  response: ResponseContent,
  headers: ReceivedHeaders,
  expected: SignatureExpectation,
): SignatureJudgement {
  if (!isComplete(headers)) return { kind: 'refused', code: 'missing' }
  const input = match(RESPONSE_INPUT, headers['signature-input'])
  if (!input || !SIGNATURE.test(response.requestSignature)) return { kind: 'refused', code: 'malformed' }
  const [, parameters, created, keyId, coordinatorId] = input as unknown as string[]
  const base = responseBase(response, headers['content-digest'], parameters!)
  const stated = { keyId: keyId!, nonce: '', created: created!, coordinatorId: coordinatorId! }
  return judge(stated, { base, headers, body: response.body }, expected)
}

/** RFC 9530 §2, SHA-256 only. */
export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${encodeBase64(sha256(body))}:`
}

interface Stated {
  readonly keyId: string
  readonly nonce: string
  readonly created: string
  readonly coordinatorId: string
}

function judge(
  stated: Stated,
  signed: { readonly base: Uint8Array; readonly headers: SignatureHeaders; readonly body: Uint8Array },
  expected: SignatureExpectation,
): SignatureJudgement {
  if (stated.coordinatorId !== expected.coordinatorId) return { kind: 'refused', code: 'coordinator' }
  if (stated.keyId !== keyIdOf(expected.publicKey)) return { kind: 'refused', code: 'key' }
  if (signed.headers['content-digest'] !== contentDigest(signed.body))
    return { kind: 'refused', code: 'digest' }
  const signature = decodeSignature(signed.headers.signature)
  if (!signature) return { kind: 'refused', code: 'malformed' }
  if (!verifyEd25519(expected.publicKey, signed.base, signature))
    return { kind: 'refused', code: 'signature' }
  const created = (Number(stated.created) * SECOND) as Timestamp
  if (Math.abs(expected.now - created) > SIGNATURE_WINDOW) return { kind: 'refused', code: 'skew', created }
  return { kind: 'verified', keyId: stated.keyId, nonce: stated.nonce, created }
}

/** RFC 9421 §2.5. */
function requestBase({ method, targetUri }: RequestContent, digest: string, parameters: string): Uint8Array {
  return encodeUtf8(
    [
      `"@method": ${method}`,
      `"@target-uri": ${targetUri}`,
      `"content-digest": ${digest}`,
      `"@signature-params": ${parameters}`,
    ].join('\n'),
  )
}

function responseBase(
  { status, requestSignature }: ResponseContent,
  digest: string,
  parameters: string,
): Uint8Array {
  return encodeUtf8(
    [
      `"@status": ${status}`,
      `"content-digest": ${digest}`,
      // RFC 9421 §2.1.2 and §2.4: the member `sig` of the request's dictionary field.
      `"signature";req;key="sig": ${requestSignature.slice('sig='.length)}`,
      `"@signature-params": ${parameters}`,
    ].join('\n'),
  )
}

function headersOf(digest: string, parameters: string, base: Uint8Array, { key }: Signer): SignatureHeaders {
  return {
    'content-digest': digest,
    'signature-input': `sig=${parameters}`,
    signature: `sig=:${encodeBase64(signEd25519(key.privateKey, base))}:`,
  }
}

function trailer({ key, coordinatorId }: Signer): string {
  return `;keyid="${keyIdOf(key.publicKey)}";alg="ed25519";tag="sallyport:${coordinatorId}"`
}

function seconds(now: Timestamp): number {
  return Math.floor(now / SECOND)
}

function isComplete(headers: ReceivedHeaders): headers is SignatureHeaders {
  return (
    headers['content-digest'] !== undefined &&
    headers['signature-input'] !== undefined &&
    headers.signature !== undefined
  )
}

function match(pattern: RegExp, header: string | undefined): RegExpExecArray | undefined {
  if (header === undefined || header.length > MAX_HEADER_LENGTH) return undefined
  return pattern.exec(header) ?? undefined
}

function decodeSignature(header: string): Uint8Array | undefined {
  const text = match(SIGNATURE, header)?.[1]
  if (text === undefined) return undefined
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  // One signature has one text: stray bits in the last character are refused.
  return encodeBase64(bytes) === text ? bytes : undefined
}
