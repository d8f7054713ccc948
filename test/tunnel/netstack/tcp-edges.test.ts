/** What stands at the very edge: of a window, of a stream, of a path that became narrower. */
import { expect, test } from 'vitest'
import { Recovery } from '../../../src/tunnel/netstack/tcp/recovery.ts'
import { Simulation } from './simulated-network.ts'
import { closeWait, closing, established, lastAck, synReceived, synSent } from './tcp-peer.ts'

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
