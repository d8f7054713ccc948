/**
 * The verification of an approval, for the agent and for `sallyport verify` (protocols §5): one pure
 * function, one order, the first failure wins and is named. Nothing is stored on the way; what to store
 * comes back with the last step.
 */
import { decodeBase64 } from '../base/bytes.ts'
import { formatDigest } from '../base/digest.ts'
import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { messageOf } from '../base/errors.ts'
import { formatTimestamp, parseTimestamp, type Timestamp } from '../base/time.ts'
import { type ApprovalFile, MAX_APPROVAL_FILE_BYTES, parseApprovalFile } from './approval-file.ts'
import { type VerifiedPayload, verifyEnvelope } from './dsse.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import type { KeyList } from './key-list.ts'
import { parsePublicKey } from './keys.ts'
import type { LogVerifier } from './log-verifier.ts'
import {
  addRevocation,
  highestRunId,
  isRevoked,
  judgeSequence,
  raiseRatchet,
  raiseRunId,
  type TrustState,
} from './ratchet.ts'
import { REFUSALS, Refusal, type RefusalCode, type VerificationStep } from './refusals.ts'
import { selectKeyList } from './select-key-list.ts'
import {
  type ApprovalStatement,
  approvalDigest,
  parseApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from './statement.ts'
import type { TrustFile } from './trust-file.ts'
import { acceptsAnyWorkflow, findGrants, type Grant } from './trust-rule.ts'
import type { Labels } from './vocabulary.ts'
import { judgeWorkload } from './workload.ts'

export interface ApprovalInput {
  /** The bytes of `*.approval.json`. */
  readonly file: Uint8Array
  readonly trust: TrustFile
  /** The artifact at hand; absent where it is pulled later and compared then. */
  readonly artifact?: { readonly digest: Uint8Array; readonly size: number }
  /** What the agent deploys; absent: whatever the trust file names. */
  readonly target?: { readonly application?: string; readonly environment?: string }
  /** The agent's labels; an approval's scope must be among them. */
  readonly labels: Labels
  /** Issuers' keys, fetched beforehand, by issuer URL. */
  readonly issuers: ReadonlyMap<string, IssuerKeys>
  readonly state: TrustState
  /** Artifact digests (`sha256:…`) that failed here. */
  readonly quarantined?: ReadonlySet<string>
  readonly now: Timestamp
  /** From `src/tlog`; without it an approval of a coordinator is refused at the log. */
  readonly verifyLog?: LogVerifier
  /** Between the known checkpoint and the file's, fetched beforehand. */
  readonly consistency?: readonly Uint8Array[]
}

export interface VerifiedApproval {
  readonly kind: 'verified'
  readonly statement: ApprovalStatement
  readonly statementBytes: Uint8Array
  /** `sha256:…` of the statement bytes. */
  readonly approval: string
  readonly signers: TrustFile['signers']
  readonly file: ApprovalFile
  /** The same statement was accepted before: a deployment is taken up again. */
  readonly resumed: boolean
  /** The rule pins no workflow commit; every receipt shows it. */
  readonly anyWorkflow: boolean
  /** Ids of the people who approved. */
  readonly people: readonly string[]
  /** To be stored with fsync before anything is done. */
  readonly state: TrustState
}

export interface RefusedApproval {
  readonly kind: 'refused'
  readonly step: VerificationStep
  readonly code: RefusalCode
  readonly reason: string
  readonly help: string
}

export type ApprovalResult = VerifiedApproval | RefusedApproval

/** Never throws for bad input: whatever is wrong with the file is a refusal. */
export function verifyApproval(input: ApprovalInput): ApprovalResult {
  try {
    return verifyInOrder(input)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const [step, help] = REFUSALS[thrown.code]
    return { kind: 'refused', step, code: thrown.code, reason: thrown.message, help }
  }
}

function verifyInOrder(input: ApprovalInput): VerifiedApproval {
  const file = readFile(input.file)
  const signed = verifySignature(input, file)
  const statement = readStatement(signed)
  const approval = formatDigest(approvalDigest(signed.payload.bytes))
  compareArtifact(input, statement)
  const grants = findTarget(input, statement)
  compareScope(input.labels, statement)
  checkWindow(input.now, statement)
  const workload = judgeWorkload({ ...input, file, statement, statementBytes: signed.payload.bytes, grants })
  const checkpoint = verifyLogged(input, { file, statement, approval, keyList: signed.keyList })
  refuseRevoked(input, statement)
  const resumed = judgeOrder(input.state, statement, approval)
  return {
    kind: 'verified',
    statement,
    statementBytes: signed.payload.bytes,
    approval,
    signers: input.trust.signers,
    file,
    resumed,
    anyWorkflow: workload.rule !== undefined && acceptsAnyWorkflow(workload.rule),
    people: workload.people,
    state: nextState(input.state, { statement, approval, keyListText: signed.keyListText, checkpoint }),
  }
}

function readFile(bytes: Uint8Array): ApprovalFile {
  if (bytes.length > MAX_APPROVAL_FILE_BYTES) {
    throw new Refusal(
      'FILE_TOO_LARGE',
      `the file has ${bytes.length} bytes, more than ${MAX_APPROVAL_FILE_BYTES}`,
    )
  }
  try {
    return parseApprovalFile(bytes)
  } catch (cause) {
    throw new Refusal('FILE_MALFORMED', messageOf(cause))
  }
}

interface Signed {
  readonly payload: VerifiedPayload
  readonly keyEpoch: number
  readonly keyList: KeyList | undefined
  /** To be kept as the newest list; null with `signers: key`. */
  readonly keyListText: string | null
}

function verifySignature({ trust, state, now }: ApprovalInput, file: ApprovalFile): Signed {
  if (trust.signers === 'key') {
    const keys = trust.keys.map((text) => parsePublicKey('approval', text))
    const payload = verifyBy(keys, file)
    return { payload, keyEpoch: trust.keyEpoch ?? 1, keyList: undefined, keyListText: state.keyList }
  }
  const root = parsePublicKey('root', trust.root)
  const { list, text } = selectKeyList({ root, offered: file.keyList, known: state.keyList, now })
  const payload = verifyBy([list.keys.approval], file)
  return { payload, keyEpoch: list.epoch, keyList: list, keyListText: text }
}

function verifyBy(keys: readonly Ed25519PublicKey[], file: ApprovalFile): VerifiedPayload {
  try {
    return verifyEnvelope(file.envelope, keys)
  } catch (cause) {
    throw new Refusal('SIGNER_UNKNOWN', `no approval key that is trusted here signed it: ${messageOf(cause)}`)
  }
}

function readStatement({ payload, keyEpoch }: Signed): ApprovalStatement {
  if (payload.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new Refusal('PAYLOAD_TYPE_WRONG', `the payload is ${JSON.stringify(payload.payloadType)}`)
  }
  let statement: ApprovalStatement
  try {
    statement = parseApprovalStatement(payload.bytes)
  } catch (cause) {
    throw new Refusal('STATEMENT_INVALID', messageOf(cause))
  }
  if (statement.predicate.keyEpoch !== keyEpoch) {
    const reason = `the statement is of key epoch ${statement.predicate.keyEpoch}, the current one is ${keyEpoch}`
    throw new Refusal('KEY_EPOCH_WRONG', reason)
  }
  return statement
}

function compareArtifact({ artifact }: ApprovalInput, { subject, predicate }: ApprovalStatement): void {
  if (!artifact) return
  const digest = formatDigest(artifact.digest)
  const approved = `sha256:${subject[0]!.digest.sha256}`
  if (digest !== approved)
    throw new Refusal('ARTIFACT_DIFFERS', `the artifact is ${digest}, approved is ${approved}`)
  if (artifact.size !== predicate.artifact.size) {
    const reason = `the artifact has ${artifact.size} bytes, approved are ${predicate.artifact.size}`
    throw new Refusal('ARTIFACT_DIFFERS', reason)
  }
}

function findTarget({ trust, target }: ApprovalInput, { predicate }: ApprovalStatement): readonly Grant[] {
  const { application, environment } = predicate
  const grants = findGrants<Grant>(trust.rules, application, environment)
  const isOurs =
    (target?.application === undefined || target.application === application) &&
    (target?.environment === undefined || target.environment === environment)
  if (grants.length === 0 || !isOurs) {
    throw new Refusal('TARGET_UNKNOWN', `${application} in ${environment} is not what is deployed here`)
  }
  return grants
}

function compareScope(own: Labels, { predicate }: ApprovalStatement): void {
  for (const [label, value] of Object.entries(predicate.scope)) {
    const found = Object.hasOwn(own, label) ? own[label] : undefined
    if (found === value) continue
    const reason = `the scope asks for ${label}=${value}, here it is ${found === undefined ? 'absent' : found}`
    throw new Refusal('SCOPE_DIFFERS', reason)
  }
}

function checkWindow(now: Timestamp, { predicate }: ApprovalStatement): void {
  const { notBefore, notAfter } = predicate
  if (now < parseTimestamp(notBefore)) {
    throw new Refusal('NOT_YET_VALID', `it is valid from ${notBefore}, it is ${formatTimestamp(now)}`)
  }
  if (now >= parseTimestamp(notAfter)) {
    throw new Refusal('EXPIRED', `it was valid until ${notAfter}, it is ${formatTimestamp(now)}`)
  }
}

function verifyLogged(
  { trust, state, verifyLog, consistency }: ApprovalInput,
  signed: {
    file: ApprovalFile
    statement: ApprovalStatement
    approval: string
    keyList: KeyList | undefined
  },
): string | null {
  if (trust.signers === 'key') return state.checkpoint
  const { file, statement, keyList } = signed
  if (!file.log || !verifyLog || !keyList)
    throw new Refusal('LOG_PROOF_MISSING', 'no proof that the approval is logged')
  const { application, environment, sequence } = statement.predicate
  const judgement = verifyLog({
    entry: decodeEntry(file.log.entry),
    proof: file.log.proof,
    approval: { digest: signed.approval, application, environment, sequence },
    coordinatorId: keyList.coordinatorId,
    logKey: keyList.keys.log,
    known: state.checkpoint,
    consistency,
    witnesses: trust.witnesses,
  })
  if (judgement.kind === 'refused') throw new Refusal(judgement.code, judgement.reason)
  return judgement.checkpoint
}

function decodeEntry(text: string): Uint8Array {
  try {
    return decodeBase64(text)
  } catch (cause) {
    throw new Refusal('LOG_PROOF_INVALID', `the log's entry cannot be read: ${messageOf(cause)}`)
  }
}

function refuseRevoked(
  { state, quarantined }: ApprovalInput,
  { subject, predicate }: ApprovalStatement,
): void {
  if (predicate.kind === 'revoke') return
  const artifact = `sha256:${subject[0]!.digest.sha256}`
  if (isRevoked(state, predicate, artifact)) throw new Refusal('ARTIFACT_REVOKED', `${artifact} was revoked`)
  if (quarantined?.has(artifact)) throw new Refusal('ARTIFACT_QUARANTINED', `${artifact} is quarantined here`)
}

/** Run id, then sequence. A revocation only forbids: it has its effect in whatever order it comes. */
function judgeOrder(state: TrustState, { predicate }: ApprovalStatement, approval: string): boolean {
  if (predicate.kind === 'revoke') return false
  const highest = highestRunId(state, predicate)
  const runId = predicate.source?.runId
  if (
    predicate.kind === 'deploy' &&
    highest !== undefined &&
    runId !== undefined &&
    BigInt(runId) < highest
  ) {
    throw new Refusal('RUN_OLDER', `it is of run ${runId}, run ${highest} was accepted before`)
  }
  const judgement = judgeSequence(state, { ...predicate, approval })
  const { sequence } = predicate
  switch (judgement.kind) {
    case 'next':
      return false
    case 'resume':
      return true
    case 'lower':
      throw new Refusal(
        'SEQUENCE_LOWER',
        `its sequence is ${sequence}, ${judgement.last} was accepted before`,
      )
    case 'reused':
      throw new Refusal('SEQUENCE_REUSED', `another approval of sequence ${sequence} was accepted before`)
    case 'jump':
      throw new Refusal('SEQUENCE_JUMP', `its sequence is ${sequence}, too far above ${judgement.last}`)
  }
}

function nextState(
  state: TrustState,
  accepted: {
    statement: ApprovalStatement
    approval: string
    keyListText: string | null
    checkpoint: string | null
  },
): TrustState {
  const { predicate, subject } = accepted.statement
  const kept = { ...state, keyList: accepted.keyListText, checkpoint: accepted.checkpoint }
  if (predicate.kind === 'revoke')
    return addRevocation(kept, predicate, `sha256:${subject[0]!.digest.sha256}`)
  const raised = raiseRatchet(kept, { ...predicate, approval: accepted.approval })
  return predicate.source === null ? raised : raiseRunId(raised, predicate, predicate.source.runId)
}
