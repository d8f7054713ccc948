/** The live log of a deployment: what the job that asked for it shows, line by line. */
import type { Timestamp } from '../../base/time.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { StateKind } from '../machine/state.ts'

export type DeploymentLine = {
  readonly at: Timestamp
  readonly deployment: string
} & (
  | { readonly kind: 'state'; readonly state: StateKind }
  /** What the agent says about a step. */
  | { readonly kind: 'note'; readonly text: string }
  /** What a hook or the service printed: escaped and cut, and still a stranger's words. */
  | { readonly kind: 'output'; readonly from: 'pre-hook' | 'post-hook' | 'service'; readonly text: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
)

export type DeploymentLog = (line: DeploymentLine) => void
