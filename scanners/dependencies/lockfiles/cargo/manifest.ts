/** `Cargo.toml` of the workspace's root and of the members that it names: which dependencies are for development or the build. */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import type { Siblings } from '../../lockfile.ts'
import { type DocumentNode, memberOf, membersOf, textOf, textsOf } from '../document/node.ts'
import { readToml } from '../document/toml.ts'

/** Names of crates (not what the manifest calls them) → how the member asks for them. */
export type CrateScopes = ReadonlyMap<string, DependencyScope>

const SECTIONS: readonly (readonly [key: string, scope: DependencyScope])[] = [
  ['dependencies', 'prod'],
  ['build-dependencies', 'build'],
  ['build_dependencies', 'build'],
  ['dev-dependencies', 'dev'],
  ['dev_dependencies', 'dev'],
]

const MAX_MEMBERS = 500

export function wantsCargoManifest(path: string): boolean {
  return path === 'Cargo.toml' || path.endsWith('/Cargo.toml')
}

/** By the crate's name. Members that a pattern stands for are not known: nobody lists folders here. */
export async function readCargoManifests(
  lockfile: string,
  siblings: Siblings,
): Promise<ReadonlyMap<string, CrateScopes>> {
  const folder = lockfile.slice(0, lockfile.lastIndexOf('/') + 1)
  const manifests = new Map<string, CrateScopes>()
  const read = async (path: string) => {
    const file = await siblings.read(path)
    const root = file && readToml(file.text).root
    const name = textOf(memberOf(root, 'package'), 'name')
    if (name !== undefined) manifests.set(name, scopesOf(root))
    return root
  }
  const root = await read(`${folder}Cargo.toml`)
  const members = textsOf(memberOf(memberOf(root, 'workspace'), 'members'))
  for (const member of members.slice(0, MAX_MEMBERS)) {
    if (!/[*?[]/.test(member)) await read(`${folder}${member.replace(/\/$/, '')}/Cargo.toml`)
  }
  return manifests
}

function scopesOf(root: DocumentNode | undefined): CrateScopes {
  const scopes = new Map<string, DependencyScope>()
  const places = [root, ...[...membersOf(memberOf(root, 'target'))].map(([, target]) => target)]
  for (const [section, scope] of SECTIONS) {
    for (const place of places) {
      for (const [key, dependency] of membersOf(memberOf(place, section))) {
        const name = textOf(dependency, 'package') ?? key
        const asked = memberOf(dependency, 'optional')?.value === true ? 'optional' : scope
        if (!scopes.has(name)) scopes.set(name, asked)
      }
    }
  }
  return scopes
}
