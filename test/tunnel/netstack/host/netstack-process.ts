/**
 * Our side of a host test: a netstack behind a TUN device of its own namespace, with a fault
 * injector each way. Arguments: the name of the device, then the addresses.
 */
import { formatIp, parseIp } from '../../../../src/base/ip.ts'
import { EventLoopHost } from '../../../../src/mesh/stream/event-loop-host.ts'
import { NetstackServer } from '../../../../src/mesh/stream/netstack-server.ts'
import { connectNetstack, type NetstackSocket } from '../../../../src/mesh/stream/netstack-socket.ts'
import { systemClock } from '../../../../src/platform/clock.ts'
import { systemRandom } from '../../../../src/platform/random.ts'
import type { NetstackEvent, TcpInfo } from '../../../../src/tunnel/netstack/contract.ts'
import { FaultInjector, type Faults } from '../../../../src/tunnel/netstack/device/fault-injector.ts'
import { deliverTo } from '../../../../src/tunnel/netstack/device/packet-path.ts'
import { Netstack } from '../../../../src/tunnel/netstack/netstack.ts'
import { seededRandom } from '../simulated-network.ts'
import { openTun } from './native.ts'
import { obey } from './orders.ts'
import { streamOrders } from './stream-orders.ts'

const [name = '', ...addresses] = process.argv.slice(2)
const MOST_READ = 64
const SAMPLE_MS = 20

const tun = openTun(name)
const netstack = new Netstack({ addresses: addresses.map(parseIp), mtu: 1_420, random: systemRandom })
const outward = new FaultInjector(
  deliverTo((packet) => tun.write(packet)),
  {},
  seededRandom(1),
)
const inward = new FaultInjector(
  deliverTo((packet) => host.receive(packet)),
  {},
  seededRandom(2),
)
let isFaulty = false

const host = new EventLoopHost(netstack, systemClock, (buffer, offset, length) => {
  const packet = buffer.subarray(offset, offset + length)
  if (isFaulty) outward.send(packet.slice(), host.now())
  else tun.write(packet)
})

/** The greatest figures that any connection has had. */
const peak = { congestionWindow: 0, receiveBuffer: 0, sendBuffer: 0 }
let retransmittedSegments = 0

obey({
  ...streamOrders({
    connect: (address, port) =>
      observed(connectNetstack(host, { address: parseIp(address), port }, { allowHalfOpen: true })),
    async listen(port, onConnection) {
      new NetstackServer(host, { allowHalfOpen: true }, (socket) => onConnection(observed(socket))).listen({
        port,
      })
    },
  }),
  faults({ there, back }: { there: Faults; back: Faults }) {
    isFaulty = true
    outward.faults = there
    inward.faults = back
  },
  setMtu: (mtu: number) => netstack.setMtu(mtu, host.now()),
  ping,
  figures() {
    globalThis.gc?.()
    return {
      connections: netstack.connectionCount,
      drops: Object.fromEntries(netstack.counters.drops),
      received: netstack.counters.received,
      heap: process.memoryUsage().heapUsed,
      peak,
      retransmittedSegments,
      faults: { there: outward.counts, back: inward.counts },
    }
  },
})

let idleTurns = 0
turn()

function turn(): void {
  if (isFaulty) {
    outward.handleTimeout(host.now())
    inward.handleTimeout(host.now())
  }
  let read = 0
  for (let length = tun.read(); length > 0; length = tun.read()) {
    const packet = tun.buffer.subarray(0, length)
    if (isFaulty) inward.send(packet.slice(), host.now())
    else host.receive(packet)
    if (++read === MOST_READ) break
  }
  idleTurns = read === 0 ? idleTurns + 1 : 0
  if (idleTurns > 2) tun.wait(1)
  setImmediate(turn)
}

function observed(socket: NetstackSocket): NetstackSocket {
  let last: TcpInfo | undefined
  const timer = setInterval(() => {
    last = socket.tcp.info
    peak.congestionWindow = Math.max(peak.congestionWindow, last.congestionWindow)
    peak.receiveBuffer = Math.max(peak.receiveBuffer, last.receiveBuffer)
    peak.sendBuffer = Math.max(peak.sendBuffer, last.sendBuffer)
  }, SAMPLE_MS)
  socket.once('close', () => {
    clearInterval(timer)
    retransmittedSegments += socket.tcp.info.retransmittedSegments
  })
  return socket
}

/** @returns who answered an echo of so many bytes, `undefined` where nobody did within a second */
async function ping({ address, size }: { address: string; size: number }): Promise<string | undefined> {
  const bytes = new Uint8Array(size).fill(0x62)
  return await new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(undefined), 1_000)
    host.watch(netstack, (event: NetstackEvent) => {
      if (event.kind !== 'echo-reply' || event.bytes.length !== size) return
      clearTimeout(giveUp)
      resolve(formatIp(event.from))
    })
    netstack.sendEcho(parseIp(address), 77, 1, bytes, host.now())
    host.touch()
  })
}
