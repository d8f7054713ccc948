/** The kernel's side of a host test: `node:net`, and raw sockets for what `node:net` cannot say. */
import { createConnection, createServer } from 'node:net'
import { parseIp } from '../../../../src/base/ip.ts'
import { addSums, sumBytes } from '../../../../src/tunnel/netstack/wire/checksum.ts'
import { emitIcmpv4, parseIcmpv4 } from '../../../../src/tunnel/netstack/wire/icmpv4.ts'
import { emitIpv4 } from '../../../../src/tunnel/netstack/wire/ipv4.ts'
import { emitTcp, sealTcp } from '../../../../src/tunnel/netstack/wire/tcp.ts'
import { SYN, TcpSegment } from '../../../../src/tunnel/netstack/wire/tcp-segment.ts'
import { openRawSocket } from './native.ts'
import { obey } from './orders.ts'
import { streamOrders } from './stream-orders.ts'

const IPPROTO_ICMP = 1
const IPPROTO_RAW = 255

export interface FloodOrder {
  readonly address: string
  readonly port: number
  readonly count: number
}

obey({
  ...streamOrders({
    connect: (address, port) => createConnection({ host: address, port, allowHalfOpen: true, noDelay: true }),
    listen: (port, onConnection) =>
      new Promise((resolve) => {
        createServer({ allowHalfOpen: true }, onConnection).listen(port, '::', 1_000, () =>
          resolve(undefined),
        )
      }),
  }),
  /** @returns the milliseconds that the echo took, `undefined` where none came within a second */
  ping,
  flood,
})

async function ping({ address, size }: { address: string; size: number }): Promise<number | undefined> {
  const socket = openRawSocket(IPPROTO_ICMP)
  const data = new Uint8Array(size).fill(0x61)
  const start = performance.now()
  socket.send(emitIcmpv4({ kind: 'echo-request', identifier: 7, sequence: 1, data }), parseIp(address).bytes)
  while (performance.now() - start < 1_000) {
    const packet = socket.receive()
    if (packet === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      continue
    }
    const message = parseIcmpv4(packet.subarray(20))
    if (typeof message === 'object' && message.kind === 'echo-reply' && message.data.length === size) {
      return performance.now() - start
    }
  }
  return undefined
}

/** SYNs from ten thousands of addresses that answer nothing. */
async function flood({ address, port, count }: FloodOrder): Promise<number> {
  const socket = openRawSocket(IPPROTO_RAW)
  const destination = parseIp(address).bytes
  const packet = new Uint8Array(44)
  const segment = new TcpSegment()
  segment.destinationPort = port
  segment.flags = SYN
  segment.mss = 1_380
  segment.window = 64_000
  let sent = 0
  for (let i = 0; i < count; i++) {
    const source = Uint8Array.of(10, 90, (i >>> 8) & 0xff, i & 0xff)
    segment.sourcePort = 1_024 + (i % 60_000)
    segment.sequence = (i * 7_919) >>> 0
    const length = emitTcp(segment, packet, 20)
    sealTcp(packet, 20, length, addSums(sumBytes(source, 0, 4), sumBytes(destination, 0, 4)))
    emitIpv4(
      {
        source,
        destination,
        protocol: 6,
        hopLimit: 64,
        payloadLength: length,
        dontFragment: true,
        identification: 0,
        fragmentOffset: 0,
        moreFragments: false,
      },
      packet,
      0,
    )
    if (socket.send(packet, destination)) sent++
    if (i % 256 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return sent
}
