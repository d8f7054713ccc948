/** What a node is told of its peers, and what it says of them. */
import type { Endpoint, IpPrefix } from '../base/ip.ts'
import type { FilterRule } from '../tunnel/filter/filter.ts'
import type { PeerId, PresharedKey, PublicKey } from '../tunnel/wireguard/keys.ts'

export interface MeshPeer {
  readonly publicKey: PublicKey
  readonly presharedKey?: PresharedKey
  /** Direct addresses that are known or guessed, best first. */
  readonly endpoints: readonly Endpoint[]
  /** URL of the relay where the peer waits: `wss://relay.example/v1/relay`. */
  readonly relay?: string
  readonly allowedIps: readonly IpPrefix[]
  /** What the peer may begin with us; answers to what we began always pass. */
  readonly filter: readonly FilterRule[]
  readonly persistentKeepaliveSeconds?: number
  /**
   * `plain` peers are WireGuard and nothing else: one endpoint, roaming by their packets. `probed` peers
   * (the default) are Sallyport nodes, whose paths are found by probes.
   */
  readonly paths?: 'plain' | 'probed'
}

/** How a peer is reached now. */
export type PathReport =
  | { readonly kind: 'direct'; readonly endpoint: string; readonly roundTripMs: number }
  | { readonly kind: 'relayed'; readonly relay: string; readonly roundTripMs: number }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'failed' }
  /** A `plain` peer: WireGuard's own roaming decides. */
  | { readonly kind: 'plain' }

export interface PeerReport {
  readonly id: PeerId
  readonly path: PathReport
  /** Where its last authenticated packet came from. */
  readonly remote: string | undefined
  /** A session is there and both sides have proven it. */
  readonly connected: boolean
  readonly bytesReceived: number
  readonly bytesSent: number
}

export interface RelayInfo {
  /** `wss://relay.example/v1/relay` */
  readonly url: string
  /** `HOST:PORT` of its STUN responder. */
  readonly stun: string | null
  /** `sha256:…` of its certificate; absent where an authority is asked. */
  readonly pin?: string | null
}

/** What opens relays: the coordinator's word, and the peers that it counts. */
export interface RelayCredential {
  readonly bytes: Uint8Array
  /** Their keys, 32 bytes each, ascending, one behind the other. */
  readonly peers: Uint8Array
}

export interface RelayStatus {
  readonly url: string
  readonly state: string
  /** Why there is no connection. */
  readonly why?: string
  readonly pin?: string
}
