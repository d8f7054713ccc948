/** A full backlog: SYN cookies (RFC 4987 §3.6), and TIME-WAIT that makes room (RFC 6191). */
import { expect, test } from 'vitest'
import type { TcpListener } from '../../../src/tunnel/netstack/contract.ts'
import { acceptedWithStamps, TcpPeer } from './tcp-peer.ts'

function withFullBacklog(): { peer: TcpPeer; listener: TcpListener } {
  const peer = new TcpPeer()
  const listener = peer.stack.listenTcp({ port: 80, backlog: 2 })
  for (const port of [5_001, 5_002]) peer.receives({ flags: 'S', port })
  peer.sends()
  return { peer, listener }
}

test('a SYN over the backlog is answered and forgotten, and its ACK makes a connection', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S' })
  expect(peer.sends()).toMatchObject([{ flags: 'SA', ack: 1 }])
  expect(peer.stack.connectionCount).toBe(2)
  peer.receives({ flags: 'A', seq: 1, ack: 1 })
  const socket = listener.accept()
  expect(socket).toMatchObject({ state: 'established', remote: { port: 4_000 } })
  expect(socket?.info.mss).toBe(536)
  socket?.write(new TextEncoder().encode('hello'), peer.now)
  expect(peer.sends()).toMatchObject([{ seq: 1, ack: 1, text: 'hello' }])
})

test('data that comes before the bare ACK, or instead of it, is taken', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S' })
  peer.receives({ flags: 'PA', seq: 1, ack: 1, text: 'hello' })
  expect(new TextDecoder().decode(listener.accept()?.read(10, peer.now))).toBe('hello')
})

test('data whose predecessors were lost with the ACK is no reason for RST: sent again, it connects', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S' })
  peer.sends()
  peer.receives({ flags: 'PA', seq: 6, ack: 1, text: ' there' })
  peer.receives({ flags: 'FA', seq: 12, ack: 1 })
  expect(peer.sends()).toEqual([])
  peer.receives({ flags: 'PA', seq: 1, ack: 1, text: 'hello' })
  peer.receives({ flags: 'PA', seq: 6, ack: 1, text: ' there' })
  expect(new TextDecoder().decode(listener.accept()?.read(20, peer.now))).toBe('hello there')
})

test('with timestamps a cookie keeps window scale and SACK', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S', stamp: 70 })
  peer.receives({ flags: 'A', seq: 1, ack: 1, stamp: 71, window: 1_000 })
  expect(listener.accept()?.info.peerWindow).toBe(8_000)
  peer.sends()
  peer.receives({ flags: 'PA', seq: 4, ack: 1, stamp: 72, text: 'def' })
  expect(peer.sends()).toMatchObject([{ flags: 'A', ack: 1, sack: [[4, 7]] }])
})

test('without timestamps a cookie offers neither window scale nor SACK', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S' })
  peer.receives({ flags: 'A', seq: 1, ack: 1, window: 1_000 })
  expect(listener.accept()?.info.peerWindow).toBe(1_000)
  peer.sends()
  peer.receives({ flags: 'PA', seq: 4, ack: 1, text: 'def' })
  expect(peer.sends()).toEqual([{ flags: 'A', seq: 1, ack: 1 }])
})

test('an ACK of one more than the cookie is no handshake', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S' })
  peer.sends()
  peer.receives({ flags: 'A', seq: 1, ack: 2 })
  expect(peer.sends()).toEqual([{ flags: 'R', seq: 2 }])
  expect(listener.accept()).toBe(undefined)
})

test('another port cannot use the cookie, nor can another sequence number', () => {
  const { peer, listener } = withFullBacklog()
  peer.receives({ flags: 'S' })
  peer.receives({ flags: 'A', seq: 2, ack: 1 })
  expect(listener.accept()).toBe(undefined)
  expect(peer.stack.connectionCount).toBe(2)
})

test('a cookie is good in its period of 64 s and the next, and not after', () => {
  for (const [wait, isGood] of [
    [1, true],
    [100_000, true],
    [128_001, false],
  ] as const) {
    const { peer, listener } = withFullBacklog()
    peer.now = (64_000 * 3) as typeof peer.now
    peer.receives({ flags: 'S' })
    peer.now = (peer.now + wait) as typeof peer.now
    peer.receives({ flags: 'A', seq: 1, ack: 1 })
    expect(listener.accept() !== undefined, `${wait}`).toBe(isGood)
  }
})

test('where no cookie was sent, an ACK out of the blue is answered with RST', () => {
  const peer = new TcpPeer()
  peer.stack.listenTcp({ port: 80, backlog: 2 })
  peer.receives({ flags: 'A', seq: 1, ack: 77 })
  expect(peer.sends()).toEqual([{ flags: 'R', seq: 77 }])
})

test('once half-open connections are given up, SYNs are kept again', () => {
  const { peer } = withFullBacklog()
  for (let i = 0; i < 200; i++) peer.passes(1_000)
  peer.sends()
  expect(peer.stack.connectionCount).toBe(0)
  peer.receives({ flags: 'S' })
  expect(peer.stack.connectionCount).toBe(1)
  expect(peer.stack.counters.cookiesSent).toBe(0)
})

test('while finished connections fill the backlog, SYNs are dropped, so that the peer tries again', () => {
  const peer = new TcpPeer()
  const listener = peer.stack.listenTcp({ port: 80, backlog: 1 })
  peer.receives({ flags: 'S', port: 5_001 })
  peer.receives({ flags: 'A', seq: 1, ack: 1, port: 5_001 })
  peer.sends()
  peer.receives({ flags: 'S' })
  expect(peer.sends()).toEqual([])
  expect(listener.accept()).not.toBe(undefined)
  peer.receives({ flags: 'S' })
  expect(peer.sends()).toMatchObject([{ flags: 'SA' }])
})

function inTimeWait(): TcpPeer {
  const peer = acceptedWithStamps(1_000)
  peer.open.shutdown(peer.now)
  peer.sends()
  peer.receives({ flags: 'FA', seq: 1, ack: 2, stamp: 1_001 })
  peer.sends()
  expect(peer.state).toBe('time-wait')
  return peer
}

test('a SYN with a newer timestamp opens a connection anew out of TIME-WAIT', () => {
  const peer = inTimeWait()
  const old = peer.open
  peer.receives({ flags: 'S', seq: 0, stamp: 1_002 })
  const [answer] = peer.sends()
  expect(answer).toMatchObject({ flags: 'SA', ack: 1 })
  expect(old.state).toBe('closed')
  expect(peer.stack.connectionCount).toBe(1)
})

test('a SYN with an older timestamp is a stray, and TIME-WAIT stays', () => {
  const peer = inTimeWait()
  peer.receives({ flags: 'S', seq: 0, stamp: 999 })
  expect(peer.sends()).toMatchObject([{ flags: 'A', seq: 2, ack: 2 }])
  expect(peer.state).toBe('time-wait')
})
