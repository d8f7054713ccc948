/**
 * All TCP of one node: finds the connection of a segment, answers what has none, listens, connects,
 * and runs whatever has something to send or a timer that has come.
 */
import { copyBytes } from '../../../base/bytes.ts'
import { SallyportError } from '../../../base/errors.ts'
import { type Endpoint, equalIp, formatEndpoint, type IpAddress } from '../../../base/ip.ts'
import { type Random, randomBelow, randomUint32 } from '../../../base/random.ts'
import type { Instant } from '../../../base/time.ts'
import type { ConnectOptions, ListenOptions, NetstackEvent, PacketSink, TcpDefaults } from '../contract.ts'
import type { Counters } from '../counters.ts'
import type { Addresses } from '../ip/addresses.ts'
import type { Outbox } from '../ip/outbox.ts'
import { LEAST_MTU, type PathMtu } from '../ip/path-mtu.ts'
import type { QuotedPacket } from '../ip/quoted-packet.ts'
import { RateLimit } from '../rate-limit.ts'
import { TimerQueue } from '../timer-queue.ts'
import type { IpView } from '../wire/ip.ts'
import { ACK, FIN, RST, SYN, TcpSegment } from '../wire/tcp-segment.ts'
import { type ConnectionHost, TcpConnection } from './connection.ts'
import { ConnectionTable } from './connection-table.ts'
import { handleConnectionTimeout } from './connection-timer.ts'
import { Cubic } from './cubic.ts'
import { adoptSyn, scaleFor } from './handshake.ts'
import { sequenceOrigin } from './initial-sequence.ts'
import { Listener } from './listener.ts'
import { Reno } from './reno.ts'
import { segmentArrives } from './segment-arrives.ts'
import { SegmentWriter } from './segment-writer.ts'
import { Sender } from './sender.ts'
import { resetAnswering } from './stray-segment.ts'
import { COOKIE_LIFE_MS, makeCookie, offsetTelling, openCookie, recallSyn } from './syn-cookie.ts'
import { transmit } from './transmit.ts'

const DEFAULT_BUFFER = 8 * 1_024 * 1_024
const DEFAULT_CONNECTIONS = 65_536
const DEFAULT_BACKLOG = 128
const DEFAULT_TIME_WAIT_MS = 30_000
const MOST_TIME_WAIT = 16_384
const FIRST_EPHEMERAL = 49_152

export interface TcpSurroundings {
  readonly addresses: Addresses
  readonly outbox: Outbox
  readonly pathMtu: PathMtu
  readonly counters: Counters
  readonly random: Random
  readonly defaults: TcpDefaults
  readonly maxSuperSegment: number | undefined
  tell(event: NetstackEvent): void
}

export class TcpStack implements ConnectionHost {
  readonly timeWaitMs: number
  readonly #around: TcpSurroundings
  readonly #table: ConnectionTable
  readonly #listeners = new Map<number, Listener[]>()
  readonly #timers = new TimerQueue<TcpConnection>()
  readonly #timeWait = new Set<TcpConnection>()
  readonly #writer: SegmentWriter
  readonly #toOutbox: PacketSink
  readonly #secret: Uint8Array
  readonly #resets = new RateLimit(200, 100)
  readonly #maxBuffer: number
  /** The SYN that a cookie stands for; one serves all. */
  readonly #recalled = new TcpSegment()
  #changed: TcpConnection[] = []
  #now = 0 as Instant

  constructor(around: TcpSurroundings) {
    this.#around = around
    this.#table = new ConnectionTable(randomUint32(around.random))
    this.#secret = around.random.bytes(32)
    this.#maxBuffer = around.defaults.maxBufferBytes ?? DEFAULT_BUFFER
    this.timeWaitMs = around.defaults.timeWaitMs ?? DEFAULT_TIME_WAIT_MS
    this.#toOutbox = (buffer, offset, length) =>
      around.outbox.push(copyBytes(buffer, offset, offset + length))
    this.#writer = new SegmentWriter(this.#toOutbox)
  }

  get connectionCount(): number {
    return this.#table.count
  }

  receive(ip: IpView, segment: TcpSegment, now: Instant): void {
    this.#now = now
    const { sourcePort, destinationPort, flags } = segment
    const found = this.#table.find(ip.bytes, ip.addresses, ip.addressLength, sourcePort, destinationPort)
    const isSyn = (flags & (SYN | ACK | RST)) === SYN
    if (found !== undefined) {
      const isNew = isSyn && found.state === 'time-wait' && isNewIncarnation(found, segment)
      if (!isNew) {
        segmentArrives(found, segment, ip.bytes, now)
        return
      }
      found.finish('finished')
    }
    if (isSyn && this.#listen(ip, segment, found, now)) return
    if ((flags & (SYN | ACK | RST)) === ACK && this.#takeCookie(ip, segment, now)) return
    this.#around.counters.drop('tcp-no-socket')
    // RFC 9293 §3.10.7.2: a listener is silent to what neither opens nor acknowledges.
    if ((flags & (SYN | ACK)) === 0 && this.#isListening(ip, segment)) return
    if ((flags & RST) !== 0 || !this.#resets.take(now)) return
    this.#around.outbox.push(resetAnswering(ip, segment))
  }

  connect(remote: Endpoint, options: ConnectOptions, now: Instant): TcpConnection {
    this.#now = now
    const address = options.localAddress ?? this.#around.addresses.sourceFor(remote.address)
    if (address === undefined || address.family !== remote.address.family) {
      throw new SallyportError('TUNNEL_UNREACHABLE', {
        message: `cannot reach ${formatEndpoint(remote)} from ${this.#around.addresses.text || 'no address'}`,
        help: `give this node an IPv${remote.address.family} address in the mesh`,
      })
    }
    const local = { address, port: options.localPort ?? this.#freePort(address, remote) }
    if (this.#table.has(local, remote)) {
      throw new SallyportError('TUNNEL_PORT_IN_USE', {
        message: `${formatEndpoint(local)} is already connected to ${formatEndpoint(remote)}`,
        help: 'leave the local port out, or choose another',
      })
    }
    const connection = this.#open(local, remote, 'syn-sent', undefined)
    this.markChanged(connection)
    return connection
  }

  listen(options: ListenOptions): Listener {
    const others = this.#listeners.get(options.port) ?? []
    if (others.some((other) => isSameAddress(other.local.address, options.address))) {
      throw new SallyportError('TUNNEL_PORT_IN_USE', {
        message: `TCP port ${options.port} is taken by another listener of this node`,
        help: 'choose another port',
      })
    }
    const backlog = options.backlog ?? DEFAULT_BACKLOG
    const listener = new Listener(options.address, options.port, backlog, (closed) => this.#unlisten(closed))
    this.#listeners.set(options.port, [...others, listener])
    return listener
  }

  handleTimeout(now: Instant): void {
    this.#now = now
    for (let c = this.#timers.takeDue(now); c !== undefined; c = this.#timers.takeDue(now)) {
      const mayBeBlackhole = handleConnectionTimeout(c, this.#writer, now)
      if (mayBeBlackhole) this.#narrowPath(c)
      if (c.state === 'closed') continue
      c.updateDeadline()
      this.markChanged(c)
    }
  }

  nextTimeout(): number | undefined {
    return this.#changed.length > 0 ? this.#now : this.#timers.next()
  }

  drainTo(sink: PacketSink): void {
    this.#writer.sink = sink
    try {
      while (this.#changed.length > 0) {
        const connections = this.#changed
        this.#changed = []
        for (const c of connections) this.#run(c)
      }
    } finally {
      this.#writer.sink = this.#toOutbox
    }
  }

  /** A packet of ours was too big for the path. The sequence number shows that the report is of our own. */
  handlePacketTooBig(quoted: QuotedPacket, now: Instant): void {
    this.#now = now
    const c = this.#findQuoted(quoted)
    if (c === undefined) return
    const mtu = this.#around.pathMtu.find(c.remote.address, now)
    if (mtu >= c.pathMtu) return
    c.pathMtu = mtu
    this.fitToPath(c)
    const { sender } = c
    if (sender.segments.count === 0) return
    // RFC 1191 §6.5: sent again at once, and no sign of congestion.
    for (let i = 0; i < sender.segments.count; i++) {
      if (sender.segments.endOf(i) - sender.segments.startOf(i) > sender.mss) sender.segments.markLost(i)
    }
    this.markChanged(c)
  }

  /** True where the quote is of something sent and not yet acknowledged. */
  hasInFlight(quoted: QuotedPacket): boolean {
    return this.#findQuoted(quoted) !== undefined
  }

  /** RFC 5461: an error ends a connection that is being opened; later it may pass. */
  handleUnreachable(quoted: QuotedPacket, isPort: boolean, now: Instant): void {
    this.#now = now
    const c = this.#findQuoted(quoted)
    if (c?.state === 'syn-sent') c.finish(isPort ? 'refused' : 'unreachable')
  }

  removeAddressesBut(kept: Addresses): void {
    for (const c of this.#table.all()) {
      if (!kept.has(c.local.address)) c.finish('address-removed')
    }
  }

  endUnreachable(isReachable: (remote: IpAddress) => boolean, now: Instant): void {
    this.#now = now
    for (const c of this.#table.all()) {
      if (!isReachable(c.remote.address)) c.finish('unreachable')
    }
  }

  setLinkMtu(now: Instant): void {
    this.#now = now
    for (const c of this.#table.all()) {
      c.pathMtu = this.#around.pathMtu.find(c.remote.address, now)
      this.fitToPath(c)
    }
  }

  fitToPath(connection: TcpConnection): void {
    connection.fitToPath(Math.max(connection.pathMtu, this.#around.maxSuperSegment ?? 0))
  }

  markChanged(connection: TcpConnection): void {
    if (connection.isChanged) return
    connection.isChanged = true
    this.#changed.push(connection)
  }

  acknowledge(connection: TcpConnection): void {
    this.#writer.writeAck(connection, this.#now)
  }

  reset(connection: TcpConnection): void {
    this.#writer.writeReset(connection, this.#now)
  }

  resetAt(connection: TcpConnection, acknowledgment: number): void {
    if (this.#resets.take(this.#now)) this.#writer.writeResetAt(connection, acknowledgment)
  }

  tell(kind: 'tcp-connected' | 'tcp-readable' | 'tcp-writable', connection: TcpConnection): void {
    this.#around.tell({ kind, socket: connection })
  }

  established(connection: TcpConnection): void {
    const { listener } = connection
    if (listener === undefined) {
      this.tell('tcp-connected', connection)
      return
    }
    listener.finish(connection)
    this.#around.tell({ kind: 'tcp-acceptable', listener })
  }

  ended(connection: TcpConnection): void {
    if (connection.state === 'time-wait') this.#keepTimeWait(connection)
    if (connection.isEndTold) return
    connection.isEndTold = true
    this.#around.tell({ kind: 'tcp-closed', socket: connection, end: connection.end ?? 'aborted' })
  }

  remove(connection: TcpConnection): void {
    this.#table.remove(connection)
    this.#timers.remove(connection)
    this.#timeWait.delete(connection)
    connection.listener?.forget(connection)
  }

  #run(c: TcpConnection): void {
    c.isChanged = false
    if (c.state === 'closed') return
    transmit(c, this.#writer, this.#linkMss(c), this.#now)
    c.updateDeadline()
    this.#timers.update(c)
  }

  #open(
    local: Endpoint,
    remote: Endpoint,
    state: 'syn-sent' | 'syn-received',
    previous: TcpConnection | undefined,
  ): TcpConnection {
    const c = this.#make(local, remote, state)
    if (previous !== undefined) {
      // RFC 6191, RFC 9293 §3.4.1: above everything that the old incarnation has sent.
      const least = previous.sendSequence(previous.sender.nxt + 65_536)
      if (((c.initialSend - least) | 0) < 0) c.initialSend = least
    }
    this.#table.add(c)
    return c
  }

  /** A connection that nobody knows of yet. */
  #make(local: Endpoint, remote: Endpoint, state: 'syn-sent' | 'syn-received'): TcpConnection {
    const { defaults, pathMtu } = this.#around
    const congestion = defaults.congestion === 'reno' ? new Reno(536) : new Cubic(536)
    const origin = sequenceOrigin(this.#secret, local, remote, this.#now)
    const c = new TcpConnection(this, local, remote, {
      state,
      sender: new Sender(congestion, 536, this.#maxBuffer),
      maxBuffer: this.#maxBuffer,
      initialSend: origin.initialSequence,
      timestampOffset: origin.timestampOffset,
    })
    c.receiver.setScale(scaleFor(this.#maxBuffer))
    c.receiver.mostSegment = this.#linkMss(c)
    c.pathMtu = pathMtu.find(remote.address, this.#now)
    c.lastHeardAt = this.#now
    return c
  }

  #listen(ip: IpView, segment: TcpSegment, previous: TcpConnection | undefined, now: Instant): boolean {
    const local = this.#localOf(ip, segment)
    const listener = local && this.#findListener(local.port, local.address)
    if (local === undefined || listener === undefined) return false
    if (!this.#hasRoom(listener)) return true
    const remote = remoteOf(ip, segment)
    if (listener.isFull) {
      this.#answerWithCookie(local, remote, segment, now)
      listener.cookiesUntil = now + COOKIE_LIFE_MS
      return true
    }
    const c = this.#open(local, remote, 'syn-received', previous)
    c.listener = listener
    adoptSyn(c, segment, now)
    this.fitToPath(c)
    listener.begin(c)
    this.markChanged(c)
    return true
  }

  #hasRoom(listener: Listener): boolean {
    if (!listener.hasRoom) {
      this.#around.counters.drop('tcp-backlog-full')
      return false
    }
    if (this.#table.count < (this.#around.defaults.maxConnections ?? DEFAULT_CONNECTIONS)) return true
    this.#around.counters.drop('tcp-connections-full')
    return false
  }

  /** The connection is made for its SYN-ACK alone, and not kept. */
  #answerWithCookie(local: Endpoint, remote: Endpoint, syn: TcpSegment, now: Instant): void {
    const c = this.#make(local, remote, 'syn-received')
    adoptSyn(c, syn, now)
    c.initialSend = makeCookie(this.#secret, { local, remote, peerSequence: syn.sequence }, syn.mss, now)
    if (c.hasTimestamps) {
      c.timestampOffset = offsetTelling(syn, c.timestampOffset, now)
    } else {
      c.usesScale = false
      c.sender.sackPermitted = false
    }
    this.#around.counters.cookiesSent++
    this.#writer.writeSyn(c, this.#linkMss(c), now)
  }

  /** True for an ACK that may belong to a handshake whose SYN was answered with a cookie. */
  #takeCookie(ip: IpView, segment: TcpSegment, now: Instant): boolean {
    const local = this.#localOf(ip, segment)
    const listener = local && this.#findListener(local.port, local.address)
    if (local === undefined || listener === undefined || listener.cookiesUntil <= now) return false
    const remote = remoteOf(ip, segment)
    const cookie = (segment.acknowledgment - 1) >>> 0
    const handshake = { local, remote, peerSequence: (segment.sequence - 1) >>> 0 }
    const mss = openCookie(this.#secret, handshake, cookie, now)
    // The ACK and the first data may have been lost and this be what follows: a reset would end a connection
    // that the peer's retransmission, which begins at the first octet and so carries the cookie, still opens.
    if (mss === undefined) return segment.payloadLength > 0 || (segment.flags & FIN) !== 0
    // Without room the ACK counts as lost: the peer's data will bring it again.
    if (!this.#hasRoom(listener)) return true
    const c = this.#open(local, remote, 'syn-received', undefined)
    c.listener = listener
    c.initialSend = cookie
    c.handshakeDue = false
    c.sender.nxt = 1
    recallSyn(this.#recalled, segment, mss)
    adoptSyn(c, this.#recalled, now)
    this.fitToPath(c)
    segmentArrives(c, segment, ip.bytes, now)
    return true
  }

  #localOf(ip: IpView, segment: TcpSegment): Endpoint | undefined {
    const address = this.#around.addresses.destinationOf(ip)
    return address && { address, port: segment.destinationPort }
  }

  #isListening(ip: IpView, segment: TcpSegment): boolean {
    const local = this.#localOf(ip, segment)
    return local !== undefined && this.#findListener(local.port, local.address) !== undefined
  }

  #findListener(port: number, address: IpAddress): Listener | undefined {
    const listeners = this.#listeners.get(port)
    return (
      listeners?.find(
        (listener) => listener.local.address !== undefined && equalIp(listener.local.address, address),
      ) ?? listeners?.find((listener) => listener.local.address === undefined)
    )
  }

  #unlisten(listener: Listener): void {
    const left = (this.#listeners.get(listener.local.port) ?? []).filter((other) => other !== listener)
    if (left.length === 0) this.#listeners.delete(listener.local.port)
    else this.#listeners.set(listener.local.port, left)
  }

  #findQuoted(quoted: QuotedPacket): TcpConnection | undefined {
    const addresses = Buffer.concat([quoted.destination, quoted.source])
    const size = quoted.source.length
    const c = this.#table.find(addresses, 0, size, quoted.destinationPort, quoted.sourcePort)
    if (c === undefined) return undefined
    const position = c.sendPosition(quoted.sequence)
    return position >= c.sender.una && position <= c.sender.nxt ? c : undefined
  }

  /** RFC 4821 §7.7: full packets vanish and no router says why. */
  #narrowPath(c: TcpConnection): void {
    const { pathMtu } = this.#around
    const least = LEAST_MTU[c.remote.address.family]
    const narrower = c.pathMtu > 1_280 ? 1_280 : least
    if (narrower >= c.pathMtu) return
    pathMtu.lower(c.remote.address, narrower, c.pathMtu, this.#now)
    c.pathMtu = narrower
    this.fitToPath(c)
  }

  #keepTimeWait(c: TcpConnection): void {
    this.#timeWait.add(c)
    this.markChanged(c)
    if (this.#timeWait.size <= MOST_TIME_WAIT) return
    const [oldest] = this.#timeWait
    oldest?.finish('finished')
  }

  /** RFC 6056: unpredictable. */
  #freePort(address: IpAddress, remote: Endpoint): number {
    const count = 65_536 - FIRST_EPHEMERAL
    const start = randomBelow(this.#around.random, count)
    for (let i = 0; i < count; i++) {
      const port = FIRST_EPHEMERAL + ((start + i) % count)
      if (!this.#listeners.has(port) && !this.#table.has({ address, port }, remote)) return port
    }
    throw new SallyportError('TUNNEL_PORT_IN_USE', {
      message: `every dynamic TCP port of this node is connected to ${formatEndpoint(remote)}`,
      help: 'close connections that are not needed',
    })
  }

  #linkMss(c: TcpConnection): number {
    return this.#around.pathMtu.linkMtu - (c.local.address.family === 4 ? 40 : 60)
  }
}

/** RFC 6191: a newer timestamp, or else a higher sequence number, is no stray of the old connection. */
function isNewIncarnation(c: TcpConnection, segment: TcpSegment): boolean {
  if (c.hasTimestamps && segment.hasTimestamps) {
    const age = (segment.timestampValue - c.timestampRecent) | 0
    if (age !== 0) return age > 0
  }
  return c.receivePosition(segment.sequence) > c.receiver.nxt
}

function remoteOf(ip: IpView, segment: TcpSegment): Endpoint {
  return { address: { family: ip.family, bytes: ip.source() }, port: segment.sourcePort }
}

function isSameAddress(a: IpAddress | undefined, b: IpAddress | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalIp(a, b)
}
