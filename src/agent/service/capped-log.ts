/**
 * The service's log file. The service writes by itself, so that it outlives the agent; the agent keeps
 * the file within its bound by moving the newest part to `.1` and emptying it. Opened for appending, a
 * file can be emptied under its writer.
 */
import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { hasSystemCode } from '../../base/errors.ts'

const KEEP_BYTES = 64 * 1024

export function openServiceLog(path: string): Promise<FileHandle> {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW
  return open(path, flags, 0o600)
}

/** Empties the log where it is over its bound; its last 64 KiB stand in `.1` then. */
export async function capServiceLog(path: string, maxBytes: number): Promise<void> {
  let file: FileHandle
  try {
    file = await open(path, constants.O_RDWR | constants.O_NOFOLLOW)
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return
    throw error
  }
  try {
    const { size } = await file.stat()
    if (size <= maxBytes) return
    const tail = Buffer.alloc(Math.min(KEEP_BYTES, size))
    await file.read(tail, 0, tail.length, size - tail.length)
    await file.truncate(0)
    const older = await open(`${path}.1`, 'w', 0o600)
    await older.writeFile(tail)
    await older.close()
  } finally {
    await file.close()
  }
}

/** The end of what was written from `start` on, for the stream of a deployment that failed. */
export async function tailServiceLog(path: string, start: number, maxBytes: number): Promise<Uint8Array> {
  let file: FileHandle
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch {
    // Nothing was ever written: there is nothing to show.
    return new Uint8Array(0)
  }
  try {
    const { size } = await file.stat()
    // Shorter than where it stood: it was emptied meanwhile.
    const tail = Buffer.alloc(Math.min(maxBytes, size < start ? size : size - start))
    await file.read(tail, 0, tail.length, size - tail.length)
    return tail
  } finally {
    await file.close()
  }
}

/** 0 where there is none yet. */
export async function sizeOfServiceLog(path: string): Promise<number> {
  try {
    return (await lstat(path)).size
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return 0
    throw error
  }
}
