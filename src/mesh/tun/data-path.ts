/**
 * The packets of a TUN plane, on a thread without an event loop: UDP batches are opened where they lie and
 * go to the device as packets of up to 64 kB; what the device gives is cut, sealed into one arena, and
 * leaves in runs. No object for a packet, one look at the clock for a round.
 */
import { formatEndpoint, type IpAddress, parseIp } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import type { Clock, Instant, Timestamp } from '../../base/time.ts'
import { Coalescer } from '../../tunnel/offload/coalesce.ts'
import { segmentPacket } from '../../tunnel/offload/segment.ts'
import { emptyVnetHeader, readVnetHeader, VNET_HEADER } from '../../tunnel/offload/vnet-header.ts'
import type { Aead, Arena } from '../../tunnel/wireguard/aead.ts'
import { Device } from '../../tunnel/wireguard/device.ts'
import { type PeerId, presharedKey, privateKey, publicKey } from '../../tunnel/wireguard/keys.ts'
import { type Remote, udpRemote } from '../../tunnel/wireguard/remote.ts'
import { drawEphemeral } from '../ephemeral-keys.ts'
import { measureHandshakeCost } from '../handshake-cost.ts'
import { type Koffi, type PinnedBytes, pinBytes } from '../native/koffi.ts'
import { bindLinux, type Linux } from '../native/linux.ts'
import type { PollSet } from '../native/poll-set.ts'
import { RECEIVE_ARENA_SIZE, UdpSocket } from '../native/udp-socket.ts'
import { OutgoingBatch, RUN_LIMITS } from '../outgoing-batch.ts'
import type { PlaneNews } from '../plane.ts'
import type { Order, PeerStatusWord, ThreadPeer, ThreadStart } from './thread-protocol.ts'

/** Packets of the device before the network has its turn. */
const MOST_READS = 8
const PROBE_EVERY = 8
const PACKET_MAX = 65_535
/** Plaintext that a device's offload can leave behind a short packet: none is read beyond its length. */
const BUFFER_SIZE = VNET_HEADER + PACKET_MAX + 32

export interface DataPathOptions extends ThreadStart {
  readonly koffi: Koffi
  readonly aead: Aead
  readonly clock: Clock
  readonly random: Random
  readonly onNews: (news: PlaneNews) => void
}

export class DataPath {
  readonly device: Device
  readonly sockets: readonly UdpSocket[]
  readonly #linux: Linux
  readonly #clock: Clock
  readonly #tunFd: number
  readonly #onNews: (news: PlaneNews) => void
  readonly #incoming: Arena
  readonly #outgoing: OutgoingBatch
  readonly #read: PinnedBytes
  readonly #written: PinnedBytes
  readonly #coalescer: Coalescer
  readonly #header = emptyVnetHeader()
  #now: Instant
  #lastReads = 0
  #turnsOfOne = 0
  /** Packets that the device did not take. */
  refused = 0

  /** @throws an error with the `errno` of the call that failed, where the port cannot be had */
  constructor(options: DataPathOptions) {
    const { koffi, aead, clock } = options
    this.#linux = bindLinux(koffi)
    this.#clock = clock
    this.#tunFd = options.tunFd
    this.#onNews = options.onNews
    this.#now = clock.monotonic()
    this.#incoming = aead.allocate(RECEIVE_ARENA_SIZE)
    this.#outgoing = new OutgoingBatch(aead, RUN_LIMITS, (_peer, to, arena, at, size, segmentSize) =>
      this.#transmit(arena.bytes, at, size, segmentSize, to),
    )
    this.#read = pinBytes(koffi, BUFFER_SIZE)
    this.#written = pinBytes(koffi, BUFFER_SIZE)
    this.#coalescer = new Coalescer(this.#written.bytes, (_bytes, at, length) => this.#writeTun(at, length))
    this.device = new Device({
      privateKey: privateKey(options.privateKey),
      random: options.random,
      drawEphemeral,
      aead,
      mtu: options.mtu,
      measureHandshakeCost: () => measureHandshakeCost(clock),
      wallClock: () => clock.now() as Timestamp,
      data: this.#outgoing,
      deliver: (_peer, bytes, at, length) => this.#coalescer.take(bytes, at, length),
    })
    this.sockets = openSockets(this.#linux, options)
  }

  /** Takes a batch of what can be read, by the word of `poll`, and does what is due. */
  turn(poll: PollSet): void {
    this.#now = this.#clock.monotonic()
    for (const socket of this.sockets) {
      if (poll.isReadable(socket.fd)) socket.receive(this.#incoming, this.#takeRun)
    }
    this.#coalescer.flush()
    if (poll.isReadable(this.#tunFd)) this.#readDevice()
    this.device.handleTimeout(this.#now)
    this.#perform()
  }

  obey(order: Order): void {
    const now = this.#clock.monotonic()
    switch (order.kind) {
      case 'set-peer':
        this.#setPeer(order.peer, now)
        break
      case 'remove-peer':
        this.device.removePeer(order.id)
        break
      case 'connect':
        this.device.connect(order.id, now)
        break
      case 'close':
        break
    }
    this.#perform()
  }

  /** Milliseconds until a timer is due, rounded up; −1 where none is. */
  msToTimeout(): number {
    const next = this.device.nextTimeout()
    return next === undefined ? -1 : Math.max(0, Math.ceil(next - this.#clock.monotonic()))
  }

  status(): PeerStatusWord[] {
    return this.device.peers().map((id) => {
      const { remote, bytesReceived, bytesSent } = this.device.status(id)!
      const at = remote?.kind === 'udp' ? formatEndpoint(remote.endpoint) : undefined
      return { id, remote: at, bytesReceived, bytesSent }
    })
  }

  close(): void {
    this.device.close()
    for (const socket of this.sockets) socket.close()
  }

  readonly #takeRun = (at: number, size: number, segmentSize: number, from: Remote): void => {
    for (let taken = 0; taken < size; taken += segmentSize) {
      const length = Math.min(segmentSize, size - taken)
      this.device.receiveAt(this.#incoming, at + taken, length, from, this.#now)
    }
  }

  /**
   * Where packets come one by one, to read again only to hear that there is none is a fifth of all calls: it is
   * done every eighth time, to see whether they still do.
   */
  #readDevice(): void {
    const most = this.#lastReads > 1 || ++this.#turnsOfOne % PROBE_EVERY === 0 ? MOST_READS : 1
    let reads = 0
    while (reads < most && this.#readTun()) reads++
    this.#lastReads = reads
  }

  #readTun(): boolean {
    const { bytes, address } = this.#read
    const length = this.#linux.read(this.#tunFd, address, BUFFER_SIZE)
    if (length <= VNET_HEADER) return false
    readVnetHeader(this.#header, bytes, 0)
    segmentPacket(this.#header, bytes, VNET_HEADER, length - VNET_HEADER, this.#sendPart)
    return true
  }

  readonly #sendPart = (bytes: Uint8Array, at: number, length: number): void =>
    this.device.sendAt(bytes, at, length, this.#now)

  #writeTun(at: number, length: number): void {
    if (this.#linux.write(this.#tunFd, this.#written.address + at, length) < 0) this.refused++
  }

  #perform(): void {
    this.#outgoing.flush()
    for (const output of this.device.drain()) {
      if (output.kind === 'datagram') {
        const bytes = Buffer.from(output.bytes)
        this.#transmit(bytes, 0, bytes.length, bytes.length, output.to)
      } else if (output.kind !== 'packet') this.#onNews(output)
    }
  }

  #transmit(bytes: Buffer, at: number, size: number, segmentSize: number, to: Remote): void {
    if (to.kind !== 'udp') return
    const wanted = to.endpoint.address.family
    for (const socket of this.sockets) {
      if (socket.family === wanted) socket.send(bytes, at, size, segmentSize, to.endpoint)
    }
  }

  #setPeer(peer: ThreadPeer, now: Instant): PeerId {
    const { allowedIps, endpoint, persistentKeepaliveSeconds } = peer
    return this.device.setPeer(
      {
        publicKey: publicKey(peer.publicKey),
        allowedIps,
        ...(peer.presharedKey ? { presharedKey: presharedKey(peer.presharedKey) } : {}),
        ...(endpoint ? { remote: udpRemote(endpoint) } : {}),
        ...(persistentKeepaliveSeconds ? { persistentKeepaliveSeconds } : {}),
      },
      now,
    )
  }
}

function openSockets(linux: Linux, options: ThreadStart): UdpSocket[] {
  const local: IpAddress | undefined =
    options.listenAddress === undefined ? undefined : parseIp(options.listenAddress)
  if (local) return [new UdpSocket(linux, local.family, options.listenPort, local.bytes)]
  const socket4 = new UdpSocket(linux, 4, options.listenPort, undefined)
  try {
    return [socket4, new UdpSocket(linux, 6, socket4.port, undefined)]
  } catch {
    // A machine without IPv6 is no error as long as IPv4 is there.
    return [socket4]
  }
}
