/**
 * `go.mod` (https://go.dev/ref/mod#go-mod-file). Since Go 1.17 it names every module that the build
 * needs, so it is the lockfile; before, `go.sum` holds the rest. `exclude` takes a requirement away,
 * `replace` puts another module or a folder in its place. The standard library is the package `stdlib`
 * at the toolchain's version.
 *
 * Versions are told without their `v`, as advisories write them. No edges are recorded.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import { compareSemver, parseSemver } from '../versions/semver.ts'
import { type GoModFile, parseGoMod, type Requirement } from './go/mod-file.ts'
import { Graph, type PackageDraft } from './graph.ts'

export const goMod: LockfileFormat = {
  id: 'go.mod',
  ecosystems: ['Go'],
  wants: (path) => path === 'go.mod' || path.endsWith('/go.mod'),
  wantsBeside: (path) => path === 'go.sum' || path.endsWith('/go.sum'),
  parse: parseGoModFile,
}

async function parseGoModFile(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const graph = new Graph()
  const mod = parseGoMod(file.text)
  graph.problems(mod.problems)
  const sums = await siblings.read(file.path.replace(/mod$/, 'sum'))
  const zips = sums && readSums(sums.text)
  for (const requirement of mod.requirements) addRequirement(graph, mod, requirement, zips)
  if (zips && isBeforePruning(mod)) addFromSums(graph, mod, zips)
  addStandardLibrary(graph, mod)
  return graph.content({ rootsKnown: true, edgesKnown: false })
}

function addRequirement(
  graph: Graph,
  mod: GoModFile,
  requirement: Requirement,
  zips: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): void {
  const { path, version, line, isIndirect } = requirement
  // The requirement of an excluded version is ignored (https://go.dev/ref/mod#go-mod-file-exclude).
  if (mod.excluded.has(`${path} ${version}`)) return
  const replaced = mod.replacements.get(`${path} ${version}`) ?? mod.replacements.get(path)
  const module = replaced ?? { path, version }
  const source: PackageSource = isFolder(module.path) ? { kind: 'path', path: module.path } : DEFAULT_REGISTRY
  const hasSum = zips?.get(module.path)?.has(module.version)
  const index = graph.add({
    ...placed(module, line),
    source,
    ...(hasSum !== undefined && source.kind === 'registry' ? { integrity: hasSum } : {}),
  })
  if (!isIndirect) graph.connect(ROOT, index)
}

function placed(module: { path: string; version: string }, line: number): Omit<PackageDraft, 'source'> {
  const version = module.version.replace(/^v/, '')
  return { ecosystem: 'Go', name: module.path, version, scope: 'prod', line, endLine: line }
}

function isFolder(path: string): boolean {
  return /^(?:\.{0,2}\/|\.{1,2}$|[A-Za-z]:[\\/])/.test(path)
}

/** Before Go 1.17 a module does not name what only its dependencies need. */
function isBeforePruning({ go }: GoModFile): boolean {
  const [major = 1, minor = 0] = (go?.version ?? '1.16').split('.').map((part) => Number.parseInt(part, 10))
  return major === 1 && minor < 17
}

/** The highest version whose files were needed, of every module that is not required by name. */
function addFromSums(graph: Graph, mod: GoModFile, zips: ReadonlyMap<string, ReadonlySet<string>>): void {
  const named = new Set(mod.requirements.map(({ path }) => path))
  for (const replaced of mod.replacements.values()) named.add(replaced.path)
  for (const [path, versions] of zips) {
    if (named.has(path)) continue
    const version = [...versions].reduce((highest, next) => (isHigher(next, highest) ? next : highest))
    const line = mod.go?.line ?? mod.moduleLine
    graph.add({ ...placed({ path, version }, line), source: DEFAULT_REGISTRY, integrity: true })
  }
}

function isHigher(a: string, b: string): boolean {
  const [left, right] = [parseSemver(a), parseSemver(b)]
  return left !== undefined && (right === undefined || compareSemver(left, right) > 0)
}

function addStandardLibrary(graph: Graph, { go, toolchain }: GoModFile): void {
  const told = toolchain ?? go
  if (!told) return
  // `go1.23.6-vendor` is Go 1.23.6 with somebody's changes.
  const version = told.version.replace(/-.*$/, '')
  const index = graph.add({ ...placed({ path: 'stdlib', version }, told.line), source: DEFAULT_REGISTRY })
  graph.connect(ROOT, index)
}

/** Module → versions whose files have a checksum; `/go.mod` lines are of modules that were only looked at. */
function readSums(text: string): Map<string, Set<string>> {
  const zips = new Map<string, Set<string>>()
  for (const line of text.split('\n')) {
    const [path, version] = line.trim().split(/\s+/)
    if (path === undefined || version === undefined || version.endsWith('/go.mod')) continue
    const known = zips.get(path)
    if (known) known.add(version)
    else zips.set(path, new Set([version]))
  }
  return zips
}
