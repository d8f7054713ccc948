import type { ProblemKind } from '../api/messages/problem.ts'

export interface RefusalDetails {
  readonly message: string
  readonly help?: string
  /** The place of the rule that refused: `rules[2]`, `environments.production.floor.scanners`. */
  readonly rule?: string
  readonly claim?: string
}

/** Ends a request with a problem. What it says is said to the caller, so it holds no secret. */
export class RequestRefusal extends Error {
  readonly kind: ProblemKind
  readonly details: RefusalDetails

  constructor(kind: ProblemKind, details: RefusalDetails) {
    super(details.message)
    this.name = 'RequestRefusal'
    this.kind = kind
    this.details = details
  }
}
