import { expect, test } from 'vitest'
import { Simulation } from './simulated-network.ts'
import {
  closeWait,
  closing,
  established,
  finWait1,
  finWait2,
  lastAck,
  synReceived,
  synSent,
  TcpPeer,
  timeWait,
} from './tcp-peer.ts'

const text = (s: string) => new TextEncoder().encode(s)

test('each constructor stands in the state of its name', () => {
  expect(synSent().state).toBe('syn-sent')
  expect(established().state).toBe('established')
  expect(finWait1().state).toBe('fin-wait-1')
  expect(finWait2().state).toBe('fin-wait-2')
  expect(closing().state).toBe('closing')
  expect(timeWait().state).toBe('time-wait')
  expect(closeWait().state).toBe('close-wait')
  expect(lastAck().state).toBe('last-ack')
})

test('a SYN to a listener is answered with SYN-ACK, and its ACK makes the connection acceptable', () => {
  const c = synReceived()
  expect(c.state).toBe(undefined)
  c.receives({ flags: 'A', seq: 1, ack: 1 })
  expect(c.state).toBe('established')
})

test('SYNs that cross make one connection (simultaneous open)', () => {
  const c = synSent()
  c.receives({ flags: 'S' })
  expect(c.state).toBe('syn-received')
  expect(c.sends()).toEqual([{ flags: 'SA', seq: 0, ack: 1 }])
  c.receives({ flags: 'SA', ack: 1 })
  expect(c.state).toBe('established')
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 1 }])
})

test('where the SYN-ACK of a simultaneous open is lost, the ACK of who had ours connects', () => {
  const c = synSent()
  c.receives({ flags: 'S' })
  c.sends()
  c.receives({ flags: 'A', seq: 1, ack: 1 })
  expect(c.state).toBe('established')
})

test('two that open at the same time say little and are connected', () => {
  const sim = new Simulation({ seed: 1, there: { delayMs: 10 }, back: { delayMs: 10 } })
  const left = sim.left.connectTcp({ address: sim.rightAddress, port: 2_000 }, sim.now, { localPort: 1_000 })
  const right = sim.right.connectTcp({ address: sim.leftAddress, port: 1_000 }, sim.now, { localPort: 2_000 })
  sim.runFor(1_000)
  expect([left.state, right.state]).toEqual(['established', 'established'])
  expect(sim.there.counts.passed + sim.back.counts.passed).toBeLessThan(10)
  left.write(text('hello'), sim.now)
  sim.runFor(100)
  expect(new TextDecoder().decode(right.read(10, sim.now))).toBe('hello')
})

test('a RST that acknowledges our SYN refuses, one that does not is ignored', () => {
  const c = synSent()
  c.receives({ flags: 'RA', ack: 77 })
  expect(c.state).toBe('syn-sent')
  c.receives({ flags: 'RA', ack: 1 })
  expect(c.open).toMatchObject({ state: 'closed', end: 'refused' })
})

test('a SYN is sent again after one second, then two', () => {
  const c = synSent()
  c.passes(999)
  expect(c.sends()).toEqual([])
  c.passes(1)
  expect(c.sends()).toEqual([{ flags: 'S', seq: 0 }])
  c.passes(1_999)
  expect(c.sends()).toEqual([])
  c.passes(1)
  expect(c.sends()).toEqual([{ flags: 'S', seq: 0 }])
})

test('FIN in ESTABLISHED is acknowledged and moves to CLOSE-WAIT', () => {
  const c = established()
  c.receives({ flags: 'FA', seq: 1, ack: 1 })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 2 }])
  expect(c.state).toBe('close-wait')
  expect(c.open.readEnded).toBe(true)
})

test('in CLOSE-WAIT there is still much to say', () => {
  const c = closeWait()
  c.open.write(text('more'), c.now)
  expect(c.sends()).toEqual([{ flags: 'PA', seq: 1, ack: 2, text: 'more' }])
})

test('LAST-ACK ends with the acknowledgment of our FIN', () => {
  const c = lastAck()
  c.receives({ flags: 'A', seq: 2, ack: 2 })
  expect(c.open).toMatchObject({ state: 'closed', end: 'finished' })
})

test('FINs that cross go through CLOSING to TIME-WAIT', () => {
  const c = closing()
  c.receives({ flags: 'A', seq: 2, ack: 2 })
  expect(c.state).toBe('time-wait')
})

test('a FIN that acknowledges ours goes from FIN-WAIT-1 straight to TIME-WAIT', () => {
  const c = finWait1()
  c.receives({ flags: 'FA', seq: 1, ack: 2 })
  expect(c.state).toBe('time-wait')
})

test('FIN-WAIT-2 still takes data', () => {
  const c = finWait2()
  c.receives({ flags: 'PA', seq: 1, ack: 2, text: 'late' })
  expect(new TextDecoder().decode(c.open.read(10, c.now))).toBe('late')
})

test('TIME-WAIT acknowledges the FIN come again, and is over after its time', () => {
  const c = timeWait()
  c.passes(29_000)
  c.receives({ flags: 'FA', seq: 1, ack: 2 })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 2, ack: 2 }])
  c.passes(29_000)
  expect(c.state).toBe('time-wait')
  c.passes(1_500)
  expect(c.state).toBe('closed')
  expect(c.stack.connectionCount).toBe(0)
})

test('a RST is obeyed at the exact sequence number only; another in the window is challenged (RFC 5961)', () => {
  const c = established()
  c.receives({ flags: 'R', seq: 500 })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 1 }])
  expect(c.state).toBe('established')
  c.receives({ flags: 'R', seq: 1_000_000_000 })
  expect(c.sends()).toEqual([])
  c.receives({ flags: 'R', seq: 1 })
  expect(c.open).toMatchObject({ state: 'closed', end: 'reset' })
})

test('a SYN in the window is challenged and changes nothing', () => {
  const c = established()
  c.receives({ flags: 'S', seq: 1 })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 1 }])
  expect(c.state).toBe('established')
})

test('an acknowledgment of what was never sent is challenged and not believed', () => {
  const c = established()
  c.open.write(text('abc'), c.now)
  c.sends()
  c.receives({ flags: 'A', seq: 1, ack: 5_000 })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 4, ack: 1 }])
  expect(c.open.unacknowledgedBytes).toBe(3)
})

test('a storm of challenges is answered ten times', () => {
  const c = established()
  for (let i = 0; i < 1_000; i++) {
    c.receives({ flags: 'A', seq: 1, ack: 900_000 })
    c.passes(1)
  }
  expect(c.sends().length).toBeLessThanOrEqual(10)
})

test('data out of order is acknowledged at once with SACK, and read in order', () => {
  const c = established()
  c.receives({ flags: 'PA', seq: 4, ack: 1, text: 'def' })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 1, sack: [[4, 7]] }])
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abc' })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 7 }])
  expect(new TextDecoder().decode(c.open.read(10, c.now))).toBe('abcdef')
})

test('what came first stays, whatever overlaps it later', () => {
  const c = established()
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abc' })
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'XYZdef' })
  expect(new TextDecoder().decode(c.open.read(10, c.now))).toBe('abcdef')
})

test('what came first stays out of order too, whether the later one begins before it, in it, or holds it whole', () => {
  const c = established()
  c.receives({ flags: 'PA', seq: 4, ack: 1, text: 'def' })
  c.receives({ flags: 'PA', seq: 10, ack: 1, text: 'jkl' })
  c.receives({ flags: 'PA', seq: 3, ack: 1, text: 'cXY' })
  c.receives({ flags: 'PA', seq: 6, ack: 1, text: 'XghiXYZm' })
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abXYZ' })
  expect(new TextDecoder().decode(c.open.read(20, c.now))).toBe('abcdefghijklm')
})

test('three SACKs above a hole bring the lost segment back without a timeout', () => {
  const c = established()
  c.open.write(new Uint8Array(4_000).fill(65), c.now)
  expect(c.sends().map(({ seq }) => seq)).toEqual([1, 1_001, 2_001, 3_001])
  c.passes(5)
  c.receives({ flags: 'A', seq: 1, ack: 1, sack: [[1_001, 4_001]] })
  expect(c.sends().map(({ seq }) => seq)).toEqual([1])
})

test('a single segment is acknowledged after the delay, a second one at once', () => {
  const c = established()
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'a'.repeat(1_000) })
  expect(c.sends()).toEqual([])
  c.passes(40)
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 1_001 }])
  c.receives({ flags: 'PA', seq: 1_001, ack: 1, text: 'a'.repeat(1_000) })
  c.receives({ flags: 'PA', seq: 2_001, ack: 1, text: 'a'.repeat(1_000) })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 3_001 }])
})

test('a closed window is probed with one byte, twice as late each time, until it opens', () => {
  const c = established()
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 0 })
  c.open.write(text('hello'), c.now)
  expect(c.sends()).toEqual([])
  c.passes(200)
  expect(c.sends()).toMatchObject([{ seq: 1, text: 'h' }])
  c.passes(399)
  expect(c.sends()).toEqual([])
  c.passes(1)
  expect(c.sends()).toMatchObject([{ seq: 1, text: 'h' }])
  c.receives({ flags: 'A', seq: 1, ack: 2, window: 1_000 })
  expect(c.sends()).toMatchObject([{ seq: 2, text: 'ello' }])
})

test('a segment for no connection is answered with the RST of RFC 9293', () => {
  const c = new TcpPeer()
  c.receives({ flags: 'FA', seq: 10, ack: 77 })
  expect(c.sends()).toEqual([{ flags: 'R', seq: 77 }])
  c.receives({ flags: 'S', seq: 10 })
  expect(c.sends()).toMatchObject([{ flags: 'RA', ack: 11 }])
  c.receives({ flags: 'R', seq: 10 })
  expect(c.sends()).toEqual([])
})
