/** What stands at the very edge: of a window, of a stream, of a path that became narrower. */
import { expect, test } from 'vitest'
import { Cubic } from '../../../src/tunnel/netstack/tcp/cubic.ts'
import { Recovery } from '../../../src/tunnel/netstack/tcp/recovery.ts'
import { Sender } from '../../../src/tunnel/netstack/tcp/sender.ts'
import { Simulation } from './simulated-network.ts'
import {
  closeWait,
  closing,
  established,
  lastAck,
  type PeerSegment,
  synReceived,
  synSent,
} from './tcp-peer.ts'

const letters = (length: number) => new Uint8Array(length).fill(97)

test('the acknowledgments of a peer that has filled our window and lost a part of it are taken', () => {
  const c = established()
  c.open.write(letters(1_000), c.now)
  c.sends()
  // All of the window but its first byte has come; the peer's next number is its end.
  const whole = 65_535
  for (let seq = 2; seq < 1 + whole; ) {
    const length = Math.min(1_000, 1 + whole - seq)
    c.receives({ flags: 'A', seq, ack: 1, text: 'x'.repeat(length) })
    seq += length
  }
  c.sends()
  expect(c.open.unacknowledgedBytes).toBe(1_000)
  c.receives({ flags: 'A', seq: 1 + whole, ack: 1_001 })
  expect(c.open.unacknowledgedBytes).toBe(0)
  expect(c.sends()).toEqual([])
  c.receives({ flags: 'A', seq: 2 + whole, ack: 1_001 })
  expect(c.sends()).toMatchObject([{ flags: 'A', ack: 1 }])
})

test('a RST in LAST-ACK ends a stream that was heard to its end; one that was not, it resets', () => {
  const heard = lastAck()
  heard.receives({ flags: 'R', seq: 2 })
  expect(heard.open.end).toBe('finished')
  const cut = closeWait()
  cut.open.write(letters(5_000), cut.now)
  cut.open.shutdown(cut.now)
  cut.sends()
  cut.receives({ flags: 'A', seq: 2, ack: 2_001 })
  cut.receives({ flags: 'R', seq: 2 })
  expect(cut.open.end).toBe('reset')
})

test('so does a RST in CLOSING', () => {
  const heard = closing()
  heard.receives({ flags: 'R', seq: 2 })
  expect(heard.open.end).toBe('finished')
  const cut = established()
  cut.open.write(letters(3_000), cut.now)
  cut.open.shutdown(cut.now)
  cut.sends()
  cut.receives({ flags: 'FA', seq: 1, ack: 1 })
  expect(cut.state).toBe('closing')
  cut.receives({ flags: 'R', seq: 2 })
  expect(cut.open.end).toBe('reset')
})

test('a tail is probed for with a segment that the link still takes, though it was sent when it took more', () => {
  const c = established()
  c.open.write(letters(1_000), c.now)
  c.sends()
  c.passes(50)
  c.receives({ flags: 'A', seq: 1, ack: 1_001 })
  c.open.write(letters(2_000), c.now)
  c.open.shutdown(c.now)
  expect(c.sends().map(({ seq }) => seq)).toEqual([1_001, 2_001])
  c.stack.setMtu(576, c.now)
  c.passes(150)
  const [probe] = c.sends()
  // 536 bytes are what a packet of 576 carries; they end where the stream does.
  expect(probe).toMatchObject({ flags: 'FPA', seq: 3_001 - 536 })
  expect(probe!.text).toHaveLength(536)
})

test('who has probed our window, and of whom we took the octet, still tells us of theirs', () => {
  const c = established()
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 0 })
  c.open.write(letters(100), c.now)
  c.sends()
  c.passes(1_000)
  expect(c.sends()).toMatchObject([{ flags: 'A', seq: 1, text: 'a' }])
  // Their probe; what it acknowledges is the state before ours came.
  c.receives({ flags: 'PA', seq: 1, ack: 1, window: 0, text: 'x' })
  c.sends()
  c.receives({ flags: 'A', seq: 1, ack: 2, window: 60_000 })
  expect(c.sends().map(({ seq, text }) => [seq, text?.length])).toContainEqual([2, 99])
})

test('two whose windows are closed at once, and who probe each other at once, go on when both read again', () => {
  const tcp = { maxBufferBytes: 1_400 }
  const sim = new Simulation({ seed: 41, there: { delayMs: 100 }, left: { tcp }, right: { tcp } })
  const listener = sim.right.listenTcp({ port: 80 })
  const left = sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
  sim.runFor(400)
  const sockets = [left, listener.accept()!]
  for (const socket of sockets) expect(socket.write(letters(1_400), sim.now)).toBe(1_400)
  sim.runFor(300)
  for (const socket of sockets) expect(socket.write(letters(1_400), sim.now)).toBe(1_400)
  // Room for an octet, and too little to say so: each probe is taken, and the windows are still closed.
  for (const socket of sockets) expect(socket.read(100, sim.now)).toHaveLength(100)
  sim.runFor(1_500)
  const got = [100, 100]
  for (let ms = 0; ms < 10_000; ms += 10) {
    for (const [i, socket] of sockets.entries()) got[i]! += socket.read(9_999, sim.now)?.length ?? 0
    sim.runFor(10)
  }
  expect(got).toEqual([2_800, 2_800])
})

test('before the handshake is over there is nothing to read, and not less than nothing', () => {
  expect(synSent().open.readableBytes).toBe(0)
  const c = synReceived()
  c.receives({ flags: 'A', seq: 1, ack: 1 })
  expect(c.open.readableBytes).toBe(0)
})

test('the window of a recovery is a segment at least, also where all that was sent is lost again', () => {
  const recovery = new Recovery()
  recovery.begin('fast', 10_000, 10_000)
  recovery.onSent(5_000)
  expect(recovery.windowAfter(0, 0, 7_000, 1_000, false)).toBe(1_000)
  expect(recovery.windowAfter(0, 3_000, 7_000, 1_000, false)).toBe(3_000)
})

/** Ten segments went out; six are acknowledged, the seventh is missing, and the last three are SACKed. */
const ACKS_WITH_A_GAP: readonly PeerSegment[] = [
  ...[1, 2, 3, 4, 5, 6].map((n): PeerSegment => ({ flags: 'A', seq: 1, ack: 1 + n * 1_000 })),
  ...[8, 9, 10].map((n): PeerSegment => ({ flags: 'A', seq: 1, ack: 6_001, sack: [[7_001, 1 + n * 1_000]] })),
]

function bytesInFlightAfterGap(deliver: 'singly' | 'together'): number {
  const c = established()
  c.open.write(letters(100_000), c.now)
  expect(c.sends()).toHaveLength(10)
  c.passes(100)
  if (deliver === 'together') c.receivesTogether(ACKS_WITH_A_GAP)
  else for (const segment of ACKS_WITH_A_GAP) c.receives(segment)
  c.passes(50)
  return c.open.info.bytesInFlight
}

test('acknowledgments that come in one burst, a loss at its end, leave the path as full as recovery wants it', () => {
  // The window was sixteen segments, of which CUBIC leaves seven tenths; one by one, it shrinks over a round trip.
  expect(bytesInFlightAfterGap('singly')).toBeGreaterThan(11_000)
  expect(bytesInFlightAfterGap('together')).toBe(11_000)
})

test('in recovery a window waits behind what is outstanding, of which the peer has all but a gap', () => {
  const sender = new Sender(new Cubic(1_000), 1_000, 8 << 20)
  sender.una = 1
  sender.nxt = 500_001
  sender.congestion.window = 300_000
  sender.congestion.threshold = 210_000
  sender.recovery.begin('fast', sender.nxt, 300_000)
  // Recovery's own window follows what is delivered, and may be a segment.
  sender.congestion.window = 1_000
  expect(sender.bufferLimit).toBe(500_000 + 210_000)
})

test("the receiver's window never holds back a sender that doubles its own each round trip", () => {
  const sim = new Simulation({ seed: 5, there: { delayMs: 50 } })
  const listener = sim.right.listenTcp({ port: 80 })
  const client = sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
  let server: ReturnType<typeof listener.accept>
  sim.onLeft = () => {
    while (client.write(letters(65_536), sim.now) > 0);
  }
  sim.onRight = () => {
    server ??= listener.accept()
    while (server?.read(65_536, sim.now) !== undefined);
  }
  sim.runFor(150)
  for (let round = 1; round <= 8; round++) {
    sim.runFor(100)
    const { congestionWindow, peerWindow } = client.info
    expect(congestionWindow).toBeGreaterThanOrEqual(10 * 2 ** (round - 1) * 1_300)
    expect(peerWindow / congestionWindow).toBeGreaterThanOrEqual(1)
  }
})
