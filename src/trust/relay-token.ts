/**
 * What opens a relay (protocols §1: the `relay` key). The coordinator signs, for one node and one lease, at which
 * relays it may wait, until when, how many bytes it may send by each, and who its peers are: their number and a digest,
 * because the node has the list in its network map. Beside it goes the key list, so that a relay needs nothing but
 * the operator root's public key, asks nobody, and follows a rotation by itself. It is no bearer string: a relay lets in
 * who proves the node's WireGuard key.
 */
import * as z from 'zod'
import { decodeBase64url, encodeBase64url, encodeUtf8, equalBytes } from '../base/bytes.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { messageOf } from '../base/errors.ts'
import { MINUTE, parseTimestamp, type Timestamp } from '../base/time.ts'
import { decodeDocument } from './document.ts'
import { type Envelope, envelopeSchema, signEnvelope, verifyEnvelope } from './dsse.ts'
import { compareKeyLists, isCurrent, type KeyList, verifyKeyList } from './key-list.ts'
import { coordinatorIdText, timestampText } from './vocabulary.ts'

export const RELAY_TOKEN_PAYLOAD_TYPE = 'application/vnd.sallyport.relay-token+json'
/** Clocks of a relay and the coordinator may differ by this. */
export const RELAY_CLOCK_SKEW = MINUTE
/** A node with more peers is granted none at a relay. */
export const MAX_RELAY_PEERS = 65_535
const MAX_CREDENTIAL_BYTES = 8_192

const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** Host and port, as a client dials them: a relay knows its own. */
export const relayName = z.string().regex(/^[^\s/]{1,255}:\d{1,5}$/)

export const relayTokenSchema = z.strictObject({
  version: z.literal(1),
  coordinator: coordinatorIdText,
  relays: z.array(relayName).min(1).max(16),
  /** The node's WireGuard key. */
  node: bytes32,
  /** Version of the network map that the peers are from. */
  map: z.int().min(0),
  notBefore: timestampText,
  notAfter: timestampText,
  /** One lease of one node; of a node without a lease, one hour. */
  account: z.string().regex(/^[A-Za-z0-9:./-]{1,100}$/),
  /** Of the account, at each relay. */
  quotaBytes: z.int().min(1),
  peers: z.strictObject({ count: z.int().min(0).max(MAX_RELAY_PEERS), digest: bytes32 }),
})
export type RelayToken = z.infer<typeof relayTokenSchema>

const credentialSchema = z.strictObject({ keyList: envelopeSchema, token: envelopeSchema })

export function signRelayToken(token: RelayToken, key: Ed25519KeyPair): Envelope {
  const bytes = encodeUtf8(JSON.stringify(relayTokenSchema.parse(token)))
  return signEnvelope(RELAY_TOKEN_PAYLOAD_TYPE, bytes, [key])
}

/** What the node brings to the relay, as it got it. */
export function emitRelayCredential(token: Envelope, keyList: Envelope): Uint8Array {
  return encodeUtf8(JSON.stringify({ keyList, token }))
}

export interface RelayCredentialCheck {
  /** The operator root: all that a relay is told beforehand. */
  readonly root: Ed25519PublicKey
  /** The newest key list that this relay has seen: an older one counts no more. */
  readonly known: KeyList | undefined
  /** This relay. */
  readonly relay: string
  /** Who brings it: 32 bytes, proven by the login. */
  readonly node: Uint8Array
  readonly now: Timestamp
}

export type RelayCredentialJudgement =
  | {
      readonly kind: 'granted'
      readonly token: RelayToken
      readonly keyList: KeyList
      readonly keyListEnvelope: Envelope
    }
  | { readonly kind: 'refused'; readonly why: string }

/** Never throws: bytes come from strangers. `why` is for the relay's operator. */
export function judgeRelayCredential(
  bytes: Uint8Array,
  check: RelayCredentialCheck,
): RelayCredentialJudgement {
  try {
    const source = 'the relay credential'
    const credential = decodeDocument(credentialSchema, bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 6,
    })
    const offered = verifyKeyList(credential.keyList, check.root)
    const relation = check.known ? compareKeyLists(offered, check.known) : 'newer'
    if (relation === 'forked') return refused('its key list contradicts one that was seen')
    const keyList = relation === 'older' && check.known ? check.known : offered
    if (!isCurrent(keyList, check.now)) return refused('the key list is not current')
    const payload = verifyEnvelope(credential.token, [keyList.keys.relay])
    if (payload.payloadType !== RELAY_TOKEN_PAYLOAD_TYPE)
      return refused('the relay key signed no relay token')
    const token = decodeDocument(relayTokenSchema, payload.bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 4,
    })
    const why = findFault(token, keyList, check)
    if (why !== undefined) return refused(why)
    return { kind: 'granted', token, keyList, keyListEnvelope: credential.keyList }
  } catch (thrown) {
    return refused(messageOf(thrown))
  }
}

function findFault(token: RelayToken, keyList: KeyList, check: RelayCredentialCheck): string | undefined {
  const { relay, node, now } = check
  if (token.coordinator !== keyList.coordinatorId) return 'it is of another coordinator'
  if (!token.relays.includes(relay)) return `it is for ${token.relays.join(', ')}, not for ${relay}`
  if (!equalBytes(decodeBase64url(token.node), node)) return 'it is of another node'
  if (now < parseTimestamp(token.notBefore) - RELAY_CLOCK_SKEW) return `it is good from ${token.notBefore} on`
  if (now >= parseTimestamp(token.notAfter)) return `it ended at ${token.notAfter}`
  return undefined
}

function refused(why: string): RelayCredentialJudgement {
  return { kind: 'refused', why }
}

/** `relay.example:443` of `wss://relay.example/v1/relay`: what a login proves, and a token names. */
export function relayNameOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'wss:' || url.protocol === 'https:' ? 443 : 80)}`.toLowerCase()
}

export function emitPeerListing(listing: {
  readonly count: number
  readonly digest: Uint8Array
}): RelayToken['peers'] {
  return { count: listing.count, digest: encodeBase64url(listing.digest) }
}
