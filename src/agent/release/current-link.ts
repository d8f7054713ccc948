/**
 * The switch: `current` is a symbolic link, replaced by a rename, made durable by a sync of its
 * folder. At every instant it names one whole release or, before the first deployment, nothing.
 */
import { readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { hasSystemCode, SallyportError } from '../../base/errors.ts'
import { syncFolder } from '../../platform/files.ts'
import type { Layout } from './layout.ts'

/** The digest that `current` names; `undefined` before the first deployment. @throws `JOURNAL_INVALID` for anything else */
export async function readCurrent(layout: Layout): Promise<string | undefined> {
  let target: string
  try {
    target = await readlink(layout.current)
  } catch (cause) {
    if (hasSystemCode(cause, 'ENOENT')) return undefined
    throw notOurs(layout, cause)
  }
  const digest = basename(target)
  if (target !== `releases/${digest}` || !/^[0-9a-f]{64}$/.test(digest)) throw notOurs(layout)
  return digest
}

/** Points `current` at a release, or at nothing. Doing it again changes nothing. */
export async function switchCurrent(layout: Layout, digest: string | undefined): Promise<void> {
  if (digest === undefined) await rm(layout.current, { force: true })
  else {
    const beside = `${layout.current}.next`
    await rm(beside, { force: true })
    await symlink(`releases/${digest}`, beside)
    await rename(beside, layout.current)
  }
  await syncFolder(dirname(layout.current))
}

function notOurs(layout: Layout, cause?: unknown): SallyportError {
  return new SallyportError('JOURNAL_INVALID', {
    message: `${layout.current} is not a link that this agent made`,
    help: 'move it away; the agent makes a symbolic link to releases/<sha256> there',
    ...(cause === undefined ? {} : { cause }),
  })
}
