/** What a check found out, in one of the four answers. */
import type { Answer } from '../../src/gate/scanner.ts'

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
