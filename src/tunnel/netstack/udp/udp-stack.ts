/** UDP sockets (RFC 768): who gets a datagram, and queues that are bounded in bytes. */
import { copyBytes } from '../../../base/bytes.ts'
import { SallyportError } from '../../../base/errors.ts'
import type { Endpoint, IpAddress } from '../../../base/ip.ts'
import { type Random, randomBelow } from '../../../base/random.ts'
import type { Instant } from '../../../base/time.ts'
import type { NetstackEvent, UdpDatagram, UdpOptions, UdpSocket } from '../contract.ts'
import type { Counters } from '../counters.ts'
import type { Addresses } from '../ip/addresses.ts'
import type { IpOutput } from '../ip/output.ts'
import type { PathMtu } from '../ip/path-mtu.ts'
import type { QuotedPacket } from '../ip/quoted-packet.ts'
import { type IpView, PROTOCOL } from '../wire/ip.ts'
import { emitUdp, UDP_HEADER, type UdpView } from '../wire/udp.ts'

const DEFAULT_QUEUE_BYTES = 262_144
/** What a queued datagram costs beside its bytes. */
const DATAGRAM_OVERHEAD = 64
const FIRST_EPHEMERAL = 49_152
/** The length field counts the UDP header, that of IPv4 its own too. */
const MOST_DATAGRAM = { 4: 65_507, 6: 65_527 } as const

export interface UdpSurroundings {
  readonly addresses: Addresses
  readonly output: IpOutput
  readonly pathMtu: PathMtu
  readonly counters: Counters
  readonly random: Random
  tell(event: NetstackEvent): void
}

export class UdpStack {
  readonly #around: UdpSurroundings
  readonly #sockets = new Map<number, Socket[]>()

  constructor(around: UdpSurroundings) {
    this.#around = around
  }

  /** @throws `TUNNEL_PORT_IN_USE` */
  open(options: UdpOptions): UdpSocket {
    const port = options.port || this.#freePort()
    const others = this.#sockets.get(port) ?? []
    if (others.some((other) => collides(other.local.address, options.address))) {
      throw new SallyportError('TUNNEL_PORT_IN_USE', {
        message: `UDP port ${port} is taken by another socket of this node`,
        help: 'choose another port, or 0 for a free one',
      })
    }
    const socket = new Socket(this.#around, options, port, () => this.#forget(socket))
    this.#sockets.set(port, [...others, socket])
    return socket
  }

  /** @returns false where nobody listens on the port */
  receive(ip: IpView, view: UdpView): boolean {
    const to = this.#around.addresses.destinationOf(ip)
    if (to === undefined) return false
    const socket = this.#find(view.destinationPort, to)
    if (socket === undefined) return false
    const from = { address: { family: ip.family, bytes: ip.source() }, port: view.sourcePort }
    socket.deliver({ from, to, bytes: copyBytes(ip.bytes, view.payload, view.payload + view.payloadLength) })
    return true
  }

  handleUnreachable(quoted: QuotedPacket): void {
    const socket = this.#find(quoted.sourcePort, { family: quoted.family, bytes: quoted.source })
    if (socket === undefined) return
    const remote = {
      address: { family: quoted.family, bytes: quoted.destination },
      port: quoted.destinationPort,
    }
    this.#around.tell({ kind: 'udp-unreachable', socket, remote })
  }

  #find(port: number, address: IpAddress): Socket | undefined {
    const sockets = this.#sockets.get(port)
    return (
      sockets?.find(
        (socket) => socket.local.address !== undefined && collides(socket.local.address, address),
      ) ?? sockets?.find((socket) => socket.local.address === undefined)
    )
  }

  #forget(socket: Socket): void {
    const left = (this.#sockets.get(socket.local.port) ?? []).filter((other) => other !== socket)
    if (left.length === 0) this.#sockets.delete(socket.local.port)
    else this.#sockets.set(socket.local.port, left)
  }

  /** RFC 6056: unpredictable. */
  #freePort(): number {
    const count = 65_536 - FIRST_EPHEMERAL
    const start = randomBelow(this.#around.random, count)
    for (let i = 0; i < count; i++) {
      const port = FIRST_EPHEMERAL + ((start + i) % count)
      if (!this.#sockets.has(port)) return port
    }
    throw new SallyportError('TUNNEL_PORT_IN_USE', {
      message: 'every dynamic UDP port of this node is in use',
      help: 'close sockets that are not needed',
    })
  }
}

class Socket implements UdpSocket {
  readonly local: { readonly address: IpAddress | undefined; readonly port: number }
  dropped = 0
  readonly #around: UdpSurroundings
  readonly #queue: UdpDatagram[] = []
  readonly #limit: number
  readonly #forget: () => void
  #queuedBytes = 0
  #isClosed = false

  constructor(around: UdpSurroundings, options: UdpOptions, port: number, forget: () => void) {
    this.#around = around
    this.local = { address: options.address, port }
    this.#limit = options.queueBytes ?? DEFAULT_QUEUE_BYTES
    this.#forget = forget
  }

  send(bytes: Uint8Array, to: Endpoint, now: Instant): boolean {
    const { addresses, output, pathMtu } = this.#around
    const source = this.local.address ?? addresses.sourceFor(to.address)
    if (this.#isClosed || source === undefined || source.family !== to.address.family) return false
    if (bytes.length > MOST_DATAGRAM[source.family] || !addresses.has(source)) return false
    const payload = new Uint8Array(UDP_HEADER + bytes.length)
    emitUdp(
      {
        source: source.bytes,
        destination: to.address.bytes,
        sourcePort: this.local.port,
        destinationPort: to.port,
        payload: bytes,
      },
      payload,
      0,
    )
    const mtu = pathMtu.find(to.address, now)
    const destination = to.address.bytes
    return output.send({ source: source.bytes, destination, protocol: PROTOCOL.udp, payload, mtu })
  }

  receive(): UdpDatagram | undefined {
    const datagram = this.#queue.shift()
    if (datagram !== undefined) this.#queuedBytes -= datagram.bytes.length + DATAGRAM_OVERHEAD
    return datagram
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#queue.length = 0
    this.#queuedBytes = 0
    this.#forget()
  }

  deliver(datagram: UdpDatagram): void {
    const size = datagram.bytes.length + DATAGRAM_OVERHEAD
    if (this.#queuedBytes + size > this.#limit) {
      this.dropped++
      this.#around.counters.drop('udp-queue-full')
      return
    }
    this.#queue.push(datagram)
    this.#queuedBytes += size
    if (this.#queue.length === 1) this.#around.tell({ kind: 'udp-readable', socket: this })
  }
}

function collides(a: IpAddress | undefined, b: IpAddress | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.family === b.family && Buffer.compare(a.bytes, b.bytes) === 0
}
