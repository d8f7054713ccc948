/** Whether a workload that the rules name may have a tunnel: its approval, or an environment that asks for none. */

import type { AdmissionRequest } from '../../api/messages/membership.ts'
import { parseDuration, type Timestamp } from '../../base/time.ts'
import { parseApprovalStatement } from '../../trust/statement.ts'
import type { Claims } from '../../trust/token.ts'
import { DEFAULT_MAX_LEASE, type Environments, findEnvironment } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { StatementRecord } from '../store/records.ts'

export interface TunnelGrant {
  readonly maxLeaseMs: number
  /** The approval's end; the lease ends no later. */
  readonly notAfter: Timestamp | null
}

/** @throws RequestRefusal `refused` */
export async function checkTunnel(
  tx: Transaction,
  file: Environments,
  request: AdmissionRequest,
  claims: Claims,
  now: Timestamp,
): Promise<TunnelGrant> {
  const { application, environment: name, approval } = request
  const environment = findEnvironment(file, name)
  if (!environment) throw refused(`there is no environment ${name}`, `environments.${name}`)
  const maxLeaseMs = parseDuration(environment.maxLease ?? DEFAULT_MAX_LEASE)
  if (approval === null) {
    if (environment.tunnel === 'workload') return { maxLeaseMs, notAfter: null }
    throw refused(`a runner of ${name} must come with an approval`, `environments.${name}.tunnel`)
  }
  const statement = await tx.submissions.findStatement(approval)
  const why = statement
    ? whyNot(statement, { application, environment: name, claims, now })
    : 'is not one of ours'
  if (why !== undefined) throw refused(`the approval ${why}`, 'approval')
  return { maxLeaseMs, notAfter: statement!.notAfter }
}

/** The labels of an approval's scope; none for an approval that is not ours, which is refused later. */
export async function findScope(tx: Transaction, approval: string): Promise<Record<string, string>> {
  const statement = await tx.submissions.findStatement(approval)
  return statement ? parseApprovalStatement(statement.bytes).predicate.scope : {}
}

function whyNot(
  statement: StatementRecord,
  asked: { application: string; environment: string; claims: Claims; now: Timestamp },
): string | undefined {
  if (statement.logIndex === null) return 'is not signed yet'
  if (statement.revokedAt !== null) return 'was revoked'
  if (statement.notAfter <= asked.now) return 'has expired'
  if (statement.application !== asked.application || statement.environment !== asked.environment) {
    return `is for ${statement.application} in ${statement.environment}`
  }
  const { source } = parseApprovalStatement(statement.bytes).predicate
  // Another run of the same repository has its own approval; a later attempt of the same run may use this one.
  const isSameRun =
    source?.issuer === asked.claims.iss &&
    source.repositoryId === asked.claims['repository_id'] &&
    source.runId === asked.claims['run_id']
  return isSameRun ? undefined : 'was given to another run'
}

function refused(message: string, rule: string): RequestRefusal {
  return new RequestRefusal('refused', { message, rule })
}
