/** The issuers' keys that one verification may need: over TLS, or from the snapshot the trust file names. */
import { dirname, resolve } from 'node:path'
import { decodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import type { Timestamp } from '../base/time.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient, type HttpClient } from '../platform/http.ts'
import { discoveryUrl, JWKS_TIMEOUT_MS, parseDiscovery } from '../trust/discovery.ts'
import { envelopeSchema } from '../trust/dsse.ts'
import { type IssuerKeys, MAX_JWKS_BYTES, parseJwks, verifyJwksSnapshot } from '../trust/issuer-keys.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { peekToken } from '../trust/token.ts'
import type { CoordinatorTrust, TrustedIssuer } from '../trust/trust-file.ts'

const MAX_CA_BYTES = 256 * 1024

export interface IssuerKeyQuestion {
  readonly trust: CoordinatorTrust
  /** Paths in it are relative to its folder. */
  readonly trustPath: string
  readonly tokens: readonly string[]
  readonly now: Timestamp
}

/**
 * Only issuers that the trust file names are asked; a token of another is refused by the verification.
 *
 * @throws `HTTP_FAILED`, `FILE_UNREADABLE`, `SIGNATURE_INVALID`, `CONFIG_INVALID`
 */
export async function readIssuerKeys(question: IssuerKeyQuestion): Promise<ReadonlyMap<string, IssuerKeys>> {
  const claimed = new Set(question.tokens.map((token) => peekToken(token)?.issuer))
  const wanted = question.trust.issuers.filter(({ issuer }) => claimed.has(issuer))
  const found = await Promise.all(
    wanted.map(async (trusted) => [trusted.issuer, await readKeys(trusted, question)] as const),
  )
  return new Map(found)
}

async function readKeys(trusted: TrustedIssuer, question: IssuerKeyQuestion): Promise<IssuerKeys> {
  const folder = dirname(question.trustPath)
  if (trusted.snapshot !== undefined)
    return await readSnapshot(resolve(folder, trusted.snapshot), trusted, question)
  const ca =
    trusted.ca === undefined ? undefined : await readFileBounded(resolve(folder, trusted.ca), MAX_CA_BYTES)
  const http = createHttpClient(ca === undefined ? {} : { ca: decodeUtf8(ca) })
  try {
    const uri = parseDiscovery(await fetchBounded(http, discoveryUrl(trusted)), trusted)
    return parseJwks(await fetchBounded(http, uri), trusted.issuer)
  } finally {
    await http.close()
  }
}

async function readSnapshot(
  path: string,
  { issuer }: TrustedIssuer,
  question: IssuerKeyQuestion,
): Promise<IssuerKeys> {
  const bytes = await readFileBounded(path, 2 * MAX_JWKS_BYTES)
  const value = parseStrictJson(bytes, { source: path, maxBytes: 2 * MAX_JWKS_BYTES })
  const root = parsePublicKey('root', question.trust.root)
  return verifyJwksSnapshot(decode(envelopeSchema, value, { source: path }), {
    root,
    issuer,
    now: question.now,
  })
}

async function fetchBounded(http: HttpClient, url: string): Promise<Uint8Array> {
  const bounds = { maxBytes: MAX_JWKS_BYTES, timeoutMs: JWKS_TIMEOUT_MS }
  const { status, body } = await http.request({ method: 'GET', url, ...bounds })
  if (status === 200) return body
  throw new SallyportError('HTTP_FAILED', { message: `GET ${url}: status ${status}` })
}
