/** What went wrong in PostgreSQL, by SQLSTATE (PostgreSQL documentation, appendix A): whether to try again, and what to say. */
import { hasSystemCode, messageOf, SallyportError } from '../../../base/errors.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'

/** The transaction lost a race that it may win the next time. */
export function isConflict(thrown: unknown): boolean {
  const state = stateOf(thrown)
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED
}

/** The connection is gone, or the server is not there: class 08, shutdowns, too many connections, sockets. */
export function isDisconnection(thrown: unknown): boolean {
  const state = stateOf(thrown)
  if (/^08|^57P0[123]$|^53300$|^25P03$/.test(state)) return true
  if (hasSystemCode(thrown, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT')) return true
  return (
    thrown instanceof Error &&
    /^(?:Connection terminated|timeout exceeded when trying|Client .* is not queryable)/.test(thrown.message)
  )
}

/** True for what PostgreSQL or the connection said; errors of our own pass through a transaction as they are. */
export function isOfStore(thrown: unknown): boolean {
  return stateOf(thrown) !== '' || isDisconnection(thrown)
}

/** Class 23 is a violated constraint. Its detail may quote values, so only the message is said. */
export function storeFailure(what: string, cause: unknown): SallyportError {
  const code = stateOf(cause).startsWith('23') ? 'STORE_CONFLICT' : 'STORE_FAILED'
  return new SallyportError(code, { message: `${what}: ${messageOf(cause)}`, cause })
}

function stateOf(thrown: unknown): string {
  if (!(thrown instanceof Error) || !('code' in thrown) || !('severity' in thrown)) return ''
  return String(thrown.code)
}
