/** What a kernel leaves to the card: packets are cut as RFC 9293 sees one stream, and joined again to the same bytes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IpView } from '../../../src/tunnel/netstack/wire/ip.ts'
import { readIpv4 } from '../../../src/tunnel/netstack/wire/ipv4.ts'
import { readIpv6 } from '../../../src/tunnel/netstack/wire/ipv6.ts'
import { readTcp } from '../../../src/tunnel/netstack/wire/tcp.ts'
import { TcpSegment } from '../../../src/tunnel/netstack/wire/tcp-segment.ts'
import { Coalescer } from '../../../src/tunnel/offload/coalesce.ts'
import { segmentPacket } from '../../../src/tunnel/offload/segment.ts'
import {
  emptyVnetHeader,
  GSO,
  NEEDS_CHECKSUM,
  readVnetHeader,
  VNET_HEADER,
  writeVnetHeader,
} from '../../../src/tunnel/offload/vnet-header.ts'

const SEGMENT = 1_000

test('the vnet header has the layout of virtio 1.2', () => {
  const bytes = Buffer.alloc(VNET_HEADER)
  const header = {
    flags: 1,
    gsoType: 4,
    headerLength: 0x1234,
    segmentSize: 0x5678,
    checksumStart: 40,
    checksumOffset: 16,
  }
  writeVnetHeader(header, bytes, 0)
  expect(bytes.toString('hex')).toBe('01043412785628001000')
  const read = emptyVnetHeader()
  readVnetHeader(read, bytes, 0)
  expect(read).toEqual(header)
})

for (const family of [4, 6] as const) {
  test(`a TCP packet over IPv${family} is cut: sequence and length move on, FIN and PSH stay with the last`, () => {
    const parts = cut(superPacket(family, 2_500, 0x19), family)
    expect(parts.map((part) => describe(part, family))).toEqual([
      { sequence: 1_000, flags: 0x10, payload: 1_000 },
      { sequence: 2_000, flags: 0x10, payload: 1_000 },
      { sequence: 3_000, flags: 0x19, payload: 500 },
    ])
  })

  test(`what was cut over IPv${family} is joined to the same packet, with its size told`, () => {
    const whole = superPacket(family, 30_500, 0x18)
    const written = join(cut(whole, family))
    expect(written).toHaveLength(1)
    const header = emptyVnetHeader()
    readVnetHeader(header, written[0]!, 0)
    const start = family === 4 ? 20 : 40
    expect(header).toEqual({
      flags: NEEDS_CHECKSUM,
      gsoType: family === 4 ? GSO.tcp4 : GSO.tcp6,
      headerLength: start + 32,
      segmentSize: SEGMENT,
      checksumStart: start,
      checksumOffset: 16,
    })
    // Cut again it gives the same packets: nothing was lost on the way.
    const again: Buffer[] = []
    const joined = written[0]!
    segmentPacket(header, joined, VNET_HEADER, joined.length - VNET_HEADER, (bytes, at, length) =>
      again.push(Buffer.from(bytes.subarray(at, at + length))),
    )
    expect(again.map((part) => part.toString('hex'))).toEqual(
      cut(whole, family).map((part) => part.toString('hex')),
    )
  })
}

test('a segment with a wrong checksum is joined with nothing, and goes on as it came', () => {
  const parts = cut(superPacket(4, 3_000, 0x10), 4)
  parts[1]![60]! ^= 1
  const written = join(parts)
  expect(written.map((each) => each[1])).toEqual([GSO.none, GSO.none, GSO.none])
  expect(Buffer.compare(written[1]!.subarray(VNET_HEADER), parts[1]!)).toBe(0)
})

test.each([
  ['another port', (part: Buffer) => part.writeUInt16BE(99, 20)],
  ['a gap', (part: Buffer) => part.writeUInt32BE(9_999, 24)],
  ['another acknowledgment', (part: Buffer) => part.writeUInt32BE(8, 28)],
  ['another window', (part: Buffer) => part.writeUInt16BE(8, 34)],
  ['another timestamp', (part: Buffer) => part.writeUInt32BE(8, 44)],
  ['another hop limit', (part: Buffer) => part.writeUInt8(9, 8)],
  ['a FIN', (part: Buffer) => part.writeUInt8(0x11, 33)],
])('segments are not joined over %s', (_, change) => {
  const parts = cut(superPacket(4, 2_000, 0x10), 4)
  change(parts[1]!)
  sealTcp4(parts[1]!)
  expect(join(parts)).toHaveLength(2)
})

test.each([
  [4, [2, 3, 4, 5, 10, 11, 36, 37]],
  [6, [4, 5, 56, 57]],
] as const)('over IPv%i no byte of a header may differ but lengths, identification and sums', (family, free) => {
  const [first, second] = cut(superPacket(family, 2_000, 0x10), family) as [Buffer, Buffer]
  const headers = first.length - SEGMENT
  const joining: number[] = []
  for (let at = 0; at < headers; at++) {
    const changed = Buffer.from(second)
    changed[at]! ^= 1
    // As a batch comes: one after the other in the same memory.
    const arena = Buffer.concat([Buffer.alloc(7), first, changed])
    let written = 0
    const coalescer = new Coalescer(Buffer.alloc(VNET_HEADER + 65_535), () => written++, 'trusted')
    coalescer.take(arena, 7, first.length)
    coalescer.take(arena, 7 + first.length, changed.length)
    coalescer.flush()
    if (written === 1) joining.push(at)
  }
  expect(joining).toEqual(free)
})

test('flows that alternate, fragments, UDP and odd bytes come out as they went in, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 90 }), { maxLength: 20 }), (packets) => {
      const written = join(packets.map((packet) => Buffer.from(packet)))
      const bytes = written.map((each) => each.subarray(VNET_HEADER).toString('hex'))
      expect(bytes).toEqual(packets.map((packet) => Buffer.from(packet).toString('hex')))
    }),
    { numRuns: 500 },
  )
})

test('no header makes the cutter throw, or read beyond the packet', () => {
  const word = fc.integer({ min: 0, max: 0xffff })
  const header = fc.record({
    flags: fc.integer({ min: 0, max: 255 }),
    gsoType: fc.constantFrom(0, 1, 3, 4, 5, 0x81),
    headerLength: word,
    segmentSize: word,
    checksumStart: fc.integer({ min: 0, max: 120 }),
    checksumOffset: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(header, fc.uint8Array({ minLength: 1, maxLength: 200 }), (vnet, packet) => {
      let emitted = 0
      segmentPacket(vnet, Uint8Array.from(packet), 0, packet.length, (_bytes, _at, length) => {
        emitted += length > 0 ? 1 : 0
      })
      expect(emitted).toBeLessThanOrEqual(200)
    }),
    { numRuns: 2_000 },
  )
})

test('a UDP packet is cut into datagrams, each with its length and checksum', () => {
  const packet = Buffer.alloc(28 + 2_500, 7)
  packet.fill(0, 0, 28)
  packet.writeUInt8(0x45, 0)
  packet.writeUInt16BE(packet.length, 2)
  packet.writeUInt8(17, 9)
  const vnet = {
    ...emptyVnetHeader(),
    flags: 1,
    gsoType: GSO.udp,
    segmentSize: 1_000,
    checksumStart: 20,
    checksumOffset: 6,
  }
  const lengths: number[] = []
  segmentPacket(vnet, packet, 0, packet.length, (bytes, at) =>
    lengths.push(Buffer.from(bytes).readUInt16BE(at + 24)),
  )
  expect(lengths).toEqual([1_008, 1_008, 508])
})

function superPacket(family: 4 | 6, payload: number, flags: number): Buffer {
  const start = family === 4 ? 20 : 40
  const packet = Buffer.alloc(start + 32 + payload)
  for (let i = 0; i < payload; i++) packet[start + 32 + i] = i * 31
  if (family === 4) {
    packet.writeUInt16BE(0x4500, 0)
    packet.writeUInt16BE(packet.length, 2)
    packet.writeUInt16BE(0x4000, 6)
    packet.writeUInt16BE(0x4006, 8)
    packet.set([10, 0, 0, 1, 10, 0, 0, 2], 12)
  } else {
    packet.writeUInt8(0x60, 0)
    packet.writeUInt16BE(packet.length - 40, 4)
    packet.set([6, 64], 6)
    packet.set([0xfd, 1], 8)
    packet.set([0xfd, 2], 24)
  }
  packet.writeUInt16BE(1, start)
  packet.writeUInt16BE(2, start + 2)
  packet.writeUInt32BE(1_000, start + 4)
  packet.writeUInt32BE(7, start + 8)
  packet.set([0x80, flags], start + 12)
  packet.writeUInt16BE(500, start + 14)
  packet.set([1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2], start + 20)
  return packet
}

function cut(packet: Buffer, family: 4 | 6): Buffer[] {
  const start = family === 4 ? 20 : 40
  const header = {
    flags: NEEDS_CHECKSUM,
    gsoType: family === 4 ? GSO.tcp4 : GSO.tcp6,
    headerLength: start + 32,
    segmentSize: SEGMENT,
    checksumStart: start,
    checksumOffset: 16,
  }
  const parts: Buffer[] = []
  segmentPacket(header, packet, 0, packet.length, (bytes, at, length) =>
    parts.push(Buffer.from(bytes.subarray(at, at + length))),
  )
  return parts
}

function join(packets: readonly Buffer[]): Buffer[] {
  const written: Buffer[] = []
  const coalescer = new Coalescer(Buffer.alloc(VNET_HEADER + 65_535), (bytes, at, length) =>
    written.push(Buffer.from(bytes.subarray(at, at + length))),
  )
  for (const packet of packets) coalescer.take(packet, 0, packet.length)
  coalescer.flush()
  return written
}

/** Checks every checksum on the way. */
function describe(packet: Buffer, family: 4 | 6) {
  const ip = new IpView()
  expect((family === 4 ? readIpv4 : readIpv6)(ip, packet, 0, packet.length)).toBeUndefined()
  const segment = new TcpSegment()
  expect(readTcp(segment, ip, true)).toBeUndefined()
  return { sequence: segment.sequence, flags: segment.flags, payload: segment.payloadLength }
}

/** Makes the checksum of a changed packet right again, by completing it as a card does. */
function sealTcp4(packet: Buffer): void {
  packet.writeUInt16BE(0, 36)
  let sum = 6 + packet.length - 20
  for (let at = 12; at < packet.length; at += 2) sum += packet.readUInt16BE(at)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  packet.writeUInt16BE(~sum & 0xffff, 36)
}
