import { type Place, SallyportError } from '../../src/base/errors.ts'

/** A lockfile that cannot be understood from this line on. */
export function lockfileError(
  path: string,
  line: number | undefined,
  why: string,
  cause?: unknown,
): SallyportError {
  const place: Place = line === undefined ? { file: path } : { file: path, line }
  return new SallyportError('LOCKFILE_INVALID', {
    message: line === undefined ? why : `${why} (line ${line})`,
    place,
    help: 'run the package manager again so that it writes the file anew, or restore it from git',
    ...(cause === undefined ? {} : { cause }),
  })
}

/** A version of the format that is not known, so that its packages cannot be named. */
export function unsupportedLockfile(path: string, line: number | undefined, why: string): SallyportError {
  const place: Place = line === undefined ? { file: path } : { file: path, line }
  return new SallyportError('LOCKFILE_UNSUPPORTED', { message: why, place })
}
