/**
 * Issuers' keys as the coordinator and the agents need them: fetched over TLS by OIDC discovery (or read
 * from a snapshot that the operator root signed), held in memory, fetched again every hour, and for an
 * unknown key id, at most once per issuer and minute. What a stranger's token says decides about nothing
 * but that. A key that its issuer withdrew is good for as long as an approval may live, and no longer.
 * Fetching and reading are ports.
 */

import { decodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { type Clock, DAY, HOUR, type Instant, MINUTE } from '../base/time.ts'
import { discoveryUrl, JWKS_TIMEOUT_MS, parseDiscovery } from './discovery.ts'
import { envelopeSchema } from './dsse.ts'
import {
  type IssuerKey,
  type IssuerKeys,
  joinIssuerKeys,
  MAX_JWKS_BYTES,
  parseJwks,
  verifyJwksSnapshot,
} from './issuer-keys.ts'
import { peekToken } from './token.ts'
import type { TrustedIssuer } from './trust-file.ts'

const REFETCH_MS = MINUTE
const REFRESH_MS = HOUR
/** As long as an approval may live, from when the issuer last published the key. */
const KEEP_MS = DAY

export interface IssuerKeySource {
  /** The keys that this token may need, by issuer; empty where its issuer is not trusted or not reachable. */
  keysFor(issuers: readonly TrustedIssuer[], token: string): Promise<ReadonlyMap<string, IssuerKeys>>
}

export interface IssuerKeyPorts {
  /** GET with the issuer's CA where one is configured; any status but 200 is an error. */
  fetch(url: string, options: { ca?: string; maxBytes: number; timeoutMs: number }): Promise<Uint8Array>
  /** A file that the configuration names. */
  readFile(path: string): Promise<Uint8Array>
  readonly root: Ed25519PublicKey
  readonly clock: Clock
}

interface SeenKey {
  readonly key: IssuerKey
  readonly seenAt: Instant
}

interface CachedKeys {
  seen: readonly SeenKey[]
  /** Of the last attempt. */
  fetchedAt: Instant
  running: Promise<void> | undefined
}

export function createIssuerKeySource(ports: IssuerKeyPorts): IssuerKeySource {
  const cache = new Map<string, CachedKeys>()
  return {
    async keysFor(issuers, token) {
      const peeked = peekToken(token)
      const issuer = issuers.find((candidate) => candidate.issuer === peeked?.issuer)
      if (!peeked || !issuer) return new Map()
      const cached = cache.get(issuer.issuer) ?? newEntry(ports.clock)
      cache.set(issuer.issuer, cached)
      const age = ports.clock.monotonic() - cached.fetchedAt
      const isKnown = goodKeys(cached, ports.clock).some(({ kid }) => kid === peeked.kid)
      if (age > (isKnown ? REFRESH_MS : REFETCH_MS)) cached.running ??= refresh(ports, issuer, cached)
      // A slow issuer keeps those waiting whose key is not here yet, and nobody else.
      if (isKnown) cached.running?.catch(() => undefined)
      else await cached.running
      const keys = goodKeys(cached, ports.clock)
      return keys.length === 0 ? new Map() : new Map([[issuer.issuer, { issuer: issuer.issuer, keys }]])
    },
  }
}

function newEntry(clock: Clock): CachedKeys {
  const longAgo = (clock.monotonic() - REFETCH_MS - 1) as Instant
  return { seen: [], fetchedAt: longAgo, running: undefined }
}

function goodKeys({ seen }: CachedKeys, clock: Clock): IssuerKey[] {
  const now = clock.monotonic()
  return seen.filter(({ seenAt }) => now - seenAt <= KEEP_MS).map(({ key }) => key)
}

async function refresh(ports: IssuerKeyPorts, issuer: TrustedIssuer, cached: CachedKeys): Promise<void> {
  cached.fetchedAt = ports.clock.monotonic()
  try {
    const fetched =
      issuer.jwks === 'snapshot' ? await readSnapshot(ports, issuer) : await fetchKeys(ports, issuer)
    const seenAt = ports.clock.monotonic()
    const before = new Map(cached.seen.map((seen) => [seen.key, seen]))
    const kept = goodKeys(cached, ports.clock)
    cached.seen = joinIssuerKeys(fetched, kept).keys.map((key) => before.get(key) ?? { key, seenAt })
  } catch (thrown) {
    // The issuer is down or answers nonsense: what it published before is good for as long as it was.
    if (!(thrown instanceof SallyportError)) throw thrown
  } finally {
    cached.running = undefined
  }
}

async function readSnapshot(ports: IssuerKeyPorts, issuer: TrustedIssuer): Promise<IssuerKeys> {
  const source = issuer.snapshot ?? ''
  const value = parseStrictJson(await ports.readFile(source), { source, maxBytes: 2 * MAX_JWKS_BYTES })
  const envelope = decode(envelopeSchema, value, { source })
  return verifyJwksSnapshot(envelope, { root: ports.root, issuer: issuer.issuer, now: ports.clock.now() })
}

async function fetchKeys(ports: IssuerKeyPorts, issuer: TrustedIssuer): Promise<IssuerKeys> {
  const ca = issuer.ca === undefined ? {} : { ca: decodeUtf8(await ports.readFile(issuer.ca)) }
  const bounds = { ...ca, maxBytes: MAX_JWKS_BYTES, timeoutMs: JWKS_TIMEOUT_MS }
  const uri = parseDiscovery(await ports.fetch(discoveryUrl(issuer), bounds), issuer)
  return parseJwks(await ports.fetch(uri, bounds), issuer.issuer)
}
