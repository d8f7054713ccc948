import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src/base/digest.ts'
import { DAY, formatTimestamp, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { UNTRUSTED_EVENTS } from '../../src/base/untrusted-events.ts'
import { parseApprovalFile } from '../../src/trust/approval-file.ts'
import { approvalAudience, personNonce } from '../../src/trust/audience.ts'
import { addSignature, signEnvelope } from '../../src/trust/dsse.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { EMPTY_TRUST_STATE } from '../../src/trust/ratchet.ts'
import { emitApprovalStatement, STATEMENT_PAYLOAD_TYPE } from '../../src/trust/statement.ts'
import { type ApprovalInput, verifyApproval } from '../../src/trust/verify-approval.ts'
import { WORKLOAD_CLAIMS } from '../support/issuer.ts'
import { keyNamed, POLICY_DIGEST } from './approval-kit.ts'
import {
  coordinatorId,
  type FileOptions,
  file,
  input,
  issuer,
  keyList,
  logFor,
  NOW,
  onlineKeys,
  root,
  rule,
  trust,
  workloadContent,
} from './coordinator-kit.ts'

test('an approval that a coordinator signed for a workload is verified', () => {
  const result = verifyApproval(input())

  expect(result).toMatchObject({ kind: 'verified', signers: 'coordinator', people: [], anyWorkflow: false })
  if (result.kind !== 'verified') return
  expect(result.state).toMatchObject({
    ratchets: [{ sequence: 7, keyEpoch: 1, approval: result.approval }],
    runs: [{ application: 'shop', environment: 'production', runId: '1000' }],
    keyList: JSON.stringify(keyList()),
    checkpoint: logFor(workloadContent()).log.checkpoint(),
  })
})

/** The file differs in one thing from a valid one. */
function refuses(code: string, step: string, options: FileOptions, changes: Partial<ApprovalInput> = {}) {
  return { code, step, changes: () => ({ file: file(options), ...changes }) }
}

/** A claim of the token, which the statement repeats, is another in both. */
function source(field: string, claim: string, value: string): FileOptions {
  return {
    content: { source: { ...workloadContent().source!, [field]: value } },
    token: { claims: { [claim]: value } },
  }
}

const REFUSED: Record<string, { code: string; step: string; changes: () => Partial<ApprovalInput> }> = {
  // signature
  'no key list': refuses('KEY_LIST_MISSING', 'signature', { parts: () => ({ keyList: undefined as never }) }),
  'a key list of another root': refuses('KEY_LIST_INVALID', 'signature', {
    parts: () => ({ keyList: keyList({}, keyNamed('stranger')) }),
  }),
  'a key list that ended': refuses('KEY_LIST_EXPIRED', 'signature', {
    parts: () => ({ keyList: keyList({ notAfter: formatTimestamp((NOW - MINUTE) as Timestamp) }) }),
  }),
  'a signature by the control key': refuses('SIGNER_UNKNOWN', 'signature', {
    signers: [keyNamed('control')],
  }),
  'a signature by the vsa key': refuses('SIGNER_UNKNOWN', 'signature', { signers: [keyNamed('vsa')] }),
  'a signature by the log key': refuses('SIGNER_UNKNOWN', 'signature', { signers: [keyNamed('log')] }),
  'a signature by the relay key': refuses('SIGNER_UNKNOWN', 'signature', { signers: [keyNamed('relay')] }),
  'a signature by the root itself': refuses('SIGNER_UNKNOWN', 'signature', { signers: [root] }),
  // statement
  'another key epoch than the list has': refuses('KEY_EPOCH_WRONG', 'statement', {
    content: { keyEpoch: 2 },
  }),
  // window
  'an approval that ended': refuses('EXPIRED', 'window', { content: { notAfter: '2026-11-22T10:00:00Z' } }),
  // token
  'no token': refuses('TOKEN_MISSING', 'token', { parts: () => ({ token: undefined as never }) }),
  'a token that is no token': refuses('TOKEN_MALFORMED', 'token', { parts: () => ({ token: 'a.b' }) }),
  'a token for other statement bytes': refuses('TOKEN_AUDIENCE', 'token', {
    token: { audience: approvalAudience(coordinatorId, new Uint8Array(1)) },
  }),
  'a token for another coordinator': refuses('TOKEN_AUDIENCE', 'token', {
    parts: (bytes) => ({
      token: issuer.mintWorkload({ audience: approvalAudience('x'.repeat(43), bytes), now: NOW }),
    }),
  }),
  'a token of an unknown key': refuses('TOKEN_KEY_UNKNOWN', 'token', { token: { header: { kid: 'other' } } }),
  'a token of an issuer that is not trusted': refuses('TOKEN_ISSUER_UNKNOWN', 'token', {
    token: { claims: { iss: 'https://other.example' } },
  }),
  'a token of an issuer whose keys are here, but that the trust file does not name': {
    code: 'TOKEN_ISSUER_UNKNOWN',
    step: 'token',
    changes: () => ({ trust: trust({ issuers: [{ issuer: 'https://other.example' }] }) }),
  },
  'a token that says alg none': refuses('TOKEN_ALGORITHM', 'token', { token: { header: { alg: 'none' } } }),
  'a token that says HS256': refuses('TOKEN_ALGORITHM', 'token', { token: { header: { alg: 'HS256' } } }),
  'a token that says another algorithm than its key has': refuses('TOKEN_ALGORITHM', 'token', {
    token: { header: { alg: 'ES256' } },
  }),
  ...Object.fromEntries(
    ['jku', 'x5u', 'jwk', 'x5c', 'crit'].map((name) => [
      `a token with the header ${name}`,
      refuses('TOKEN_HEADER_FORBIDDEN', 'token', { token: { header: { [name]: ['x'] } } }),
    ]),
  ),
  'a token issued more than 10 minutes before the window': refuses('TOKEN_TIME', 'token', {
    token: { now: NOW - 16 * MINUTE },
  }),
  'a token issued after the window': refuses('TOKEN_TIME', 'token', { token: { now: NOW + 61 * MINUTE } }),
  'an approval that ends more than maxApprovalAge after its token': {
    ...refuses('TOKEN_TIME', 'token', {}),
    changes: () => ({ trust: trust({ maxApprovalAge: '1h' }) }),
  },
  'a statement without source': refuses('TOKEN_CLAIM_DIFFERS', 'token', { content: { source: null } }),
  ...Object.fromEntries(
    (
      [
        'repository_id',
        'repository_owner_id',
        'sha',
        'ref',
        'run_id',
        'run_attempt',
        'job_workflow_ref',
        'job_workflow_sha',
        'actor_id',
        'environment',
      ] as const
    ).flatMap((claim) => [
      [
        `a token without ${claim}`,
        refuses('TOKEN_CLAIM_MISSING', 'token', { token: { claims: { [claim]: undefined } } }),
      ],
      [
        `a token whose ${claim} is not the statement's`,
        refuses('TOKEN_CLAIM_DIFFERS', 'token', {
          token: { claims: { [claim]: `${WORKLOAD_CLAIMS[claim]}0` } },
        }),
      ],
    ]),
  ),
  'a token without jti': refuses('TOKEN_CLAIM_MISSING', 'token', { token: { claims: { jti: undefined } } }),
  'a token without iat': refuses('TOKEN_CLAIM_MISSING', 'token', { token: { claims: { iat: undefined } } }),
  // trust rules
  ...Object.fromEntries(
    [...UNTRUSTED_EVENTS, 'schedule', 'release'].map((event) => [
      `the event ${event}`,
      refuses('RULE_DIFFERS', 'trust', { token: { claims: { event_name: event } } }),
    ]),
  ),
  ...Object.fromEntries(
    ['event_name', 'ref_protected', 'runner_environment'].map((claim) => [
      `a token without ${claim}`,
      refuses('RULE_CLAIM_MISSING', 'trust', { token: { claims: { [claim]: undefined } } }),
    ]),
  ),
  'a ref that is not protected': refuses('RULE_DIFFERS', 'trust', {
    token: { claims: { ref_protected: 'false' } },
  }),
  'a ref that is protected as a boolean, not as text': refuses('RULE_DIFFERS', 'trust', {
    token: { claims: { ref_protected: true } },
  }),
  'a self-hosted runner': refuses('RULE_DIFFERS', 'trust', {
    token: { claims: { runner_environment: 'self-hosted' } },
  }),
  'a ref that is not listed': refuses('RULE_DIFFERS', 'trust', source('ref', 'ref', 'refs/heads/other')),
  'a ref that differs in case': refuses('RULE_DIFFERS', 'trust', source('ref', 'ref', 'refs/heads/Main')),
  'another repository': refuses('RULE_DIFFERS', 'trust', source('repositoryId', 'repository_id', '75')),
  'another owner': refuses('RULE_DIFFERS', 'trust', source('ownerId', 'repository_owner_id', '66')),
  'a workflow commit that is not listed': refuses(
    'RULE_DIFFERS',
    'trust',
    source('workflowCommit', 'job_workflow_sha', 'b'.repeat(40)),
  ),
  'another workflow at the listed commit': refuses(
    'RULE_DIFFERS',
    'trust',
    source('workflow', 'job_workflow_ref', 'octo/ci/.github/workflows/other.yml@refs/tags/v1'),
  ),
  'a workflow whose path only starts like the listed one': refuses(
    'RULE_DIFFERS',
    'trust',
    source('workflow', 'job_workflow_ref', 'octo/ci/.github/workflows/gate.ymlx@refs/tags/v1'),
  ),
  'a repository name that the rule narrows away': {
    ...refuses('RULE_DIFFERS', 'trust', {}),
    changes: () => ({ trust: trust({ rules: [rule({ repository: 'octo/till' })] }) }),
  },
  'a scope that the rule does not grant': {
    ...refuses('RULE_DIFFERS', 'trust', {}),
    changes: () => ({ trust: trust({ rules: [rule({ scopes: { role: ['web'] } })] }) }),
  },
  // policy
  'a gate policy that is not listed': {
    ...refuses('POLICY_DIFFERS', 'policy', {}),
    changes: () => ({ trust: trust({ rules: [rule({ policies: [`sha256:${sha256Hex('other')}`] })] }) }),
  },
  // the log
  'no proof of inclusion': refuses('LOG_PROOF_MISSING', 'log', {
    parts: () => ({ log: undefined as never }),
  }),
  'no way to judge the proof': {
    ...refuses('LOG_PROOF_MISSING', 'log', {}),
    changes: () => ({ verifyLog: undefined as never }),
  },
  'a proof that leads nowhere': refuses('LOG_PROOF_INVALID', 'log', {
    parts: () => ({ log: { entry: 'AAAA', proof: 'x' } }),
  }),
  'a log that forgot what the agent saw': {
    ...refuses('LOG_INCONSISTENT', 'log', {}),
    changes: () => ({
      state: { ...EMPTY_TRUST_STATE, checkpoint: logFor(workloadContent({ sequence: 9 })).log.checkpoint() },
    }),
  },
  'too few witnesses': {
    ...refuses('LOG_WITNESSES', 'log', {}),
    changes: () => ({
      trust: trust({
        witnesses: {
          keys: ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
          required: 1,
        },
      }),
    }),
  },
  // run
  'a re-run of an older run': {
    ...refuses('RUN_OLDER', 'run', {}),
    changes: () => ({
      state: {
        ...EMPTY_TRUST_STATE,
        runs: [{ application: 'shop', environment: 'production', runId: '1001' }],
      },
    }),
  },
  'a lower sequence': {
    ...refuses('SEQUENCE_LOWER', 'sequence', {}),
    changes: () => ({
      state: {
        ...EMPTY_TRUST_STATE,
        ratchets: [
          {
            application: 'shop',
            environment: 'production',
            keyEpoch: 1,
            sequence: 8,
            approval: POLICY_DIGEST,
          },
        ],
      },
    }),
  },
}

test.each(Object.keys(REFUSED))('%s is refused', (name) => {
  const { code, step, changes } = REFUSED[name]!
  expect(verifyApproval(input(changes()))).toMatchObject({ kind: 'refused', code, step })
})

test('the events, refs and runners that a rule lists are accepted', () => {
  const rules = [rule({ events: ['release'], runners: ['self-hosted'], refs: ['refs/tags/v1'] })]
  const options = source('ref', 'ref', 'refs/tags/v1')
  const token = {
    claims: { ...options.token!.claims, event_name: 'release', runner_environment: 'self-hosted' },
  }

  expect(verifyApproval(input({ trust: trust({ rules }), file: file({ ...options, token }) }))).toMatchObject(
    { kind: 'verified' },
  )
})

test('a rule that accepts any workflow commit says so in the result', () => {
  const rules = [rule({ gate: { workflow: 'octo/ci/.github/workflows/gate.yml', anyWorkflow: true } })]
  const options = source('workflowCommit', 'job_workflow_sha', 'b'.repeat(40))

  expect(verifyApproval(input({ trust: trust({ rules }), file: file(options) }))).toMatchObject({
    kind: 'verified',
    anyWorkflow: true,
  })
})

test('a forbidden event is refused even by a rule that came past the schema', () => {
  const rules = [rule({ events: ['pull_request_target'] })]
  const token = { claims: { event_name: 'pull_request_target' } }

  expect(verifyApproval(input({ trust: trust({ rules }), file: file({ token }) }))).toMatchObject({
    code: 'RULE_DIFFERS',
  })
})

test('a token that has ended since is accepted: its exp is not compared', () => {
  const token = { claims: { exp: Math.floor(NOW / 1000) - 30 } }
  expect(verifyApproval(input({ file: file({ token }) })).kind).toBe('verified')
})

test('an ES256 token is accepted', () => {
  expect(verifyApproval(input({ file: file({ token: { algorithm: 'ES256' } }) })).kind).toBe('verified')
})

test('an older key list in the file gives way to the newer one that the agent knows', () => {
  const newer = keyList({
    sequence: 4,
    keys: { ...onlineKeys(), approval: keyNamed('approval 2').publicKey },
  })
  const state = { ...EMPTY_TRUST_STATE, keyList: JSON.stringify(newer) }

  expect(verifyApproval(input({ state }))).toMatchObject({ code: 'SIGNER_UNKNOWN' })
  const again = verifyApproval(input({ state, file: file({ signers: [keyNamed('approval 2')] }) }))
  expect(again).toMatchObject({ kind: 'verified', state: { keyList: JSON.stringify(newer) } })
})

test('two key lists of one sequence are a fork', () => {
  const other = keyList({ keys: { ...onlineKeys(), relay: keyNamed('relay 2').publicKey } })
  const state = { ...EMPTY_TRUST_STATE, keyList: JSON.stringify(other) }
  expect(verifyApproval(input({ state }))).toMatchObject({ code: 'KEY_LIST_FORKED' })
})

test('a VSA is never taken as an approval, not even under the approval key', () => {
  const vsa = new TextEncoder().encode(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'a', digest: { sha256: sha256Hex('a') } }],
      predicateType: 'https://slsa.dev/verification_summary/v1',
      predicate: { verificationResult: 'PASSED' },
    }),
  )
  const parts = () => ({ envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, vsa, [keyNamed('approval')]) })
  expect(verifyApproval(input({ file: file({ parts }) }))).toMatchObject({ code: 'STATEMENT_INVALID' })
})

// People

const login = { issuer: issuer.url, audience: 'client' }
const people = [
  {
    id: 'ada',
    identities: [
      { ...login, subject: 'ada-1' },
      { ...login, subject: 'ada-2' },
    ],
    accounts: ['21'],
  },
  { id: 'bob', keys: [formatPublicKey('person', keyNamed('bob').publicKey)], accounts: ['22'] },
  { id: 'cyd', identities: [{ ...login, subject: 'cyd' }], accounts: ['12'] },
]

function withPeople(
  quorum: number,
  subjects: readonly string[],
  options: FileOptions = {},
  claims: Record<string, unknown> = {},
) {
  const parts = (bytes: Uint8Array) => ({
    people: subjects.map((sub) =>
      issuer.mint({ audience: 'client', now: NOW, claims: { sub, nonce: personNonce(bytes), ...claims } }),
    ),
  })
  return verifyApproval(
    input({ trust: trust({ rules: [rule({ quorum })], people }), file: file({ ...options, parts }) }),
  )
}

test('a login and a key of two persons are a quorum of two', () => {
  const signers = [keyNamed('approval'), keyNamed('bob')]
  expect(withPeople(2, ['ada-1'], { signers })).toMatchObject({ kind: 'verified', people: ['ada', 'bob'] })
})

test.each<[string, number, readonly string[], FileOptions, Record<string, unknown>]>([
  ['nobody', 1, [], {}, {}],
  ['two identities of one person', 2, ['ada-1', 'ada-2'], {}, {}],
  ['the same login twice', 2, ['ada-1', 'ada-1'], {}, {}],
  ["the run's actor", 1, ['cyd'], {}, {}],
  ['the pusher', 1, ['ada-1'], { content: { source: { ...workloadContent().source!, pusherId: '21' } } }, {}],
  ['somebody who is not listed', 1, ['eve'], {}, {}],
  ['a login for other bytes', 1, ['ada-1'], {}, { nonce: personNonce(new Uint8Array(1)) }],
  ['a login without nonce', 1, ['ada-1'], {}, { nonce: undefined }],
  ['a login at another client', 1, ['ada-1'], {}, { aud: 'other' }],
  ['a login for two clients', 1, ['ada-1'], {}, { aud: ['client', 'other'] }],
  ['a login from before the statement', 1, ['ada-1'], {}, { iat: Math.floor((NOW - DAY) / 1000) }],
])('%s is no quorum', (_name, quorum, subjects, options, claims) => {
  expect(withPeople(quorum, subjects, options, claims)).toMatchObject({
    code: 'PEOPLE_TOO_FEW',
    step: 'people',
  })
})

// Rollback and revocation

const operators = [formatPublicKey('operator', keyNamed('operator').publicKey)]
const withoutWorkload = { parts: () => ({ token: undefined as never }) }
const bySigners = [keyNamed('approval'), keyNamed('operator')]

test("a rollback to an older run is accepted, by the same signers or by an operator's key", () => {
  const state = {
    ...EMPTY_TRUST_STATE,
    runs: [{ application: 'shop', environment: 'production', runId: '1001' }],
  }
  const content = { kind: 'rollback' as const }

  expect(verifyApproval(input({ state, file: file({ content }) })).kind).toBe('verified')
  const byOperator = file({ content, ...withoutWorkload, signers: bySigners })
  expect(verifyApproval(input({ state, trust: trust({ operators }), file: byOperator })).kind).toBe(
    'verified',
  )
  expect(verifyApproval(input({ state, file: byOperator }))).toMatchObject({ code: 'TOKEN_MISSING' })
})

test("an operator's key deploys nothing", () => {
  const byOperator = file({ ...withoutWorkload, signers: bySigners })
  expect(verifyApproval(input({ trust: trust({ operators }), file: byOperator }))).toMatchObject({
    code: 'TOKEN_MISSING',
  })
})

test('a revocation needs the coordinator alone, and only forbids', () => {
  const revoked = verifyApproval(input({ file: file({ content: { kind: 'revoke' }, ...withoutWorkload }) }))
  if (revoked.kind !== 'verified') throw new Error(revoked.reason)

  expect(revoked.state.ratchets).toEqual([])
  expect(verifyApproval(input({ state: { ...revoked.state, checkpoint: null } }))).toMatchObject({
    code: 'ARTIFACT_REVOKED',
  })
})

test('a changed byte of the file is refused, or changes nothing that was approved', () => {
  const valid = file()
  const original = verifyApproval(input({ file: valid }))
  if (original.kind !== 'verified') throw new Error(original.reason)
  const base = input()
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: valid.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, change) => {
        const bytes = Uint8Array.from(valid)
        bytes[at]! ^= change
        const result = verifyApproval({ ...base, file: bytes })
        if (result.kind === 'refused') return
        expect(result.statement).toEqual(original.statement)
        expect(result.approval).toBe(original.approval)
      },
    ),
    { numRuns: 1000 },
  )
})

test('anything at all in place of the file is a refusal, never a crash', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((text) => new TextEncoder().encode(text)),
      ),
      (bytes) => {
        expect(verifyApproval({ ...input(), file: bytes }).kind).toBe('refused')
      },
    ),
    { numRuns: 200 },
  )
})

test('a stranger who adds a signature changes nothing', () => {
  const parsed = parseApprovalFile(file())
  const parts = () => ({ envelope: addSignature(parsed.envelope, keyNamed('stranger')) })
  expect(verifyApproval(input({ file: file({ parts }) })).kind).toBe('verified')
  expect(emitApprovalStatement(workloadContent())).toEqual(emitApprovalStatement(workloadContent()))
})
