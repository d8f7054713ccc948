/**
 * The other end of a connection, played by hand: tests say which segment comes and which goes, with
 * sequence numbers counted from each side's SYN. One constructor for each state.
 */
import { parseIp } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import type { TcpSocket, TcpState } from '../../../src/tunnel/netstack/contract.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'
import { addSums, sumBytes } from '../../../src/tunnel/netstack/wire/checksum.ts'
import { IpView } from '../../../src/tunnel/netstack/wire/ip.ts'
import { emitIpv4, readIpv4 } from '../../../src/tunnel/netstack/wire/ipv4.ts'
import { emitTcp, readTcp, sealTcp } from '../../../src/tunnel/netstack/wire/tcp.ts'
import { TcpSegment } from '../../../src/tunnel/netstack/wire/tcp-segment.ts'
import { seededRandom } from './simulated-network.ts'

export interface PeerSegment {
  /** Of `SFRPA`. */
  readonly flags: string
  readonly seq?: number
  readonly ack?: number
  readonly window?: number
  readonly text?: string
  readonly sack?: readonly (readonly [number, number])[]
  /** The peer's timestamp; what it echoes is the last that we have sent, or that of so many ms before. */
  readonly stamp?: number
  readonly echoAge?: number
  /** The window scale that a SYN offers. */
  readonly scale?: number
  /** The peer's port, where it is not 4000. */
  readonly port?: number
}

const LETTERS: Readonly<Record<string, number>> = { F: 1, S: 2, R: 4, P: 8, A: 16 }
const PEER = parseIp('10.77.0.9')
const OURS = parseIp('10.77.0.2')
const PEER_PORT = 4_000
const PEER_ISS = 0xfffffff0

export class TcpPeer {
  now = 5_000 as Instant
  readonly stack = new Netstack({ addresses: [OURS], mtu: 1_420, random: seededRandom(9) })
  socket: TcpSocket | undefined
  /** What we have sent last to each port of the peer. */
  readonly #iss = new Map<number, number>()
  readonly #stamps = new Map<number, number>()
  #port = 0
  #sent: PeerSegment[] = []

  /** Their segment comes in, and what we say to it goes out. */
  receives(segment: PeerSegment): void {
    this.#take(segment)
    this.#collect()
  }

  /** Their segments come in at once, and we answer when all are there, as after one call that reads many datagrams. */
  receivesTogether(segments: readonly PeerSegment[]): void {
    for (const segment of segments) this.#take(segment)
    this.#collect()
  }

  #take(segment: PeerSegment): void {
    const tcp = new TcpSegment()
    const port = segment.port ?? PEER_PORT
    const iss = this.#iss.get(port) ?? 0
    tcp.sourcePort = port
    tcp.destinationPort = this.#port || 80
    for (const letter of segment.flags) tcp.flags |= LETTERS[letter]!
    tcp.sequence = (PEER_ISS + (segment.seq ?? 0)) >>> 0
    tcp.acknowledgment = segment.ack === undefined ? 0 : (iss + segment.ack) >>> 0
    tcp.window = segment.window ?? 60_000
    if (segment.flags.includes('S')) {
      tcp.mss = 1_000
      tcp.sackPermitted = true
    }
    for (const [i, [left, right]] of (segment.sack ?? []).entries()) {
      tcp.sackEdges[i * 2] = (iss + left) >>> 0
      tcp.sackEdges[i * 2 + 1] = (iss + right) >>> 0
      tcp.sackCount = i + 1
    }
    if (segment.stamp !== undefined) {
      tcp.hasTimestamps = true
      tcp.timestampValue = segment.stamp
      tcp.timestampEcho = (this.#stamps.get(port) ?? 0) - (segment.echoAge ?? 0)
      if (segment.flags.includes('S')) tcp.windowScale = 3
    }
    if (segment.scale !== undefined) tcp.windowScale = segment.scale
    this.stack.receive(packetOf(tcp, segment.text ?? ''), this.now)
  }

  /** Everything that went out since the last call. */
  sends(): PeerSegment[] {
    this.#collect()
    const sent = this.#sent
    this.#sent = []
    return sent
  }

  passes(ms: number): void {
    this.now = (this.now + ms) as Instant
    this.stack.handleTimeout(this.now)
    this.#collect()
  }

  get state(): TcpState | undefined {
    return this.socket?.state
  }

  get open(): TcpSocket {
    if (this.socket === undefined) throw new Error('there is no connection yet')
    return this.socket
  }

  connect(): void {
    this.socket = this.stack.connectTcp({ address: PEER, port: 4_000 }, this.now)
    this.#port = this.socket.local.port
    this.#collect()
  }

  #collect(): void {
    for (const packet of this.stack.drain()) {
      const ip = new IpView()
      const tcp = new TcpSegment()
      const fault = readIpv4(ip, packet, 0, packet.length) ?? readTcp(tcp, ip, true)
      if (fault !== undefined) throw new Error(`a packet of ours is broken: ${fault}`)
      this.#sent.push(this.#describe(tcp, ip))
    }
  }

  #describe(tcp: TcpSegment, ip: IpView): PeerSegment {
    const port = tcp.destinationPort
    if ((tcp.flags & 2) !== 0) this.#iss.set(port, tcp.sequence)
    if (tcp.hasTimestamps) this.#stamps.set(port, tcp.timestampValue)
    let flags = ''
    for (const [letter, bit] of Object.entries(LETTERS)) if ((tcp.flags & bit) !== 0) flags += letter
    const text = new TextDecoder().decode(ip.bytes.subarray(tcp.payload, tcp.payload + tcp.payloadLength))
    return {
      flags,
      seq: (tcp.sequence - (this.#iss.get(port) ?? 0)) | 0,
      ...((tcp.flags & 16) === 0 ? {} : { ack: (tcp.acknowledgment - PEER_ISS) | 0 }),
      ...(text === '' ? {} : { text }),
      ...(port === PEER_PORT ? {} : { port }),
      ...(tcp.sackCount === 0 ? {} : { sack: this.#sackOf(tcp) }),
    }
  }

  #sackOf(tcp: TcpSegment): [number, number][] {
    return Array.from({ length: tcp.sackCount }, (_, i) => [
      (tcp.sackEdges[i * 2]! - PEER_ISS) | 0,
      (tcp.sackEdges[i * 2 + 1]! - PEER_ISS) | 0,
    ])
  }
}

export function synSent(): TcpPeer {
  const peer = new TcpPeer()
  peer.connect()
  peer.sends()
  return peer
}

export function synReceived(): TcpPeer {
  const peer = new TcpPeer()
  const listener = peer.stack.listenTcp({ port: 80 })
  peer.receives({ flags: 'S' })
  peer.sends()
  Object.defineProperty(peer, 'socket', { get: () => accepted() })
  let socket: TcpSocket | undefined
  const accepted = () => {
    socket ??= listener.accept()
    return socket
  }
  return peer
}

export function established(): TcpPeer {
  const peer = synSent()
  peer.receives({ flags: 'SA', ack: 1 })
  peer.sends()
  return peer
}

/** As {@link established}, by the peer's SYN, with timestamps that start at `stamp` and a window shift of 3. */
export function acceptedWithStamps(stamp: number): TcpPeer {
  const peer = new TcpPeer()
  const listener = peer.stack.listenTcp({ port: 80 })
  peer.receives({ flags: 'S', stamp })
  peer.receives({ flags: 'A', seq: 1, ack: 1, stamp })
  peer.socket = listener.accept()
  peer.sends()
  return peer
}

export function finWait1(): TcpPeer {
  const peer = established()
  peer.open.shutdown(peer.now)
  peer.sends()
  return peer
}

export function finWait2(): TcpPeer {
  const peer = finWait1()
  peer.receives({ flags: 'A', seq: 1, ack: 2 })
  return peer
}

export function closing(): TcpPeer {
  const peer = finWait1()
  peer.receives({ flags: 'FA', seq: 1, ack: 1 })
  peer.sends()
  return peer
}

export function timeWait(): TcpPeer {
  const peer = finWait2()
  peer.receives({ flags: 'FA', seq: 1, ack: 2 })
  peer.sends()
  return peer
}

export function closeWait(): TcpPeer {
  const peer = established()
  peer.receives({ flags: 'FA', seq: 1, ack: 1 })
  peer.sends()
  return peer
}

export function lastAck(): TcpPeer {
  const peer = closeWait()
  peer.open.shutdown(peer.now)
  peer.sends()
  return peer
}

function packetOf(tcp: TcpSegment, text: string): Uint8Array {
  const payload = new TextEncoder().encode(text)
  const bytes = new Uint8Array(20 + 60 + payload.length)
  const header = emitTcp(tcp, bytes, 20)
  bytes.set(payload, 20 + header)
  const length = header + payload.length
  sealTcp(bytes, 20, length, addSums(sumBytes(PEER.bytes, 0, 4), sumBytes(OURS.bytes, 0, 4)))
  const ip = { source: PEER.bytes, destination: OURS.bytes, protocol: 6, hopLimit: 64, payloadLength: length }
  emitIpv4(
    { ...ip, dontFragment: true, identification: 0, fragmentOffset: 0, moreFragments: false },
    bytes,
    0,
  )
  return bytes.subarray(0, 20 + length)
}
