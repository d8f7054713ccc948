/** What a git object is, and how one is refused. */
import { SallyportError } from '../../base/errors.ts'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

export interface GitObject {
  readonly type: ObjectType
  readonly bytes: Uint8Array
}

/** Larger objects are never held, whatever they are. */
export const MAX_OBJECT_BYTES = 256 * 1024 * 1024
export function broken(id: string, why: string, cause?: unknown): SallyportError {
  return new SallyportError('GIT_UNREADABLE', { message: `the object ${id} is broken: ${why}`, cause })
}

export function tooLarge(id: string, size: number): SallyportError {
  return new SallyportError('LIMIT_EXCEEDED', {
    message: `the object ${id} has ${size} bytes, more than ${MAX_OBJECT_BYTES}`,
  })
}
