/**
 * What the netstack offers to those who drive it. Time is an argument of every call that may move
 * a timer; bytes come out of {@link PacketSink}, news come out as {@link NetstackEvent}.
 */
import type { Endpoint, IpAddress } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import type { Instant } from '../../base/time.ts'

export interface NetstackOptions {
  /** The addresses that this stack answers for. */
  readonly addresses: readonly IpAddress[]
  /** Greatest IP packet of the link in bytes, 576 (IPv4 only) or 1280 to 65,535. */
  readonly mtu: number
  readonly random: Random
  /**
   * `verify` (default) checks every transport checksum. `trusted` skips the check of incoming TCP
   * and UDP, for a link whose AEAD has authenticated the whole packet already.
   */
  readonly checksums?: 'verify' | 'trusted'
  /**
   * Greatest TCP packet handed to the sink, in bytes; above the MTU it asks for super-segments,
   * which the sink splits at `segmentSize`. Default: the MTU.
   */
  readonly maxSuperSegment?: number
  readonly tcp?: TcpDefaults
}

export interface TcpDefaults {
  /** Greatest receive and send buffer of a connection, auto-tuned up to here. Default 8 MiB. */
  readonly maxBufferBytes?: number
  /** Most connections in all; further SYNs are dropped. Default 65,536. */
  readonly maxConnections?: number
  readonly congestion?: 'cubic' | 'reno'
  /** How long a connection stays in TIME-WAIT. Default 30 s. */
  readonly timeWaitMs?: number
}

/**
 * Takes one IP packet. The bytes are valid during the call only. With `segmentSize` > 0 the packet
 * is a TCP super-segment, to be split with `splitSuperSegment` into payloads of that many bytes.
 */
export type PacketSink = (buffer: Uint8Array, offset: number, length: number, segmentSize: number) => void

export type TcpState =
  | 'syn-sent'
  | 'syn-received'
  | 'established'
  | 'fin-wait-1'
  | 'fin-wait-2'
  | 'close-wait'
  | 'closing'
  | 'last-ack'
  | 'time-wait'
  | 'closed'

/** Why a connection ended. `finished`: both sides said all they had to say. */
export type TcpEnd =
  | 'finished'
  | 'aborted'
  | 'reset'
  | 'refused'
  | 'timed-out'
  | 'unreachable'
  | 'address-removed'

export interface TcpSocket {
  readonly local: Endpoint
  readonly remote: Endpoint
  readonly state: TcpState
  /** Set once `state` is `closed`. */
  readonly end: TcpEnd | undefined
  /** Bytes that {@link read} would give now. */
  readonly readableBytes: number
  /** True once the peer's FIN was reached and everything before it was read. */
  readonly readEnded: boolean
  /** Bytes that {@link write} would take now. */
  readonly writableBytes: number
  /** Bytes taken by {@link write} and not yet acknowledged by the peer. */
  readonly unacknowledgedBytes: number
  /** Smoothed round trip in milliseconds; `undefined` before the first sample. */
  readonly roundTripMs: number | undefined
  readonly info: TcpInfo
  /** @returns the number of bytes taken; the rest waits for a `tcp-writable` event. */
  write(bytes: Uint8Array, now: Instant): number
  /** @returns fresh bytes that the caller owns, or `undefined` where there are none now. */
  read(maxBytes: number, now: Instant): Uint8Array | undefined
  /**
   * What {@link read} would give next, or the first part of it, where it lies: valid until it is taken by
   * {@link consume} or `read`.
   */
  peek(maxBytes: number): Uint8Array | undefined
  /** Takes so many of the bytes that {@link peek} has shown. */
  consume(bytes: number, now: Instant): void
  /** Sends FIN after what was written. Reading goes on. */
  shutdown(now: Instant): void
  /**
   * Leaves the connection to itself: what was written is sent, then FIN; whatever comes later is
   * answered with RST, and so is everything where unread bytes are left (RFC 9293 §3.6.1).
   */
  close(now: Instant): void
  /** Sends RST and forgets everything. */
  abort(now: Instant): void
  /** False (the default) sends small segments at once; true is Nagle's algorithm. */
  setNagle(enabled: boolean, now: Instant): void
  /** Probes an idle peer after `idleMs`; `undefined` turns it off. */
  setKeepAlive(idleMs: number | undefined, now: Instant): void
}

/** Figures for diagnostics; bytes unless said otherwise. */
export interface TcpInfo {
  readonly mss: number
  readonly congestionWindow: number
  readonly slowStartThreshold: number
  readonly bytesInFlight: number
  readonly peerWindow: number
  readonly receiveBuffer: number
  readonly sendBuffer: number
  readonly retransmittedSegments: number
  readonly rtoMs: number
}

export interface TcpListener {
  readonly local: { readonly address: IpAddress | undefined; readonly port: number }
  /** Takes the oldest connection that finished its handshake. */
  accept(): TcpSocket | undefined
  /** Stops listening; connections not yet accepted are reset. */
  close(now: Instant): void
}

export interface ListenOptions {
  readonly port: number
  /** Only this address of ours; all of them by default. */
  readonly address?: IpAddress
  /** Most half-open and most unaccepted connections, each. Default 128. */
  readonly backlog?: number
}

export interface ConnectOptions {
  readonly localAddress?: IpAddress
  readonly localPort?: number
}

export interface UdpOptions {
  readonly address?: IpAddress
  /** 0 or absent: a free port is chosen. */
  readonly port?: number
  /** Most bytes waiting to be read. Default 256 KiB. */
  readonly queueBytes?: number
}

export interface UdpDatagram {
  readonly from: Endpoint
  /** The address of ours that it was sent to. */
  readonly to: IpAddress
  readonly bytes: Uint8Array
}

export interface UdpSocket {
  readonly local: { readonly address: IpAddress | undefined; readonly port: number }
  /** Datagrams that came while the queue was full. */
  readonly dropped: number
  /** @returns false where there is no route, no source address, or the datagram is over 65,507 bytes (65,527 in IPv6). */
  send(bytes: Uint8Array, to: Endpoint, now: Instant): boolean
  receive(): UdpDatagram | undefined
  close(): void
}

/** Readable and writable are edge-triggered: one event, then silence until the socket was used. */
export type NetstackEvent =
  | { readonly kind: 'tcp-connected'; readonly socket: TcpSocket }
  | { readonly kind: 'tcp-acceptable'; readonly listener: TcpListener }
  | { readonly kind: 'tcp-readable'; readonly socket: TcpSocket }
  | { readonly kind: 'tcp-writable'; readonly socket: TcpSocket }
  | { readonly kind: 'tcp-closed'; readonly socket: TcpSocket; readonly end: TcpEnd }
  | { readonly kind: 'udp-readable'; readonly socket: UdpSocket }
  /** An ICMP error that names a datagram of this socket. */
  | { readonly kind: 'udp-unreachable'; readonly socket: UdpSocket; readonly remote: Endpoint }
  | {
      readonly kind: 'echo-reply'
      readonly from: IpAddress
      readonly identifier: number
      readonly sequence: number
      readonly bytes: Uint8Array
    }
