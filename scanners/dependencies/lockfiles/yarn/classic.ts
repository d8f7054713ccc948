/**
 * yarn 1's `yarn.lock`: an entry begins with the patterns that it answers, `name@range, name@range:`,
 * and holds `version "…"`, `resolved "…"`, `integrity …` and maps of dependencies, two spaces deeper each.
 */
import type { LockfileContent, LockfileText, Siblings } from '../../lockfile.ts'
import { ROOT } from '../../lockfile.ts'
import { Graph } from '../graph.ts'
import { readNpmRequests } from '../npm-manifest.ts'
import { sourceOfAddress, sourceOfTarball, splitAtVersion } from '../npm-origin.ts'

interface ClassicEntry {
  readonly patterns: readonly string[]
  readonly line: number
  endLine: number
  version?: string
  resolved?: string
  hasIntegrity: boolean
  readonly dependencies: { readonly pattern: string; readonly isOptional: boolean }[]
}

export async function parseYarnClassic(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const graph = new Graph()
  const entries = new ClassicReading(file.text, graph).entries()
  const byPattern = new Map<string, number>()
  for (const entry of entries) {
    const index = addEntry(entry, graph)
    for (const pattern of entry.patterns) if (index !== undefined) byPattern.set(pattern, index)
  }
  for (const { patterns, dependencies } of entries) {
    const from = byPattern.get(patterns[0]!)
    for (const { pattern, isOptional } of dependencies) {
      const to = byPattern.get(pattern)
      if (from !== undefined && to !== undefined) graph.connect(from, to, isOptional ? 'optional' : 'prod')
    }
  }
  const requests = await readNpmRequests(file.path, '.', siblings)
  for (const { name, spec, scope } of requests ?? []) {
    const to = byPattern.get(`${name}@${spec}`)
    if (to !== undefined) graph.connect(ROOT, to, scope)
  }
  // Members of a workspace have manifests of their own, which the lockfile does not name.
  return graph.content({ rootsKnown: requests !== undefined && !graph.hasOrphans(), edgesKnown: true })
}

function addEntry(entry: ClassicEntry, graph: Graph): number | undefined {
  const { version, line, endLine } = entry
  if (version === undefined) {
    graph.problem(line, `${JSON.stringify(entry.patterns[0]!.slice(0, 200))} has no version`)
    return undefined
  }
  const name = nameOf(entry.patterns)
  const source = sourceOf(entry, name)
  return graph.add({
    ecosystem: 'npm',
    name,
    version,
    source,
    line,
    endLine,
    ...(source.kind === 'registry' ? { integrity: entry.hasIntegrity } : {}),
  })
}

/** The registry's name: `alias@npm:name@range` is an alias. */
function nameOf(patterns: readonly string[]): string {
  for (const pattern of patterns) {
    const { rest } = splitAtVersion(pattern)
    if (rest.startsWith('npm:')) return splitAtVersion(rest.slice('npm:'.length)).name
  }
  return splitAtVersion(patterns[0]!).name
}

function sourceOf({ patterns, resolved }: ClassicEntry, name: string) {
  const ranges = patterns.map((pattern) => splitAtVersion(pattern).rest)
  const isRegistry = ranges.some((range) => range.startsWith('npm:') || !/[/:]/.test(range))
  const address = resolved ?? ranges[0]!
  if (isRegistry && /\.tgz(?:#|$)/.test(address)) return sourceOfTarball(address, name, false)
  return (
    sourceOfAddress(ranges.find((range) => range.startsWith('file:')) ?? address) ??
    sourceOfTarball(address, name, !isRegistry)
  )
}

/** A string in quotes, or a word up to a space, a comma or the colon at the line's end. */
const WORD = /"(?:[^"\\]|\\.)*"|[^\s",][^\s,]*/y

class ClassicReading {
  readonly #lines: readonly string[]
  readonly #graph: Graph

  constructor(text: string, graph: Graph) {
    this.#lines = text.split('\n')
    this.#graph = graph
  }

  entries(): ClassicEntry[] {
    const entries: ClassicEntry[] = []
    let entry: ClassicEntry | undefined
    let section: string | undefined
    for (const [index, raw] of this.#lines.entries()) {
      const text = raw.trimEnd()
      const body = text.trimStart()
      if (body === '' || body.startsWith('#')) continue
      const depth = text.length - body.length
      if (depth === 0) {
        entry = this.#header(body, index + 1)
        if (entry) entries.push(entry)
        section = undefined
      } else if (entry && depth === 2) {
        section = this.#field(entry, body, index + 1)
      } else if (entry && depth === 4 && section !== undefined) {
        this.#dependency(entry, section, body, index + 1)
      } else if (entry) this.#graph.problem(index + 1, `the line ${quote(body)} stands nowhere`)
      if (entry) entry.endLine = index + 1
    }
    return entries
  }

  #header(body: string, line: number): ClassicEntry | undefined {
    const patterns = body.endsWith(':') ? wordsOf(body.slice(0, -1)) : undefined
    if (patterns && patterns.length > 0) {
      return { patterns, line, endLine: line, hasIntegrity: false, dependencies: [] }
    }
    this.#graph.problem(line, `${quote(body)} begins no entry`)
    return undefined
  }

  /** The section that the line opens, if it does. */
  #field(entry: ClassicEntry, body: string, line: number): string | undefined {
    if (body.endsWith(':')) return wordsOf(body.slice(0, -1))?.[0]
    const [key, value] = wordsOf(body) ?? []
    if (key === undefined || value === undefined) this.#graph.problem(line, `${quote(body)} is no field`)
    else if (key === 'version') entry.version = value
    else if (key === 'resolved') entry.resolved = value
    else if (key === 'integrity') entry.hasIntegrity = true
    return undefined
  }

  #dependency(entry: ClassicEntry, section: string, body: string, line: number): void {
    if (section !== 'dependencies' && section !== 'optionalDependencies') return
    const [name, range] = wordsOf(body) ?? []
    if (name === undefined || range === undefined) {
      this.#graph.problem(line, `${quote(body)} is no dependency`)
      return
    }
    entry.dependencies.push({ pattern: `${name}@${range}`, isOptional: section !== 'dependencies' })
  }
}

function wordsOf(text: string): string[] | undefined {
  const words: string[] = []
  let at = 0
  while (at < text.length) {
    WORD.lastIndex = at
    const word = WORD.exec(text)?.[0]
    if (word === undefined) return undefined
    words.push(word.startsWith('"') ? unquote(word) : word)
    at = WORD.lastIndex
    while (text[at] === ' ' || text[at] === ',') at++
  }
  return words
}

function unquote(word: string): string {
  try {
    return String(JSON.parse(word))
  } catch {
    // An escape that JSON does not know: yarn would refuse it, we read it as it stands.
    return word.slice(1, -1)
  }
}

function quote(body: string): string {
  return JSON.stringify(body.slice(0, 200))
}
