/** The four answers to a check, and what a report may show of them. */

/**
 * `not determined` where it could not be found out: something was not read, or another scanner did
 * not finish. It is never a pass.
 */
export type Answer = 'pass' | 'fail' | 'not applicable' | 'not determined'

export interface ComplianceAnswer {
  /** The id of the rule. */
  readonly check: string
  /** Its number in Sallyport's list of controls. */
  readonly number: number
  readonly title: string
  /** Assessment requirements of the OSPS Baseline that it speaks to. */
  readonly osps: readonly string[]
  /** Ids of other catalogues whose requirements this answer supports; it proves none of them. */
  readonly supports: readonly string[]
  readonly answer: Answer
  /** Why, in one sentence. */
  readonly reason: string
}

/** What this scanner offers as `facts`. */
export interface ComplianceFacts {
  /** Every check, in the order of the numbers. */
  readonly answers: readonly ComplianceAnswer[]
}

/** What a check found out. */
export interface Outcome {
  readonly answer: Answer
  readonly reason: string
  /** Where, for a `fail`. */
  readonly path?: string
  readonly line?: number
}

export const pass = (reason: string): Outcome => ({ answer: 'pass', reason })
export const notApplicable = (reason: string): Outcome => ({ answer: 'not applicable', reason })
export const notDetermined = (reason: string): Outcome => ({ answer: 'not determined', reason })
export const fail = (reason: string, path: string, line = 1): Outcome => ({
  answer: 'fail',
  reason,
  path,
  line,
})
