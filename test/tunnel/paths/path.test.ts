import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatEndpoint, parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import { orderCandidates } from '../../../src/tunnel/paths/candidates.ts'
import { Path, type PathOutput } from '../../../src/tunnel/paths/path.ts'
import { isProbe, openProbe, probeHint, probeKeys, sealProbe } from '../../../src/tunnel/paths/probe.ts'
import { nodePrimitives as crypto } from '../../../src/tunnel/wireguard/primitives-node.ts'
import { seededRandom } from '../wireguard/pair.ts'

const home = parseEndpoint('192.168.1.5:51820')
const world = parseEndpoint('203.0.113.5:40000')

test('data starts on the relay at once, before anything answered', () => {
  const { path } = begin()
  expect(path.route(0 as Instant)).toEqual({ relay: true, endpoints: [] })
  expect(path.state.kind).toBe('connecting')
})

test('the relay is proven, then a candidate: data moves to the direct way', () => {
  const world_ = begin()
  const pings = world_.run(0)
  expect(pings.filter((output) => output.kind === 'ping')).toHaveLength(3)
  expect(pings.some((output) => output.kind === 'offer')).toBe(true)
  world_.answer('relay', 40)
  expect(world_.path.state).toMatchObject({ kind: 'relayed', roundTripMs: 40 })
  world_.answer(world, 45)
  expect(world_.path.state).toMatchObject({ kind: 'direct', roundTripMs: 45 })
  expect(world_.path.route(50 as Instant)).toEqual({ relay: false, endpoints: [world] })
})

test('when the direct way falls silent data is on the relay within 6.5 s, and on both while in doubt', () => {
  const sim = direct()
  sim.answerOnly = 'relay'
  sim.keepBusyUntil(6_400)
  expect(sim.path.state.kind).toBe('direct')
  sim.keepBusyUntil(9_700)
  expect(sim.path.state.kind).toBe('relayed')
  expect(sim.path.route(9_700 as Instant)).toEqual({ relay: true, endpoints: [world] })
})

test('a direct way that comes back is taken again', () => {
  const sim = direct()
  sim.answerOnly = 'relay'
  sim.keepBusyUntil(12_000)
  expect(sim.path.state.kind).toBe('relayed')
  sim.answerOnly = undefined
  sim.keepBusyUntil(15_100)
  expect(sim.path.state.kind).toBe('direct')
})

test('nothing answers for 30 s: the path has failed, is tried again, and any answer leaves that state', () => {
  const sim = begin()
  sim.answerOnly = 'nobody'
  sim.keepBusyUntil(31_000)
  expect(sim.path.state.kind).toBe('failed')
  sim.answerOnly = undefined
  sim.keepBusyUntil(120_000)
  expect(sim.path.state.kind).toBe('direct')
})

test('a pong to no ping of ours moves nothing, nor does one that is late', () => {
  const sim = begin()
  const ping = sim.run(0).find((output) => output.kind === 'ping' && output.to !== 'relay')
  expect(sim.path.handlePong(new Uint8Array(12), 10 as Instant)).toBeUndefined()
  expect(ping?.kind === 'ping' && sim.path.handlePong(ping.transaction, 5_001 as Instant)).toBeUndefined()
  expect(sim.path.state.kind).toBe('connecting')
})

test('a ping from a place that nobody named makes it a candidate, not a path', () => {
  const sim = begin()
  sim.run(0)
  const elsewhere = parseEndpoint('198.51.100.9:9')
  sim.path.notePing(elsewhere, 10 as Instant)
  const asked = sim.path.drain()
  expect(asked).toMatchObject([{ kind: 'ping', to: elsewhere }])
  expect(sim.path.state.kind).toBe('connecting')
})

test('a much faster way is taken, one that is little faster is not', () => {
  const sim = begin()
  sim.run(0)
  sim.answer(world, 100)
  sim.answer(home, 90)
  expect(sim.path.state).toMatchObject({ kind: 'direct', endpoint: world })
  sim.path.setCandidates([home, world, parseEndpoint('203.0.113.6:1')], 200 as Instant)
  sim.run(200)
  sim.answer(home, 205)
  expect(sim.path.state).toMatchObject({ kind: 'direct', endpoint: home })
})

test('pings from ever new places are answered by few of our own: two NATs with a port per destination beget no storm', () => {
  const sim = begin()
  sim.run(0)
  let pings = 0
  for (let at = 0; at < 60_000; at += 40) {
    sim.path.noteActivity(at as Instant)
    sim.path.notePing(parseEndpoint(`203.0.113.7:${1 + at / 40}`), at as Instant)
    const outputs = sim.path.drain()
    pings += outputs.filter((output) => output.kind === 'ping').length
  }
  expect(pings).toBeGreaterThan(8)
  expect(pings).toBeLessThanOrEqual(8 + 60_000 / 2_000)
})

test('a way whose answers come from elsewhere gives way to the one that they come from', () => {
  const path = new Path({ random: seededRandom('askew'), hasRelay: false, now: 0 as Instant })
  path.setCandidates([world], 0 as Instant)
  const ping = (at: number) => {
    path.handleTimeout(at as Instant)
    return path.drain().find((output) => output.kind === 'ping')!
  }
  const other = parseEndpoint('203.0.113.5:40001')
  path.handlePong(ping(0).transaction, 40 as Instant, other)
  expect(path.state).toMatchObject({ kind: 'direct', endpoint: world })
  const asked = path.drain().find((output) => output.kind === 'ping')!
  expect(asked.to).toEqual(other)
  path.handlePong(asked.transaction, 80 as Instant, other)
  expect(path.state).toMatchObject({ kind: 'direct', endpoint: other })
  // And not back again by the way that is askew.
  path.handlePong(ping(3_040).transaction, 3_080 as Instant, other)
  expect(path.state).toMatchObject({ kind: 'direct', endpoint: other })
})

test('a way whose answers come from elsewhere is not taken while the relay answers', () => {
  const sim = begin()
  const ping = sim.run(0).find((output) => output.kind === 'ping' && output.to === world)
  sim.answer('relay', 30)
  if (ping?.kind === 'ping') {
    sim.path.handlePong(ping.transaction, 40 as Instant, parseEndpoint('203.0.113.5:40001'))
  }
  expect(sim.path.state.kind).toBe('relayed')
})

test('a heartbeat that is late puts the direct way in doubt: data takes the relay as well', () => {
  const sim = direct()
  expect(sim.path.route(3_500 as Instant)).toEqual({ relay: false, endpoints: [world] })
  expect(sim.path.route(3_700 as Instant)).toEqual({ relay: true, endpoints: [world] })
})

test('an idle path is not kept alive', () => {
  const sim = direct()
  sim.runUntil(46_000)
  const late = sim.runUntil(300_000)
  expect(late.filter((output) => output.kind === 'ping')).toEqual([])
})

test('without a relay data goes to the candidates until one has answered', () => {
  const path = new Path({ random: seededRandom('alone'), hasRelay: false, now: 0 as Instant })
  path.setCandidates([home, world], 0 as Instant)
  expect(path.route(0 as Instant)).toEqual({ relay: false, endpoints: [home, world] })
})

test('candidates: home first, no twins, no mesh, no multicast, no unspecified, at most 16', () => {
  const rules = { mesh: [parsePrefix('100.64.0.0/10')], allowLoopback: false }
  const texts = [
    '203.0.113.5:1',
    '192.168.1.5:1',
    '192.168.1.5:1',
    '100.64.0.1:1',
    '224.0.0.1:1',
    '0.0.0.0:1',
    '127.0.0.1:1',
    '[fe80::1]:1',
    '[2001:db8::1]:1',
  ]
  expect(orderCandidates(texts.map(parseEndpoint), rules).map(formatEndpoint)).toEqual([
    '192.168.1.5:1',
    '[2001:db8::1]:1',
    '203.0.113.5:1',
  ])
  const many = Array.from({ length: 40 }, (_, index) => parseEndpoint(`203.0.113.${index + 1}:1`))
  expect(orderCandidates(many, rules)).toHaveLength(16)
})

test('a probe opens for the other side of the pair, and for nobody else', () => {
  const { a, b, c } = identities()
  const random = seededRandom('probe')
  const ping = { kind: 'ping', transaction: new Uint8Array(12).fill(7) } as const
  const sealed = sealProbe(crypto, keysOf(a, b), ping, random)
  expect(isProbe(sealed)).toBe(true)
  expect(probeHint(sealed)).toBe(keysOf(b, a).receiveHint)
  expect(openProbe(crypto, keysOf(b, a), sealed)).toEqual(ping)
  expect(openProbe(crypto, keysOf(c, a), sealed)).toBeUndefined()
  for (const at of [5, 13, 40, sealed.length - 1]) {
    const changed = sealed.slice()
    changed[at]! ^= 1
    expect(openProbe(crypto, keysOf(b, a), changed)).toBeUndefined()
  }
})

test('every probe is read as it was sealed', () => {
  const { a, b } = identities()
  const transaction = new Uint8Array(12).fill(3)
  const probes = [
    { kind: 'pong', transaction, observed: world },
    { kind: 'pong', transaction, observed: undefined },
    { kind: 'pong', transaction, observed: parseEndpoint('[2001:db8::1]:9') },
    { kind: 'candidates', transaction, endpoints: [home, world, parseEndpoint('[2001:db8::1]:9')] },
  ] as const
  for (const probe of probes) {
    expect(
      openProbe(crypto, keysOf(b, a), sealProbe(crypto, keysOf(a, b), probe, seededRandom('x'))),
    ).toEqual(probe)
  }
})

test('no bytes make a probe throw', () => {
  const { a, b } = identities()
  const keys = keysOf(a, b)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 65, maxLength: 400 }), (bytes) => {
      bytes.set([0x53, 0x50, 0x70, 0x31])
      if (isProbe(bytes)) expect(openProbe(crypto, keys, bytes)).toBeUndefined()
    }),
    { numRuns: 2_000 },
  )
})

function begin() {
  const path = new Path({ random: seededRandom('path'), hasRelay: true, now: 0 as Instant })
  path.setCandidates([home, world], 0 as Instant)
  return new Sim(path)
}

/** On the direct way by `world`, the clock at 50 ms. */
function direct(): Sim {
  const sim = begin()
  sim.run(0)
  sim.answer('relay', 40)
  sim.answer(world, 45)
  return sim
}

class Sim {
  readonly path: Path
  now = 0
  /** Who answers pings; everybody but `home` by default. */
  answerOnly: 'relay' | 'nobody' | undefined
  #pings: (PathOutput & { kind: 'ping' })[] = []

  constructor(path: Path) {
    this.path = path
  }

  run(at: number): PathOutput[] {
    this.now = at
    this.path.handleTimeout(at as Instant)
    const outputs = this.path.drain()
    this.#pings.push(...outputs.filter((output) => output.kind === 'ping'))
    return outputs
  }

  answer(to: typeof world | 'relay', at: number): void {
    this.now = at
    const ping = this.#pings.findLast((each) => each.to === to)
    if (!ping) throw new Error('no such ping was sent')
    this.path.handlePong(ping.transaction, at as Instant)
    this.path.drain()
  }

  /** Runs to the deadline without traffic. */
  runUntil(end: number): PathOutput[] {
    const outputs: PathOutput[] = []
    for (let guard = 0; this.path.nextTimeout() <= end; guard++) {
      if (guard > 10_000) throw new Error('the path asks to be called without end')
      outputs.push(...this.run(Math.max(this.now, this.path.nextTimeout())))
    }
    this.now = end
    return outputs
  }

  /** Traffic every 100 ms, pings answered 20 ms later as `answerOnly` says. */
  keepBusyUntil(end: number): void {
    for (let at = this.now; at < end; at += 100) {
      this.path.noteActivity(at as Instant)
      for (const output of this.run(at)) {
        if (output.kind !== 'ping' || output.to === home || this.answerOnly === 'nobody') continue
        if (this.answerOnly === 'relay' && output.to !== 'relay') continue
        this.path.handlePong(output.transaction, (at + 20) as Instant)
      }
    }
    this.now = end
  }
}

function identities() {
  const identity = (fill: number) => {
    const privateKey = crypto.importPrivateKey(new Uint8Array(32).fill(fill))
    return { privateKey, publicKey: crypto.publicOf(privateKey) }
  }
  return { a: identity(1), b: identity(2), c: identity(3) }
}

function keysOf(mine: ReturnType<typeof identities>['a'], theirs: ReturnType<typeof identities>['a']) {
  const shared = crypto.agree(mine.privateKey, crypto.importPublicKey(theirs.publicKey))!
  return probeKeys(crypto, shared, mine.publicKey, theirs.publicKey)
}
