/** How a deployment ended. */

/** A step that could not be done, in words that a person can act on. */
export interface Failure {
  readonly code: FailureCode
  readonly message: string
}

export type FailureCode =
  | 'approval-refused'
  | 'quarantined'
  | 'frozen'
  | 'expired'
  | 'revoked'
  | 'stale'
  | 'too-large'
  | 'clock-behind'
  | 'no-space'
  | 'source-lost'
  | 'source-refused'
  | 'digest-mismatch'
  | 'archive-refused'
  | 'release-changed'
  | 'pre-hook-failed'
  | 'post-hook-failed'
  | 'switch-failed'
  | 'start-failed'
  | 'unhealthy'
  | 'interrupted'
  | 'aborted'
  | 'internal'

export type Outcome =
  | { readonly kind: 'committed'; readonly warning?: Failure }
  /** The previous release (or nothing, before the first) runs again. */
  | {
      readonly kind: 'rolled-back'
      readonly failure: Failure
      readonly to: string | undefined
      readonly quarantined: boolean
      /** False where the previous release did not come up either: somebody must look. */
      readonly restored: boolean
    }
  /** Nothing on the machine was changed. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'revoked' }
  /** The digest ran already and was healthy: its receipt is the answer. */
  | { readonly kind: 'already-running' }

/** What says something bad about the release itself, so that the same bytes must not be tried again. */
const BLAMES_RELEASE: ReadonlySet<FailureCode> = new Set(['start-failed', 'unhealthy'])

export function blamesRelease(failure: Failure): boolean {
  return BLAMES_RELEASE.has(failure.code)
}
