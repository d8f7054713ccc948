import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { cosign } from '../../src/tlog/cosignature.ts'
import {
  type LoggedApproval,
  verifyLoggedApproval,
  wantedConsistency,
} from '../../src/tlog/logged-approval.ts'
import { emitNote, formatVerifierKey, parseNote, SIGNATURE_TYPES } from '../../src/tlog/note.ts'
import { COORDINATOR_ID, LOG_KEY, numberedEntries, TestLog } from './log-kit.ts'

const approval = {
  digest: `sha256:${'ab'.repeat(32)}`,
  application: 'shop',
  environment: 'production',
  sequence: 7,
}
const entry = entryOf({})
const log = new TestLog([...numberedEntries(5), entry, ...numberedEntries(3)])
const valid: LoggedApproval = {
  entry,
  proof: log.proof(5),
  approval,
  coordinatorId: COORDINATOR_ID,
  logKey: LOG_KEY.publicKey,
  known: null,
  consistency: undefined,
  witnesses: undefined,
}
const witness = ed25519KeyPair(new Uint8Array(32).fill(0x33))
const witnessKey = formatVerifierKey({
  name: 'w',
  type: SIGNATURE_TYPES.cosignature,
  publicKey: witness.publicKey,
})

test('a logged approval is included, and its checkpoint is to be kept', () => {
  expect(verifyLoggedApproval(valid)).toEqual({ kind: 'included', checkpoint: log.checkpoint() })
})

test('the larger of two consistent checkpoints is kept, whichever it is', () => {
  const older = { ...valid, known: log.checkpoint(4), consistency: log.consistency(4, 9) }
  expect(verifyLoggedApproval(older)).toEqual({ kind: 'included', checkpoint: log.checkpoint() })
  const newer = {
    ...valid,
    proof: log.proof(5, 7),
    known: log.checkpoint(9),
    consistency: log.consistency(7, 9),
  }
  expect(verifyLoggedApproval(newer)).toEqual({ kind: 'included', checkpoint: log.checkpoint(9) })
  expect(verifyLoggedApproval({ ...valid, known: log.checkpoint() }).kind).toBe('included')
})

test('which consistency proof is wanted is known before it is fetched', () => {
  expect(wantedConsistency(valid.proof, log.checkpoint(4))).toEqual({ first: 4, second: 9 })
  expect(wantedConsistency(valid.proof, log.checkpoint())).toBeUndefined()
  expect(wantedConsistency(valid.proof, null)).toBeUndefined()
})

const forked = new TestLog([...numberedEntries(3), encodeUtf8('{}')])
const stranger = ed25519KeyPair(new Uint8Array(32).fill(0x44))

test.each<[string, string, Partial<LoggedApproval>]>([
  [
    'of another approval',
    'LOG_PROOF_INVALID',
    { approval: { ...approval, digest: `sha256:${'cd'.repeat(32)}` } },
  ],
  ['of another environment', 'LOG_PROOF_INVALID', { approval: { ...approval, environment: 'staging' } }],
  ['of another kind', 'LOG_PROOF_INVALID', rebuilt({ type: 'receipt' })],
  ['that the proof does not lead from', 'LOG_PROOF_INVALID', { entry: entryOf({ at: 'x' }) }],
  [
    'with a proof of another index',
    'LOG_PROOF_INVALID',
    { proof: valid.proof.replace('index 5', 'index 4') },
  ],
  ['with a proof that is no proof', 'LOG_PROOF_INVALID', { proof: 'x' }],
  ['in the log of a stranger', 'LOG_PROOF_INVALID', { logKey: stranger.publicKey }],
  ['in the log of another coordinator', 'LOG_PROOF_INVALID', { coordinatorId: 'D'.repeat(43) }],
  ['without the consistency that is wanted', 'LOG_INCONSISTENT', { known: log.checkpoint(4) }],
  ['in a fork', 'LOG_INCONSISTENT', { known: forked.checkpoint(), consistency: log.consistency(4, 9) }],
  ['without a witness', 'LOG_WITNESSES', { witnesses: { keys: [witnessKey], required: 1 } }],
])('an entry %s is refused', (_name, code, changes) => {
  expect(verifyLoggedApproval({ ...valid, ...changes })).toMatchObject({ kind: 'refused', code })
})

test('with the cosignature of a listed witness it is included', () => {
  const note = parseNote(log.checkpoint())
  const cosigned = emitNote({
    ...note,
    signatures: [...note.signatures, cosign(note, 'w', witness, 1_790_000_000)],
  })
  const proof = log.proof(5).replace(log.checkpoint(), cosigned)
  const witnesses = { keys: [witnessKey], required: 1 }
  expect(verifyLoggedApproval({ ...valid, proof, witnesses }).kind).toBe('included')
})

function entryOf(changes: Record<string, unknown>): Uint8Array {
  const { digest, ...target } = approval
  return encodeUtf8(JSON.stringify({ type: 'approval', version: 1, approval: digest, ...target, ...changes }))
}

/** The same entry with other members, truly in a log. */
function rebuilt(changes: Record<string, unknown>): Partial<LoggedApproval> {
  const changed = entryOf(changes)
  return { entry: changed, proof: new TestLog([changed]).proof(0) }
}
