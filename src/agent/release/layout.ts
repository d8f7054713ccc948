/**
 * Where things lie (protocols.md §6): `<root>/<application>/{releases/<sha256>,current,shared,state}`.
 * `state` is the agent's alone (0700); releases are the agent's and read-only; `shared` is the
 * application's.
 */
import { chmod, chown, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { messageOf, SallyportError } from '../../base/errors.ts'

export interface Layout {
  readonly folder: string
  readonly releases: string
  /** The symbolic link that the service's command starts from. */
  readonly current: string
  readonly shared: string
  readonly state: string
  readonly journal: string
  readonly lock: string
  readonly incoming: string
  readonly manifests: string
  readonly logs: string
  readonly receipts: string
}

export function layoutOf(root: string, application: string): Layout {
  const folder = join(root, application)
  const state = join(folder, 'state')
  return {
    folder,
    releases: join(folder, 'releases'),
    current: join(folder, 'current'),
    shared: join(folder, 'shared'),
    state,
    journal: join(state, 'journal'),
    lock: join(state, 'lock'),
    incoming: join(state, 'incoming'),
    manifests: join(state, 'manifests'),
    logs: join(state, 'logs'),
    receipts: join(state, 'receipts'),
  }
}

export function releaseFolder(layout: Layout, digest: string): string {
  return join(layout.releases, digest)
}

/** Where a release is unpacked before it has its name: in the same folder, so that naming it is one rename. */
export function stagingFolder(layout: Layout, digest: string): string {
  return join(layout.releases, `.staging-${digest}`)
}

export function manifestPath(layout: Layout, digest: string): string {
  return join(layout.manifests, `${digest}.json`)
}

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * Creates what is missing and corrects the modes.
 *
 * @param application owner of `shared`; absent where it is the agent's own user
 * @throws `FILE_UNWRITABLE`
 */
export async function prepareLayout(layout: Layout, application: Owner | undefined): Promise<void> {
  try {
    for (const path of [layout.folder, layout.releases, layout.shared]) await makeOpenFolder(path)
    for (const path of [layout.state, layout.incoming, layout.manifests, layout.logs, layout.receipts]) {
      await mkdir(path, { recursive: true, mode: 0o700 })
      await chmod(path, 0o700)
    }
    if (application) await chown(layout.shared, application.uid, application.gid)
  } catch (cause) {
    throw new SallyportError('FILE_UNWRITABLE', {
      message: `the folder of the application cannot be prepared: ${messageOf(cause)}`,
      help: `let the agent's user write in ${layout.folder}`,
      cause,
    })
  }
}

/** Others may enter whatever is made of it, also under a service manager's umask: applications run as users of their own. */
async function makeOpenFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755)
}
