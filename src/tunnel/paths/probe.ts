/**
 * Probes between two nodes that know each other's keys: they find which paths carry, before WireGuard
 * uses one. Sealed under a key of the pair; anything that does not open is dropped in silence.
 *
 * ```
 * 0 "SPp1" | 4 hint 8 | 12 nonce 24 | 36 XChaCha20-Poly1305(kind u8, transaction 12, body)
 * body of ping: nothing. of pong: one endpoint. of candidates: count u8 and endpoints (by relay only).
 * endpoint: family u8, port u16 big-endian, address 16 (IPv4 in the first 4, else zero)
 * ```
 *
 * The hint names pair and direction to those who hold the key, so that a receiver tries one key only.
 */
import { concatBytes, copyBytes, encodeUtf8, equalBytes } from '../../base/bytes.ts'
import type { Endpoint } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import type { Primitives } from '../wireguard/primitives.ts'

const MAGIC = Uint8Array.of(0x53, 0x50, 0x70, 0x31)
const HINT_AT = 4
const HINT_SIZE = 8
const NONCE_AT = 12
const NONCE_SIZE = 24
const SEALED_AT = 36
const TAG_SIZE = 16
const TRANSACTION_SIZE = 12
const ENDPOINT_SIZE = 19
const KIND = { ping: 1, pong: 2, candidates: 3 } as const
const LABEL_KEY = encodeUtf8('sallyport/probe/v1')

/** What one datagram may name. */
export const MAX_CANDIDATES = 16
export const PROBE_SIZE_MAX = SEALED_AT + 1 + TRANSACTION_SIZE + 1 + MAX_CANDIDATES * ENDPOINT_SIZE + TAG_SIZE

export type Probe =
  | { readonly kind: 'ping'; readonly transaction: Uint8Array }
  | { readonly kind: 'pong'; readonly transaction: Uint8Array; readonly observed: Endpoint | undefined }
  | { readonly kind: 'candidates'; readonly transaction: Uint8Array; readonly endpoints: readonly Endpoint[] }

/** The keys of one pair of nodes, seen from one side. */
export interface ProbeKeys {
  readonly key: Uint8Array
  readonly sendHint: Uint8Array
  /** Hex: what a receiver finds the peer by. */
  readonly receiveHint: string
}

/** @param staticShared DH of the two static WireGuard keys. */
export function probeKeys(
  crypto: Primitives,
  staticShared: Uint8Array,
  mine: Uint8Array,
  theirs: Uint8Array,
): ProbeKeys {
  const key = crypto.hmac(staticShared, LABEL_KEY)
  const hint = (sender: Uint8Array) => crypto.hmac(key, sender).subarray(0, HINT_SIZE)
  return { key, sendHint: hint(mine), receiveHint: Buffer.from(hint(theirs)).toString('hex') }
}

export function isProbe(bytes: Uint8Array): boolean {
  return (
    bytes.length >= SEALED_AT + 1 + TRANSACTION_SIZE + TAG_SIZE &&
    bytes.length <= PROBE_SIZE_MAX &&
    equalBytes(bytes.subarray(0, HINT_AT), MAGIC)
  )
}

/** @returns the hint of a datagram that {@link isProbe}. */
export function probeHint(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(HINT_AT, HINT_AT + HINT_SIZE)).toString('hex')
}

export function sealProbe(crypto: Primitives, keys: ProbeKeys, probe: Probe, random: Random): Uint8Array {
  const nonce = random.bytes(NONCE_SIZE)
  const header = concatBytes(MAGIC, keys.sendHint)
  return concatBytes(header, nonce, crypto.sealExtended(keys.key, nonce, emitBody(probe), header))
}

/** @returns `undefined` for what does not open or is malformed within. */
export function openProbe(crypto: Primitives, keys: ProbeKeys, bytes: Uint8Array): Probe | undefined {
  const header = bytes.subarray(0, NONCE_AT)
  const nonce = bytes.subarray(NONCE_AT, SEALED_AT)
  const body = crypto.openExtended(keys.key, nonce, bytes.subarray(SEALED_AT), header)
  return body && parseBody(body)
}

function emitBody(probe: Probe): Uint8Array {
  const start = concatBytes(Uint8Array.of(KIND[probe.kind]), probe.transaction)
  switch (probe.kind) {
    case 'ping':
      return start
    case 'pong':
      return probe.observed ? concatBytes(start, emitEndpoint(probe.observed)) : start
    case 'candidates': {
      const endpoints = probe.endpoints.slice(0, MAX_CANDIDATES)
      return concatBytes(start, Uint8Array.of(endpoints.length), ...endpoints.map(emitEndpoint))
    }
  }
}

function parseBody(body: Uint8Array): Probe | undefined {
  const transaction = copyBytes(body, 1, 1 + TRANSACTION_SIZE)
  const rest = body.subarray(1 + TRANSACTION_SIZE)
  switch (body[0]) {
    case KIND.ping:
      return rest.length === 0 ? { kind: 'ping', transaction } : undefined
    case KIND.pong: {
      if (rest.length === 0) return { kind: 'pong', transaction, observed: undefined }
      const observed = rest.length === ENDPOINT_SIZE ? parseEndpointBytes(rest) : undefined
      return observed && { kind: 'pong', transaction, observed }
    }
    case KIND.candidates:
      return parseCandidates(transaction, rest)
    default:
      return undefined
  }
}

function parseCandidates(transaction: Uint8Array, rest: Uint8Array): Probe | undefined {
  const count = rest[0] ?? MAX_CANDIDATES + 1
  if (count > MAX_CANDIDATES || rest.length !== 1 + count * ENDPOINT_SIZE) return undefined
  const endpoints: Endpoint[] = []
  for (let i = 0; i < count; i++) {
    const endpoint = parseEndpointBytes(rest.subarray(1 + i * ENDPOINT_SIZE))
    if (!endpoint) return undefined
    endpoints.push(endpoint)
  }
  return { kind: 'candidates', transaction, endpoints }
}

function emitEndpoint(endpoint: Endpoint): Uint8Array {
  const bytes = new Uint8Array(ENDPOINT_SIZE)
  bytes[0] = endpoint.address.family
  bytes[1] = endpoint.port >>> 8
  bytes[2] = endpoint.port & 0xff
  bytes.set(endpoint.address.bytes, 3)
  return bytes
}

function parseEndpointBytes(bytes: Uint8Array): Endpoint | undefined {
  const family = bytes[0]
  const port = (bytes[1]! << 8) | bytes[2]!
  if ((family !== 4 && family !== 6) || port === 0) return undefined
  return { address: { family, bytes: copyBytes(bytes, 3, family === 4 ? 7 : 19) }, port }
}
