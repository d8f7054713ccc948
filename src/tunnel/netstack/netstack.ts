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

export class Netstack {
  constructor(readonly_: NetstackOptions) {
    void readonly_
  }

  /** Takes one IP packet. What is malformed or not for us is counted and dropped. */
  receive(packet: Uint8Array, now: Instant): void {
    this.receiveAt(packet, 0, packet.length, now)
  }

  /** As {@link receive}, without a view per packet. */
  receiveAt(_buffer: Uint8Array, _offset: number, _length: number, _now: Instant): void {}

  handleTimeout(_now: Instant): void {}

  /** When to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout(): Instant | undefined {
    return undefined
  }

  /** The packets to send, as bytes that the caller owns. */
  drain(): Uint8Array[] {
    const packets: Uint8Array[] = []
    this.drainTo((buffer, offset, length) => packets.push(buffer.slice(offset, offset + length)))
    return packets
  }

  /** Gives each packet to send to `sink`, from a buffer that is used again. */
  drainTo(_sink: PacketSink): void {}

  drainEvents(): NetstackEvent[] {
    return []
  }

  /** @throws `TUNNEL_UNREACHABLE` where no address of ours has the remote's family, `TUNNEL_PORT_IN_USE` */
  connectTcp(_remote: Endpoint, _now: Instant, _options: ConnectOptions = {}): TcpSocket {
    throw new Error('being built')
  }

  /** @throws `TUNNEL_PORT_IN_USE` */
  listenTcp(_options: ListenOptions): TcpListener {
    throw new Error('being built')
  }

  /** @throws `TUNNEL_PORT_IN_USE` */
  openUdp(_options: UdpOptions = {}): UdpSocket {
    throw new Error('being built')
  }

  /** Sends one ICMP echo request; the answer is an `echo-reply` event. @returns false without a route */
  sendEcho(
    _to: IpAddress,
    _identifier: number,
    _sequence: number,
    _bytes: Uint8Array,
    _now: Instant,
  ): boolean {
    return false
  }

  /** Connections bound to an address that is gone end as `address-removed`. */
  setAddresses(_addresses: readonly IpAddress[], _now: Instant): void {}

  setMtu(_mtu: number, _now: Instant): void {}
}
