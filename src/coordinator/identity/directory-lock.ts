/**
 * One coordinator per data directory: an exclusive lock that the operating system gives back when the
 * process ends, however it ends. SQLite's file lock is the one that works everywhere without an addon.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SallyportError } from '../../base/errors.ts'

/** @returns the unlock. @throws `DATA_DIRECTORY_INVALID` where another process serves it */
export function lockDataDirectory(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'serve.lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new SallyportError('DATA_DIRECTORY_INVALID', {
      message: `another coordinator serves ${folder}`,
      help: 'stop it first: one data directory has one coordinator',
      cause,
    })
  }
  return () => lock.close()
}
