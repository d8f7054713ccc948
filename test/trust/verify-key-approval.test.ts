import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256, sha256Hex } from '../../src/base/digest.ts'
import { formatTimestamp, HOUR } from '../../src/base/time.ts'
import {
  emitApprovalFile,
  MAX_APPROVAL_FILE_BYTES,
  parseApprovalFile,
} from '../../src/trust/approval-file.ts'
import { addSignature, signEnvelope } from '../../src/trust/dsse.ts'
import { EMPTY_TRUST_STATE } from '../../src/trust/ratchet.ts'
import { emitApprovalStatement, STATEMENT_PAYLOAD_TYPE } from '../../src/trust/statement.ts'
import { type ApprovalInput, verifyApproval } from '../../src/trust/verify-approval.ts'
import {
  ARTIFACT,
  keyModeContent,
  keyModeInput,
  keyModeTrust,
  keyNamed,
  NOW,
  signedFile,
} from './approval-kit.ts'

test('an approval signed by a trusted key is verified, and says what to store', () => {
  const result = verifyApproval(keyModeInput())

  expect(result).toMatchObject({ kind: 'verified', signers: 'key', resumed: false, anyWorkflow: false })
  if (result.kind !== 'verified') return
  expect(result.approval).toBe(`sha256:${sha256Hex(emitApprovalStatement(keyModeContent()))}`)
  expect(result.state.ratchets).toEqual([
    { application: 'shop', environment: 'production', keyEpoch: 1, sequence: 7, approval: result.approval },
  ])
})

test('a signature by a stranger beside that of a trusted key does no harm', () => {
  const file = parseApprovalFile(keyModeInput().file)
  const envelope = addSignature(file.envelope, keyNamed('stranger'))

  expect(verifyApproval(keyModeInput({ file: emitApprovalFile({ envelope }) })).kind).toBe('verified')
})

test('what the file carries for a coordinator changes nothing with signers: key', () => {
  const { envelope } = parseApprovalFile(keyModeInput().file)
  const file = emitApprovalFile({
    envelope,
    token: 'a.b.c',
    keyList: envelope,
    log: { entry: '', proof: '' },
  })

  expect(verifyApproval(keyModeInput({ file })).kind).toBe('verified')
})

/** Everything else is valid in each. */
const REFUSED: [name: string, code: string, step: string, changes: Partial<ApprovalInput>][] = [
  [
    'a file over the size limit',
    'FILE_TOO_LARGE',
    'size',
    { file: new Uint8Array(MAX_APPROVAL_FILE_BYTES + 1) },
  ],
  ['a file that is no JSON', 'FILE_MALFORMED', 'size', { file: encodeUtf8('{') }],
  [
    'a file with an unknown key',
    'FILE_MALFORMED',
    'size',
    {
      file: encodeUtf8(
        Buffer.from(keyModeInput().file).toString().replace('"version"', '"mode": "key", "version"'),
      ),
    },
  ],
  [
    'a file with a key that stands twice',
    'FILE_MALFORMED',
    'size',
    {
      file: encodeUtf8(
        Buffer.from(keyModeInput().file).toString().replace('"version"', '"version": 1, "version"'),
      ),
    },
  ],
  [
    'a key that is not trusted',
    'SIGNER_UNKNOWN',
    'signature',
    { file: signedFile(keyModeContent(), keyNamed('stranger')) },
  ],
  [
    'another payload type',
    'PAYLOAD_TYPE_WRONG',
    'statement',
    {
      file: emitApprovalFile({
        envelope: signEnvelope('application/json', emitApprovalStatement(keyModeContent()), [
          keyNamed('approval'),
        ]),
      }),
    },
  ],
  [
    'another predicate type',
    'STATEMENT_INVALID',
    'statement',
    { file: resigned('approval/v1', 'approval/v2') },
  ],
  [
    'an unknown key in the predicate',
    'STATEMENT_INVALID',
    'statement',
    { file: resigned('"scope":', '"x":1,"scope":') },
  ],
  [
    'another key epoch',
    'KEY_EPOCH_WRONG',
    'statement',
    { file: signedFile(keyModeContent({ keyEpoch: 2 })) },
  ],
  [
    'another artifact',
    'ARTIFACT_DIFFERS',
    'artifact',
    { artifact: { digest: sha256(ARTIFACT.slice(1)), size: ARTIFACT.length } },
  ],
  ['another size', 'ARTIFACT_DIFFERS', 'artifact', { artifact: { digest: sha256(ARTIFACT), size: 1 } }],
  [
    'another application',
    'TARGET_UNKNOWN',
    'target',
    { file: signedFile(keyModeContent({ application: 'till' })) },
  ],
  [
    'another environment',
    'TARGET_UNKNOWN',
    'target',
    { file: signedFile(keyModeContent({ environment: 'staging' })) },
  ],
  [
    'an application that this agent does not deploy',
    'TARGET_UNKNOWN',
    'target',
    { target: { application: 'till' } },
  ],
  [
    'a label that the agent lacks',
    'SCOPE_DIFFERS',
    'scope',
    { file: signedFile(keyModeContent({ scope: { role: 'web' } })) },
  ],
  [
    'one of two labels that differs',
    'SCOPE_DIFFERS',
    'scope',
    {
      file: signedFile(keyModeContent({ scope: { role: 'web', zone: 'a' } })),
      labels: { role: 'web', zone: 'b' },
    },
  ],
  ['an approval that is not valid yet', 'NOT_YET_VALID', 'window', { now: (NOW - HOUR) as typeof NOW }],
  ['an approval at the instant of its end', 'EXPIRED', 'window', { now: (NOW + HOUR) as typeof NOW }],
  [
    'a scope that the rule does not grant',
    'RULE_DIFFERS',
    'trust',
    {
      trust: keyModeTrust({
        rules: [{ application: 'shop', environments: ['production'], scopes: { role: ['web'] } }],
      }),
    },
  ],
  [
    'a gate policy that is not listed',
    'POLICY_DIFFERS',
    'policy',
    {
      trust: keyModeTrust({
        rules: [
          { application: 'shop', environments: ['production'], policies: [`sha256:${sha256Hex('x')}`] },
        ],
      }),
    },
  ],
  [
    'a revoked artifact',
    'ARTIFACT_REVOKED',
    'revoked',
    {
      state: {
        ...EMPTY_TRUST_STATE,
        revoked: [
          { application: 'shop', environment: 'production', artifact: `sha256:${sha256Hex(ARTIFACT)}` },
        ],
      },
    },
  ],
  [
    'a quarantined artifact',
    'ARTIFACT_QUARANTINED',
    'revoked',
    { quarantined: new Set([`sha256:${sha256Hex(ARTIFACT)}`]) },
  ],
  ['a lower sequence', 'SEQUENCE_LOWER', 'sequence', { state: reached(8, 'other') }],
  ['the same sequence with another statement', 'SEQUENCE_REUSED', 'sequence', { state: reached(7, 'other') }],
  [
    'a jump of the sequence',
    'SEQUENCE_JUMP',
    'sequence',
    { file: signedFile(keyModeContent({ sequence: 1_000_001 })) },
  ],
]

test.each(REFUSED)('%s is refused', (_name, code, step, changes) => {
  expect(verifyApproval(keyModeInput(changes))).toMatchObject({ kind: 'refused', code, step })
})

test('the first failure in the order is the one that is named', () => {
  const failures = REFUSED.filter(([, , , changes]) => !('file' in changes) && !('trust' in changes))
  const order = failures.map(([, , step]) => step)
  const everything = Object.assign({}, ...failures.map(([, , , changes]) => changes).reverse())

  expect(verifyApproval(keyModeInput(everything))).toMatchObject({ kind: 'refused', step: order[0] })
})

test('the same statement again is a deployment taken up again', () => {
  const first = verifyApproval(keyModeInput())
  if (first.kind !== 'verified') throw new Error(first.reason)

  expect(verifyApproval(keyModeInput({ state: first.state }))).toMatchObject({
    kind: 'verified',
    resumed: true,
  })
})

test('the last instant before the end is in the window, as is the first', () => {
  const { notBefore, notAfter } = keyModeContent()
  expect(verifyApproval(keyModeInput({ now: (Date.parse(notAfter) - 1) as typeof NOW })).kind).toBe(
    'verified',
  )
  expect(verifyApproval(keyModeInput({ now: Date.parse(notBefore) as typeof NOW })).kind).toBe('verified')
  expect(formatTimestamp(NOW)).toBe('2026-11-22T10:00:00Z')
})

test('a revocation forbids the artifact from then on, and needs no sequence', () => {
  const revoke = signedFile(keyModeContent({ kind: 'revoke', sequence: 1 }))
  const first = verifyApproval(keyModeInput({ file: revoke, state: reached(9, 'other') }))
  if (first.kind !== 'verified') throw new Error(first.reason)

  expect(first.state.ratchets).toEqual(reached(9, 'other').ratchets)
  const later = signedFile(keyModeContent({ sequence: 10 }))
  expect(verifyApproval(keyModeInput({ file: later, state: first.state }))).toMatchObject({
    code: 'ARTIFACT_REVOKED',
  })
})

test('a new key epoch counts anew, and ends the approvals of the old one', () => {
  const trust = keyModeTrust({ keyEpoch: 2 })
  const state = reached(900_000, 'other')

  expect(verifyApproval(keyModeInput({ trust, state }))).toMatchObject({ code: 'KEY_EPOCH_WRONG' })
  const file = signedFile(keyModeContent({ keyEpoch: 2, sequence: 1 }))
  expect(verifyApproval(keyModeInput({ trust, state, file }))).toMatchObject({ kind: 'verified' })
})

function reached(sequence: number, statement: string) {
  const approval = `sha256:${sha256Hex(statement)}`
  return {
    ...EMPTY_TRUST_STATE,
    ratchets: [{ application: 'shop', environment: 'production', keyEpoch: 1, sequence, approval }],
  }
}

/** The statement with a piece of its text replaced, validly signed. */
function resigned(from: string, to: string): Uint8Array {
  const text = Buffer.from(emitApprovalStatement(keyModeContent())).toString()
  const changed = encodeUtf8(text.replace(from, to))
  return emitApprovalFile({ envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, changed, [keyNamed('approval')]) })
}
