/** What the driver tells the machine: the one answer to the last command, or a wish from outside. */
import type { Failure } from './outcome.ts'
import type { Plan } from './plan.ts'

export type Event =
  | { readonly kind: 'approval-accepted'; readonly plan: Plan }
  /** What is asked for runs already and is healthy. */
  | { readonly kind: 'already-running'; readonly plan: Plan }
  | { readonly kind: 'space-found' }
  | { readonly kind: 'source-opened' }
  /** The release is here already, and its manifest holds. */
  | { readonly kind: 'release-present' }
  | { readonly kind: 'artifact-complete' }
  | { readonly kind: 'release-staged' }
  | { readonly kind: 'intent-recorded' }
  | { readonly kind: 'hook-passed' }
  | { readonly kind: 'check-passed' }
  | { readonly kind: 'switched-over' }
  | { readonly kind: 'service-started' }
  | { readonly kind: 'service-answered' }
  | { readonly kind: 'window-passed' }
  | { readonly kind: 'post-hook-ended'; readonly warning?: Failure }
  | { readonly kind: 'rolled-over'; readonly restored: boolean }
  | { readonly kind: 'digest-quarantined' }
  | { readonly kind: 'receipt-signed' }
  /** The command that is under way could not be done. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Somebody wants it stopped: honoured before the switch only. */
  | { readonly kind: 'abort' }

export type EventKind = Event['kind']
