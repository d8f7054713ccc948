/**
 * Tier C's packet path alone, one way on one core: packets of 1,420 bytes are sealed into the cipher's own
 * memory and given to `node:dgram`; or they are opened there. By processor time.
 */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import type { Instant, Timestamp } from '../../../src/base/time.ts'
import { chooseAead } from '../../../src/mesh/aead-tiers.ts'
import { OutgoingBatch, RUN_LIMITS } from '../../../src/mesh/outgoing-batch.ts'
import { openUdpLink } from '../../../src/mesh/udp-link.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { Device } from '../../../src/tunnel/wireguard/device.ts'
import { privateKey, publicKey } from '../../../src/tunnel/wireguard/keys.ts'
import { udpRemote } from '../../../src/tunnel/wireguard/remote.ts'
import { newKeyPair } from '../keys.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'

export const packetPath: Row = { name: 'packet-path', measure }

const SIZE = 1_420
const COUNT = 60_000
const BURST = 64
const NOW = 1_000 as Instant

async function measure(setting: Setting): Promise<Line[]> {
  const contenders = new Map([
    ['send', () => gigabits('send')],
    ['receive', () => gigabits('receive')],
  ])
  const figures = await takeTurns(setting, contenders)
  return ['send', 'receive'].map((name) => ({
    what: `tier C, packet path, ${name}`,
    ours: median(figures.get(name) ?? []),
    unit: 'Gbit/s',
    peer: '–',
    theirs: undefined,
    goal: '≥ 1.0',
    meets: (rate) => rate >= 1,
    note: 'one core, by processor time; ceiling 1.6 and 1.45',
  }))
}

/** `send` goes to a socket that nobody reads; `receive` opens what was sealed before. */
async function gigabits(way: 'send' | 'receive'): Promise<number> {
  const sink = createSocket('udp4').bind(0, '127.0.0.1')
  await once(sink, 'listening')
  sink.removeAllListeners('message')
  const to = parseEndpoint(`127.0.0.1:${sink.address().port}`)
  const aead = await chooseAead('simd')
  const idle = (): void => {}
  const link = await openUdpLink({
    port: 0,
    address: '127.0.0.1',
    aead,
    isNative: false,
    onDatagram: idle,
    onRun: idle,
    onBatch: idle,
  })
  const sealed: Buffer[] = []
  const batch = new OutgoingBatch(aead, RUN_LIMITS, (_peer, _to, arena, at, size, segmentSize) => {
    if (way === 'send') link.sendRun(arena, at, size, segmentSize, to)
    else {
      for (let sent = 0; sent < size; sent += segmentSize) {
        sealed.push(Buffer.from(arena.bytes.subarray(at + sent, at + Math.min(sent + segmentSize, size))))
      }
    }
  })
  const { left, right, opened } = joinedDevices(aead, batch)
  const packet = packetOf(SIZE)
  let spent = 0
  for (let sent = 0; sent < COUNT; sent += BURST) {
    const before = process.cpuUsage()
    for (let i = 0; i < BURST; i++) left.sendAt(packet, 0, SIZE, NOW)
    batch.flush()
    const after = way === 'send' ? process.cpuUsage(before) : receiveAll(right, sealed)
    spent += after.user + after.system
    sealed.length = 0
    await new Promise((resolve) => setImmediate(resolve))
  }
  link.close()
  sink.close()
  if (way === 'receive' && opened() < COUNT) throw new Error(`only ${opened()} packets were opened`)
  return (COUNT * SIZE * 8) / (spent * 1_000)
}

function receiveAll(device: Device, sealed: readonly Buffer[]): NodeJS.CpuUsage {
  const before = process.cpuUsage()
  for (const datagram of sealed) device.receive(datagram, LEFT, NOW)
  return process.cpuUsage(before)
}

const LEFT = udpRemote(parseEndpoint('192.0.2.1:1'))
const RIGHT = udpRemote(parseEndpoint('192.0.2.2:2'))

function joinedDevices(aead: Awaited<ReturnType<typeof chooseAead>>, batch: OutgoingBatch) {
  const [a, b] = [newKeyPair(), newKeyPair()]
  let count = 0
  const wallClock = (now: Instant): Timestamp => (1_700_000_000_000 + now) as Timestamp
  const create = (key: Buffer, more: object): Device =>
    new Device({
      privateKey: privateKey(new Uint8Array(key)),
      random: systemRandom,
      wallClock,
      aead,
      ...more,
    })
  const left = create(a.privateKey, { data: batch })
  const right = create(b.privateKey, { deliver: () => count++ })
  const allowed = [parsePrefix('10.0.0.0/8')]
  left.setPeer({ publicKey: publicKey(b.publicKey), allowedIps: allowed, remote: RIGHT }, NOW)
  right.setPeer({ publicKey: publicKey(a.publicKey), allowedIps: allowed, remote: LEFT }, NOW)
  left.connect(left.peers()[0]!, NOW)
  for (const output of left.drain()) if (output.kind === 'datagram') right.receive(output.bytes, LEFT, NOW)
  for (const output of right.drain()) if (output.kind === 'datagram') left.receive(output.bytes, RIGHT, NOW)
  return { left, right, opened: () => count }
}

/** An IPv4 packet of an unassigned protocol. */
function packetOf(size: number): Uint8Array {
  const packet = new Uint8Array(size)
  packet.set([0x45, 0, size >> 8, size & 0xff, 0, 0, 0, 0, 64, 253, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2])
  return packet
}
