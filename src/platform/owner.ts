/** Whose files a program writes. */
import { stat } from 'node:fs/promises'
import { hasSystemCode } from '../base/errors.ts'

/**
 * Root becomes the owner of a folder before it writes there, for good: a service that runs as that user could
 * not read what root leaves behind, and root follows no link that the user has laid. For any other user, and
 * where the folder is root's own or absent, nothing happens.
 */
export async function becomeOwnerOf(folder: string): Promise<void> {
  if (process.geteuid?.() !== 0) return
  const owner = await stat(folder).catch((cause: unknown) => {
    if (hasSystemCode(cause, 'ENOENT', 'ENOTDIR')) return undefined
    throw cause
  })
  if (owner === undefined || owner.uid === 0) return
  process.setgroups?.([owner.gid])
  process.setgid?.(owner.gid)
  process.setuid?.(owner.uid)
}
