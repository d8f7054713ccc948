/** From the coordinator's words about peers to what the node's tunnel is told. */
import type { Peer } from '../api/messages/network-map.ts'
import { decodeBase64url } from '../base/bytes.ts'
import { parseEndpoint, parseIp } from '../base/ip.ts'
import type { FilterRule } from '../tunnel/filter/filter.ts'
import { publicKey } from '../tunnel/wireguard/keys.ts'
import type { MeshPeer } from './peers.ts'

const KEEPALIVE_SECONDS = 25

/**
 * Names no relay: every node waits at those of the map, and each sends by its own nearest.
 *
 * @param ports what the peer may open with us, TCP; an echo request is let in with any of them
 */
export function meshPeerOf(peer: Peer, ports: readonly number[]): MeshPeer {
  return {
    publicKey: publicKey(decodeBase64url(peer.wireguardKey)),
    endpoints: peer.endpoints.map(parseEndpoint),
    allowedIps: [
      { address: parseIp(peer.ipv4), bits: 32 },
      { address: parseIp(peer.ipv6), bits: 128 },
    ],
    filter: filterOf(ports),
    persistentKeepaliveSeconds: KEEPALIVE_SECONDS,
  }
}

function filterOf(ports: readonly number[]): FilterRule[] {
  if (ports.length === 0) return []
  return [{ kind: 'tcp', ports: ports.map((port) => ({ first: port, last: port })) }, { kind: 'icmp' }]
}
