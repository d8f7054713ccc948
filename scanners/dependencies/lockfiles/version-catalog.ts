/**
 * Gradle's version catalogue, `gradle/libs.versions.toml`
 * (https://docs.gradle.org/current/userguide/version_catalogs.html#sec:toml-format): libraries and plugins
 * that builds may ask for, so what is direct is not known. A plugin is the module
 * `<id>:<id>.gradle.plugin`. A rich version counts where it names one.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { type DocumentNode, isWhole, memberOf, membersOf, textOf } from './document/node.ts'
import { readToml } from './document/toml.ts'

export const versionCatalog: LockfileFormat = {
  id: 'libs.versions.toml',
  ecosystems: ['Maven'],
  wants: (path) => /(?:^|\/)[^/]+\.versions\.toml$/.test(path),
  parse: parseVersionCatalog,
}

function parseVersionCatalog(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readToml(file.text))
  const versions = root.get('versions')
  for (const [alias, node] of membersOf(root.get('libraries'))) {
    if (!isWhole(node)) continue
    const [name, version] = libraryOf(node)
    if (name === undefined) builder.problem(node.line, `the library ${quote(alias)} has no module`)
    else addModule(builder, versions, { name, version, node, scope: 'prod' })
  }
  for (const [alias, node] of membersOf(root.get('plugins'))) {
    if (!isWhole(node)) continue
    const [id, version] = pluginOf(node)
    if (id === undefined) builder.problem(node.line, `the plugin ${quote(alias)} has no id`)
    else addModule(builder, versions, { name: `${id}:${id}.gradle.plugin`, version, node, scope: 'build' })
  }
  return builder.content()
}

/** A version as a node: a text, a rich version, or a reference. */
type Written = DocumentNode | string | undefined

function libraryOf(node: DocumentNode): [name: string | undefined, version: Written] {
  if (typeof node.value === 'string') {
    const [, name, version] = /^([^:\s]+:[^:\s]+):([^:\s]+)$/.exec(node.value) ?? []
    return [name, version]
  }
  const module = textOf(node, 'module')
  const group = textOf(node, 'group')
  const artifact = textOf(node, 'name')
  const joined = group !== undefined && artifact !== undefined ? `${group}:${artifact}` : undefined
  return [module ?? joined, memberOf(node, 'version')]
}

function pluginOf(node: DocumentNode): [id: string | undefined, version: Written] {
  if (typeof node.value !== 'string') return [textOf(node, 'id'), memberOf(node, 'version')]
  const [, id, version] = /^([^:\s]+):([^:\s]+)$/.exec(node.value) ?? []
  return [id, version]
}

function addModule(
  builder: ContentBuilder,
  versions: DocumentNode | undefined,
  found: { name: string; version: Written; node: DocumentNode; scope: DependencyScope },
): void {
  const { name, node, scope } = found
  const { line, endLine } = node
  const { version, why } = resolveVersion(versions, found.version)
  if (why !== undefined) builder.problem(line, `the version of ${quote(name)} ${why}`, 'LOCKFILE_UNRESOLVED')
  builder.add({ ecosystem: 'Maven', name, version, scope, line, endLine })
}

function resolveVersion(
  versions: DocumentNode | undefined,
  written: Written,
): { version: string; why?: string } {
  if (written === undefined) return { version: '', why: 'is not set here' }
  if (typeof written === 'string') return plainVersion(written)
  const ref = textOf(written, 'ref')
  const node = ref === undefined ? written : memberOf(versions, ref)
  if (!node) return { version: '', why: `refers to ${quote(ref ?? '')}, which is not set here` }
  if (typeof node.value === 'string') return plainVersion(node.value)
  const strictest = textOf(node, 'strictly') ?? textOf(node, 'require')
  const named = strictest !== undefined && isOneVersion(strictest) ? strictest : textOf(node, 'prefer')
  return plainVersion(named ?? strictest ?? '')
}

function plainVersion(text: string): { version: string; why?: string } {
  if (isOneVersion(text)) return { version: text.replace(/!!$/, '') }
  return { version: '', why: text === '' ? 'is not set here' : `is a range, ${quote(text)}` }
}

function isOneVersion(text: string): boolean {
  return text !== '' && !/[[\]()+,\s]|^latest\./.test(text)
}
