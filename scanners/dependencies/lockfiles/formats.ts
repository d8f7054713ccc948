/** Every lockfile format, one line each. Earlier ones win where two want the same path. */
import type { LockfileFormat } from '../lockfile.ts'
import { packageLock } from './package-lock.ts'

export const FORMATS: readonly LockfileFormat[] = [packageLock]
