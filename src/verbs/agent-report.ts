/** What `agent run` says: the one JSON document, the lines for people, the exit code. */

import type { DeploymentEnd } from '../agent/deployment/deploy.ts'
import type { DeploymentLine } from '../agent/deployment/deployment-log.ts'
import type { FailureCode, Outcome } from '../agent/machine/outcome.ts'
import { escapeControls } from '../agent/service/output.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { afterRollback } from './rollback-words.ts'

export function emitEnd(end: DeploymentEnd, recovered?: DeploymentEnd): Record<string, unknown> {
  return { version: 1, ...toJson(end), recovered: recovered ? toJson(recovered) : null }
}

function toJson(end: DeploymentEnd): Record<string, unknown> {
  const { plan, outcome } = end
  return {
    deployment: end.deployment,
    application: plan?.application ?? null,
    environment: plan?.environment ?? null,
    outcome: outcome.kind,
    reason: failureOf(outcome) ?? null,
    digest: plan ? `sha256:${plan.digest}` : null,
    previous: plan?.previous === undefined ? null : `sha256:${plan.previous}`,
    rolledBackTo: outcome.kind === 'rolled-back' && outcome.to !== undefined ? `sha256:${outcome.to}` : null,
    quarantined: outcome.kind === 'rolled-back' && outcome.quarantined,
    restored: outcome.kind === 'rolled-back' ? outcome.restored : null,
    receipt: end.receipt ? JSON.parse(decodeUtf8(end.receipt)) : null,
  }
}

/** One line for a person; `undefined` for what only machines want. */
export function describeLine(line: DeploymentLine): string | undefined {
  switch (line.kind) {
    case 'state':
      return `  ${line.state}`
    case 'note':
      return `    ${escapeControls(line.text)}`
    case 'output':
      return `    ${line.from} | ${line.text}`
    case 'outcome':
      return undefined
  }
}

export function describeOutcome(end: DeploymentEnd): string {
  const { outcome } = end
  const failure = failureOf(outcome)
  const why = failure ? `: ${escapeControls(failure.message)}` : ''
  switch (outcome.kind) {
    case 'committed':
      return `committed${why}`
    case 'already-running':
      return 'this digest runs already and is healthy: here is its receipt'
    case 'revoked':
      return 'revoked: the digest will not be deployed here any more'
    case 'refused':
      return `refused (${outcome.failure.code})${why}; nothing was changed`
    case 'rolled-back':
      return `rolled back${why}; ${afterRollback(outcome)}`
  }
}

export function exitCodeOf(outcome: Outcome): ExitCode {
  switch (outcome.kind) {
    case 'committed':
    case 'already-running':
    case 'revoked':
      return EXIT.ok
    case 'rolled-back':
      return EXIT.rolledBack
    case 'refused':
      return REFUSED_EXITS[outcome.failure.code] ?? EXIT.refused
  }
}

const REFUSED_EXITS: Partial<Record<FailureCode, ExitCode>> = {
  'digest-mismatch': EXIT.failed,
  'release-changed': EXIT.failed,
  'source-lost': EXIT.unreachable,
  interrupted: EXIT.unreachable,
  internal: EXIT.internal,
}

function failureOf(outcome: Outcome) {
  if (outcome.kind === 'rolled-back' || outcome.kind === 'refused') return outcome.failure
  return outcome.kind === 'committed' ? outcome.warning : undefined
}
