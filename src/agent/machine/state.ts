/**
 * The states of one deployment (protocols.md §6). Each is named for the last thing that is true, and
 * holds only what is valid in it. A state is journalled when it is entered, before anything is done
 * about it, so that the journal alone says what may have happened.
 */
import type { Failure, Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'

export type State =
  | { readonly kind: 'polled'; readonly deployment: string }
  | { readonly kind: 'approval-verified'; readonly plan: Plan }
  | { readonly kind: 'space-reserved'; readonly plan: Plan }
  | { readonly kind: 'downloading'; readonly plan: Plan }
  | { readonly kind: 'digest-verified'; readonly plan: Plan }
  | { readonly kind: 'staged'; readonly plan: Plan }
  /** The intent to go from `plan.previous` to `plan.digest` is durable. */
  | { readonly kind: 'journalled'; readonly plan: Plan }
  | { readonly kind: 'pre-hook'; readonly plan: Plan }
  | { readonly kind: 'checked-again'; readonly plan: Plan }
  | { readonly kind: 'switched'; readonly plan: Plan }
  | { readonly kind: 'started'; readonly plan: Plan }
  | { readonly kind: 'health-window'; readonly plan: Plan }
  | { readonly kind: 'committed'; readonly plan: Plan }
  | { readonly kind: 'rolling-back'; readonly plan: Plan; readonly failure: Failure }
  | {
      readonly kind: 'rolled-back'
      readonly plan: Plan
      readonly failure: Failure
      readonly restored: boolean
    }
  | {
      readonly kind: 'quarantined'
      readonly plan: Plan
      readonly failure: Failure
      readonly restored: boolean
    }
  | { readonly kind: 'revoking'; readonly plan: Plan }
  /** All is decided; the receipt is not yet signed. */
  | { readonly kind: 'receipt'; readonly plan: Plan; readonly outcome: Outcome }
  /** `plan` is absent where no approval was verified: then there is nothing to sign a receipt about. */
  | {
      readonly kind: 'finished'
      readonly deployment: string
      readonly plan?: Plan
      readonly outcome: Outcome
    }

export type StateKind = State['kind']

export const STATE_KINDS = [
  'polled',
  'approval-verified',
  'space-reserved',
  'downloading',
  'digest-verified',
  'staged',
  'journalled',
  'pre-hook',
  'checked-again',
  'switched',
  'started',
  'health-window',
  'committed',
  'rolling-back',
  'rolled-back',
  'quarantined',
  'revoking',
  'receipt',
  'finished',
] as const satisfies readonly StateKind[]

export function deploymentOf(state: State): string {
  return state.kind === 'polled' || state.kind === 'finished' ? state.deployment : state.plan.deployment
}

/** True from the moment the intent is durable until the outcome is decided: `current` may name either release. */
export function mayHaveSwitched(state: State): boolean {
  switch (state.kind) {
    case 'checked-again':
    case 'switched':
    case 'started':
    case 'health-window':
    case 'rolling-back':
      return true
    case 'pre-hook':
      // A recovery comes back to this state from behind the switch.
      return state.plan.attempt > 1
    default:
      return false
  }
}
