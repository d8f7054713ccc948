/**
 * What one `pom.xml` says by itself (https://maven.apache.org/ref/current/maven-model/maven.html), before
 * inheritance and interpolation: texts are as written, placeholders and all.
 */
import { childOf, childrenOf, childText, type XmlElement } from '../../text/xml-tree.ts'

export interface Pom {
  readonly path: string
  readonly groupId: string | undefined
  readonly artifactId: string | undefined
  readonly version: string | undefined
  readonly parent: PomParent | undefined
  readonly properties: ReadonlyMap<string, string>
  readonly dependencies: readonly PomDependency[]
  /** `dependencyManagement`, imports among them. */
  readonly managed: readonly PomDependency[]
  readonly modules: readonly string[]
  readonly repositories: readonly PomRepository[]
}

export interface PomRepository {
  readonly id: string
  readonly url: string
  readonly line: number
  readonly endLine: number
}

export interface PomParent {
  readonly groupId: string
  readonly artifactId: string
  readonly version: string
  /** Relative to this file; `undefined` where the file says to look into repositories only. */
  readonly relativePath: string | undefined
  readonly line: number
  readonly endLine: number
}

export interface PomDependency {
  readonly groupId: string
  readonly artifactId: string
  readonly version: string | undefined
  readonly type: string
  readonly classifier: string
  readonly scope: string | undefined
  readonly optional: string | undefined
  readonly systemPath: string | undefined
  readonly line: number
  readonly endLine: number
}

export function readPom(project: XmlElement, path: string): Pom {
  const parts = [project, ...defaultProfiles(project)]
  return {
    path,
    groupId: childText(project, 'groupId'),
    artifactId: childText(project, 'artifactId'),
    version: childText(project, 'version'),
    parent: readParent(childOf(project, 'parent')),
    properties: new Map(parts.flatMap(readProperties)),
    dependencies: parts.flatMap((part) => readDependencies(childOf(part, 'dependencies'))),
    managed: parts.flatMap((part) =>
      readDependencies(childOf(childOf(part, 'dependencyManagement'), 'dependencies')),
    ),
    modules: parts.flatMap((part) =>
      childrenOf(childOf(part, 'modules'), 'module').map((module) => module.text),
    ),
    repositories: parts.flatMap((part) => readRepositories(childOf(part, 'repositories'))),
  }
}

/** Which other profiles are active depends on the machine and the command line. */
function defaultProfiles(project: XmlElement): readonly XmlElement[] {
  return childrenOf(childOf(project, 'profiles'), 'profile').filter(
    (profile) => childText(childOf(profile, 'activation'), 'activeByDefault') === 'true',
  )
}

function readProperties(part: XmlElement): (readonly [string, string])[] {
  const properties = childOf(part, 'properties')?.children ?? []
  return properties.filter((property) => property.isWhole).map(({ name, text }) => [name, text])
}

function readParent(parent: XmlElement | undefined): PomParent | undefined {
  if (!parent) return undefined
  const written = childOf(parent, 'relativePath')
  return {
    groupId: childText(parent, 'groupId') ?? '',
    artifactId: childText(parent, 'artifactId') ?? '',
    version: childText(parent, 'version') ?? '',
    relativePath: written ? written.text || undefined : '../pom.xml',
    line: parent.line,
    endLine: parent.endLine,
  }
}

/** Those of plugins are another list. */
function readRepositories(list: XmlElement | undefined): PomRepository[] {
  return childrenOf(list, 'repository')
    .filter((repository) => repository.isWhole)
    .map((repository) => ({
      id: childText(repository, 'id') ?? '',
      url: childText(repository, 'url') ?? '',
      line: repository.line,
      endLine: repository.endLine,
    }))
}

function readDependencies(list: XmlElement | undefined): PomDependency[] {
  return childrenOf(list, 'dependency')
    .filter((dependency) => dependency.isWhole)
    .map((dependency) => ({
      groupId: childText(dependency, 'groupId') ?? '',
      artifactId: childText(dependency, 'artifactId') ?? '',
      version: childText(dependency, 'version'),
      type: childText(dependency, 'type') ?? 'jar',
      classifier: childText(dependency, 'classifier') ?? '',
      scope: childText(dependency, 'scope'),
      optional: childText(dependency, 'optional'),
      systemPath: childText(dependency, 'systemPath'),
      line: dependency.line,
      endLine: dependency.endLine,
    }))
}
