/** What an attacker makes: approvals that look right, signed with the keys that he has. */
import { formatDigest, sha256 } from '../src/base/digest.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../src/base/ed25519.ts'
import { openDataDirectory } from '../src/coordinator/identity/data-directory.ts'
import { systemRandom } from '../src/platform/random.ts'
import { type ApprovalFile, emitApprovalFile, parseApprovalFile } from '../src/trust/approval-file.ts'
import { approvalAudience } from '../src/trust/audience.ts'
import { signEnvelope, unverifiedPayload } from '../src/trust/dsse.ts'
import {
  emitApprovalStatement,
  parseApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from '../src/trust/statement.ts'

export interface Forgery {
  /** The approval that was given for another artifact. */
  readonly genuine: Uint8Array
  /** The attacker's own bytes. */
  readonly artifact: Uint8Array
  readonly key: Ed25519KeyPair
  /** Mints a token for the audience of these statement bytes; absent: the file carries none. */
  readonly mint?: (audience: string) => string
  readonly coordinatorId: string
  readonly workflowCommit?: string
}

/** An approval of the attacker's artifact, in everything else like the genuine one. */
export function forge({ genuine, artifact, key, mint, coordinatorId, workflowCommit }: Forgery): Uint8Array {
  const file: ApprovalFile = parseApprovalFile(genuine)
  const { subject, predicate } = parseApprovalStatement(unverifiedPayload(file.envelope))
  const source = predicate.source && {
    ...predicate.source,
    ...(workflowCommit === undefined ? {} : { workflowCommit }),
  }
  const bytes = emitApprovalStatement({
    ...predicate,
    source,
    artifact: { ...predicate.artifact, size: artifact.length },
    artifactName: subject[0]!.name,
    artifactSha256: formatDigest(sha256(artifact)).slice('sha256:'.length),
    sequence: predicate.sequence + 100,
  })
  const token = mint?.(approvalAudience(coordinatorId, bytes))
  return emitApprovalFile({
    envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, bytes, [key]),
    ...(token === undefined ? {} : { token }),
    ...(file.keyList ? { keyList: file.keyList } : {}),
    ...(file.log ? { log: file.log } : {}),
    locations: file.locations,
  })
}

/** A key that nobody trusts. */
export function strangersKey(): Ed25519KeyPair {
  return ed25519KeyPair(systemRandom.bytes(32))
}

/** The very key that the coordinator signs approvals with: what a coordinator that lies has. */
export async function coordinatorsKey(data: string): Promise<Ed25519KeyPair> {
  return (await openDataDirectory(data)).keys.approval
}
