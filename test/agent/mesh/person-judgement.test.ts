/** Whom an agent lets in beside workloads: everything valid, and one thing changed. */
import { expect, test } from 'vitest'
import { judgePeer, type OwnRules } from '../../../src/agent/mesh/peer-judgement.ts'
import type { Edge, Peer, PersonEvidence } from '../../../src/api/messages/network-map.ts'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { type Ed25519KeyPair, ed25519KeyPair, signEd25519 } from '../../../src/base/ed25519.ts'
import { formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { personNodeBytes, sessionNonce } from '../../../src/trust/audience.ts'
import { formatPublicKey } from '../../../src/trust/keys.ts'
import type { Visitor } from '../../../src/trust/trust-file.ts'
import { createIssuer } from '../../support/issuer.ts'
import { coordinatorId, issuer, NOW, trust } from '../../trust/coordinator-kit.ts'
import { AGENT_PORT, edge, lease, MACHINE_KEY, ownRules, runnerPeer, WIREGUARD_KEY } from './peer-kit.ts'

const SESSION = ed25519KeyPair(new Uint8Array(32).fill(1))
const OWN = ed25519KeyPair(new Uint8Array(32).fill(2))
const OTHER = ed25519KeyPair(new Uint8Array(32).fill(3))
const KEYS = new Map([[issuer.url, issuer.keys()]])
const NOT_AFTER = formatTimestamp((NOW + 8 * HOUR) as Timestamp)

const ADA: Visitor = {
  issuer: issuer.url,
  subject: 'ada',
  audience: 'sallyport-login',
  keys: [],
  ports: [22, 5432],
}

function token(claims: Record<string, unknown> = {}, by = issuer): string {
  const nonce = sessionNonce(coordinatorId, SESSION.publicKey)
  return by.mint({ audience: 'sallyport-login', now: NOW - HOUR, claims: { sub: 'ada', nonce, ...claims } })
}

function signed(by: Ed25519KeyPair, changes: Partial<Parameters<typeof personNodeBytes>[0]> = {}): string {
  const node = { coordinatorId, wireguardKey: WIREGUARD_KEY, machineKey: MACHINE_KEY, notAfter: NOT_AFTER }
  return encodeBase64url(signEd25519(by.privateKey, personNodeBytes({ ...node, ...changes })))
}

function evidence(changes: Partial<PersonEvidence> = {}): PersonEvidence {
  return {
    issuer: issuer.url,
    subject: 'ada',
    notAfter: NOT_AFTER,
    sessionKey: encodeBase64url(SESSION.publicKey) as PersonEvidence['sessionKey'],
    signature: signed(SESSION),
    token: token(),
    own: null,
    ...changes,
  }
}

function person(changes: Partial<PersonEvidence> = {}, edgeChanges: Partial<Edge> = {}): Peer {
  const own = edge({
    ports: [],
    ranges: [{ first: 20, last: 30 }],
    application: null,
    environment: null,
    approval: null,
    token: null,
    lease: lease(0, HOUR),
    person: evidence(changes),
    ...edgeChanges,
  })
  return runnerPeer([own], { kind: 'person' })
}

function rules(visitors: readonly Visitor[] = [ADA], changes: Partial<OwnRules> = {}): OwnRules {
  return ownRules({
    trust: { ...trust(), visitors: [...visitors] },
    exposed: new Set([22, 5432, AGENT_PORT]),
    ...changes,
  })
}

function judge(peer: Peer, own: OwnRules = rules(), keys = KEYS, now = NOW) {
  const judgement = judgePeer(peer, own, keys, now)
  return judgement.kind === 'refused' ? judgement.reason : judgement.access
}

test('a person whom the trust file names is let in to what rules, trust file and configuration open', () => {
  expect(judge(person())).toMatchObject({ kind: 'person', ports: [22], leaseEnd: NOW + HOUR })
  const wide = person({}, { ranges: [{ first: 1, last: 65_535 }] })
  expect(judge(wide)).toMatchObject({ ports: [22, 5432] })
})

test('the port of deployments is open to no person, whatever is listed', () => {
  const greedy = { ...ADA, ports: [AGENT_PORT] }
  expect(judge(person({}, { ranges: [{ first: 1, last: 65_535 }] }), rules([greedy]))).toMatch(
    /^nothing that/,
  )
})

test('a key of the person’s own decides where the trust file lists one', () => {
  const keyed = { ...ADA, keys: [formatPublicKey('person', OWN.publicKey)] }
  const own = { key: encodeBase64url(OWN.publicKey) as PersonEvidence['sessionKey'], signature: signed(OWN) }
  expect(judge(person({ own, token: null }), rules([keyed]))).toMatchObject({ ports: [22] })
  expect(judge(person(), rules([keyed]))).toMatch(/wants the person's own key/)
  const forged = { ...own, signature: signed(OTHER) }
  expect(judge(person({ own: forged }), rules([keyed]))).toBe("the person's key did not sign its keys")
})

test.each<[what: string, peer: Peer, own: OwnRules, reason: RegExp]>([
  ['without evidence', person({}, { person: null }), rules(), /without what says whose/],
  ['where nobody is listed', person(), ownRules(), /names no such person/],
  ['of another subject', person({ subject: 'eve' }), rules(), /names no such person/],
  ['of another issuer', person({ issuer: 'https://other.example' }), rules(), /names no such person/],
  [
    'whose token is of another subject',
    person({ token: token({ sub: 'eve' }) }),
    rules(),
    /of another person/,
  ],
  ['whose token is for another client', person({ token: token({ aud: 'shop' }) }), rules(), /audience/],
  [
    'whose token names another session',
    person({ token: token({ nonce: sessionNonce(coordinatorId, OTHER.publicKey) }) }),
    rules(),
    /for another session/,
  ],
  [
    'whose token was for another coordinator',
    person({ token: token({ nonce: sessionNonce('D'.repeat(43), SESSION.publicKey) }) }),
    rules(),
    /for another session/,
  ],
  [
    'whose token somebody else signed',
    person({ token: token({}, createIssuer(issuer.url)) }),
    rules(),
    /no key|does not verify/,
  ],
  ['whose login the coordinator made', person({ token: null }), rules(), /made this login itself/],
  [
    'whose session key signed another WireGuard key',
    person({ signature: signed(SESSION, { wireguardKey: new Uint8Array(32).fill(9) }) }),
    rules(),
    /did not sign its keys/,
  ],
  [
    'whose session key signed another machine key',
    person({ signature: signed(SESSION, { machineKey: new Uint8Array(32).fill(9) }) }),
    rules(),
    /did not sign its keys/,
  ],
  ['that another key signed', person({ signature: signed(OTHER) }), rules(), /did not sign its keys/],
  [
    'whose end was made later than what was signed',
    person({ notAfter: formatTimestamp((NOW + 9 * HOUR) as Timestamp) }),
    rules(),
    /did not sign its keys/,
  ],
  [
    'whose lease is longer than signed',
    person({}, { lease: lease(0, 8 * HOUR + MINUTE) }),
    rules(),
    /longer than the person signed/,
  ],
  ['whose lease is over', person({}, { lease: lease(-2 * HOUR, 0) }), rules(), /is over/],
  ['without a lease', person({}, { lease: null }), rules(), /has no lease/],
  [
    'that stays longer than maxSession after the login',
    person({}, { lease: lease(0, 7 * HOUR) }),
    rules([ADA], { maxSessionMs: 7 * HOUR }),
    /maxSession/,
  ],
  [
    'to whom no rule opens a port that is exposed',
    person({}, { ranges: [{ first: 80, last: 443 }] }),
    rules(),
    /nothing/,
  ],
  ['for whom nothing is exposed', person(), rules([ADA], { exposed: new Set() }), /nothing/],
])('a person %s is refused', (_what, peer, own, reason) => {
  expect(judge(peer, own)).toMatch(reason)
})

test('a person does not come in as a runner, and a runner not as a person', () => {
  const dressed = { ...person(), kind: 'runner' as const }
  expect(judge(dressed)).toMatch(/^it is for the environment/)
  expect(judge(runnerPeer([edge()], { kind: 'person' }))).toMatch(/without what says whose/)
})
