/** A wg-quick file by its name: a regular one, or a pipe that a secret store writes to. */
import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { messageOf, SallyportError } from '../base/errors.ts'
import { MAX_WG_QUICK_BYTES, parseWgQuick, type WgQuickConfig } from '../mesh/wg-quick.ts'
import type { Call } from './verb.ts'

/**
 * Warns of a file that everybody may read, as `wg-quick` does: a private key stands in it.
 *
 * @throws `FILE_UNREADABLE`, `LIMIT_EXCEEDED`, `CONFIG_INVALID`
 */
export async function readWgConfig({ ports }: Call, file: string): Promise<WgQuickConfig> {
  let handle: FileHandle | undefined
  try {
    handle = await open(resolve(ports.cwd, file), 'r')
    if (await isOpenToAll(handle)) {
      ports.stderr(`warning: ${file} holds a private key, and everybody may read it: chmod 600 ${file}\n`)
    }
    return parseWgQuick(await readMost(handle), file)
  } catch (cause) {
    if (cause instanceof SallyportError) throw cause
    throw new SallyportError('FILE_UNREADABLE', { message: `${file}: ${messageOf(cause)}`, cause })
  } finally {
    await handle?.close()
  }
}

/** Modes mean nothing on Windows. */
async function isOpenToAll(handle: FileHandle): Promise<boolean> {
  const found = await handle.stat()
  return process.platform !== 'win32' && found.isFile() && (found.mode & 0o004) !== 0
}

/** One byte more than is allowed says that there are too many. */
async function readMost(handle: FileHandle): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of handle.createReadStream({ end: MAX_WG_QUICK_BYTES, autoClose: false })) {
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
