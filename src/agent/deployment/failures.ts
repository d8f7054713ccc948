/** From a thrown error to a failure of the deployment. */
import { hasSystemCode, messageOf, SallyportError } from '../../base/errors.ts'
import type { Failure, FailureCode } from '../machine/outcome.ts'

/** A refusal inside a step, with its code. */
export class StepFailed extends Error {
  readonly failure: Failure

  constructor(code: FailureCode, message: string) {
    super(message)
    this.failure = { code, message }
  }
}

/** @param otherwise the code for what says nothing of its own */
export function toFailure(thrown: unknown, otherwise: FailureCode): Failure {
  if (thrown instanceof StepFailed) return thrown.failure
  if (isDiskFull(thrown)) return { code: 'no-space', message: 'the disk is full; nothing half done was left' }
  const message = messageOf(thrown).slice(0, 1000)
  if (!(thrown instanceof SallyportError)) return { code: otherwise, message }
  switch (thrown.code) {
    case 'ARCHIVE_REFUSED':
      return { code: 'archive-refused', message }
    case 'SOURCE_REFUSED':
      return { code: 'source-refused', message }
    case 'VERIFICATION_REFUSED':
      return { code: 'digest-mismatch', message }
    case 'DEPLOYMENT_REFUSED':
      return { code: 'release-changed', message }
    default:
      return { code: otherwise, message }
  }
}

export function isDiskFull(thrown: unknown): boolean {
  if (hasSystemCode(thrown, 'ENOSPC', 'EDQUOT')) return true
  return thrown instanceof Error && thrown.cause !== undefined && isDiskFull(thrown.cause)
}
