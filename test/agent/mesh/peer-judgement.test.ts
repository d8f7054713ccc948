import { expect, test } from 'vitest'
import { judgePeer, type OwnRules } from '../../../src/agent/mesh/peer-judgement.ts'
import type { Peer } from '../../../src/api/messages/network-map.ts'
import { HOUR, MINUTE } from '../../../src/base/time.ts'
import { createIssuer } from '../../support/issuer.ts'
import { issuer, NOW, rule, trust } from '../../trust/coordinator-kit.ts'
import { APPROVAL, edge, lease, ownRules, runnerPeer, type TokenChanges, tokenFor } from './peer-kit.ts'

const KEYS = new Map([[issuer.url, issuer.keys()]])
const stranger = createIssuer('https://stranger.example')

function reasonOf(peer: Peer, rules: OwnRules = ownRules(), keys = KEYS, now = NOW): string {
  const judgement = judgePeer(peer, rules, keys, now)
  return judgement.kind === 'refused' ? judgement.reason : 'accepted'
}

function withToken(changes: TokenChanges): Peer {
  return runnerPeer([edge({ token: tokenFor(changes) })])
}

function withClaims(claims: Record<string, unknown>): Peer {
  return withToken({ claims })
}

test('a runner with its token, its approval and its lease is let in, for this approval and until the lease ends', () => {
  expect(judgePeer(runnerPeer(), ownRules(), KEYS, NOW)).toEqual({
    kind: 'accepted',
    access: {
      kind: 'runner',
      approval: '1'.repeat(64),
      leaseEnd: NOW + HOUR,
      tokenId: expect.stringMatching(/^https:\/\/token\.example [0-9a-f-]{36}$/),
    },
  })
})

const other = new Uint8Array(32).fill(0x99)

test.each<[what: string, peer: Peer, reason: RegExp]>([
  ['an agent', runnerPeer([edge()], { kind: 'agent' }), /^other agents are not let in$/],
  ['a peer that we may talk to', runnerPeer([edge({ direction: 'out' })]), /^it has no edge to this agent$/],
  [
    'no approval',
    runnerPeer([edge({ approval: null, token: tokenFor({ approval: null }) })]),
    /^it comes without an approval$/,
  ],
  ['no token', runnerPeer([edge({ token: null })]), /^it comes without its token$/],
  ['a token for another WireGuard key', withToken({ wireguardKey: other }), /^its token: the audience/],
  ['a token for another machine key', withToken({ machineKey: other }), /^its token: the audience/],
  [
    'a token for another approval',
    withToken({ approval: `sha256:${'2'.repeat(64)}` }),
    /^its token: the audience/,
  ],
  ['a token for no approval', withToken({ approval: null }), /^its token: the audience/],
  [
    'a token for another coordinator',
    withToken({ coordinatorId: 'D'.repeat(43) }),
    /^its token: the audience/,
  ],
  [
    "the edge of another approval than the token's",
    runnerPeer([edge({ approval: `sha256:${'2'.repeat(64)}` })]),
    /^its token: the audience/,
  ],
  [
    'another WireGuard key than the token was bound to',
    runnerPeer([edge()], {
      wireguardKey: 'mZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZk' as Peer['wireguardKey'],
    }),
    /^its token: the audience/,
  ],
  ['a token without jti', withClaims({ jti: undefined }), /^its token: the token has no usable claim "jti"$/],
  ['a token without iat', withClaims({ iat: undefined }), /^its token: the token has no usable claim "iat"$/],
  ['no lease', runnerPeer([edge({ lease: null })]), /^it has no lease$/],
  [
    'a lease longer than maxLease',
    runnerPeer([edge({ lease: lease(0, 6 * HOUR + 1000) })]),
    /^its lease is longer than maxLease$/,
  ],
  [
    'a lease that begins 10 min 1 s after its token',
    runnerPeer([edge({ lease: lease(9 * MINUTE + 1000, HOUR) })]),
    /^its lease begins more than ten minutes from its token$/,
  ],
  [
    'a lease that begins 10 min 1 s before its token',
    runnerPeer([edge({ lease: lease(-11 * MINUTE - 1000, HOUR) })]),
    /^its lease begins more than ten minutes from its token$/,
  ],
  ['a lease that is over', runnerPeer([edge({ lease: lease(-MINUTE, 0) })]), /^its lease is over$/],
  ['another port', runnerPeer([edge({ ports: [22] })]), /^it wants port 22, only 7700 is open$/],
  [
    "another port beside the agent's",
    runnerPeer([edge({ ports: [7700, 5432] })]),
    /^it wants port 5432, only 7700 is open$/,
  ],
  [
    'another environment',
    runnerPeer([edge({ environment: 'staging' })]),
    /^it is for the environment staging$/,
  ],
  [
    'an application that is not deployed here',
    runnerPeer([edge({ application: 'billing' })]),
    /^it is for the application billing, which is not deployed here$/,
  ],
  ['the event pull_request_target', withClaims({ event_name: 'pull_request_target' }), /pull_request_target/],
  ['the event workflow_run', withClaims({ event_name: 'workflow_run' }), /workflow_run/],
  ['the event issue_comment', withClaims({ event_name: 'issue_comment' }), /issue_comment/],
  ['an event that nobody listed', withClaims({ event_name: 'schedule' }), /schedule/],
  [
    "a commit of the gate's workflow that is not listed",
    withClaims({ job_workflow_sha: 'b'.repeat(40) }),
    /b{40}/,
  ],
  [
    'the path of another workflow',
    withClaims({ job_workflow_ref: 'octo/ci/.github/workflows/other.yml@refs/tags/v1' }),
    /other\.yml/,
  ],
  ['no workflow commit at all', withClaims({ job_workflow_sha: undefined }), /job_workflow_sha/],
  ['another ref', withClaims({ ref: 'refs/heads/feature' }), /refs\/heads\/feature/],
  ['a ref that is not protected', withClaims({ ref_protected: 'false' }), /ref_protected/],
  ['another repository id under the same name', withClaims({ repository_id: '75' }), /75/],
  ['another owner id under the same name', withClaims({ repository_owner_id: '66' }), /66/],
  ['a self-hosted runner', withClaims({ runner_environment: 'self-hosted' }), /self-hosted/],
])('a peer with %s is refused', (_what, peer, reason) => {
  expect(reasonOf(peer)).toMatch(reason)
})

test('a token of an issuer that is not in the trust file is refused, also where its keys are at hand', () => {
  const keys = new Map([...KEYS, [stranger.url, stranger.keys()]])
  const trusting = ownRules({
    trust: trust({
      issuers: [{ issuer: issuer.url }, { issuer: stranger.url }],
      rules: [rule({ issuer: stranger.url })],
    }),
  })
  const peer = withToken({ issuer: stranger })
  expect(reasonOf(peer, trusting, keys)).toBe('accepted')
  const distrusting = ownRules({ trust: trust({ rules: [rule({ issuer: stranger.url })] }) })
  expect(reasonOf(peer, distrusting, keys)).toBe(
    'its token: the issuer "https://stranger.example" is not trusted here',
  )
})

test('a token of a trusted issuer whose keys could not be fetched is refused', () => {
  expect(reasonOf(runnerPeer(), ownRules(), new Map())).toBe(
    'its token: the issuer "https://token.example" is not trusted here',
  )
})

test('a token that another key signed under the same key id is refused', () => {
  const forger = createIssuer(issuer.url)
  const kid = issuer.jwks().keys.find(({ alg }) => alg === 'RS256')!['kid']
  const peer = withToken({ issuer: forger, header: { kid } })
  expect(reasonOf(peer)).toBe('its token: the signature of https://token.example does not verify')
})

test('an edge that the trust rules have no line for is refused', () => {
  const rules = ownRules({ trust: trust({ rules: [rule({ environments: ['staging'] })] }) })
  expect(reasonOf(runnerPeer(), rules)).toBe('no trust rule is for shop in production')
})

test('the bounds themselves are within: ten minutes from the token, maxLease, one millisecond left', () => {
  expect(reasonOf(runnerPeer([edge({ lease: lease(9 * MINUTE, HOUR) })]))).toBe('accepted')
  expect(reasonOf(runnerPeer([edge({ lease: lease(0, 6 * HOUR) })]))).toBe('accepted')
  expect(reasonOf(runnerPeer([edge({ lease: lease(-MINUTE, 1) })]))).toBe('accepted')
})

test('an agent that was away applies the same checks: an old token with an old lease that still runs is let in', () => {
  const old = edge({ lease: lease(-3 * HOUR, HOUR), token: tokenFor({ now: NOW - 3 * HOUR }) })
  expect(reasonOf(runnerPeer([old]))).toBe('accepted')
})

test('of two edges to this agent only the one that was judged counts', () => {
  const second = edge({ id: `e-${'1'.repeat(32)}`, approval: `sha256:${'2'.repeat(64)}` })
  const judgement = judgePeer(runnerPeer([edge(), second]), ownRules(), KEYS, NOW)
  expect(judgement).toMatchObject({
    kind: 'accepted',
    access: { approval: APPROVAL.slice('sha256:'.length) },
  })
})
