/**
 * `pyproject.toml` (https://packaging.python.org/en/latest/specifications/pyproject-toml/): what the project
 * asks for. Only a version that a requirement names is told; what is installed a lockfile says.
 */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from '../content-builder.ts'
import { type DocumentNode, elementsOf, memberOf, membersOf } from '../document/node.ts'
import { readToml } from '../document/toml.ts'
import { firstNamedVersion, parseRequirement } from '../python/requirement.ts'

export const pyprojectToml: LockfileFormat = {
  id: 'pyproject.toml',
  ecosystems: ['PyPI'],
  wants: () => false,
  parse: parsePyprojectToml,
}

function parsePyprojectToml(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readToml(file.text))
  const project = root.get('project')
  addAll(builder, memberOf(project, 'dependencies'), 'prod')
  for (const [, group] of membersOf(memberOf(project, 'optional-dependencies')))
    addAll(builder, group, 'optional')
  for (const [, group] of membersOf(root.get('dependency-groups'))) addAll(builder, group, 'dev')
  return builder.content()
}

function addAll(builder: ContentBuilder, list: DocumentNode | undefined, scope: DependencyScope): void {
  for (const { line, endLine, value } of elementsOf(list)) {
    // A table includes another group.
    if (typeof value !== 'string') continue
    const requirement = parseRequirement(value)
    if (!requirement) builder.problem(line, `${quote(value)} is no requirement`)
    else if (requirement.url === undefined) {
      const version = firstNamedVersion(requirement)
      builder.add({ ecosystem: 'PyPI', name: requirement.name, version, line, endLine, scope, direct: true })
    }
  }
}
