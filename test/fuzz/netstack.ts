/**
 * Targets of the TCP/IP host: packets of both families into a stack with a listener, a UDP socket and an
 * established connection. Acknowledgment numbers of the seeds count from our initial sequence number.
 */
import { parseIp } from '../../src/base/ip.ts'
import type { Instant } from '../../src/base/time.ts'
import { Netstack } from '../../src/tunnel/netstack/netstack.ts'
import { finishSum, sumBytes } from '../../src/tunnel/netstack/wire/checksum.ts'
import { IpView } from '../../src/tunnel/netstack/wire/ip.ts'
import { readIpv4 } from '../../src/tunnel/netstack/wire/ipv4.ts'
import { readIpv6 } from '../../src/tunnel/netstack/wire/ipv6.ts'
import { readTcp } from '../../src/tunnel/netstack/wire/tcp.ts'
import { TcpSegment } from '../../src/tunnel/netstack/wire/tcp-segment.ts'
import { readUint32, writeUint32 } from '../../src/tunnel/netstack/wire/uint32.ts'
import { icmp, ipv4, ipv6, udp } from '../tunnel/filter/packets.ts'
import { seededRandom } from '../tunnel/netstack/simulated-network.ts'
import { type FuzzTarget, violated } from './target.ts'

const OURS = { 4: '10.0.0.2', 6: 'fd00::2' } as const
const MTU = 1_420
const PORTS = [0x0f, 0xa0, 0, 80] as const
const [FIN, SYN, RST, PSH, ACK] = [1, 2, 4, 8, 16]
/** Runs before a stack gives way to a new one. */
const RUNS = 500
const MOST_ANSWERS = 64
const MOST_CONNECTIONS = 64

export function netstackTargets(): FuzzTarget[] {
  return ([4, 6] as const).map((family) => {
    let host = new Host(family)
    return {
      name: `netstack-ipv${family}`,
      seeds: seedsOf(family),
      run(input) {
        if (host.runs >= RUNS) host = new Host(family)
        host.take(input)
      },
    }
  })
}

class Host {
  runs = 0
  readonly #family: 4 | 6
  readonly #stack: Netstack
  readonly #listener
  readonly #iss: number
  #now = 1_000 as Instant

  constructor(family: 4 | 6) {
    this.#family = family
    this.#stack = new Netstack({
      addresses: [parseIp(OURS[family])],
      mtu: MTU,
      random: seededRandom(7),
      checksums: 'trusted',
      tcp: { maxConnections: MOST_CONNECTIONS },
    })
    this.#listener = this.#stack.listenTcp({ port: 80, backlog: 8 })
    this.#stack.openUdp({ port: 53 })
    this.#stack.receive(withHeaderSum(packet(family, 6, tcp(SYN, 0, 0))), this.#now)
    const [answer] = this.#stack.drain()
    this.#iss = readUint32(answer!, (family === 4 ? 20 : 40) + 4)
    this.take(packet(family, 6, tcp(ACK, 1, 1)))
  }

  take(input: Uint8Array): void {
    this.runs++
    this.#now = (this.#now + 20) as Instant
    const bytes = withHeaderSum(input.slice())
    this.#countFromOurs(bytes)
    this.#stack.receive(bytes, this.#now)
    this.#stack.handleTimeout(this.#now)
    this.#useEvents()
    const answers = this.#stack.drain()
    if (answers.length > MOST_ANSWERS) violated(`${answers.length} packets answer one`)
    for (const answer of answers) checkPacket(answer)
    if (this.#stack.connectionCount > MOST_CONNECTIONS) violated('more connections than may be')
  }

  /** What applications do: accept, read, write a little, now and then end. */
  #useEvents(): void {
    this.#listener.accept()?.write(new Uint8Array(300), this.#now)
    for (const event of this.#stack.drainEvents()) {
      if (event.kind === 'tcp-readable') {
        while (event.socket.read(4_096, this.#now) !== undefined);
        if (event.socket.readEnded) event.socket.close(this.#now)
      }
      if (event.kind === 'udp-readable') while (event.socket.receive() !== undefined);
    }
  }

  #countFromOurs(bytes: Uint8Array): void {
    const at = this.#family === 4 ? ((bytes[0] ?? 0) & 15) * 4 : 40
    if (bytes.length < at + 20 || bytes[this.#family === 4 ? 9 : 6] !== 6) return
    writeUint32(bytes, at + 8, (readUint32(bytes, at + 8) + this.#iss) >>> 0)
  }
}

/** What we send can be read by anybody. */
function checkPacket(bytes: Uint8Array): void {
  if (bytes.length > MTU) violated(`a packet of ${bytes.length} bytes`)
  const ip = new IpView()
  const fault = (bytes[0]! >>> 4 === 4 ? readIpv4 : readIpv6)(ip, bytes, 0, bytes.length)
  if (fault !== undefined) violated(`we sent ${fault}`)
  const tcpFault = ip.protocol === 6 && !ip.isFragment ? readTcp(new TcpSegment(), ip, true) : undefined
  if (tcpFault !== undefined) violated(`we sent ${tcpFault}`)
}

/** So that a changed header is not all that is ever found. */
function withHeaderSum(bytes: Uint8Array): Uint8Array {
  const length = ((bytes[0] ?? 0) & 15) * 4
  if (bytes[0]! >>> 4 !== 4 || length < 20 || bytes.length < length) return bytes
  bytes[10] = bytes[11] = 0
  const sum = finishSum(sumBytes(bytes, 0, length))
  bytes[10] = sum >>> 8
  bytes[11] = sum & 0xff
  return bytes
}

function tcp(
  flags: number,
  sequence: number,
  acknowledgment: number,
  rest: readonly number[] = [],
): number[] {
  const options = rest.length > 0 && flags === SYN ? rest : []
  const offset = (5 + options.length / 4) << 4
  const data = flags === SYN ? [] : rest
  return [
    ...PORTS,
    ...word(sequence),
    ...word(acknowledgment),
    offset,
    flags,
    0xff,
    0xff,
    0,
    0,
    0,
    0,
    ...options,
    ...data,
  ]
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function packet(family: 4 | 6, protocol: number, payload: readonly number[]): Uint8Array {
  return (family === 4 ? ipv4 : ipv6)({ protocol, payload })
}

function seedsOf(family: 4 | 6): Uint8Array[] {
  const options = [2, 4, 5, 0xb4, 4, 2, 8, 10, 0, 0, 0, 9, 0, 0, 0, 0, 1, 3, 3, 7]
  const segments = [
    tcp(SYN, 9, 0, options),
    tcp(ACK, 1, 1),
    tcp(
      PSH | ACK,
      1,
      1,
      [...'hello'].map((letter) => letter.charCodeAt(0)),
    ),
    tcp(
      PSH | ACK,
      100,
      301,
      Array.from({ length: 64 }, (_, i) => i),
    ),
    tcp(FIN | ACK, 6, 301),
    tcp(RST, 1, 0),
    tcp(SYN | ACK, 1, 1),
  ].map((segment) => packet(family, 6, segment))
  return [
    ...segments,
    packet(family, 17, udp(9, 53, [1, 2, 3])),
    packet(family, 17, udp(9, 54)),
    ...othersOf(family),
  ]
}

function othersOf(family: 4 | 6): Uint8Array[] {
  const echo = icmp(family === 4 ? 8 : 128, [0, 1, 0, 2, 3, 4])
  const quoted = [...ipv4({ from: OURS[4], to: '10.0.0.1', protocol: 6, payload: tcp(ACK, 1, 1) })]
  if (family === 4) {
    return [
      packet(4, 1, echo),
      packet(4, 1, icmp(3, [0, 0, 5, 0, ...quoted])),
      ipv4({
        protocol: 17,
        payload: udp(9, 53, [1, 2, 3, 4, 5, 6, 7, 8]),
        fragment: { offset: 0, more: true, id: 7 },
      }),
      ipv4({ protocol: 17, payload: [1, 2, 3], fragment: { offset: 16, more: false, id: 7 } }),
    ]
  }
  const fragment = (offset: number, more: number) => [17, 0, offset >> 8, offset | more, 0, 0, 0, 7]
  return [
    packet(6, 58, echo),
    packet(6, 44, [...fragment(0, 1), ...udp(9, 53, [1, 2, 3, 4, 5, 6, 7, 8])]),
    packet(6, 44, [...fragment(16, 0), 1, 2, 3]),
    packet(6, 0, [60, 0, 1, 4, 0, 0, 0, 0, 6, 0, 5, 2, 0, 0, 1, 0, ...tcp(ACK, 1, 1)]),
    packet(6, 43, [6, 0, 0, 1, 0, 0, 0, 0, ...tcp(ACK, 1, 1)]),
    packet(6, 51, [6, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, ...new Array<number>(12).fill(0), ...tcp(ACK, 1, 1)]),
  ]
}
