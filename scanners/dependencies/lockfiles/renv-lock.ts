/**
 * R's `renv.lock` (https://rstudio.github.io/renv/articles/lockfile.html). A package from a repository is
 * CRAN's, whatever mirror it came from; Bioconductor's have an ecosystem of their own. What is direct is
 * not recorded.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { type DocumentNode, isWhole, mapOf, memberOf, membersOf, textOf, textsOf } from './document/node.ts'

export const renvLock: LockfileFormat = {
  id: 'renv.lock',
  ecosystems: ['CRAN', 'Bioconductor'],
  wants: (path) => path === 'renv.lock' || path.endsWith('/renv.lock'),
  parse: parseRenvLock,
}

function parseRenvLock(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  const packages = root.get('Packages')
  if (packages && !mapOf(packages)) builder.problem(packages.line, '"Packages" is not an object')
  const places = new Map<string, number>()
  for (const [key, node] of membersOf(packages)) {
    if (isWhole(node)) places.set(textOf(node, 'Package') ?? key, addPackage(builder, key, node))
  }
  let hasEdges = false
  for (const [key, node] of membersOf(packages)) {
    const from = places.get(textOf(node, 'Package') ?? key)
    for (const name of from === undefined ? [] : requirementsOf(node)) {
      hasEdges = true
      builder.connect(from!, places.get(name))
    }
  }
  if (hasEdges) builder.assumeRoots()
  return builder.content()
}

function addPackage(builder: ContentBuilder, key: string, node: DocumentNode): number {
  const { line, endLine } = node
  const name = textOf(node, 'Package') ?? key
  const version = textOf(node, 'Version') ?? ''
  if (version === '') builder.problem(line, `${quote(name)} has no version`)
  const ecosystem = textOf(node, 'Source') === 'Bioconductor' ? 'Bioconductor' : 'CRAN'
  return builder.add({ ecosystem, name, version, source: sourceOf(node), scope: 'prod', line, endLine })
}

function sourceOf(node: DocumentNode): PackageSource {
  const source = (textOf(node, 'Source') ?? '').toLowerCase()
  if (source === 'repository' || source === 'cran' || source === 'bioconductor') return DEFAULT_REGISTRY
  const commit = textOf(node, 'RemoteSha') ?? null
  const url = textOf(node, 'RemoteUrl')
  const owner = textOf(node, 'RemoteUsername')
  if (owner !== undefined) {
    const host = textOf(node, 'RemoteHost') ?? source
    return { kind: 'git', url: url ?? `${host}/${owner}/${textOf(node, 'RemoteRepo') ?? ''}`, commit }
  }
  if (source.startsWith('git')) return { kind: 'git', url: url ?? '', commit }
  // `Local`, or a package whose origin renv did not know.
  return url === undefined ? { kind: 'path', path: '' } : { kind: 'url', url }
}

/** `Requirements`, or since renv 1.1 the fields of the package's own description. */
function* requirementsOf(node: DocumentNode): Generator<string> {
  for (const field of ['Requirements', 'Depends', 'Imports', 'LinkingTo']) {
    const written = memberOf(node, field)
    const texts = typeof written?.value === 'string' ? written.value.split(',') : textsOf(written)
    for (const text of texts) {
      const [name] = /^[A-Za-z][A-Za-z0-9.]*/.exec(text.trim()) ?? []
      if (name !== undefined) yield name
    }
  }
}
