/**
 * Packages and edges as a format finds them, and what follows from them: what is direct, and which
 * scope reaches a package where the format does not say so itself.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import {
  type Edge,
  type LockedPackage,
  type LockfileContent,
  type LockfileProblem,
  ROOT,
} from '../lockfile.ts'
import { MAX_PROBLEMS } from './document/node.ts'
import { type EdgesByDependent, GraphEdges, SCOPES } from './graph-edges.ts'

/** Without a scope it gets that of the edges that lead to it. */
export type PackageDraft = Omit<LockedPackage, 'direct' | 'scope'> & { readonly scope?: DependencyScope }

export interface GraphKnowledge {
  /** Whether all that the project asks for has an edge from {@link ROOT} or a workspace. */
  readonly rootsKnown: boolean
  /** Whether the format records edges: then what nobody asks for was asked for by the project. */
  readonly edgesKnown: boolean
}

export class Graph {
  readonly #drafts: PackageDraft[] = []
  readonly #edges = new GraphEdges()
  readonly #problems: LockfileProblem[] = []
  #untold = 0

  get size(): number {
    return this.#drafts.length
  }

  at(index: number): PackageDraft {
    return this.#drafts[index]!
  }

  add(draft: PackageDraft): number {
    return this.#drafts.push(draft) - 1
  }

  /** The first edge between two packages counts; `scope` says in what way the dependency is asked for. */
  connect(from: number, to: number, scope: DependencyScope = 'prod'): void {
    if (from !== to) this.#edges.add(from, to, scope)
  }

  problem(
    line: number | undefined,
    message: string,
    code: LockfileProblem['code'] = 'LOCKFILE_INVALID',
  ): void {
    if (this.#problems.length >= MAX_PROBLEMS) this.#untold++
    else this.#problems.push({ code, message, ...(line === undefined ? {} : { line }) })
  }

  /** Those that are told before all that were found so far. */
  leadingProblems(problems: readonly LockfileProblem[]): void {
    this.#problems.unshift(...problems)
    this.#untold += this.#problems.splice(MAX_PROBLEMS).length
  }

  problems(problems: readonly LockfileProblem[]): void {
    for (const { line, message, code } of problems) this.problem(line, message, code)
  }

  /** Whether there are packages that nobody asks for, so that not all of the project's requests are known. */
  hasOrphans(): boolean {
    return this.#orphans().length > 0
  }

  content({ rootsKnown, edgesKnown }: GraphKnowledge): LockfileContent {
    if (!rootsKnown && edgesKnown) this.#assumeRoots()
    const edges = this.#edges.byDependent(this.size)
    const scopes = rootsKnown ? this.#spreadScopes(edges) : []
    const direct = this.#direct()
    const otherwise = rootsKnown ? false : null
    const packages = this.#drafts.map((draft, index) => ({
      ...draft,
      scope: draft.scope ?? scopes[index] ?? 'unknown',
      direct: direct[index] === 1 ? true : otherwise,
    }))
    const errors = [...this.#problems]
    if (this.#untold > 0) errors.push({ code: 'LOCKFILE_INVALID', message: `and ${this.#untold} more` })
    return { packages, edges: this.#listed(edges), errors }
  }

  /** In the order in which they were found. */
  #listed({ positions }: EdgesByDependent): Edge[] {
    return Array.from(positions.toSorted(), (position) => [
      this.#edges.from(position),
      this.#edges.to(position),
    ])
  }

  #assumeRoots(): void {
    for (const index of this.#orphans()) this.connect(ROOT, index)
  }

  #orphans(): number[] {
    const required = this.#askedFor(() => true)
    return [...this.#drafts.keys()].filter((index) => required[index] === 0 && !this.#isMember(index))
  }

  #direct(): Uint8Array {
    return this.#askedFor((from) => this.#isMember(from))
  }

  /** Of each package 1 where one of these dependents asks for it. */
  #askedFor(isDependent: (from: number) => boolean): Uint8Array {
    const asked = new Uint8Array(this.size)
    for (let position = 0; position < this.#edges.length; position++) {
      if (isDependent(this.#edges.from(position))) asked[this.#edges.to(position)] = 1
    }
    return asked
  }

  #isMember(index: number): boolean {
    return index === ROOT || this.#drafts[index]!.source.kind === 'workspace'
  }

  /** What production reaches is production's; what only a development dependency reaches is its. */
  #spreadScopes({ begins, positions }: EdgesByDependent): (DependencyScope | undefined)[] {
    const scopes: (DependencyScope | undefined)[] = new Array(this.size)
    const members = [...this.#drafts.keys()].filter((index) => this.#isMember(index))
    const reached = [ROOT, ...members]
    for (const [widest, scope] of SCOPES.entries()) {
      for (let at = 0; at < reached.length; at++) {
        const dependent = reached[at]! + 1
        for (let edge = begins[dependent]!; edge < begins[dependent + 1]!; edge++) {
          const to = this.#edges.to(positions[edge]!)
          if (this.#edges.scope(positions[edge]!) > widest || scopes[to] !== undefined) continue
          scopes[to] = scope
          reached.push(to)
        }
      }
    }
    for (const index of members) scopes[index] ??= 'prod'
    return scopes
  }
}
