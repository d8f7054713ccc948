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
  readonly #edges: Edge[] = []
  /** By position in the list of edges. */
  readonly #scopes: DependencyScope[] = []
  readonly #known = new Map<number, Set<number>>()
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
    if (from === to) return
    const known = this.#known.get(from)
    if (known?.has(to)) return
    if (known) known.add(to)
    else this.#known.set(from, new Set([to]))
    this.#edges.push([from, to])
    this.#scopes.push(scope)
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
    const scopes = rootsKnown ? this.#spreadScopes() : []
    const direct = this.#direct()
    const otherwise = rootsKnown ? false : null
    const packages = this.#drafts.map((draft, index) => ({
      ...draft,
      scope: draft.scope ?? scopes[index] ?? 'unknown',
      direct: direct.has(index) ? true : otherwise,
    }))
    const errors = [...this.#problems]
    if (this.#untold > 0) errors.push({ code: 'LOCKFILE_INVALID', message: `and ${this.#untold} more` })
    return { packages, edges: this.#edges, errors }
  }

  #assumeRoots(): void {
    for (const index of this.#orphans()) this.connect(ROOT, index)
  }

  #orphans(): number[] {
    const required = new Set(this.#edges.map(([, to]) => to))
    return [...this.#drafts.keys()].filter((index) => !required.has(index) && !this.#isMember(index))
  }

  #direct(): Set<number> {
    return new Set(this.#edges.filter(([from]) => this.#isMember(from)).map(([, to]) => to))
  }

  #isMember(index: number): boolean {
    return index === ROOT || this.#drafts[index]!.source.kind === 'workspace'
  }

  /** What production reaches is production's; what only a development dependency reaches is its. */
  #spreadScopes(): (DependencyScope | undefined)[] {
    const scopes: (DependencyScope | undefined)[] = new Array(this.#drafts.length)
    const next = new Map<number, number[]>()
    for (const [position, [from]] of this.#edges.entries()) {
      const list = next.get(from)
      if (list) list.push(position)
      else next.set(from, [position])
    }
    const reached = [ROOT, ...[...this.#drafts.keys()].filter((index) => this.#isMember(index))]
    const allowed = new Set<DependencyScope>()
    for (const scope of SCOPES) {
      allowed.add(scope)
      const isAllowed = (position: number) => allowed.has(this.#scopes[position]!)
      const queue = reached.flatMap((from) => next.get(from) ?? []).filter(isAllowed)
      for (let at = 0; at < queue.length; at++) {
        const position = queue[at]!
        const [, to] = this.#edges[position]!
        if (scopes[to] !== undefined) continue
        scopes[to] = scope
        reached.push(to)
        for (const other of next.get(to) ?? []) if (isAllowed(other)) queue.push(other)
      }
    }
    for (const index of this.#drafts.keys()) if (this.#isMember(index)) scopes[index] ??= 'prod'
    return scopes
  }
}

/** From the one that reaches furthest. */
const SCOPES: readonly DependencyScope[] = ['prod', 'unknown', 'optional', 'peer', 'build', 'test', 'dev']
