/** Files as the product uses them: reads are bounded, writes are whole or not there. */
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { hasSystemCode, messageOf, SallyportError } from '../base/errors.ts'

/** @throws `FILE_UNREADABLE`; `LIMIT_EXCEEDED` before more than `maxBytes` are held */
export async function readFileBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const { size } = await regularFile(file, path)
    if (size > maxBytes) throw tooLarge(path, size, maxBytes)
    return await readWhole(file, path, size, maxBytes)
  } catch (cause) {
    throw unreadable(path, cause)
  } finally {
    await file?.close()
  }
}

/** As {@link readFileBounded}, but `undefined` where no file is there. */
export async function readFileIfThere(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    return await readFileBounded(path, maxBytes)
  } catch (error) {
    if (error instanceof SallyportError && hasSystemCode(error.cause, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/**
 * Replaces a file: written beside it, synced, renamed, and the folder synced. After a crash at any
 * instant the old content or the new is there.
 *
 * @throws `FILE_UNWRITABLE`
 */
export async function writeFileAtomic(
  path: string,
  content: Uint8Array | string,
  mode = 0o644,
): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    await rm(beside, { force: true })
    throw unwritable(path, cause)
  }
}

/**
 * Removes drafts of {@link writeFileAtomic} that killed processes left beside a file. Young ones may be at work.
 *
 * @param before milliseconds since 1970: drafts last written before it go
 */
export async function removeOldDrafts(path: string, before: number): Promise<void> {
  const folder = dirname(path)
  const isDraft = (name: string) => name.startsWith(`${basename(path)}.`) && /\.[0-9a-f]{12}\.tmp$/.test(name)
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isDraft)) {
    const draft = join(folder, name)
    const found = await stat(draft).catch(() => undefined)
    if (found && found.mtimeMs < before) await rm(draft, { force: true })
  }
}

/** As {@link writeFileAtomic}, for what can be made again: whole or not there, but a power cut may take it back. */
export async function replaceFile(path: string, content: Uint8Array | string, mode = 0o644): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeFile(beside, content, { mode, flag: 'wx' })
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true })
    throw unwritable(path, cause)
  }
}

/** Creates a file that must not be there yet (keys, journals). @throws `FILE_UNWRITABLE` */
export async function createFile(path: string, content: Uint8Array | string, mode: number): Promise<void> {
  try {
    const file = await open(path, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await syncFolder(dirname(path))
  } catch (cause) {
    const there = hasSystemCode(cause, 'EEXIST')
    throw unwritable(
      path,
      cause,
      there ? 'a file of this name is there already: choose another, or move it away' : undefined,
    )
  }
}

/** Makes renames and new names in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A folder that only its owner enters, created on demand. @throws `FILE_UNWRITABLE` */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

async function regularFile(file: FileHandle, path: string): Promise<{ size: number }> {
  const stats = await file.stat()
  if (stats.isFile()) return { size: stats.size }
  // A pipe has no size: `sallyport … <(command)` reads up to the bound.
  if (stats.isFIFO() || stats.isCharacterDevice()) return { size: 0 }
  throw new SallyportError('FILE_UNREADABLE', {
    message: `${path} is not a regular file`,
    place: { file: path },
  })
}

async function readWhole(
  file: FileHandle,
  path: string,
  size: number,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(64 * 1024, size - total + 1))
    const { bytesRead } = await file.read(chunk, 0, chunk.length)
    if (bytesRead === 0) break
    total += bytesRead
    if (total > maxBytes) throw tooLarge(path, total, maxBytes)
    chunks.push(chunk.subarray(0, bytesRead))
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, total)
}

function tooLarge(path: string, size: number, maxBytes: number): SallyportError {
  return new SallyportError('LIMIT_EXCEEDED', {
    message: `${path} has ${size} bytes or more; at most ${maxBytes} are read`,
    place: { file: path },
  })
}

function unreadable(path: string, cause: unknown): SallyportError {
  if (cause instanceof SallyportError) return cause
  return new SallyportError('FILE_UNREADABLE', {
    ...whyUnreadable(path, cause),
    place: { file: path },
    cause,
  })
}

function whyUnreadable(path: string, cause: unknown): { message: string; help?: string } {
  if (hasSystemCode(cause, 'ENOENT')) return { message: `${path} is not there` }
  if (!hasSystemCode(cause, 'EACCES', 'EPERM')) return { message: `${path}: ${messageOf(cause)}` }
  return {
    message: `${path} may not be read by ${process.geteuid === undefined ? 'this user' : `user ${process.geteuid()}`}`,
    help: 'let the user that runs this read the file, and enter each folder above it',
  }
}

function unwritable(path: string, cause: unknown, help?: string): SallyportError {
  return new SallyportError('FILE_UNWRITABLE', {
    message: `${path}: ${messageOf(cause)}`,
    place: { file: path },
    cause,
    ...(help === undefined ? {} : { help }),
  })
}
