/**
 * A TCP/IP host in userspace: IPv4 and IPv6, ICMP, UDP and TCP. Does no I/O: it never reads a
 * clock, opens a socket or draws a random number by itself.
 *
 * In:  {@link Netstack.receive}, {@link Netstack.handleTimeout}, the sockets' methods
 * Out: {@link Netstack.drain} (packets), {@link Netstack.drainEvents}, {@link Netstack.nextTimeout}
 *
 * After every call: send what `drain()` returns, handle the events, then arm one timer for
 * `nextTimeout()`. Calling early is harmless.
 */
import { copyBytes } from '../../base/bytes.ts'
import type { Endpoint, IpAddress } from '../../base/ip.ts'
import type { Instant } from '../../base/time.ts'
import type {
  ConnectOptions,
  ListenOptions,
  NetstackEvent,
  NetstackOptions,
  PacketSink,
  TcpListener,
  TcpSocket,
  UdpOptions,
  UdpSocket,
} from './contract.ts'
import { Counters } from './counters.ts'
import { Addresses, isRefusedSource } from './ip/addresses.ts'
import { type IcmpError, IcmpStack } from './ip/icmp-stack.ts'
import { Outbox } from './ip/outbox.ts'
import { IpOutput } from './ip/output.ts'
import { PathMtu } from './ip/path-mtu.ts'
import { type Expired, Reassembly } from './ip/reassembly.ts'
import { TcpStack } from './tcp/tcp-stack.ts'
import { UdpStack } from './udp/udp-stack.ts'
import type { WireFault } from './wire/fault.ts'
import { IpView, PROTOCOL } from './wire/ip.ts'
import { readIpv4 } from './wire/ipv4.ts'
import { readIpv6 } from './wire/ipv6.ts'
import { readTcp } from './wire/tcp.ts'
import { TcpSegment } from './wire/tcp-segment.ts'
import { readUdp, UdpView } from './wire/udp.ts'

const MOST_EVENTS = 65_536

export class Netstack {
  readonly counters = new Counters()
  readonly #addresses: Addresses
  readonly #pathMtu: PathMtu
  readonly #outbox = new Outbox(this.counters)
  readonly #reassembly = new Reassembly(this.counters)
  readonly #tcp: TcpStack
  readonly #udp: UdpStack
  readonly #icmp: IcmpStack
  readonly #mustVerify: boolean
  readonly #ip = new IpView()
  readonly #segment = new TcpSegment()
  readonly #datagram = new UdpView()
  #events: NetstackEvent[] = []

  constructor(options: NetstackOptions) {
    this.#addresses = new Addresses(options.addresses)
    this.#pathMtu = new PathMtu(options.mtu)
    this.#mustVerify = options.checksums !== 'trusted'
    const shared = {
      addresses: this.#addresses,
      pathMtu: this.#pathMtu,
      counters: this.counters,
      random: options.random,
      outbox: this.#outbox,
      output: new IpOutput(this.#outbox, options.random),
      tell: (event: NetstackEvent) => this.#tell(event),
    }
    const defaults = options.tcp ?? {}
    this.#tcp = new TcpStack({ ...shared, defaults, maxSuperSegment: options.maxSuperSegment })
    this.#udp = new UdpStack(shared)
    this.#icmp = new IcmpStack({ ...shared, tcp: this.#tcp, udp: this.#udp })
  }

  /** Takes one IP packet. What is malformed or not for us is counted and dropped. */
  receive(packet: Uint8Array, now: Instant): void {
    this.receiveAt(packet, 0, packet.length, now)
  }

  /** As {@link receive}, without a view per packet. The bytes are not kept. */
  receiveAt(buffer: Uint8Array, offset: number, length: number, now: Instant): void {
    this.counters.received++
    const ip = this.#ip
    const fault = this.#readIp(buffer, offset, length)
    if (fault !== undefined) {
      this.counters.drop(fault)
      if (ip.faultAt >= 0) this.#reportFault(fault, now)
      return
    }
    if (!this.#isForUs(ip)) return
    if (!ip.isFragment) {
      this.#dispatch(ip, now)
      return
    }
    const whole = this.#reassembly.take(ip, now)
    if (whole === undefined) {
      if (ip.faultAt >= 0) this.#reportFault('fragment-shape', now)
      return
    }
    const wholeFault = this.#readIp(whole, 0, whole.length)
    if (wholeFault !== undefined) this.counters.drop(wholeFault)
    else if (ip.isFragment) this.counters.drop('fragment-shape')
    else this.#dispatch(ip, now)
  }

  handleTimeout(now: Instant): void {
    this.#reassembly.handleTimeout(now, (expired) => this.#reportExpired(expired, now))
    this.#tcp.handleTimeout(now)
  }

  /** When to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout(): Instant | undefined {
    const tcp = this.#tcp.nextTimeout()
    const fragments = this.#reassembly.nextTimeout()
    if (tcp === undefined) return fragments as Instant | undefined
    return (fragments === undefined ? tcp : Math.min(tcp, fragments)) as Instant
  }

  /** The packets to send, as bytes that the caller owns. */
  drain(): Uint8Array[] {
    const packets: Uint8Array[] = []
    this.drainTo((buffer, offset, length) => {
      packets.push(copyBytes(buffer, offset, offset + length))
    })
    return packets
  }

  /** Gives each packet to send to `sink`, from a buffer that is used again. */
  drainTo(sink: PacketSink): void {
    this.#outbox.drainTo(sink)
    this.#tcp.drainTo(sink)
    this.#outbox.drainTo(sink)
  }

  drainEvents(): NetstackEvent[] {
    if (this.#events.length === 0) return []
    const events = this.#events
    this.#events = []
    return events
  }

  /** @throws `TUNNEL_UNREACHABLE` where no address of ours has the remote's family, `TUNNEL_PORT_IN_USE` */
  connectTcp(remote: Endpoint, now: Instant, options: ConnectOptions = {}): TcpSocket {
    return this.#tcp.connect(remote, options, now)
  }

  /** @throws `TUNNEL_PORT_IN_USE` */
  listenTcp(options: ListenOptions): TcpListener {
    return this.#tcp.listen(options)
  }

  /** @throws `TUNNEL_PORT_IN_USE` */
  openUdp(options: UdpOptions = {}): UdpSocket {
    return this.#udp.open(options)
  }

  /** Sends one ICMP echo request; the answer is an `echo-reply` event. @returns false without a route */
  sendEcho(to: IpAddress, identifier: number, sequence: number, bytes: Uint8Array, now: Instant): boolean {
    return this.#icmp.sendEcho(to, { kind: 'echo-request', identifier, sequence, data: bytes }, now)
  }

  /** Connections bound to an address that is gone end as `address-removed`. */
  setAddresses(addresses: readonly IpAddress[], _now: Instant): void {
    this.#addresses.set(addresses)
    this.#tcp.removeAddressesBut(this.#addresses)
  }

  /** Connections with whom no way leads any more end as `unreachable`: nothing could be said to them, nor heard. */
  endUnreachable(isReachable: (remote: IpAddress) => boolean, now: Instant): void {
    this.#tcp.endUnreachable(isReachable, now)
  }

  setMtu(mtu: number, now: Instant): void {
    this.#pathMtu.linkMtu = mtu
    this.#tcp.setLinkMtu(now)
  }

  /** Connections in every state, TIME-WAIT among them. */
  get connectionCount(): number {
    return this.#tcp.connectionCount
  }

  #readIp(buffer: Uint8Array, offset: number, length: number): WireFault | undefined {
    this.#ip.faultAt = -1
    const version = length > 0 ? buffer[offset]! >>> 4 : 0
    if (version === 4) return readIpv4(this.#ip, buffer, offset, length)
    if (version === 6) return readIpv6(this.#ip, buffer, offset, length)
    return 'ip-version'
  }

  #isForUs(ip: IpView): boolean {
    if (!this.#addresses.hasBytes(ip.bytes, ip.addresses + ip.addressLength, ip.addressLength)) {
      this.counters.drop('ip-not-ours')
      return false
    }
    // A packet from ourselves can only be forged: nothing of ours takes the way through the tunnel.
    if (isRefusedSource(ip) || this.#addresses.hasBytes(ip.bytes, ip.addresses, ip.addressLength)) {
      this.counters.drop('ip-source-refused')
      return false
    }
    if (ip.hopLimit > 0) return true
    this.counters.drop('ip-hop-limit')
    return false
  }

  #dispatch(ip: IpView, now: Instant): void {
    switch (ip.protocol) {
      case PROTOCOL.tcp: {
        const fault = readTcp(this.#segment, ip, this.#mustVerify)
        if (fault !== undefined) this.counters.drop(fault)
        else this.#tcp.receive(ip, this.#segment, now)
        return
      }
      case PROTOCOL.udp: {
        const fault = readUdp(this.#datagram, ip, this.#mustVerify)
        if (fault !== undefined) this.counters.drop(fault)
        else if (!this.#udp.receive(ip, this.#datagram)) {
          this.counters.drop('udp-no-socket')
          this.#icmp.sendError(ip, { kind: 'unreachable', reason: 'port' }, now)
        }
        return
      }
      case PROTOCOL.icmpv4:
      case PROTOCOL.icmpv6:
        this.#icmp.receive(ip, now)
        return
      case PROTOCOL.none:
        return
      default:
        this.counters.drop('ip-protocol-unknown')
        this.#icmp.sendError(ip, unknownProtocol(ip), now)
    }
  }

  /** RFC 4443 §3.4. Only before a transport header, so that no ICMP error is ever answered with one. */
  #reportFault(fault: WireFault | 'fragment-shape', now: Instant): void {
    const ip = this.#ip
    const { faultAt } = ip
    ip.faultAt = -1
    const isChain = fault === 'ipv6-header-chain'
    const next = isChain || fault === 'fragment-shape' ? ip.protocol : ip.bytes[ip.payload]
    if ((next !== PROTOCOL.tcp && next !== PROTOCOL.udp) || !this.#isForUs(ip)) return
    const code = isChain ? 3 : fault === 'ipv6-option-refused' ? 2 : 0
    this.#icmp.sendError(ip, { kind: 'parameter-problem', code, pointer: faultAt - ip.start }, now)
  }

  #reportExpired({ source, destination, protocol, first }: Expired, now: Instant): void {
    if (protocol === PROTOCOL.icmpv4 || protocol === PROTOCOL.icmpv6) return
    this.#icmp.sendQuoting(first, source, destination, { kind: 'time-exceeded', code: 1 }, now)
  }

  #tell(event: NetstackEvent): void {
    // Echo replies are the one event that strangers can make in any number.
    if (event.kind === 'echo-reply' && this.#events.length >= MOST_EVENTS) return
    this.#events.push(event)
  }
}

/** RFC 1122 §3.2.2.1 has it unreachable, RFC 4443 §3.4 a problem with the field that names it. */
function unknownProtocol(ip: IpView): IcmpError {
  if (ip.family === 4) return { kind: 'unreachable', reason: 'protocol' }
  return { kind: 'parameter-problem', code: 1, pointer: ip.nextHeaderAt - ip.start }
}
