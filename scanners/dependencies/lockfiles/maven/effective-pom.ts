/**
 * The effective POM as far as the tree tells it: inheritance, then interpolation, then what is managed
 * (https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html). A property or
 * `project.version` of a parent takes the child's value, as Maven does. Imported BOMs are effective POMs
 * of their own. What would need a repository is named, never guessed.
 */
import { interpolate } from './interpolation.ts'
import type { Pom, PomDependency } from './pom-model.ts'
import type { Lineage, PomTree } from './pom-tree.ts'

export interface EffectivePom {
  readonly lineage: Lineage
  /** Own and inherited; the nearest counts where two are for the same artifact. */
  readonly dependencies: readonly InheritedDependency[]
  /** By {@link managementKey}. */
  readonly managed: ReadonlyMap<string, PomDependency>
  /** Parents and BOMs that are not in the tree, as `group:artifact:version`. */
  readonly missing: readonly string[]
  /** `undefined` where a placeholder has no value in the tree. */
  resolve(text: string): string | undefined
}

export interface InheritedDependency {
  readonly dependency: PomDependency
  /** `false` where it stands in a parent's file. */
  readonly isOwn: boolean
}

/** BOMs that import BOMs. */
const MAX_IMPORT_DEPTH = 16
/** How many entries all imports of one POM may bring. */
const MAX_MANAGED = 100_000

export async function buildEffectivePom(pom: Pom, tree: PomTree, depth = 0): Promise<EffectivePom> {
  const lineage = await tree.lineageOf(pom)
  const resolve = (text: string) => interpolate(text, (name) => propertyOf(name, lineage))
  const missing: string[] = []
  if (lineage.missing) {
    const { groupId, artifactId, version } = lineage.missing
    missing.push(`${groupId}:${artifactId}:${version}`)
  }
  const managed = new Map<string, PomDependency>()
  const imports: PomDependency[] = []
  for (const entry of lineage.poms.flatMap((one) => lastOfEach(one.managed, resolve))) {
    const resolved = resolveEntry(entry, resolve)
    if (entry.scope === 'import' && entry.type === 'pom') imports.push(resolved)
    else setIfAbsent(managed, managementKey(resolved), resolved)
  }
  for (const bom of imports) {
    const found = depth < MAX_IMPORT_DEPTH ? await importBom(bom, lineage, tree, depth) : undefined
    if (!found) missing.push(`${bom.groupId}:${bom.artifactId}:${bom.version ?? ''}`)
    missing.push(...(found?.missing ?? []))
    for (const [key, entry] of found?.managed ?? []) {
      if (managed.size < MAX_MANAGED) setIfAbsent(managed, key, entry)
    }
  }
  return { lineage, dependencies: inherit(lineage, resolve), managed, missing, resolve }
}

/** What must be equal for an entry of `dependencyManagement` to be for a dependency. */
export function managementKey(of: PomDependency): string {
  return [of.groupId, of.artifactId, of.type, of.classifier].join(':')
}

async function importBom(bom: PomDependency, lineage: Lineage, tree: PomTree, depth: number) {
  const pom = await tree.findModule(lineage, bom.groupId, bom.artifactId)
  if (!pom || lineage.poms[0] === pom) return undefined
  const found = await buildEffectivePom(pom, tree, depth + 1)
  const version = found.resolve('${project.version}')
  return version === undefined || bom.version === undefined || version === bom.version ? found : undefined
}

function resolveEntry(entry: PomDependency, resolve: (text: string) => string | undefined): PomDependency {
  const or = (text: string) => resolve(text) ?? text
  return {
    ...entry,
    groupId: or(entry.groupId),
    artifactId: or(entry.artifactId),
    version: entry.version === undefined ? undefined : or(entry.version),
    type: or(entry.type),
    classifier: or(entry.classifier),
  }
}

function inherit(
  lineage: Lineage,
  resolve: (text: string) => string | undefined,
): readonly InheritedDependency[] {
  const found = new Map<string, InheritedDependency>()
  for (const [index, pom] of lineage.poms.entries()) {
    for (const dependency of lastOfEach(pom.dependencies, resolve)) {
      const resolved = resolveEntry(dependency, resolve)
      setIfAbsent(found, managementKey(resolved), { dependency: resolved, isOwn: index === 0 })
    }
  }
  return [...found.values()]
}

/** Of two for the same artifact in one file Maven takes the last. */
function lastOfEach(
  entries: readonly PomDependency[],
  resolve: (text: string) => string | undefined,
): PomDependency[] {
  const isImport = (entry: PomDependency) => entry.scope === 'import'
  const last = new Map(
    entries.filter((one) => !isImport(one)).map((one) => [managementKey(resolveEntry(one, resolve)), one]),
  )
  return [...last.values(), ...entries.filter(isImport)]
}

function setIfAbsent<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value)
}

function propertyOf(name: string, { poms }: Lineage): string | undefined {
  const [, field] = /^(?:project|pom)\.(.+)$/.exec(name) ?? []
  const own = poms[0]!
  if (field !== undefined) return projectField(field, own)
  for (const { properties } of poms) {
    const value = properties.get(name)
    if (value !== undefined) return value
  }
  // Maven 2's way to write it; still understood.
  return /^(?:groupId|artifactId|version)$/.test(name) ? projectField(name, own) : undefined
}

function projectField(field: string, { groupId, artifactId, version, parent }: Pom): string | undefined {
  switch (field) {
    case 'groupId':
      return groupId ?? parent?.groupId
    case 'artifactId':
      return artifactId
    case 'version':
      return version ?? parent?.version
    case 'parent.groupId':
      return parent?.groupId
    case 'parent.artifactId':
      return parent?.artifactId
    case 'parent.version':
      return parent?.version
    default:
      return undefined
  }
}
