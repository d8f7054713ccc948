/**
 * yarn 1's `yarn.lock`: an entry begins with the patterns that it answers, `name@range, name@range:`,
 * and holds `version "…"`, `resolved "…"`, `integrity …` and maps of dependencies, two spaces deeper each.
 */
import type { LockfileContent, LockfileText, Siblings } from '../../lockfile.ts'
import { ROOT } from '../../lockfile.ts'
import { PackedRows } from '../../packed/rows.ts'
import { PackedTexts } from '../../packed/texts.ts'
import { eachLine, type TextLine } from '../../text/each-line.ts'
import { Graph } from '../graph.ts'
import { readNpmRequests } from '../npm-manifest.ts'
import { publishedName, sourceOfAddress, sourceOfTarball, splitAtVersion } from '../npm-origin.ts'

interface ClassicEntry {
  readonly patterns: readonly string[]
  readonly line: number
  endLine: number
  version?: string
  resolved?: string
  hasIntegrity: boolean
}

export async function parseYarnClassic(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const graph = new Graph()
  const byPattern = new Patterns()
  const reading = new ClassicReading(graph, byPattern)
  for (const line of eachLine(file.text)) reading.read(line)
  reading.end()
  byPattern.connect(graph)
  const requests = await readNpmRequests(file.path, '.', siblings)
  for (const { name, spec, scope } of requests ?? []) {
    const to = byPattern.find(`${name}@${spec}`)
    if (to !== undefined) graph.connect(ROOT, to, scope)
  }
  // Members of a workspace have manifests of their own, which the lockfile does not name.
  return graph.content({ rootsKnown: requests !== undefined && !graph.hasOrphans(), edgesKnown: true })
}

/** Which entry answers a pattern, and who asks for which. */
class Patterns {
  readonly #texts = new PackedTexts()
  readonly #answers = new Map<number, number>()
  /** The asking entry's first pattern, the pattern that it asks for, and whether it can do without. */
  readonly #requests = new PackedRows(3)

  answer(pattern: string, index: number): void {
    this.#answers.set(this.#texts.add(pattern), index)
  }

  ask(from: string, pattern: string, isOptional: boolean): void {
    const row = this.#requests.add()
    this.#requests.set(row, 0, this.#texts.add(from))
    this.#requests.set(row, 1, this.#texts.add(pattern))
    this.#requests.set(row, 2, Number(isOptional))
  }

  find(pattern: string): number | undefined {
    const number = this.#texts.find(pattern)
    return number === undefined ? undefined : this.#answers.get(number)
  }

  connect(graph: Graph): void {
    for (let row = 0; row < this.#requests.length; row++) {
      const from = this.#answers.get(this.#requests.get(row, 0))
      const to = this.#answers.get(this.#requests.get(row, 1))
      const scope = this.#requests.get(row, 2) === 1 ? 'optional' : 'prod'
      if (from !== undefined && to !== undefined) graph.connect(from, to, scope)
    }
  }
}

function addEntry(entry: ClassicEntry, graph: Graph): number | undefined {
  const { version, line, endLine } = entry
  if (version === undefined) {
    graph.problem(line, `${JSON.stringify(entry.patterns[0]!.slice(0, 200))} has no version`)
    return undefined
  }
  const asked = nameOf(entry.patterns)
  const source = sourceOf(entry, asked)
  const name = (source.kind === 'url' ? publishedName(source.url, version) : undefined) ?? asked
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

/** Line by line: no more than one entry is held. */
class ClassicReading {
  readonly #graph: Graph
  readonly #patterns: Patterns
  #entry: ClassicEntry | undefined
  #section: string | undefined

  constructor(graph: Graph, patterns: Patterns) {
    this.#graph = graph
    this.#patterns = patterns
  }

  read({ text: raw, number }: TextLine): void {
    const text = raw.trimEnd()
    const body = text.trimStart()
    if (body === '' || body.startsWith('#')) return
    const depth = text.length - body.length
    if (depth === 0) {
      this.end()
      this.#entry = this.#header(body, number)
      this.#section = undefined
    }
    const entry = this.#entry
    if (!entry) return
    entry.endLine = number
    if (depth === 2) this.#section = this.#field(entry, body, number)
    else if (depth === 4 && this.#section !== undefined) {
      this.#dependency(entry, this.#section, body, number)
    } else if (depth !== 0) this.#graph.problem(number, `the line ${quote(body)} stands nowhere`)
  }

  /** Of the entry, which is whole now. */
  end(): void {
    const index = this.#entry && addEntry(this.#entry, this.#graph)
    if (index === undefined) return
    for (const pattern of this.#entry!.patterns) this.#patterns.answer(pattern, index)
  }

  #header(body: string, line: number): ClassicEntry | undefined {
    const patterns = body.endsWith(':') ? wordsOf(body.slice(0, -1)) : undefined
    if (patterns && patterns.length > 0) {
      return { patterns, line, endLine: line, hasIntegrity: false }
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
    else if (key === 'resolved') {
      entry.resolved = value
      // Before 1.10, yarn wrote its checksum there alone.
      entry.hasIntegrity ||= /#[0-9a-f]{40}$/.test(value)
    } else if (key === 'integrity') entry.hasIntegrity = true
    return undefined
  }

  #dependency(entry: ClassicEntry, section: string, body: string, line: number): void {
    if (section !== 'dependencies' && section !== 'optionalDependencies') return
    const [name, range] = wordsOf(body) ?? []
    if (name === undefined || range === undefined) {
      this.#graph.problem(line, `${quote(body)} is no dependency`)
      return
    }
    this.#patterns.ask(entry.patterns[0]!, `${name}@${range}`, section !== 'dependencies')
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
