/** What a verified approval asks of this agent: the facts that every later state carries. */
import type { Timestamp } from '../../base/time.ts'

export interface Plan {
  /** Names the deployment in the journal, the log stream and the receipt. */
  readonly deployment: string
  readonly application: string
  readonly environment: string
  readonly kind: 'deploy' | 'rollback' | 'revoke'
  readonly artifactName: string
  /** SHA-256 of the artifact, lower-case hex. */
  readonly digest: string
  /** Bytes of the artifact, as signed. */
  readonly size: number
  readonly mediaType: string
  /** SHA-256 of the approval's payload, lower-case hex. */
  readonly approval: string
  /** The trust rule pins no workflow commit; the receipt shows it. */
  readonly anyWorkflow: boolean
  readonly sequence: number
  readonly notAfter: Timestamp
  /** What `current` named when the deployment began. */
  readonly before: string | undefined
  /** What a rollback goes back to: the last good release; nothing before the first. */
  readonly previous: string | undefined
  /** Counts from 1; a recovery after the switch was announced adds one. */
  readonly attempt: number
}
