/**
 * UDP to the outside: one port, a socket per address family. Sending never waits for long and never
 * throws; what the system does not take is lost, as datagrams are. Where native code may be called, many
 * datagrams go and come at a call; else each goes by `node:dgram`.
 */
import type { Endpoint } from '../base/ip.ts'
import type { Aead, Arena } from '../tunnel/wireguard/aead.ts'
import type { Remote } from '../tunnel/wireguard/remote.ts'
import { openBatchedLink } from './batched-link.ts'
import { openDgramLink } from './dgram-link.ts'
import { loadKoffi } from './native/koffi.ts'

export interface UdpLinkOptions {
  /** 0: any. */
  readonly port: number
  /** Only this local address; every one by default. */
  readonly address?: string
  /** Whose memory batches come to lie in; without one there are no batches. */
  readonly aead?: Aead
  /** False: no native code is called. */
  readonly isNative?: boolean
  /** Takes a datagram in memory of its own. */
  readonly onDatagram: (bytes: Uint8Array, from: Remote) => void
  /** Takes datagrams that lie back to back, one every `segmentSize` bytes; valid during the call. */
  readonly onRun: (arena: Arena, at: number, size: number, segmentSize: number, from: Remote) => void
  /** The runs of one batch have all been handed over. */
  readonly onBatch: () => void
}

export interface UdpLink {
  readonly kind: 'batched' | 'dgram'
  readonly port: number
  send(bytes: Uint8Array, to: Endpoint): void
  /** Sends datagrams that lie back to back; the bytes are read during the call only. */
  sendRun(arena: Arena, at: number, size: number, segmentSize: number, to: Endpoint): void
  /** Datagrams that the system refused. */
  readonly failures: number
  close(): void
}

/** @throws `TUNNEL_PORT_IN_USE` */
export async function openUdpLink(options: UdpLinkOptions): Promise<UdpLink> {
  const native = loadKoffi()
  if (native.kind === 'absent' || !options.aead || options.isNative === false) return openDgramLink(options)
  return openBatchedLink(native.koffi, options.aead, options) ?? openDgramLink(options)
}
