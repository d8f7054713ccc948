/** What the lockfiles of Python have in common: packages by their normal name, several versions of one among them. */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import type { LockfileContent, LockfileText, PackageSource, Siblings } from '../../lockfile.ts'
import { ROOT } from '../../lockfile.ts'
import type { Document, DocumentNode } from '../document/node.ts'
import { Graph, type PackageDraft } from '../graph.ts'
import { readProjectFile } from './project-file.ts'
import { normalName } from './requirement.ts'

export class LockedPackages {
  readonly graph = new Graph()
  readonly #byName = new Map<string, number[]>()

  constructor({ problems }: Document) {
    this.graph.problems(problems)
  }

  add(
    node: DocumentNode,
    name: string,
    version: string,
    source: PackageSource,
    more: Pick<PackageDraft, 'scope' | 'integrity'> = {},
  ): number {
    const { line, endLine } = node
    const index = this.graph.add({ ecosystem: 'PyPI', name, version, source, line, endLine, ...more })
    const key = normalName(name)
    const others = this.#byName.get(key)
    if (others) others.push(index)
    else this.#byName.set(key, [index])
    return index
  }

  /** All versions of the name that the file holds, or the one that is named. */
  find(name: string, version?: string): readonly number[] {
    const found = this.#byName.get(normalName(name)) ?? []
    const exact =
      version === undefined ? [] : found.filter((index) => this.graph.at(index).version === version)
    return exact.length > 0 ? exact : found
  }

  connect(from: number, name: string, scope: DependencyScope, version?: string): void {
    for (const to of this.find(name, version)) this.graph.connect(from, to, scope)
  }

  noVersion(node: DocumentNode, name: string): void {
    this.graph.problem(node.line, `${JSON.stringify(name.slice(0, 200))} has no version`)
  }

  /** With the roots from `pyproject.toml`, where it is there. */
  async contentWithProject(
    file: LockfileText,
    siblings: Siblings,
    edgesKnown: boolean,
  ): Promise<LockfileContent> {
    const project = await readProjectFile(file.path, siblings)
    for (const { name, scope } of project?.requests ?? []) this.connect(ROOT, name, scope)
    return this.graph.content({ rootsKnown: project !== undefined, edgesKnown })
  }
}
