/** An approval of a coordinator in which everything is valid, so that a test can break exactly one thing. */
import { encodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256, sha256Hex } from '../../src/base/digest.ts'
import type { Ed25519KeyPair } from '../../src/base/ed25519.ts'
import { DAY, formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { verifyLoggedApproval } from '../../src/tlog/logged-approval.ts'
import { type ApprovalFileParts, emitApprovalFile } from '../../src/trust/approval-file.ts'
import { approvalAudience } from '../../src/trust/audience.ts'
import { signEnvelope } from '../../src/trust/dsse.ts'
import { type KeyListContent, signKeyList } from '../../src/trust/key-list.ts'
import { coordinatorIdOf, formatPublicKey } from '../../src/trust/keys.ts'
import { EMPTY_TRUST_STATE } from '../../src/trust/ratchet.ts'
import {
  type ApprovalContent,
  emitApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from '../../src/trust/statement.ts'
import type { CoordinatorTrust } from '../../src/trust/trust-file.ts'
import type { TrustRule } from '../../src/trust/trust-rule.ts'
import type { ApprovalInput } from '../../src/trust/verify-approval.ts'
import { createIssuer, type MintOptions, WORKLOAD_CLAIMS } from '../support/issuer.ts'
import { numberedEntries, TestLog } from '../tlog/log-kit.ts'
import { ARTIFACT, keyModeContent, keyNamed, NOW } from './approval-kit.ts'

export const issuer = createIssuer('https://token.example')
export const root = keyNamed('root')
export const coordinatorId = coordinatorIdOf(root.publicKey)

export function keyList(changes: Partial<KeyListContent> = {}, signer = root) {
  return signKeyList(
    {
      epoch: 1,
      sequence: 3,
      notBefore: formatTimestamp((NOW - DAY) as Timestamp),
      notAfter: formatTimestamp((NOW + DAY) as Timestamp),
      keys: onlineKeys(),
      ...changes,
    },
    signer,
  )
}

export function onlineKeys() {
  return {
    control: keyNamed('control').publicKey,
    approval: keyNamed('approval').publicKey,
    vsa: keyNamed('vsa').publicKey,
    log: keyNamed('log').publicKey,
    relay: keyNamed('relay').publicKey,
  }
}

export function workloadContent(changes: Partial<ApprovalContent> = {}): ApprovalContent {
  return keyModeContent({
    source: {
      issuer: issuer.url,
      repositoryId: WORKLOAD_CLAIMS.repository_id,
      ownerId: WORKLOAD_CLAIMS.repository_owner_id,
      commit: WORKLOAD_CLAIMS.sha,
      ref: WORKLOAD_CLAIMS.ref,
      runId: WORKLOAD_CLAIMS.run_id,
      runAttempt: WORKLOAD_CLAIMS.run_attempt,
      workflow: WORKLOAD_CLAIMS.job_workflow_ref,
      workflowCommit: WORKLOAD_CLAIMS.job_workflow_sha,
      actorId: WORKLOAD_CLAIMS.actor_id,
    },
    ...changes,
  })
}

export function rule(changes: Partial<TrustRule> = {}): TrustRule {
  return {
    application: 'shop',
    environments: ['production'],
    issuer: issuer.url,
    repositoryId: '74',
    ownerId: '65',
    gate: { workflow: 'octo/ci/.github/workflows/gate.yml', commits: ['a'.repeat(40)] },
    refs: ['refs/heads/main'],
    ...changes,
  }
}

export function trust(changes: Partial<CoordinatorTrust> = {}): CoordinatorTrust {
  return {
    version: 1,
    signers: 'coordinator',
    root: formatPublicKey('root', root.publicKey),
    issuers: [{ issuer: issuer.url }],
    rules: [rule()],
    ...changes,
  }
}

export interface FileOptions {
  readonly content?: Partial<ApprovalContent>
  readonly signers?: readonly Ed25519KeyPair[]
  readonly token?: Partial<MintOptions>
  /** Made from the statement bytes, and laid over the valid parts. */
  readonly parts?: (statementBytes: Uint8Array) => Partial<ApprovalFileParts> | undefined
}

export function logFor(content: ApprovalContent) {
  const { application, environment, sequence } = content
  const approval = `sha256:${sha256Hex(emitApprovalStatement(content))}`
  const entry = encodeUtf8(JSON.stringify({ type: 'approval', approval, application, environment, sequence }))
  const log = new TestLog([...numberedEntries(4), entry], keyNamed('log'), coordinatorId)
  return { entry, log }
}

export function file({
  content,
  signers = [keyNamed('approval')],
  token,
  parts,
}: FileOptions = {}): Uint8Array {
  const whole = workloadContent(content)
  const bytes = emitApprovalStatement(whole)
  const { entry, log } = logFor(whole)
  return emitApprovalFile({
    envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, bytes, signers),
    token: issuer.mintWorkload({
      audience: approvalAudience(coordinatorId, bytes),
      now: NOW - MINUTE,
      ...token,
    }),
    keyList: keyList(),
    log: { entry: encodeBase64(entry), proof: log.proof(4) },
    ...parts?.(bytes),
  })
}

export function input(changes: Partial<ApprovalInput> = {}): ApprovalInput {
  return {
    file: file(),
    trust: trust(),
    artifact: { digest: sha256(ARTIFACT), size: ARTIFACT.length },
    labels: {},
    issuers: new Map([[issuer.url, issuer.keys()]]),
    state: EMPTY_TRUST_STATE,
    now: NOW,
    verifyLog: verifyLoggedApproval,
    ...changes,
  }
}

export { HOUR, NOW }
