/**
 * sbt's `build.sbt.lock`, as the plugin sbt-dependency-lock writes it
 * (https://stringbean.github.io/sbt-dependency-lock/file-formats/): modules with their configurations,
 * those that others bring among them, without edges. Names carry the Scala version, as in Maven.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { type DocumentNode, elementsOf, isWhole, memberOf, textOf, textsOf } from './document/node.ts'

export const sbtLock: LockfileFormat = {
  id: 'build.sbt.lock',
  ecosystems: ['Maven'],
  wants: (path) => /(?:^|\/)[^/]*\.sbt\.lock$/.test(path),
  parse: parseSbtLock,
}

function parseSbtLock(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  const dependencies = root.get('dependencies')
  if (!Array.isArray(dependencies?.value)) throw lockfileError(file.path, 1, 'it has no list "dependencies"')
  const version = root.get('lockVersion')
  if (version?.value !== 1) {
    builder.problem(version?.line ?? 1, 'its lockVersion is not known (1 is)', 'LOCKFILE_UNSUPPORTED')
  }
  for (const node of elementsOf(dependencies)) {
    if (isWhole(node)) addModule(builder, node)
  }
  return builder.content()
}

function addModule(builder: ContentBuilder, node: DocumentNode): void {
  const { line, endLine } = node
  const organisation = textOf(node, 'org')
  const module = textOf(node, 'name')
  const version = textOf(node, 'version')
  if (!organisation || !module || !version) {
    builder.problem(line, `${quote(`${organisation}:${module}`)} has no org, name or version`)
    return
  }
  const name = `${organisation}:${module}`
  const scope = scopeOf(textsOf(memberOf(node, 'configurations')))
  const artifacts = elementsOf(memberOf(node, 'artifacts'))
  const integrity = artifacts.every((artifact) => (textOf(artifact, 'hash') ?? '') !== '')
  builder.add({ ecosystem: 'Maven', name, version, scope, integrity, line, endLine })
}

function scopeOf(configurations: readonly string[]): DependencyScope {
  const has = (...names: string[]) => configurations.some((name) => names.includes(name))
  if (has('compile', 'runtime', 'default')) return 'prod'
  if (has('optional')) return 'optional'
  if (has('provided')) return 'peer'
  return has('test', 'it') ? 'test' : 'unknown'
}
