/**
 * Maven's `pom.xml`. It is a manifest: it names what the project asks for, not what that brings. Versions
 * come from the dependency itself, from `dependencyManagement`, from parents and BOMs in the same tree.
 *
 * What only a repository knows (a parent that is not in the tree, a range, a property that nobody sets)
 * is `LOCKFILE_UNRESOLVED` at its line, and the package has no version. Of a range that holds its lower
 * end, that end is the version, as the least that may be used; it is told all the same. Profiles count
 * where they are active by default; plugins do not. Repositories besides `central` are told, as whom Maven may ask.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type {
  AskedRegistry,
  LockfileContent,
  LockfileFormat,
  LockfileText,
  PackageSource,
  Siblings,
} from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { plainAddress } from '../registries/registry-choice.ts'
import { type ContentBuilder, quote } from './content-builder.ts'
import {
  buildEffectivePom,
  type EffectivePom,
  type InheritedDependency,
  managementKey,
} from './maven/effective-pom.ts'
import { firstPlaceholder } from './maven/interpolation.ts'
import { type PomDependency, readPom } from './maven/pom-model.ts'
import { pomTreeOf } from './maven/pom-tree.ts'
import { parseRequirement } from './maven/version-range.ts'
import { openXml } from './xml-document.ts'

export const pomXml: LockfileFormat = {
  id: 'pom.xml',
  ecosystems: ['Maven'],
  wants: (path) => path === 'pom.xml' || path.endsWith('/pom.xml'),
  // Parents and modules may have another name.
  wantsBeside: (path) => /(?:^|\/)[^/]*pom[^/]*\.xml$/.test(path),
  parse: parsePomXml,
}

async function parsePomXml(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const { root, builder } = openXml(file, 'project')
  const pom = await buildEffectivePom(readPom(root, file.path), pomTreeOf(siblings))
  const registry = registryOf(pom)
  for (const dependency of pom.dependencies) addDependency(builder, pom, dependency, registry)
  const registries = askedBy(pom)
  return { ...builder.content(), ...(registries.length === 0 ? {} : { registries }) }
}

/** A repository called `central` stands in for Maven's own; of others nobody knows which one answers. */
function registryOf({ lineage, resolve }: EffectivePom): PackageSource {
  const central = lineage.poms.flatMap(({ repositories }) => repositories).find(({ id }) => id === 'central')
  const url = central && plainAddress(resolve(central.url))
  return url === undefined ? DEFAULT_REGISTRY : { kind: 'registry', url }
}

/** This file's own: those of a parent are told at the parent. An address that is not known is told as it is written. */
function askedBy({ lineage, resolve }: EffectivePom): AskedRegistry[] {
  const own = lineage.poms[0]?.repositories ?? []
  return own
    .filter(({ id }) => id !== 'central')
    .map(({ url, line, endLine }) => ({ url: plainAddress(resolve(url)) ?? url, line, endLine }))
}

function addDependency(
  builder: ContentBuilder,
  pom: EffectivePom,
  inherited: InheritedDependency,
  registry: PackageSource,
): void {
  const { dependency } = inherited
  const { line, endLine } = placeOf(pom, inherited)
  const name = `${dependency.groupId}:${dependency.artifactId}`
  if (dependency.groupId === '' || dependency.artifactId === '') {
    builder.problem(line, 'a dependency has no groupId or no artifactId')
    return
  }
  if (name.includes('${')) {
    const message = `${quote(firstPlaceholder(name))} in ${quote(name)} is not set in the tree`
    builder.problem(line, message, 'LOCKFILE_UNRESOLVED')
    return
  }
  const managed = pom.managed.get(managementKey(dependency))
  const { version, why } = versionOf(pom, dependency.version ?? managed?.version)
  if (why !== undefined) builder.problem(line, `the version of ${quote(name)} ${why}`, 'LOCKFILE_UNRESOLVED')
  const { systemPath } = dependency
  const position = builder.add({
    ecosystem: 'Maven',
    name,
    version,
    source: systemPath === undefined ? registry : { kind: 'path', path: systemPath },
    scope: scopeOf(pom, dependency, managed),
    direct: true,
    line,
    endLine,
  })
  builder.connectRoot(position)
}

/** What is inherited is seen where this file names its parent. */
function placeOf(pom: EffectivePom, { dependency, isOwn }: InheritedDependency) {
  return isOwn ? dependency : (pom.lineage.poms[0]?.parent ?? { line: 1, endLine: 1 })
}

function versionOf(pom: EffectivePom, written: string | undefined): { version: string; why?: string } {
  if (written === undefined) {
    const missing = pom.missing.slice(0, 5).join(', ')
    const where = missing === '' ? '' : `; ${quote(missing)} may, which is not in the tree`
    return { version: '', why: `is not set here nor managed in the tree${where}` }
  }
  const resolved = pom.resolve(written)
  if (resolved === undefined) {
    return { version: '', why: `needs ${quote(firstPlaceholder(written))}, which is not set in the tree` }
  }
  const requirement = parseRequirement(resolved)
  if (requirement.kind === 'version') return { version: requirement.version }
  const { lowest } = requirement
  if (lowest === undefined) return { version: '', why: `is a range, ${quote(resolved)}` }
  return { version: lowest, why: `is a range, ${quote(resolved)}: it is judged at its lowest` }
}

function scopeOf(pom: EffectivePom, own: PomDependency, managed: PomDependency | undefined): DependencyScope {
  const optional = own.optional ?? managed?.optional
  const scope = pom.resolve(own.scope ?? managed?.scope ?? 'compile')
  if (scope === 'test') return 'test'
  if (optional !== undefined && pom.resolve(optional) === 'true') return 'optional'
  // The container or the JDK brings it.
  return scope === 'provided' || scope === 'system' ? 'peer' : scope === undefined ? 'unknown' : 'prod'
}
