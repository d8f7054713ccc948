/**
 * Tokens for the relays, made for a node's stream: one for all relays of its map, as long as the map is good, made anew
 * when its peers change or half of its time is over. Peers that are taken from a node's list hear of it at once and
 * bring a list without it, so that an edge that is gone carries nothing more as soon as one of its two ends
 * has been told, and at the latest when the older token ends.
 */
import type { DownFrame } from '../../api/messages/network-map.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import { formatTimestamp, HOUR, type Timestamp } from '../../base/time.ts'
import { emitPeerListing, MAX_RELAY_PEERS, relayNameOf, signRelayToken } from '../../trust/relay-token.ts'
import { isSameListing, listPeers, type PeerListing } from '../../tunnel/relay/grant.ts'
import type { CoordinatorContext } from '../context.ts'
import { MAP_LIFETIME } from '../netmap/network-map.ts'
import type { Transaction } from '../store/contract.ts'
import type { LeaseRecord, NodeRecord } from '../store/records.ts'
import { relayQuotaOf } from './relay-settings.ts'

/** What a stream was given last. */
export interface GivenToken {
  readonly peers: PeerListing
  readonly relays: string
  readonly quotaBytes: number
  readonly account: string
  readonly notAfter: Timestamp
}

export interface MadeToken {
  readonly given: GivenToken
  readonly frame: Extract<DownFrame, { kind: 'relay-token' }>
}

/** @returns undefined where what was given is still good, or there is nothing to wait at */
export async function makeRelayToken(
  context: CoordinatorContext,
  tx: Transaction,
  node: NodeRecord,
  map: number,
  last: GivenToken | undefined,
): Promise<MadeToken | undefined> {
  const now = context.clock.now()
  const relays = [...new Set(context.relays.current().map(({ url }) => relayNameOf(new URL(url))))]
  const [keys, lease, environments] = await Promise.all([
    tx.edges.listPeerKeys(node.id),
    tx.leases.find(node.id),
    context.environments(tx),
  ])
  if (relays.length === 0 || keys.length > MAX_RELAY_PEERS || (lease && lease.end <= now)) return undefined
  const given: GivenToken = {
    peers: listPeers(keys.map(decodeBase64url)).listing,
    relays: relays.join(' '),
    quotaBytes: relayQuotaOf(environments?.file),
    account: accountOf(node.id, lease, now),
    notAfter: Math.min(now + MAP_LIFETIME, lease?.end ?? Number.POSITIVE_INFINITY) as Timestamp,
  }
  if (last && isStillGood(last, given, now)) return undefined
  const { identity } = context
  const token = signRelayToken(
    {
      version: 1,
      coordinator: identity.coordinatorId,
      relays,
      node: node.wireguardKey,
      map,
      notBefore: formatTimestamp(now),
      notAfter: formatTimestamp(given.notAfter),
      account: given.account,
      quotaBytes: given.quotaBytes,
      peers: emitPeerListing(given.peers),
    },
    identity.keys.relay,
  )
  const keyList = last ? null : identity.keyListEnvelope
  return { given, frame: { kind: 'relay-token', token, keyList } }
}

/** Of a node that is there until it is revoked, an hour is what a lease is to others. */
function accountOf(nodeId: string, lease: LeaseRecord | undefined, now: Timestamp): string {
  return `${nodeId}/${lease ? formatTimestamp(lease.start) : Math.floor(now / HOUR)}`
}

function isStillGood(last: GivenToken, next: GivenToken, now: Timestamp): boolean {
  const isSame =
    isSameListing(last.peers, next.peers) &&
    last.relays === next.relays &&
    last.quotaBytes === next.quotaBytes &&
    last.account === next.account
  // A lease's last token cannot be made longer.
  return isSame && (last.notAfter === next.notAfter || last.notAfter - now > MAP_LIFETIME / 2 + 1)
}
