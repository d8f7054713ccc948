/** Relay tokens: each refusal with a credential in which all else is valid. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase64, encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { HOUR, MINUTE, parseTimestamp, type Timestamp } from '../../src/base/time.ts'
import { type Envelope, signEnvelope } from '../../src/trust/dsse.ts'
import { type KeyList, type KeyListContent, signKeyList, verifyKeyList } from '../../src/trust/key-list.ts'
import { coordinatorIdOf } from '../../src/trust/keys.ts'
import {
  emitRelayCredential,
  judgeRelayCredential,
  type RelayCredentialCheck,
  type RelayToken,
  relayNameOf,
  signRelayToken,
} from '../../src/trust/relay-token.ts'

const root = key(1)
const online = { control: key(2), approval: key(3), vsa: key(4), log: key(5), relay: key(6) }
const NODE = new Uint8Array(32).fill(7)
const NAME = 'relay.example:8441'
const NOW = parseTimestamp('2026-11-22T12:00:00Z')
const TOKEN: RelayToken = {
  version: 1,
  coordinator: coordinatorIdOf(root.publicKey),
  relays: ['other.example:443', NAME],
  node: encodeBase64url(NODE),
  map: 41,
  notBefore: '2026-11-22T12:00:00Z',
  notAfter: '2026-11-22T12:10:00Z',
  account: `n-${'0'.repeat(32)}/2026-11-22T11:30:00.000Z`,
  quotaBytes: 8 * 1024 ** 3,
  peers: { count: 0, digest: encodeBase64url(new Uint8Array(32)) },
}

test('a token of this node, for this relay, now, signed by the current relay key, is granted', () => {
  expect(judge({})).toMatchObject({ kind: 'granted', token: TOKEN, keyList: { sequence: 5 } })
})

const REFUSED: readonly [string, Parameters<typeof judge>[0], string][] = [
  ['that has ended', { check: { now: at('2026-11-22T12:10:00Z') } }, 'it ended at 2026-11-22T12:10:00Z'],
  ['that has not begun', { check: { now: at('2026-11-22T11:58:59Z') } }, 'it is good from'],
  ['for other relays', { token: { relays: ['other.example:443'] } }, 'not for relay.example:8441'],
  ['of another node', { check: { node: new Uint8Array(32).fill(8) } }, 'it is of another node'],
  [
    'of another coordinator',
    { token: { coordinator: coordinatorIdOf(key(9).publicKey) } },
    'another coordinator',
  ],
  ['signed by the control key', { signer: online.control }, ''],
  ['signed by a key that was made up', { signer: key(66) }, ''],
  ['under another root', { check: { root: key(9).publicKey } }, ''],
  [
    'with a key list that is over',
    { list: { notAfter: '2026-11-22T12:00:00Z' } },
    'the key list is not current',
  ],
  [
    'with a key list that is not in force yet',
    { list: { notBefore: '2026-11-22T12:00:01Z' } },
    'not current',
  ],
  ['with a field that is not known', { token: { more: 1 } as never }, ''],
  ['with a negative quota', { token: { quotaBytes: -1 } }, ''],
  ['with more peers than there may be', { token: { peers: { ...TOKEN.peers, count: 65_536 } } }, ''],
]

for (const [what, change, why] of REFUSED) {
  test(`a token ${what} is refused`, () => {
    const judgement = judge(change)
    expect(judgement.kind).toBe('refused')
    if (judgement.kind === 'refused') expect(judgement.why).toContain(why)
  })
}

test('a clock that is a minute behind the coordinator is no reason to refuse', () => {
  expect(judge({ check: { now: (NOW - MINUTE) as Timestamp } }).kind).toBe('granted')
})

test('any bit of a credential that is changed makes it another one, which is refused', () => {
  const bytes = credential({})
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (index, bit) => {
      const changed = bytes.slice()
      changed[index]! ^= 1 << bit
      const judgement = judgeRelayCredential(changed, checkOf({}))
      // Base64's own spare bits and the key hint of a signature say nothing.
      if (judgement.kind === 'granted') expect(judgement.token).toEqual(TOKEN)
    }),
    { numRuns: 2_000 },
  )
})

test('no bytes make the judgement throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(judgeRelayCredential(bytes, checkOf({})).kind).toBe('refused')
    }),
  )
  expect(judgeRelayCredential(new Uint8Array(100_000).fill(0x20), checkOf({})).kind).toBe('refused')
})

test('another document that the relay key signed is no token', () => {
  const token = signEnvelope('application/json', encodeUtf8(JSON.stringify(TOKEN)), [online.relay])
  const judgement = judgeRelayCredential(emitRelayCredential(token, keyList({})), checkOf({}))
  expect(judgement).toEqual({ kind: 'refused', why: 'the relay key signed no relay token' })
})

test('once a newer key list was seen, tokens of the key that it replaced are refused, whatever list comes with them', () => {
  const known = verified({ sequence: 6, keys: { relay: key(16).publicKey } })
  expect(judge({ check: { known } }).kind).toBe('refused')
  // One that comes with the older list, and is signed by the newer key, is as good as with the newer.
  expect(judge({ check: { known }, signer: key(16) })).toMatchObject({
    kind: 'granted',
    keyList: { sequence: 6 },
  })
})

test('two key lists of one sequence are a fork: nothing is granted', () => {
  const known = verified({ notAfter: '2027-11-01T00:00:00Z' })
  expect(judge({ check: { known } })).toEqual({
    kind: 'refused',
    why: 'its key list contradicts one that was seen',
  })
})

test('a relay is named as a client dials it', () => {
  const names = [
    'wss://Relay.example/v1/relay',
    'wss://relay.example:8441/x',
    'ws://127.0.0.1:80/',
    'wss://[fd00::1]/',
  ]
  expect(names.map((text) => relayNameOf(new URL(text)))).toEqual([
    'relay.example:443',
    'relay.example:8441',
    '127.0.0.1:80',
    '[fd00::1]:443',
  ])
})

interface Change {
  readonly token?: Partial<RelayToken>
  readonly signer?: ReturnType<typeof key>
  readonly list?: ListChange
  readonly check?: Partial<RelayCredentialCheck>
}

type ListChange = Partial<Omit<KeyListContent, 'keys'>> & { readonly keys?: Partial<KeyListContent['keys']> }

function judge(change: Change) {
  return judgeRelayCredential(credential(change), checkOf(change))
}

function credential({ token, signer = online.relay, list = {} }: Change): Uint8Array {
  const content = { ...TOKEN, ...token }
  const bytes = encodeUtf8(JSON.stringify(content))
  const type = 'application/vnd.sallyport.relay-token+json'
  // Not by signRelayToken, which signs nothing that is wrong.
  return emitRelayCredential(signEnvelope(type, bytes, [signer]), keyList(list))
}

function checkOf({ check }: Change): RelayCredentialCheck {
  return { root: root.publicKey, known: undefined, relay: NAME, node: NODE, now: NOW, ...check }
}

function keyList({ keys, ...change }: ListChange): Envelope {
  const publicKeys = {
    control: online.control.publicKey,
    approval: online.approval.publicKey,
    vsa: online.vsa.publicKey,
    log: online.log.publicKey,
    relay: online.relay.publicKey,
  }
  const window = { notBefore: '2026-11-01T00:00:00Z', notAfter: '2027-10-31T00:00:00Z' }
  return signKeyList({ epoch: 1, sequence: 5, ...window, ...change, keys: { ...publicKeys, ...keys } }, root)
}

function verified(change: ListChange): KeyList {
  return verifyKeyList(keyList(change), root.publicKey)
}

function key(number: number) {
  return ed25519KeyPair(new Uint8Array(32).fill(number))
}

function at(text: string): Timestamp {
  return parseTimestamp(text)
}

test('what is signed is what is read', () => {
  const token = { ...TOKEN, account: `n-${'1'.repeat(32)}/${Math.floor(NOW / HOUR)}` }
  const bytes = emitRelayCredential(signRelayToken(token, online.relay), keyList({}))
  expect(judgeRelayCredential(bytes, checkOf({}))).toMatchObject({ kind: 'granted', token })
  expect(bytes.length).toBeLessThan(4_096)
  expect(encodeBase64(bytes).length).toBeLessThan(11_000)
})
