/**
 * Go's `vendor/modules.txt` (https://go.dev/ref/mod#vendoring): `# module version`, its annotations
 * behind `##`, and the packages of it that are vendored. A module without a package is not in the build.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import { Graph } from './graph.ts'

export const vendorModules: LockfileFormat = {
  id: 'vendor/modules.txt',
  ecosystems: ['Go'],
  wants: (path) => path === 'vendor/modules.txt' || path.endsWith('/vendor/modules.txt'),
  parse: parseVendorModules,
}

interface VendoredModule {
  readonly name: string
  readonly version: string
  readonly source: PackageSource
  readonly line: number
  endLine: number
  isExplicit: boolean
  hasPackages: boolean
}

function parseVendorModules(file: LockfileText): LockfileContent {
  const graph = new Graph()
  const modules: VendoredModule[] = []
  let current: VendoredModule | undefined
  for (const [index, raw] of file.text.split('\n').entries()) {
    const text = raw.trim()
    if (text === '') continue
    if (text.startsWith('## ')) {
      if (current && /^## explicit\b/.test(text)) current.isExplicit = true
    } else if (text.startsWith('# ')) {
      current = parseModule(text.slice(2), index + 1, graph)
      if (current) modules.push(current)
    } else if (current) current.hasPackages = true
    if (current) current.endLine = index + 1
  }
  for (const { name, version, source, line, endLine, isExplicit, hasPackages } of modules) {
    if (!hasPackages) continue
    const added = graph.add({ ecosystem: 'Go', name, version, source, scope: 'prod', line, endLine })
    if (isExplicit) graph.connect(ROOT, added)
  }
  return graph.content({ rootsKnown: true, edgesKnown: false })
}

/** `module version`, `module version => module version`, `module version => ./folder`, `module => …`. */
function parseModule(text: string, line: number, graph: Graph): VendoredModule | undefined {
  const tokens = text.split(/\s+/)
  const arrow = tokens.indexOf('=>')
  const own = arrow === -1 ? tokens : tokens.slice(0, arrow)
  const [path = '', version] = own
  const [target, targetVersion, ...more] = arrow === -1 ? [] : tokens.slice(arrow + 1)
  const rest = { line, endLine: line, isExplicit: false, hasPackages: false }
  if (target !== undefined && isVersion(targetVersion) && more.length === 0) {
    return { name: target, version: bare(targetVersion), source: DEFAULT_REGISTRY, ...rest }
  }
  if (isVersion(version) && own.length === 2 && targetVersion === undefined) {
    const source: PackageSource = target === undefined ? DEFAULT_REGISTRY : { kind: 'path', path: target }
    return { name: path, version: bare(version), source, ...rest }
  }
  // A replacement that applies to every version is listed once more at the end, without one.
  if (arrow === -1 || targetVersion !== undefined)
    graph.problem(line, `${JSON.stringify(text.slice(0, 200))} is no module and version`)
  return undefined
}

function isVersion(text: string | undefined): text is string {
  return text !== undefined && /^v\d/.test(text)
}

function bare(version: string): string {
  return version.replace(/^v/, '')
}
