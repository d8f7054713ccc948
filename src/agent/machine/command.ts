/** What the machine wants done. A step has at most one command that answers with an event; it comes last. */
import type { Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { State } from './state.ts'

export type Command =
  /** Append and fsync before anything after it. */
  | { readonly kind: 'journal'; readonly state: State }
  /** Remove what intake left half done; a partial download may stay for a resume. */
  | { readonly kind: 'discard-intake'; readonly plan: Plan; readonly keepPartial: boolean }
  /** Durable; before the answer `digest-quarantined`. */
  | { readonly kind: 'quarantine'; readonly plan: Plan; readonly reason: string }
  | { readonly kind: 'verify-approval' }
  | { readonly kind: 'reserve-space'; readonly plan: Plan }
  | { readonly kind: 'open-source'; readonly plan: Plan }
  | { readonly kind: 'download'; readonly plan: Plan }
  | { readonly kind: 'stage'; readonly plan: Plan }
  | { readonly kind: 'record-intent'; readonly plan: Plan }
  | { readonly kind: 'run-pre-hook'; readonly plan: Plan }
  | { readonly kind: 'check-again'; readonly plan: Plan }
  | { readonly kind: 'switch'; readonly plan: Plan }
  | { readonly kind: 'start-service'; readonly plan: Plan }
  | { readonly kind: 'await-answer'; readonly plan: Plan }
  | { readonly kind: 'watch-health'; readonly plan: Plan }
  | { readonly kind: 'run-post-hook'; readonly plan: Plan }
  | { readonly kind: 'roll-back'; readonly plan: Plan }
  | { readonly kind: 'sign-receipt'; readonly plan: Plan; readonly outcome: Outcome }

export type CommandKind = Command['kind']
