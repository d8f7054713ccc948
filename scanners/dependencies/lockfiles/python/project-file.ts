/** `pyproject.toml` beside a lockfile: what the project asks for, in the words of PEP 621, PEP 735, poetry, pdm and uv. */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import type { Siblings } from '../../lockfile.ts'
import { type DocumentNode, memberOf, membersOf, textsOf } from '../document/node.ts'
import { readToml } from '../document/toml.ts'
import { normalName, parseRequirement } from './requirement.ts'

export interface ProjectRequests {
  /** Names in their normal form. */
  readonly requests: readonly { readonly name: string; readonly scope: DependencyScope }[]
  /** Names of extras, in their normal form. */
  readonly extras: ReadonlySet<string>
}

export function wantsProjectFile(path: string): boolean {
  return path === 'pyproject.toml' || path.endsWith('/pyproject.toml')
}

/** `undefined` where there is none: what is direct is not known then. */
export async function readProjectFile(
  lockfile: string,
  siblings: Siblings,
): Promise<ProjectRequests | undefined> {
  const base = lockfile.slice(0, lockfile.lastIndexOf('/') + 1)
  const file = await siblings.read(`${base}pyproject.toml`)
  if (!file) return undefined
  const { root, problems } = readToml(file.text)
  if (problems.length > 0) return undefined
  const requests = new Map<string, DependencyScope>()
  const ask = (scope: DependencyScope, names: readonly string[]) => {
    for (const name of names) if (!requests.has(name)) requests.set(name, scope)
  }
  const project = memberOf(root, 'project')
  const tool = memberOf(root, 'tool')
  const poetry = memberOf(tool, 'poetry')
  const extras = memberOf(project, 'optional-dependencies')
  ask('prod', requirementNames(memberOf(project, 'dependencies')))
  ask('prod', tableNames(memberOf(poetry, 'dependencies')))
  for (const [, group] of membersOf(extras)) ask('optional', requirementNames(group))
  for (const groups of [
    memberOf(root, 'dependency-groups'),
    memberOf(memberOf(tool, 'pdm'), 'dev-dependencies'),
  ]) {
    for (const [, group] of membersOf(groups)) ask('dev', requirementNames(group))
  }
  ask('dev', requirementNames(memberOf(memberOf(tool, 'uv'), 'dev-dependencies')))
  ask('dev', tableNames(memberOf(poetry, 'dev-dependencies')))
  for (const [, group] of membersOf(memberOf(poetry, 'group')))
    ask('dev', tableNames(memberOf(group, 'dependencies')))
  return {
    requests: [...requests].map(([name, scope]) => ({ name, scope })),
    extras: new Set([...membersOf(extras)].map(([name]) => normalName(name))),
  }
}

/** Tables of a group that includes another (PEP 735) are no strings, and that group is read itself. */
function requirementNames(list: DocumentNode | undefined): string[] {
  return textsOf(list)
    .map((text) => parseRequirement(text)?.name)
    .filter((name) => name !== undefined)
    .map(normalName)
}

function tableNames(table: DocumentNode | undefined): string[] {
  return [...membersOf(table)].map(([name]) => normalName(name)).filter((name) => name !== 'python')
}
