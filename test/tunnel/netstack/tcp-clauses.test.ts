/** Single clauses of the RFCs, each as the packets that it is about. */
import { expect, test } from 'vitest'
import { acceptedWithStamps, established, finWait2, synReceived, TcpPeer, timeWait } from './tcp-peer.ts'

const letters = (length: number) => new Uint8Array(length).fill(97)

test('RFC 5961 §5.2: an acknowledgment older than any window is challenged, a merely old one is not', () => {
  const c = established()
  let ack = 1
  while (ack < 70_001) {
    c.open.write(letters(1_000), c.now)
    c.sends()
    ack += 1_000
    c.receives({ flags: 'A', seq: 1, ack })
  }
  c.passes(5_001)
  c.receives({ flags: 'A', seq: 1, ack: 40_001 })
  expect(c.sends()).toEqual([])
  c.receives({ flags: 'A', seq: 1, ack: 1 })
  expect(c.sends()).toEqual([{ flags: 'A', seq: ack, ack: 1 }])
})

test('RFC 5961 §3.2: in SYN-RECEIVED, too, only the exact RST is obeyed', () => {
  const c = synReceived()
  c.receives({ flags: 'R', seq: 900 })
  expect(c.sends()).toMatchObject([{ flags: 'A', seq: 1, ack: 1 }])
  expect(c.stack.connectionCount).toBe(1)
  c.receives({ flags: 'R', seq: 1 })
  expect(c.stack.connectionCount).toBe(0)
})

test('RFC 9293 §3.10.7.4: a SYN-ACK to a listener that has answered a SYN opens nothing', () => {
  const c = synReceived()
  c.receives({ flags: 'SA', ack: 1 })
  expect(c.sends()).toMatchObject([{ flags: 'A', seq: 1, ack: 1 }])
  expect(c.state).toBe(undefined)
})

test('RFC 1337: a RST does not end TIME-WAIT', () => {
  const c = timeWait()
  c.receives({ flags: 'R', seq: 2 })
  expect(c.state).toBe('time-wait')
})

test('RFC 7323 §2.3: a window scale over 14 is 14', () => {
  const c = new TcpPeer()
  const listener = c.stack.listenTcp({ port: 80 })
  c.receives({ flags: 'S', scale: 20 })
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 2 })
  expect(listener.accept()?.info.peerWindow).toBe(2 << 14)
})

test('RFC 7323 §2.2: the window of a SYN is never scaled', () => {
  const c = new TcpPeer()
  const listener = c.stack.listenTcp({ port: 80 })
  c.receives({ flags: 'S', scale: 7, window: 500 })
  c.receives({ flags: 'PA', seq: 1, ack: 1, window: 500, text: 'x' })
  expect(listener.accept()?.info.peerWindow).toBe(500 << 7)
})

test('RFC 7323 §4.3: a timestamp of what came out of order is not echoed before the hole is filled', () => {
  const c = acceptedWithStamps(100)
  c.receives({ flags: 'PA', seq: 4, ack: 1, stamp: 300, text: 'def' })
  c.receives({ flags: 'PA', seq: 1, ack: 1, stamp: 200, text: 'abc' })
  // Were 300 remembered, 250 would be old, and its text not taken.
  c.receives({ flags: 'PA', seq: 7, ack: 1, stamp: 250, text: 'ghi' })
  expect(new TextDecoder().decode(c.open.read(20, c.now))).toBe('abcdefghi')
})

test('RFC 2018 §8: a peer that threw away what it had SACKed is sent all of it again', () => {
  const c = established()
  c.open.write(letters(4_000), c.now)
  c.sends()
  c.passes(5)
  c.receives({ flags: 'A', seq: 1, ack: 1, sack: [[1_001, 4_001]] })
  expect(c.sends().map(({ seq }) => seq)).toEqual([1])
  c.receives({ flags: 'A', seq: 1, ack: 1_001 })
  c.passes(400)
  const again: (number | undefined)[] = []
  for (let ack = 2_001; ack <= 4_001; ack += 1_000) {
    again.push(...c.sends().map(({ seq }) => seq))
    c.receives({ flags: 'A', seq: 1, ack })
  }
  expect(again).toEqual([1_001, 2_001, 3_001])
  expect(c.open.unacknowledgedBytes).toBe(0)
})

test('RFC 6298 §5: the timeout doubles each time, and a silent peer is given up with a RST after two minutes', () => {
  const c = established()
  c.open.write(letters(3), c.now)
  c.sends()
  const waits: number[] = []
  for (let waited = 1; c.state === 'established' && waited < 400_000; waited++) {
    c.passes(1)
    if (c.sends().length === 0) continue
    waits.push(waited)
    waited = 0
  }
  expect(waits.slice(0, 6)).toEqual([200, 400, 800, 1_600, 3_200, 6_400])
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(100_000)
  expect(c.open).toMatchObject({ state: 'closed', end: 'timed-out' })
})

test('RFC 6298 §3 (Karn): the acknowledgment of what was sent twice tells no round trip', () => {
  const c = established()
  const before = c.open.roundTripMs
  c.open.write(letters(3), c.now)
  expect(c.sends()).toHaveLength(1)
  c.passes(200)
  expect(c.sends()).toHaveLength(1)
  c.passes(90)
  c.receives({ flags: 'A', seq: 1, ack: 4 })
  expect(c.open.roundTripMs).toBe(before)
})

test('the answer to a copy (DSACK) tells no round trip by the timestamp of the first, whose answer was lost', () => {
  for (const [isCopy, rtoMs] of [
    [true, 200],
    [false, 686.25],
  ] as const) {
    const c = acceptedWithStamps(100)
    expect(c.open.info.rtoMs).toBe(200)
    c.open.write(letters(500), c.now)
    c.sends()
    c.passes(200)
    c.passes(400)
    expect(c.sends()).toMatchObject([{ seq: 1 }, { seq: 1 }])
    c.passes(10)
    const sack: [number, number][] = isCopy ? [[1, 501]] : []
    // Our last stamp is 10 ms old, the first 600 ms older.
    c.receives({ flags: 'A', seq: 1, ack: 501, stamp: 110, echoAge: 600, sack })
    expect(c.open.info.rtoMs).toBe(rtoMs)
  }
})

test('RFC 8985 §7: the last segment of a flight is probed for before the timeout', () => {
  const c = established()
  for (const ack of [1_001, 2_001]) {
    c.open.write(letters(1_000), c.now)
    c.sends()
    c.passes(300)
    c.receives({ flags: 'A', seq: 1, ack })
  }
  c.sends()
  c.open.write(letters(2_000), c.now)
  expect(c.sends().map(({ seq }) => seq)).toEqual([2_001, 3_001])
  const timeout = c.open.info.rtoMs
  let waited = 0
  let probe = c.sends()
  for (; probe.length === 0; waited++) {
    c.passes(1)
    probe = c.sends()
  }
  expect(waited).toBeLessThan(timeout)
  expect(probe.map(({ seq }) => seq)).toEqual([3_001])
})

test('RFC 8985 §7.2: a tail is probed once; a DSACK in answer does not start it all over', () => {
  const c = established()
  c.open.write(letters(2_000), c.now)
  c.open.shutdown(c.now)
  c.sends()
  const waits: (number | undefined)[] = []
  for (let ms = 0; ms < 700; ms++) {
    c.passes(1)
    const [again] = c.sends()
    if (again === undefined) continue
    waits.push(again.seq)
    c.receives({ flags: 'A', seq: 1, ack: 1, sack: [[1_001, 2_001]] })
    c.receives({
      flags: 'A',
      seq: 1,
      ack: 1,
      sack: [
        [1_001, 2_001],
        [1_001, 2_001],
      ],
    })
    c.sends()
  }
  expect(waits.slice(0, 2)).toEqual([1_001, 1])
})

test('RFC 2018 §3: a FIN that came out of order is in its block', () => {
  const c = established()
  c.receives({ flags: 'FPA', seq: 4, ack: 1, text: 'def' })
  expect(c.sends()).toMatchObject([{ flags: 'A', ack: 1, sack: [[4, 8]] }])
  const alone = established()
  alone.receives({ flags: 'FA', seq: 7, ack: 1 })
  expect(alone.sends()).toMatchObject([{ flags: 'A', ack: 1, sack: [[7, 8]] }])
  alone.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abcdef' })
  expect(alone.sends().at(-1)).toMatchObject({ ack: 8 })
  expect(alone.state).toBe('close-wait')
})

test('a peer that leaves the FIN out of its block is understood, and what is missing goes at once', () => {
  const c = established()
  c.open.write(letters(2_000), c.now)
  c.open.shutdown(c.now)
  c.sends()
  c.passes(5)
  c.receives({ flags: 'A', seq: 1, ack: 1, sack: [[1_001, 2_001]] })
  c.passes(20)
  expect(c.sends().map(({ seq }) => seq)).toEqual([1])
})

test('RFC 9293 §3.8.6.1: a closed window that is acknowledged is waited for without end', () => {
  const c = withClosedWindow()
  for (let minute = 0; minute < 30; minute++) probeAndAnswer(c)
  expect(c.state).toBe('established')
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 1_000 })
  expect(c.sends()).toMatchObject([{ seq: 1, text: 'a'.repeat(100) }])
})

test('RFC 6429 §3: where nobody waits any more, a closed window is given up after two minutes', () => {
  const c = withClosedWindow()
  const { open } = c
  open.close(c.now)
  expect(c.stack.connectionCount).toBe(1)
  const sent: string[] = []
  for (let minute = 0; minute < 5; minute++) sent.push(...probeAndAnswer(c))
  expect(sent).toContain('RA')
  expect(open).toMatchObject({ state: 'closed', end: 'timed-out' })
  expect(c.stack.nextTimeout()).toBe(undefined)
})

test('RFC 6429 §3: nor is a FIN sent for ever to who acknowledges all but it', () => {
  const c = established()
  c.open.close(c.now)
  for (let second = 0; second < 400 && c.stack.connectionCount > 0; second++) {
    c.passes(1_000)
    c.sends()
    c.receives({ flags: 'A', seq: 1, ack: 1 })
  }
  expect(c.stack.connectionCount).toBe(0)
})

test('FIN-WAIT-2 of a closed socket ends after a minute, of one that is still read it does not', () => {
  const kept = finWait2()
  kept.passes(600_000)
  expect(kept.state).toBe('fin-wait-2')
  const closed = finWait2()
  closed.open.close(closed.now)
  expect(closed.sends()).toEqual([])
  closed.passes(59_999)
  expect(closed.stack.connectionCount).toBe(1)
  closed.passes(1)
  expect(closed.stack.connectionCount).toBe(0)
})

test('RFC 9293 §3.10.7.1: text for a socket that was closed is answered with RST', () => {
  const c = established()
  const { open } = c
  open.close(c.now)
  c.sends()
  c.receives({ flags: 'PA', seq: 1, ack: 2, text: 'late' })
  expect(c.sends()).toMatchObject([{ flags: 'RA' }])
  expect(open.state).toBe('closed')
})

test('RFC 2525 §2.17: closing with text unread is a RST, so that the peer knows', () => {
  const c = established()
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'unread' })
  c.sends()
  c.open.close(c.now)
  expect(c.sends()).toMatchObject([{ flags: 'RA' }])
})

function withClosedWindow(): TcpPeer {
  const c = established()
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 0 })
  c.open.write(letters(100), c.now)
  return c
}

/** A minute passes; each probe is acknowledged, and the window stays closed. @returns the flags that were sent */
function probeAndAnswer(c: TcpPeer): string[] {
  const all: string[] = []
  for (let second = 0; second < 60; second++) {
    c.passes(1_000)
    const sent = c.sends().map(({ flags }) => flags)
    all.push(...sent)
    if (sent.length > 0 && c.stack.connectionCount > 0) c.receives({ flags: 'A', seq: 1, ack: 1, window: 0 })
  }
  return all
}
