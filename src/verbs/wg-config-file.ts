/** A wg-quick file by its name: a regular one, or a pipe that a secret store writes to. */
import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
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
  const path = resolve(ports.cwd, file)
  try {
    const found = statSync(path)
    if (isOpenToAll(found)) {
      ports.stderr(`warning: ${file} holds a private key, and everybody may read it: chmod 600 ${file}\n`)
    }
    return parseWgQuick(found.isFile() ? readFileStart(path) : await readPipe(path), file)
  } catch (cause) {
    if (cause instanceof SallyportError) throw cause
    throw new SallyportError('FILE_UNREADABLE', { message: `${file}: ${messageOf(cause)}`, cause })
  }
}

/** Modes mean nothing on Windows. */
function isOpenToAll(found: Stats): boolean {
  return process.platform !== 'win32' && found.isFile() && (found.mode & 0o004) !== 0
}

/**
 * At once: the threads and modules of `node:fs/promises` take longer than the file. One byte more than is allowed says
 * that there are too many.
 */
function readFileStart(path: string): string {
  const bytes = Buffer.alloc(MAX_WG_QUICK_BYTES + 1)
  const descriptor = openSync(path, 'r')
  try {
    let size = 0
    for (let read = -1; read !== 0 && size < bytes.length; size += read) {
      read = readSync(descriptor, bytes, size, bytes.length - size, null)
    }
    return bytes.toString('utf8', 0, size)
  } finally {
    closeSync(descriptor)
  }
}

/** A pipe may keep us waiting, and an interruption may come meanwhile. */
async function readPipe(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const pieces: Buffer[] = []
    for await (const piece of handle.createReadStream({ end: MAX_WG_QUICK_BYTES, autoClose: false })) {
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  } finally {
    await handle.close()
  }
}
