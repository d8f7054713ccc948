/**
 * An OIDC issuer with real keys (RS256 and ES256): discovery and JWKS over TLS under a CA of its own, and
 * tokens with any claims. {@link createIssuer} does no I/O; {@link startIssuer} serves it on loopback.
 */
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts'
import type { Ed25519KeyPair } from '../../src/base/ed25519.ts'
import { formatTimestamp, type Timestamp } from '../../src/base/time.ts'
import type { Envelope } from '../../src/trust/dsse.ts'
import {
  type IssuerKeys,
  parseJwks,
  signJwksSnapshot,
  type TokenAlgorithm,
} from '../../src/trust/issuer-keys.ts'
import { createTlsIdentity } from './certificates.ts'

export interface MintOptions {
  readonly audience: string
  /** Wall clock, ms; `iat`, `nbf` and `exp` are made of it. */
  readonly now: number
  /** Set over the standard ones; `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Set over `alg`, `kid` and `typ`. */
  readonly header?: Readonly<Record<string, unknown>>
  readonly algorithm?: TokenAlgorithm
}

export interface Issuer {
  readonly url: string
  /** What it publishes. */
  jwks(): { keys: Record<string, unknown>[] }
  /** The same, as the product reads it. */
  keys(): IssuerKeys
  mint(options: MintOptions): string
  /** A GitHub Actions token of a push to main of octo/shop. */
  mintWorkload(options: MintOptions): string
  /** A new key signs from here on; the old ones stay published unless `forget`. */
  rotate(options?: { readonly forget?: boolean }): void
  /** The keys as the operator root signs them for machines without a way to the issuer. */
  snapshot(
    root: Ed25519KeyPair,
    window: { readonly notBefore: Timestamp; readonly notAfter: Timestamp },
  ): Envelope
}

export interface RunningIssuer extends Issuer {
  readonly caPem: string
  /** How often the keys were fetched. */
  fetches(): number
  close(): Promise<void>
}

/** What GitHub says of a push to main. */
export const WORKLOAD_CLAIMS = {
  actor: 'octocat',
  actor_id: '12',
  base_ref: '',
  environment: 'production',
  event_name: 'push',
  head_ref: '',
  job_workflow_ref: 'octo/ci/.github/workflows/gate.yml@refs/tags/v1',
  job_workflow_sha: 'a'.repeat(40),
  ref: 'refs/heads/main',
  ref_protected: 'true',
  ref_type: 'branch',
  repository: 'octo/shop',
  repository_id: '74',
  repository_owner: 'octo',
  repository_owner_id: '65',
  repository_visibility: 'private',
  run_attempt: '1',
  run_id: '1000',
  run_number: '10',
  runner_environment: 'github-hosted',
  sha: 'c'.repeat(40),
  sub: 'repo:octo/shop:environment:production',
  workflow: 'release',
  workflow_ref: 'octo/shop/.github/workflows/release.yml@refs/heads/main',
  workflow_sha: 'c'.repeat(40),
} as const

interface SigningKey {
  readonly kid: string
  readonly algorithm: TokenAlgorithm
  readonly privateKey: KeyObject
  readonly jwk: Record<string, unknown>
}

export function createIssuer(url: string): Issuer {
  let current = newKeys()
  let published = [...current]
  const mint = ({ audience, now, claims = {}, header = {}, algorithm = 'RS256' }: MintOptions): string => {
    const key = current.find((candidate) => candidate.algorithm === algorithm)!
    const seconds = Math.floor(now / 1000)
    const standard = {
      iss: url,
      aud: audience,
      jti: randomUUID(),
      iat: seconds,
      nbf: seconds - 10,
      exp: seconds + 300,
    }
    return signToken(key, { alg: algorithm, kid: key.kid, typ: 'JWT', ...header }, { ...standard, ...claims })
  }
  const issuer: Issuer = {
    url,
    jwks: () => ({ keys: published.map(({ jwk }) => jwk) }),
    keys: () => parseJwks(encodeUtf8(JSON.stringify(issuer.jwks())), url),
    mint,
    mintWorkload: (options) => mint({ ...options, claims: { ...WORKLOAD_CLAIMS, ...options.claims } }),
    rotate: ({ forget = false } = {}) => {
      current = newKeys()
      published = forget ? [...current] : [...current, ...published]
    },
    snapshot: (root, { notBefore, notAfter }) =>
      signJwksSnapshot(
        {
          issuer: url,
          notBefore: formatTimestamp(notBefore),
          notAfter: formatTimestamp(notAfter),
          jwks: issuer.jwks(),
        },
        root,
      ),
  }
  return issuer
}

/** Serves `/.well-known/openid-configuration` and `/.well-known/jwks` on a free port of loopback. */
export async function startIssuer(): Promise<RunningIssuer> {
  const tls = createTlsIdentity()
  let issuer: Issuer | undefined
  let fetches = 0
  const server = createServer({ key: tls.keyPem, cert: tls.certificatePem }, (request, response) => {
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer: issuer!.url,
        jwks_uri: `${issuer!.url}/.well-known/jwks`,
      },
      '/.well-known/jwks': issuer!.jwks(),
    }
    const document = documents[request.url ?? '']
    if (request.url === '/.well-known/jwks') fetches++
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(document ?? { error: 'not found' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = createIssuer(`https://localhost:${(server.address() as AddressInfo).port}`)
  return {
    ...issuer,
    caPem: tls.caPem,
    fetches: () => fetches,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Any header and claims, truly signed. */
function signToken(
  key: SigningKey,
  header: Record<string, unknown>,
  claims: Record<string, unknown>,
): string {
  const signed = [header, claims].map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part)))).join('.')
  const options = key.algorithm === 'ES256' ? ({ dsaEncoding: 'ieee-p1363' } as const) : {}
  const signature = sign('sha256', encodeUtf8(signed), { key: key.privateKey, ...options })
  return `${signed}.${encodeBase64url(signature)}`
}

function newKeys(): SigningKey[] {
  return [
    signingKey('RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })),
    signingKey('ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  ]
}

function signingKey(
  algorithm: TokenAlgorithm,
  pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
): SigningKey {
  const kid = randomUUID()
  const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: algorithm }
  return { kid, algorithm, privateKey: pair.privateKey, jwk }
}

/** What GitLab says of a push to main of octo/shop, as its documentation lists the claims. */
export const GITLAB_CLAIMS = {
  namespace_id: '65',
  namespace_path: 'octo',
  project_id: '74',
  project_path: 'octo/shop',
  project_visibility: 'private',
  user_id: '12',
  user_login: 'octocat',
  user_email: 'octocat@example.org',
  user_access_level: 'developer',
  pipeline_id: '1000',
  pipeline_source: 'push',
  job_id: '5001',
  ref: 'main',
  ref_type: 'branch',
  ref_path: 'refs/heads/main',
  ref_protected: 'true',
  groups_direct: ['octo'],
  environment: 'production',
  environment_protected: 'true',
  deployment_tier: 'production',
  runner_id: 1,
  runner_environment: 'gitlab-hosted',
  sha: 'c'.repeat(40),
  ci_config_ref_uri: 'gitlab.example/octo/shop//.gitlab-ci.yml@refs/heads/main',
  ci_config_sha: 'c'.repeat(40),
  sub: 'project_path:octo/shop:ref_type:branch:ref:main',
} as const
