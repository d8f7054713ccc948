/** Who calls: the mesh knows it by the address that the packet came from, never by what the caller says. */
import type { Socket } from 'node:net'
import type { PeerDialer } from '../sources/runner.ts'

export interface Peer {
  /** The mesh address. */
  readonly address: string
  readonly access: PeerAccess
  /** Streams to this peer, for the `runner` source. */
  readonly dial: PeerDialer
}

export type PeerAccess =
  /** An edge granted by this approval (hex digest) may nudge and read the log of it alone. */
  | { readonly kind: 'approval'; readonly approval: string }
  /** Named by the agent's own configuration. */
  | { readonly kind: 'operator' }

/** `undefined` for somebody whom the mesh does not know: the connection is closed. */
export type IdentifyPeer = (socket: Socket) => Peer | undefined

export function mayUse(access: PeerAccess, approval: string): boolean {
  return access.kind === 'operator' || access.approval === approval
}
