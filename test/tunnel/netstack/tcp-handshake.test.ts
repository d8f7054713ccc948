/** Handshakes that go wrong: half-open connections of an old self, lost SYNs, strangers at a listener. */
import { expect, test } from 'vitest'
import { synReceived, synSent, TcpPeer } from './tcp-peer.ts'

const data = (length: number) => new Uint8Array(length).fill(97)

test('an ACK of an old connection is answered with a RST at its own number, and the SYN then connects (RFC 9293, figure 9)', () => {
  const c = synSent()
  c.receives({ flags: 'A', seq: 700, ack: 300 })
  expect(c.sends()).toEqual([{ flags: 'R', seq: 300 }])
  expect(c.state).toBe('syn-sent')
  c.passes(1_000)
  expect(c.sends()).toEqual([{ flags: 'S', seq: 0 }])
  c.receives({ flags: 'SA', ack: 1 })
  expect(c.state).toBe('established')
})

test('a SYN-ACK that acknowledges another SYN is answered with a RST at its number', () => {
  const c = synSent()
  c.receives({ flags: 'SA', ack: 77 })
  expect(c.sends()).toEqual([{ flags: 'R', seq: 77 }])
  expect(c.state).toBe('syn-sent')
})

test('an ACK that does not finish the handshake is answered with a RST at its number; the right one still does', () => {
  const c = synReceived()
  c.receives({ flags: 'A', seq: 1, ack: 9 })
  expect(c.sends()).toEqual([{ flags: 'R', seq: 9 }])
  expect(c.stack.connectionCount).toBe(1)
  c.receives({ flags: 'A', seq: 1, ack: 1 })
  expect(c.state).toBe('established')
})

test('a listener is silent to a segment that neither opens nor acknowledges, a closed port is not', () => {
  const c = new TcpPeer()
  c.stack.listenTcp({ port: 80 })
  c.receives({ flags: 'F', seq: 5 })
  c.receives({ flags: '', seq: 5, text: 'x' })
  expect(c.sends()).toEqual([])
  const closed = new TcpPeer()
  closed.receives({ flags: 'F', seq: 5 })
  expect(closed.sends()).toMatchObject([{ flags: 'RA', ack: 6 }])
})

test('after a lost SYN that measured nothing the timeout begins with three seconds (RFC 6298, 5.7)', () => {
  const c = synSent()
  c.passes(1_000)
  c.sends()
  c.receives({ flags: 'SA', ack: 1 })
  expect(c.open.info.rtoMs).toBe(3_000)
  expect(c.open.roundTripMs).toBe(undefined)
})

test('after a lost SYN a timestamp that comes back tells the round trip', () => {
  const c = synSent()
  c.passes(1_000)
  c.passes(30)
  c.receives({ flags: 'SA', ack: 1, stamp: 9 })
  expect(c.open.roundTripMs).toBe(30)
})

test('one lost SYN leaves the window of ten segments, two leave one segment (RFC 6928)', () => {
  const once = synSent()
  once.passes(1_000)
  once.receives({ flags: 'SA', ack: 1 })
  once.sends()
  once.open.write(data(20_000), once.now)
  expect(once.sends()).toHaveLength(10)
  const twice = synSent()
  twice.passes(1_000)
  twice.passes(2_000)
  twice.receives({ flags: 'SA', ack: 1 })
  twice.sends()
  twice.open.write(data(20_000), twice.now)
  expect(twice.sends()).toHaveLength(1)
})
