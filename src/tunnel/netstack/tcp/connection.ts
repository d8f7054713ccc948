/**
 * One TCP connection (RFC 9293): the state, both halves, and what its user may do. How segments
 * change it stands in `segment-arrives.ts`, what it sends in `transmit.ts`, its timers in
 * `connection-timer.ts`.
 */
import type { Endpoint } from '../../../base/ip.ts'
import type { Instant } from '../../../base/time.ts'
import type { TcpEnd, TcpInfo, TcpSocket, TcpState } from '../contract.ts'
import type { TimerOwner } from '../timer-queue.ts'
import { addSums, sumBytes } from '../wire/checksum.ts'
import { type IpRepr, PROTOCOL } from '../wire/ip.ts'
import { armKeepAlive, KeepAlive } from './keep-alive.ts'
import type { Listener } from './listener.ts'
import { Receiver } from './receiver.ts'
import type { Sender } from './sender.ts'

/** What a connection needs of the stack that it lives in. */
export interface ConnectionHost {
  /** Something may have to be sent, or a timer has moved. */
  markChanged(connection: TcpConnection): void
  /** Sends an acknowledgment at once, not with the next drain. */
  acknowledge(connection: TcpConnection): void
  /** Sends RST for a synchronized connection. */
  reset(connection: TcpConnection): void
  /** Sends RST where the peer's acknowledgment says that it is, so that it believes it. */
  resetAt(connection: TcpConnection, acknowledgment: number): void
  tell(kind: 'tcp-connected' | 'tcp-readable' | 'tcp-writable', connection: TcpConnection): void
  /** The connection has ended for its user; it may still be in TIME-WAIT. */
  ended(connection: TcpConnection): void
  established(connection: TcpConnection): void
  remove(connection: TcpConnection): void
  /** Sizes segments to the path, once the peer's options are known. */
  fitToPath(connection: TcpConnection): void
  readonly timeWaitMs: number
}

const HOP_LIMIT = 64
/** A FIN-WAIT-2 that nobody waits for any more. */
const ORPHAN_MS = 60_000

export class TcpConnection implements TcpSocket, TimerOwner {
  readonly local: Endpoint
  readonly remote: Endpoint
  readonly host: ConnectionHost
  readonly sender: Sender
  readonly receiver: Receiver
  state: TcpState
  end: TcpEnd | undefined
  /** Initial sequence numbers of ours and of the peer (RFC 9293 ISS, IRS). */
  initialSend: number
  initialReceive = 0
  /** RFC 7323: timestamps are in use; ours start at the offset. */
  hasTimestamps = true
  timestampOffset: number
  timestampRecent = 0
  timestampRecentAt = 0
  /** The shift of the peer's window. */
  sendScale = 0
  usesScale = true
  /** SYN or SYN-ACK is to be sent by the next drain. */
  handshakeDue = true
  handshakeSends = 0
  handshakeSentAt = 0
  listener: Listener | undefined
  isOrphan = false
  /** When its user closed it. */
  orphanedAt = 0
  lastHeardAt = 0
  lastChallengeAt = Number.NEGATIVE_INFINITY
  challenges = 0
  readonly keepAlive = new KeepAlive()
  /** When TIME-WAIT or an orphan's wait is over. */
  lifetimeAt = Number.POSITIVE_INFINITY
  deadline = Number.POSITIVE_INFINITY
  timerIndex = -1
  isChanged = false
  isReadableTold = false
  wantsWritable = false
  isEndTold = false
  /** Greatest IP packet on the path, and what the peer takes in a segment. */
  pathMtu = 0
  peerMss = 536
  /** The connection table's. */
  hash = 0
  nextInBucket: TcpConnection | undefined
  readonly ip: IpRepr
  readonly addressSum: number

  constructor(
    host: ConnectionHost,
    local: Endpoint,
    remote: Endpoint,
    options: {
      state: TcpState
      sender: Sender
      maxBuffer: number
      initialSend: number
      timestampOffset: number
    },
  ) {
    this.host = host
    this.local = local
    this.remote = remote
    this.state = options.state
    this.sender = options.sender
    this.receiver = new Receiver(options.maxBuffer)
    this.initialSend = options.initialSend
    this.timestampOffset = options.timestampOffset
    const { bytes: source } = local.address
    const { bytes: destination } = remote.address
    this.addressSum = addSums(
      sumBytes(source, 0, source.length),
      sumBytes(destination, 0, destination.length),
    )
    this.ip = {
      source,
      destination,
      protocol: PROTOCOL.tcp,
      hopLimit: HOP_LIMIT,
      payloadLength: 0,
      dontFragment: true,
      identification: 0,
      fragmentOffset: 0,
      moreFragments: false,
    }
  }

  get readableBytes(): number {
    return this.receiver.readableBytes
  }

  get readEnded(): boolean {
    return this.receiver.finReached && this.receiver.readableBytes === 0
  }

  get writableBytes(): number {
    return this.mayWrite ? this.sender.writableBytes : 0
  }

  get unacknowledgedBytes(): number {
    return Math.max(0, this.sender.written - Math.max(1, this.sender.una))
  }

  get roundTripMs(): number | undefined {
    return this.sender.roundTrip.smoothed
  }

  get info(): TcpInfo {
    const { sender, receiver } = this
    return {
      mss: sender.mss,
      congestionWindow: sender.congestion.window,
      slowStartThreshold: sender.congestion.threshold,
      bytesInFlight: sender.pipe,
      peerWindow: sender.window,
      receiveBuffer: receiver.limit,
      sendBuffer: sender.bufferLimit,
      retransmittedSegments: sender.retransmissions,
      rtoMs: sender.roundTrip.rto,
    }
  }

  write(bytes: Uint8Array, _now: Instant): number {
    const taken = this.mayWrite ? this.sender.write(bytes) : 0
    if (taken < bytes.length) this.wantsWritable = true
    if (taken > 0) this.host.markChanged(this)
    return taken
  }

  read(maxBytes: number, now: Instant): Uint8Array | undefined {
    this.isReadableTold = false
    const bytes = this.receiver.read(maxBytes, this.sender.roundTrip.smoothed ?? 100, now)
    if (this.receiver.ackNow && this.state !== 'closed') this.host.markChanged(this)
    return bytes
  }

  peek(maxBytes: number): Uint8Array | undefined {
    this.isReadableTold = false
    return this.receiver.peek(maxBytes)
  }

  consume(bytes: number, now: Instant): void {
    this.receiver.consume(bytes, this.sender.roundTrip.smoothed ?? 100, now)
    if (this.receiver.ackNow && this.state !== 'closed') this.host.markChanged(this)
  }

  shutdown(_now: Instant): void {
    if (!this.mayWrite) return
    this.sender.finAt = this.sender.written
    if (this.state === 'established') this.state = 'fin-wait-1'
    else if (this.state === 'close-wait') this.state = 'last-ack'
    this.host.markChanged(this)
  }

  close(now: Instant): void {
    if (this.isOrphan || this.state === 'closed') return
    if (this.receiver.readableBytes > 0 || this.state === 'syn-sent') {
      this.abort(now)
      return
    }
    this.isOrphan = true
    this.orphanedAt = now
    this.shutdown(now)
    if (this.state === 'fin-wait-2') this.lifetimeAt = now + ORPHAN_MS
    this.host.markChanged(this)
  }

  abort(_now: Instant): void {
    if (this.state === 'closed') return
    if (this.state !== 'syn-sent' && this.state !== 'time-wait') this.host.reset(this)
    this.finish('aborted')
  }

  setNagle(enabled: boolean, _now: Instant): void {
    this.sender.nagle = enabled
    this.host.markChanged(this)
  }

  setKeepAlive(idleMs: number | undefined, now: Instant): void {
    this.keepAlive.idleMs = idleMs
    armKeepAlive(this, now)
    this.host.markChanged(this)
  }

  /** RFC 9293 §3.10.2: writing is possible until it was shut down. */
  get mayWrite(): boolean {
    if (this.sender.finAt !== Number.POSITIVE_INFINITY) return false
    switch (this.state) {
      case 'syn-sent':
      case 'syn-received':
      case 'established':
      case 'close-wait':
        return true
      default:
        return false
    }
  }

  /** The position of a sequence number of the peer. */
  receivePosition(sequence: number): number {
    const { nxt } = this.receiver
    return nxt + ((sequence - this.initialReceive - nxt) | 0)
  }

  /** The position of an acknowledgment number. */
  sendPosition(acknowledgment: number): number {
    const { una } = this.sender
    return una + ((acknowledgment - this.initialSend - una) | 0)
  }

  sendSequence(position: number): number {
    return (this.initialSend + position) >>> 0
  }

  receiveSequence(position: number): number {
    return (this.initialReceive + position) >>> 0
  }

  timestamp(now: number): number {
    return (this.timestampOffset + Math.floor(now)) >>> 0
  }

  /** Sizes segments to the path: IP and TCP headers and timestamps off (RFC 6691). */
  fitToPath(maxSuperSegment: number): void {
    const headers = (this.local.address.family === 4 ? 20 : 40) + 20
    const options = this.hasTimestamps ? 12 : 0
    const mss = Math.max(48, Math.min(this.peerMss, this.pathMtu - headers) - options)
    if (mss !== this.sender.mss) this.sender.congestion.setMss(mss)
    this.sender.mss = mss
    const most = maxSuperSegment - headers - options
    this.sender.burst = Math.max(mss, Math.floor(most / mss) * mss)
  }

  /** Both directions are done: waits for what is still on its way (RFC 9293 §3.6.1). */
  enterTimeWait(now: number): void {
    this.state = 'time-wait'
    this.lifetimeAt = now + this.host.timeWaitMs
    this.sender.ring.release()
    this.sender.timer = 'none'
    this.sender.timerAt = Number.POSITIVE_INFINITY
    this.keepAlive.at = Number.POSITIVE_INFINITY
    this.end = 'finished'
    this.host.ended(this)
  }

  enterFinWait2(now: number): void {
    this.state = 'fin-wait-2'
    if (this.isOrphan) this.lifetimeAt = now + ORPHAN_MS
  }

  /** Ends it at once. What was received stays readable. */
  finish(end: TcpEnd): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.end ??= end
    this.sender.ring.release()
    this.sender.segments.clear()
    this.sender.timerAt = Number.POSITIVE_INFINITY
    this.deadline = Number.POSITIVE_INFINITY
    this.host.ended(this)
    this.host.remove(this)
  }

  /** Tells the stack's queue when to come back. */
  updateDeadline(): void {
    this.deadline = Math.min(this.sender.timerAt, this.receiver.ackAt, this.keepAlive.at, this.lifetimeAt)
  }
}
