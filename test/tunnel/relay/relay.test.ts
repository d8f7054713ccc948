import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, encodeBase64 } from '../../../src/base/bytes.ts'
import type { Instant } from '../../../src/base/time.ts'
import { Forwarder, type ForwarderOptions, type RelaySession } from '../../../src/tunnel/relay/forwarder.ts'
import {
  emitFrame,
  parseFrame,
  RELAY_CREDENTIAL_MAX,
  RELAY_FRAME_MAX,
  RELAY_PACKET_MAX,
  RELAY_PEERS_MAX,
  type RelayFrame,
} from '../../../src/tunnel/relay/frame.ts'
import type { RelayGrant } from '../../../src/tunnel/relay/grant.ts'
import { createChallenge, createProof, verifyProof } from '../../../src/tunnel/relay/login.ts'
import { nodePrimitives as crypto } from '../../../src/tunnel/wireguard/primitives-node.ts'
import { grantPlainly, plainCredential } from '../../support/relay-grants.ts'

const NAME = 'relay.example:443'
const now = 0 as Instant
const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const credential = fc.uint8Array({ minLength: 1, maxLength: RELAY_CREDENTIAL_MAX })
const packet = fc.uint8Array({ minLength: 1, maxLength: RELAY_PACKET_MAX })

test('every frame is read as it was written', () => {
  const frames: fc.Arbitrary<RelayFrame> = fc.oneof(
    fc.record({ kind: fc.constant('challenge' as const), ephemeral: key32, nonce: key32 }),
    fc.record({ kind: fc.constant('login' as const), publicKey: key32, proof: key32, credential }),
    fc.record({ kind: fc.constant('renewal' as const), credential }),
    fc.record({ kind: fc.constant('peers' as const), keys: key32 }),
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
  const [key, proof] = [new Uint8Array(32), new Uint8Array(32)]
  const packet = new Uint8Array(RELAY_PACKET_MAX + 1)
  const credential = new Uint8Array(RELAY_CREDENTIAL_MAX + 1)
  const long: RelayFrame[] = [
    { kind: 'send', destination: key, packet },
    { kind: 'receive', source: key, packet },
    { kind: 'login', publicKey: key, proof, credential },
    { kind: 'renewal', credential },
    { kind: 'peers', keys: new Uint8Array(32 * (RELAY_PEERS_MAX + 1)) },
  ]
  for (const frame of long) expect(parseFrame(emitFrame(frame)), frame.kind).toBeUndefined()
  expect(parseFrame(emitFrame({ kind: 'peers', keys: new Uint8Array(33) }))).toBeUndefined()
  const login = { kind: 'login', publicKey: key, proof, credential: credential.subarray(1) } as const
  expect(emitFrame(login).length).toBe(RELAY_FRAME_MAX)
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

test('a destination that either side is not granted, or that is not there, is dropped in silence', () => {
  for (const granted of [
    [[], [1]],
    [[2], []],
    [[3], [3]],
  ] as const) {
    const relay = start()
    const [a, b] = [logIn(relay, 1, { peers: granted[0] }), logIn(relay, 2, { peers: granted[1] })]
    const before = [a.frames.length, b.frames.length]
    relay.receive(a.session, send(b.publicKey, [1]), now)
    relay.receive(a.session, send(identity(9).publicKey, [1]), now)
    expect([a.frames.length, b.frames.length]).toEqual(before)
    expect(relay.counts.dropped).toBe(2)
  }
})

test('an edge that one side is told to be gone stops the next packet, of either side', () => {
  const relay = start()
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  relay.receive(a.session, send(b.publicKey, [1]), now)
  bring(relay, b, { peers: [3], version: 2 })
  relay.receive(a.session, send(b.publicKey, [2]), now)
  relay.receive(b.session, send(a.publicKey, [2]), now)
  expect(b.frames.filter((frame) => frame.kind === 'receive')).toHaveLength(1)
  expect(a.frames.filter((frame) => frame.kind === 'receive')).toHaveLength(0)
})

test('a grant of an earlier map is not taken again, on this connection or on another', () => {
  const relay = start()
  const [a, b] = [logIn(relay, 1), logIn(relay, 2, { version: 7 })]
  bring(relay, b, { version: 6 })
  expect(b.frames.at(-1)).toEqual({ kind: 'refused', reason: 'token' })
  const again = connect(relay, 2)
  bring(relay, again, { version: 6 })
  expect(again.frames.at(-1)).toEqual({ kind: 'refused', reason: 'token' })
  logIn(relay, 2, { version: 7 })
  expect(relay.members).toBe(2)
  expect(a.closed()).toBe(false)
})

test('a grant ends by time: packets stop at once, the connection with the next look', () => {
  const relay = start({ until: 1_000 as Instant })
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  relay.receive(a.session, send(b.publicKey, [1]), 999 as Instant)
  relay.receive(a.session, send(b.publicKey, [2]), 1_000 as Instant)
  expect(b.frames.filter((frame) => frame.kind === 'receive')).toHaveLength(1)
  relay.handleTimeout(1_000 as Instant)
  expect(a.frames.at(-1)).toEqual({ kind: 'refused', reason: 'token' })
  expect(relay.members).toBe(0)
})

test('a list of peers that is not the granted one admits nobody, and ends the connection', () => {
  const wrong = [identity(3).publicKey, new Uint8Array(64), new Uint8Array(32)]
  for (const keys of wrong) {
    const relay = start()
    const client = connect(relay, 1)
    logInWithout(relay, client, [2])
    relay.receive(client.session, emitFrame({ kind: 'peers', keys }), now)
    expect(client.frames.at(-1)).toEqual({ kind: 'refused', reason: 'malformed' })
  }
})

test('until the list has come whole, nobody is on it', () => {
  const relay = start()
  const numbers = Array.from({ length: RELAY_PEERS_MAX + 1 }, (_, index) => index + 2)
  const b = logIn(relay, 2)
  const a = connect(relay, 1)
  const { peers } = logInWithout(relay, a, numbers)
  const half = 32 * RELAY_PEERS_MAX
  relay.receive(a.session, emitFrame({ kind: 'peers', keys: peers.subarray(0, half) }), now)
  relay.receive(a.session, send(b.publicKey, [1]), now)
  expect(relay.counts).toMatchObject({ forwarded: 0, dropped: 1 })
  relay.receive(a.session, emitFrame({ kind: 'peers', keys: peers.subarray(half) }), now)
  relay.receive(a.session, send(b.publicKey, [1]), now)
  expect(relay.counts).toMatchObject({ forwarded: 1, dropped: 1 })
})

test('a renewal with the same list needs no list; with another one, it counts once it has come', () => {
  const relay = start()
  const [a, b] = [logIn(relay, 1, { peers: [2] }), logIn(relay, 2)]
  const same = plainCredential([identity(2).publicKey])
  relay.receive(a.session, emitFrame({ kind: 'renewal', credential: same.bytes }), now)
  relay.receive(a.session, send(b.publicKey, [1]), now)
  expect(relay.counts.forwarded).toBe(1)
  const other = plainCredential([identity(2).publicKey, identity(3).publicKey])
  relay.receive(a.session, emitFrame({ kind: 'renewal', credential: other.bytes }), now)
  relay.receive(a.session, send(b.publicKey, [1]), now)
  expect(relay.counts.forwarded).toBe(1)
})

test('an account has its quota over connections and renewals, and its use ends the session with the reason', () => {
  const relay = start({ quotaBytes: 1_000 })
  const part = new Array<number>(400).fill(0)
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  relay.receive(a.session, send(b.publicKey, part), now)
  const again = logIn(relay, 1)
  relay.receive(again.session, send(b.publicKey, part), now)
  relay.receive(again.session, send(b.publicKey, part), now)
  expect(again.frames.at(-1)).toEqual({ kind: 'refused', reason: 'quota' })
  expect(b.frames.filter((frame) => frame.kind === 'receive')).toHaveLength(2)
  const late = connect(relay, 1)
  bring(relay, late, {})
  expect(late.frames.at(-1)).toEqual({ kind: 'refused', reason: 'quota' })
  // Another account, another quota: what a node is sent is not counted against it.
  expect(b.closed()).toBe(false)
})

test('who is put out is let in no more while the grant could be good', () => {
  const relay = start()
  const a = logIn(relay, 1)
  relay.expel(a.id, 1_000 as Instant)
  expect(a.frames.at(-1)).toEqual({ kind: 'refused', reason: 'no-edge' })
  const again = connect(relay, 1)
  bring(relay, again, {})
  expect(again.frames.at(-1)).toEqual({ kind: 'refused', reason: 'no-edge' })
  relay.handleTimeout(1_000 as Instant)
  logIn(relay, 1)
})

test('what does not fit into the reader is lost and counted, and the next is not', () => {
  const relay = start()
  const [a, b] = [logIn(relay, 1), logIn(relay, 2)]
  b.fill(true)
  relay.receive(a.session, send(b.publicKey, [1]), now)
  b.fill(false)
  relay.receive(a.session, send(b.publicKey, [2]), now)
  expect(relay.counts).toMatchObject({ overflowed: 1, forwarded: 1, forwardedBytes: 1 })
})

test('a relay that shuts down says so to everybody, also to those who have not logged in yet', () => {
  const relay = start()
  const clients = [logIn(relay, 1), connect(relay, 2)]
  relay.drain()
  for (const client of clients) {
    expect(client.frames.at(-1)).toEqual({ kind: 'refused', reason: 'closing' })
    expect(client.closed()).toBe(true)
  }
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

interface StartOptions extends Partial<ForwarderOptions>, Partial<RelayGrant> {}

/** Every grant is what the node brings, with these bounds. */
function start({ until, quotaBytes, ...options }: Omit<StartOptions, 'peers' | 'version'> = {}): Forwarder {
  return new Forwarder({
    crypto,
    name: NAME,
    keepaliveSeconds: 60,
    judge: (publicKey, credential) =>
      grantPlainly(publicKey, credential, {
        version: credential[36] ?? 1,
        ...(until === undefined ? {} : { until }),
        ...(quotaBytes === undefined ? {} : { quotaBytes }),
      }),
    bytesPerSecond: 1 << 20,
    bytesPerHour: 2 ** 40,
    ...options,
  })
}

function connect(relay: Forwarder, number: number) {
  const frames: RelayFrame[] = []
  let closed = false
  let isFull = false
  const session: RelaySession = {
    send: (bytes) => !isFull && frames.push(parseFrame(bytes.slice())!) > 0,
    close: () => {
      closed = true
    },
  }
  relay.connect(session, seed(number + 100), now)
  const fill = (full: boolean): void => {
    isFull = full
  }
  return { number, session, frames, closed: () => closed, fill, ...identity(number) }
}

type Connection = ReturnType<typeof connect>

interface Brought {
  /** By number. */
  readonly peers?: readonly number[]
  readonly version?: number
}

/** Among 1, 2 and 3 everybody may talk, unless said otherwise. */
function logIn(relay: Forwarder, number: number, brought: Brought = {}): Connection {
  const client = connect(relay, number)
  bring(relay, client, brought)
  expect(client.frames.at(-1)).toMatchObject({ kind: 'welcome' })
  return client
}

/** A login where there was none, else a renewal; and the list. */
function bring(relay: Forwarder, client: Connection, brought: Brought): void {
  const { bytes, peers } = credentialOf(client, brought)
  if (client.frames.length === 1) relay.receive(client.session, loginOf(client, bytes), now)
  else relay.receive(client.session, emitFrame({ kind: 'renewal', credential: bytes }), now)
  if (peers.length > 0) relay.receive(client.session, emitFrame({ kind: 'peers', keys: peers }), now)
}

function logInWithout(relay: Forwarder, client: Connection, peers: readonly number[]) {
  const credential = credentialOf(client, { peers })
  relay.receive(client.session, loginOf(client, credential.bytes), now)
  return credential
}

function credentialOf(client: Connection, { peers, version = 1 }: Brought) {
  const numbers = peers ?? [1, 2, 3].filter((number) => number !== client.number)
  const plain = plainCredential(numbers.map((number) => identity(number).publicKey))
  return { bytes: concatBytes(plain.bytes, Uint8Array.of(version)), peers: plain.peers }
}

function loginOf(client: Connection, credential: Uint8Array): Uint8Array {
  const challenge = client.frames[0]
  if (challenge?.kind !== 'challenge') throw new Error('no challenge came')
  const proof = createProof(crypto, { ...client, relay: NAME, challenge })!
  return emitFrame({ kind: 'login', publicKey: client.publicKey, proof, credential })
}

function wrongLogin(): Uint8Array {
  const proof = new Uint8Array(32)
  return emitFrame({ kind: 'login', publicKey: identity(1).publicKey, proof, credential: Uint8Array.of(1) })
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
