/** What the main thread and the data thread say to each other. Never per packet. */
import type { Endpoint, IpPrefix } from '../../base/ip.ts'
import type { PeerId } from '../../tunnel/wireguard/keys.ts'
import type { CipherNames } from '../aead-tiers.ts'
import type { PeerReport } from '../peers.ts'
import type { PlaneNews } from '../plane.ts'

/** What a data thread starts with. */
export interface ThreadStart {
  /** Zeroed by the thread once it has read it. */
  readonly privateKey: Uint8Array
  readonly mtu: number
  readonly tunFd: number
  /** An eventfd that is written to after each order. */
  readonly wakeFd: number
  /** 0: any. */
  readonly listenPort: number
  readonly listenAddress?: string
  /** Whether a wait may look again before it sleeps; false: it sleeps at once. */
  readonly looksAgain: boolean
  /** Forces a cipher tier. */
  readonly tier?: CipherNames
}

export interface ThreadPeer {
  readonly publicKey: Uint8Array
  readonly presharedKey?: Uint8Array
  readonly allowedIps: readonly IpPrefix[]
  readonly endpoint?: Endpoint
  readonly persistentKeepaliveSeconds?: number
}

export type Order =
  | { readonly kind: 'set-peer'; readonly peer: ThreadPeer }
  | { readonly kind: 'remove-peer'; readonly id: PeerId }
  | { readonly kind: 'connect'; readonly id: PeerId }
  | { readonly kind: 'close' }

export type PeerStatusWord = Omit<PeerReport, 'path' | 'connected'>

export type Word =
  | { readonly kind: 'ready'; readonly port: number; readonly tier: string }
  | { readonly kind: 'failed'; readonly message: string; readonly port?: number }
  | { readonly kind: 'news'; readonly news: PlaneNews; readonly peers: readonly PeerStatusWord[] }
  /** At most once a second, where something moved. */
  | {
      readonly kind: 'status'
      readonly peers: readonly PeerStatusWord[]
      readonly invalidHandshakes: number
    }
  | { readonly kind: 'closed' }
