/** The contract of an audit: a question asked of one workflow or action, answered with reports. */
import type { Confidence, Severity } from '../../src/gate/finding.ts'
import type { Workflow, WorkflowPlace } from '../../src/repository/workflow.ts'
import type { ActionsLock } from './actions-lock.ts'
import { auditCaches } from './audits/cache.ts'
import { auditCredentials } from './audits/credentials.ts'
import { auditHeadCheckout } from './audits/head-checkout.ts'
import { auditPermissions } from './audits/permissions.ts'
import { auditPinning } from './audits/pinning.ts'
import { auditRunners } from './audits/runners.ts'
import { auditScripts } from './audits/scripts.ts'
import { auditSecrets } from './audits/secrets.ts'
import { auditUntrustedInput } from './audits/untrusted-input.ts'

export interface AuditSubject {
  readonly workflow: Workflow
  readonly lock: ActionsLock
}

export interface Report {
  /** An id in `rules.json`. */
  readonly rule: string
  readonly place: WorkflowPlace
  /** Fills `{name}` in the rule's message. */
  readonly values: Readonly<Record<string, string>>
  /** What makes it the same finding when lines move, beside the rule and the file. */
  readonly identity: readonly string[]
  /** Where they differ from the rule's. */
  readonly severity?: Severity
  readonly confidence?: Confidence
}

export type Audit = (subject: AuditSubject) => Iterable<Report>

export const AUDITS: readonly Audit[] = [
  auditPinning,
  auditUntrustedInput,
  auditHeadCheckout,
  auditPermissions,
  auditSecrets,
  auditRunners,
  auditCaches,
  auditCredentials,
  auditScripts,
]
