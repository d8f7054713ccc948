/** `package.json` beside a lockfile: in what way the project asks for each of its dependencies. */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { Siblings } from '../lockfile.ts'
import { type Manifest, type Override, readManifest } from './npm/manifest.ts'

export interface NpmRequest {
  readonly name: string
  readonly spec: string
  readonly scope: DependencyScope
}

export function wantsPackageJson(path: string): boolean {
  return path === 'package.json' || path.endsWith('/package.json')
}

/** What the manifest in `folder` (from the lockfile's own) asks for; `undefined` where it cannot be read. */
export async function readNpmRequests(
  lockfile: string,
  folder: string,
  siblings: Siblings,
): Promise<readonly NpmRequest[] | undefined> {
  const manifest = await manifestIn(lockfile, folder, siblings)
  return manifest?.requests.map(({ name, spec, kind }) => ({ name, spec, scope: kind }))
}

/** What the project replaces, as the manifest beside the lockfile says; nothing where it cannot be read. */
export async function readNpmResolutions(lockfile: string, siblings: Siblings): Promise<readonly Override[]> {
  return (await manifestIn(lockfile, '.', siblings))?.resolutions ?? []
}

async function manifestIn(
  lockfile: string,
  folder: string,
  siblings: Siblings,
): Promise<Manifest | undefined> {
  const base = lockfile.slice(0, lockfile.lastIndexOf('/') + 1)
  const place = folder === '.' || folder === '' ? '' : `${folder.replace(/^\.\//, '')}/`
  return readManifest(await siblings.read(`${base}${place}package.json`))
}
