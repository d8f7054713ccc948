import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase64 } from '../../../src/base/bytes.ts'
import type { Instant } from '../../../src/base/time.ts'
import { Forwarder, type ForwarderOptions, type RelaySession } from '../../../src/tunnel/relay/forwarder.ts'
import {
  emitFrame,
  parseFrame,
  RELAY_FRAME_MAX,
  RELAY_PACKET_MAX,
  type RelayFrame,
} from '../../../src/tunnel/relay/frame.ts'
import { createChallenge, createProof, verifyProof } from '../../../src/tunnel/relay/login.ts'
import { nodePrimitives as crypto } from '../../../src/tunnel/wireguard/primitives-node.ts'

const NAME = 'relay.example:443'
const now = 0 as Instant
const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const packet = fc.uint8Array({ minLength: 1, maxLength: RELAY_PACKET_MAX })

test('every frame is read as it was written', () => {
  const frames: fc.Arbitrary<RelayFrame> = fc.oneof(
    fc.record({ kind: fc.constant('challenge' as const), ephemeral: key32, nonce: key32 }),
    fc.record({ kind: fc.constant('login' as const), publicKey: key32, proof: key32 }),
    fc.record({ kind: fc.constant('send' as const), destination: key32, packet }),
    fc.record({ kind: fc.constant('receive' as const), source: key32, packet }),
    fc.record({
      kind: fc.constant('gone' as const),
      publicKey: key32,
      reason: fc.constantFrom('left', 'unknown'),
    }),
    fc.constant({ kind: 'keepalive' as const }),
    fc.constant({ kind: 'welcome' as const, maxPacket: 2_048, keepaliveSeconds: 60 }),
    fc.constant({ kind: 'refused' as const, reason: 'rate' as const }),
  )
  fc.assert(
    fc.property(frames, (frame) => {
      expect(parseFrame(emitFrame(frame))).toEqual(frame)
    }),
  )
})

test('no bytes make the parser throw, and no frame is longer than the bound', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseFrame(bytes)),
    { numRuns: 20_000 },
  )
  const long = emitFrame({
    kind: 'send',
    destination: new Uint8Array(32),
    packet: new Uint8Array(RELAY_PACKET_MAX + 1),
  })
  expect(long.length).toBe(RELAY_FRAME_MAX + 1)
  expect(parseFrame(long)).toBeUndefined()
})

test('a login proves the key, to this relay, for this challenge, and for nobody else', () => {
  const secret = createChallenge(crypto, seed(1))
  const me = identity(2)
  const proof = createProof(crypto, { ...me, relay: NAME, challenge: secret.challenge })!
  const login = { publicKey: me.publicKey, proof }
  expect(verifyProof(crypto, secret, login, NAME)).toBe(true)
  expect(verifyProof(crypto, secret, login, 'other.example:443')).toBe(false)
  expect(verifyProof(crypto, secret, { ...login, publicKey: identity(3).publicKey }, NAME)).toBe(false)
  expect(verifyProof(crypto, createChallenge(crypto, seed(4)), login, NAME)).toBe(false)
  expect(verifyProof(crypto, secret, { publicKey: new Uint8Array(32), proof }, NAME)).toBe(false)
})

test('a packet goes between two keys that share an edge, with its true sender', () => {
  const relay = start()
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  relay.receive(a.session, send(b.publicKey, [1, 2, 3]), now)
  expect(b.frames.at(-1)).toEqual({ kind: 'receive', source: a.publicKey, packet: Uint8Array.of(1, 2, 3) })
})

test('a destination without an edge, or not there, is dropped in silence', () => {
  const relay = start({ mayTalk: () => false })
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  const before = [a.frames.length, b.frames.length]
  relay.receive(a.session, send(b.publicKey, [1]), now)
  relay.receive(a.session, send(identity(9).publicKey, [1]), now)
  expect([a.frames.length, b.frames.length]).toEqual(before)
  expect(relay.counts.dropped).toBe(2)
})

test('an edge that is taken away stops the next packet', () => {
  let allowed = true
  const relay = start({ mayTalk: () => allowed })
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  relay.receive(a.session, send(b.publicKey, [1]), now)
  allowed = false
  relay.receive(a.session, send(b.publicKey, [2]), now)
  expect(b.frames.filter((frame) => frame.kind === 'receive')).toHaveLength(1)
})

test('a pair has its rate, and another pair is not held back by it', () => {
  const relay = start({ bytesPerSecond: 1_000 })
  const [a, b, c] = [logIn(relay, 1), logIn(relay, 2), logIn(relay, 3)]
  const full = new Array<number>(600).fill(0)
  relay.receive(a.session, send(b.publicKey, full), now)
  relay.receive(a.session, send(b.publicKey, full), now)
  relay.receive(a.session, send(c.publicKey, full), now)
  relay.receive(a.session, send(b.publicKey, full), 300 as Instant)
  const count = (client: typeof a) => client.frames.filter((frame) => frame.kind === 'receive').length
  expect([count(b), count(c)]).toEqual([2, 1])
})

test('a pair has its quota for an hour, both directions together, and another pair is not held back by it', () => {
  const relay = start({ bytesPerHour: 1_000 })
  const [a, b, c] = [logIn(relay, 1), logIn(relay, 2), logIn(relay, 3)]
  const part = new Array<number>(400).fill(0)
  relay.receive(a.session, send(b.publicKey, part), now)
  relay.receive(b.session, send(a.publicKey, part), now)
  relay.receive(a.session, send(b.publicKey, part), now)
  relay.receive(a.session, send(c.publicKey, part), now)
  const count = (client: typeof a) => client.frames.filter((frame) => frame.kind === 'receive').length
  expect([count(a), count(b), count(c)]).toEqual([1, 1, 1])
  relay.receive(a.session, send(b.publicKey, part), 3_599_999 as Instant)
  expect(count(b)).toBe(1)
  relay.receive(a.session, send(b.publicKey, part), 3_600_000 as Instant)
  expect(count(b)).toBe(2)
})

test('a packet over the bound is no frame: who sends it is disconnected, and nobody gets it', () => {
  const relay = start()
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  relay.receive(a.session, send(b.publicKey, new Array<number>(RELAY_PACKET_MAX + 1).fill(0)), now)
  expect(a.frames.at(-1)).toEqual({ kind: 'refused', reason: 'malformed' })
  expect(a.closed()).toBe(true)
  expect(b.frames.filter((frame) => frame.kind === 'receive')).toEqual([])
})

test('who sends anything but a login first, or a wrong proof, or nonsense, is disconnected', () => {
  for (const bytes of [send(identity(2).publicKey, [1]), Uint8Array.of(99), wrongLogin()]) {
    const relay = start()
    const client = connect(relay, 1)
    relay.receive(client.session, bytes, now)
    expect(client.closed()).toBe(true)
    expect(relay.members).toBe(0)
  }
})

test('who says nothing for ten seconds is disconnected', () => {
  const relay = start()
  const client = connect(relay, 1)
  relay.handleTimeout(10_001 as Instant)
  expect(client.closed()).toBe(true)
})

test('a second login of a key ends the first', () => {
  const relay = start()
  const [first, second] = [logIn(relay, 1), logIn(relay, 1)]
  expect(first.closed()).toBe(true)
  expect(first.frames.at(-1)).toEqual({ kind: 'refused', reason: 'replaced' })
  expect(second.closed()).toBe(false)
  relay.disconnect(first.session)
  expect(relay.members).toBe(1)
})

test('those who exchanged packets with a key are told when it leaves', () => {
  const relay = start()
  const [a, b, c] = [logIn(relay, 1), logIn(relay, 2), logIn(relay, 3)]
  relay.receive(a.session, send(b.publicKey, [1]), now)
  relay.disconnect(a.session)
  expect(b.frames.at(-1)).toEqual({ kind: 'gone', publicKey: a.publicKey, reason: 'left' })
  expect(c.frames.at(-1)).toMatchObject({ kind: 'welcome' })
})

function start(options: Partial<ForwarderOptions> = {}): Forwarder {
  return new Forwarder({
    crypto,
    name: NAME,
    keepaliveSeconds: 60,
    mayTalk: () => true,
    mayLogIn: () => true,
    bytesPerSecond: 1 << 20,
    bytesPerHour: 2 ** 40,
    ...options,
  })
}

function connect(relay: Forwarder, number: number) {
  const frames: RelayFrame[] = []
  let closed = false
  const session: RelaySession = {
    send: (bytes) => void frames.push(parseFrame(bytes.slice())!),
    close: () => {
      closed = true
    },
  }
  relay.connect(session, seed(number + 100), now)
  return { session, frames, closed: () => closed, ...identity(number) }
}

function logIn(relay: Forwarder, number: number) {
  const client = connect(relay, number)
  const challenge = client.frames[0]
  if (challenge?.kind !== 'challenge') throw new Error('no challenge came')
  const proof = createProof(crypto, { ...client, relay: NAME, challenge })!
  relay.receive(client.session, emitFrame({ kind: 'login', publicKey: client.publicKey, proof }), now)
  expect(client.frames.at(-1)).toMatchObject({ kind: 'welcome' })
  return client
}

function wrongLogin(): Uint8Array {
  return emitFrame({ kind: 'login', publicKey: identity(1).publicKey, proof: new Uint8Array(32) })
}

function send(destination: Uint8Array, bytes: readonly number[]): Uint8Array {
  return emitFrame({ kind: 'send', destination, packet: Uint8Array.from(bytes) })
}

function identity(number: number) {
  const privateKey = crypto.importPrivateKey(new Uint8Array(32).fill(number))
  return { privateKey, publicKey: crypto.publicOf(privateKey), id: encodeBase64(crypto.publicOf(privateKey)) }
}

function seed(number: number): Uint8Array {
  return new Uint8Array(64).fill(number)
}
