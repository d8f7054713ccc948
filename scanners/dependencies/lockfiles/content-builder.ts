/** Collects what a format finds; its bounds and defaults stand here once. */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import {
  DEFAULT_REGISTRY,
  type Edge,
  type LockedPackage,
  type LockfileContent,
  type LockfileProblem,
  type LockfileText,
  ROOT,
} from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type Document, type DocumentMap, mapOf } from './document/node.ts'

/** What a format must say of a package; the rest has the defaults of {@link ContentBuilder.add}. */
export type FoundPackage = Pick<LockedPackage, 'ecosystem' | 'name' | 'version' | 'line'> &
  Partial<LockedPackage>

/** A file that is broken everywhere says so this many times, and then once more. */
const MAX_PROBLEMS = 100
const MAX_QUOTED = 200
const MAX_MESSAGE = 1000

export class ContentBuilder {
  readonly packages: LockedPackage[] = []
  readonly #edges: Edge[] = []
  readonly #seenEdges = new Set<number>()
  readonly #errors: LockfileProblem[] = []
  #dropped = 0

  /** From the default registry, of unknown scope, direct or not unknown, on one line, unless it says otherwise. */
  add(found: FoundPackage): number {
    const defaults = { source: DEFAULT_REGISTRY, scope: 'unknown' as DependencyScope, direct: null }
    return this.packages.push({ endLine: found.line, ...defaults, ...found }) - 1
  }

  /** An edge that stands already, or of a package to itself, is left out. */
  connect(from: number, to: number | undefined): void {
    if (to === undefined || from === to) return
    const key = (from + 1) * 2 ** 26 + to
    if (this.#seenEdges.has(key)) return
    this.#seenEdges.add(key)
    this.#edges.push([from, to])
  }

  /** The project asks for it. */
  connectRoot(to: number | undefined): void {
    this.connect(ROOT, to)
  }

  /**
   * For a format that records edges and not what the project asks for: what nobody requires, the project
   * did. What somebody requires may be asked for by the project as well, and stays not known.
   */
  assumeRoots(): void {
    const required = new Set(this.#edges.map(([, to]) => to))
    for (const [index, found] of this.packages.entries()) {
      if (required.has(index)) continue
      this.packages[index] = { ...found, direct: true }
      this.connectRoot(index)
    }
  }

  /** For a format that says all that the project and its members ask for: what they do not is not direct. */
  markDirect(): void {
    const isMember = (index: number) => index === ROOT || this.packages[index]?.source.kind === 'workspace'
    const direct = new Set(this.#edges.filter(([from]) => isMember(from)).map(([, to]) => to))
    for (const [index, found] of this.packages.entries()) {
      this.packages[index] = { ...found, direct: direct.has(index) }
    }
  }

  problem(
    line: number | undefined,
    message: string,
    code: LockfileProblem['code'] = 'LOCKFILE_INVALID',
  ): void {
    if (this.#errors.length === MAX_PROBLEMS) this.#dropped++
    else this.#errors.push({ code, message: shorten(message), ...(line === undefined ? {} : { line }) })
  }

  content(): LockfileContent {
    const { packages, edges } = this.#withoutNameless()
    const more: LockfileProblem[] =
      this.#dropped === 0
        ? []
        : [{ code: 'LOCKFILE_INVALID', message: `and ${this.#dropped} more of such problems` }]
    return { packages, edges, errors: [...this.#errors, ...more] }
  }

  /** A package without a name can be neither shown nor matched: it is told instead. */
  #withoutNameless(): { packages: readonly LockedPackage[]; edges: readonly Edge[] } {
    const isNamed = ({ name }: LockedPackage) => name.trim() !== ''
    if (this.packages.every(isNamed)) return { packages: this.packages, edges: this.#edges }
    const positions = new Map<number, number>([[ROOT, ROOT]])
    const packages: LockedPackage[] = []
    for (const [index, found] of this.packages.entries()) {
      if (isNamed(found)) positions.set(index, packages.push(found) - 1)
      else this.problem(found.line, 'a package has no name')
    }
    const edges = this.#edges.flatMap(([from, to]): Edge[] => {
      const newFrom = positions.get(from)
      const newTo = positions.get(to)
      return newFrom === undefined || newTo === undefined ? [] : [[newFrom, newTo]]
    })
    return { packages, edges }
  }
}

export interface OpenDocument {
  readonly root: DocumentMap
  /** Holds what is wrong with the document's syntax. */
  readonly builder: ContentBuilder
}

/** A document that must be one object. @throws `LOCKFILE_INVALID` where it is none. */
export function openDocument(file: LockfileText, { root, problems }: Document): OpenDocument {
  const [first] = problems
  const map = mapOf(root)
  if (!map) throw lockfileError(file.path, first?.line ?? 1, shorten(first?.message ?? 'it is not an object'))
  const builder = new ContentBuilder()
  for (const { line, message, code } of problems) builder.problem(line, message, code)
  return { root: map, builder }
}

/** A stranger's text in a message: in quotes, escaped, bounded. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text)
}

function shorten(message: string): string {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message
}
