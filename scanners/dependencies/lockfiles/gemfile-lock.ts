/**
 * bundler's `Gemfile.lock` and `gems.locked`: sections of sources (`GEM`, `GIT`, `PATH`, `PLUGIN SOURCE`)
 * with their `specs:`, then what the project asks for (`DEPENDENCIES`) and, in newer files, `CHECKSUMS`.
 * A gem that is locked for several platforms is one package.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { ROOT } from '../lockfile.ts'
import { Graph } from './graph.ts'

export const gemfileLock: LockfileFormat = {
  id: 'Gemfile.lock',
  ecosystems: ['RubyGems'],
  // `gems.rb` and `Gemfile` may be given other names, and bundler locks `NAME` in `NAME.lock`.
  wants: (path) => /(?:^|\/)(?:[^/]*Gemfile[^/]*\.lock|[^/]*gems\.locked)$/i.test(path),
  parse: parseGemfileLock,
}

const SOURCES = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE'])
const SILENT = new Set(['PLATFORMS', 'RUBY VERSION', 'BUNDLED WITH', 'METADATA'])
/** Bundler's pattern tries each parenthesis of a line; no gem comes near this. */
const MAX_LINE = 1_000
/** Bundler's own pattern: the indent, a name, a version up to its first `-`, a platform. */
const SPEC = /^( {2}| {4}| {6})(?=\S)(.*?)(?: \(([^-]*)(?:-(.*))?\))?(!)?$/

function parseGemfileLock(file: LockfileText): LockfileContent {
  const reading = new GemfileReading()
  for (const [index, line] of file.text.split('\n').entries()) reading.line(line.trimEnd(), index + 1)
  return reading.content()
}

class GemfileReading {
  readonly #graph = new Graph()
  readonly #byName = new Map<string, number[]>()
  readonly #requests: { readonly from: number; readonly name: string }[] = []
  readonly #checksums = new Set<string>()
  #section = ''
  #hasChecksums = false
  #attributes = new Map<string, string>()
  #current: number | undefined
  readonly #added: { draft: Parameters<Graph['add']>[0]; endLine: number }[] = []

  line(text: string, line: number): void {
    if (text.trim() === '') return
    if (text.length > MAX_LINE) {
      this.#graph.problem(line, `a line of ${text.length} characters`)
      return
    }
    if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(text)) {
      this.#graph.problem(line, 'a conflict of a merge was left in the file')
    } else if (!text.startsWith(' ')) this.#open(text, line)
    else if (SOURCES.has(this.#section)) this.#sourceLine(text, line)
    else if (this.#section === 'DEPENDENCIES') this.#dependency(text, line)
    else if (this.#section === 'CHECKSUMS') this.#checksum(text)
  }

  content(): LockfileContent {
    for (const { draft, endLine } of this.#added) {
      const hasChecksum = this.#checksums.has(`${draft.name} ${draft.version}`)
      const isRecorded = this.#hasChecksums && draft.source.kind === 'registry'
      this.#graph.add({ ...draft, endLine, ...(isRecorded ? { integrity: hasChecksum } : {}) })
    }
    let rootsKnown = false
    for (const { from, name } of this.#requests) {
      rootsKnown ||= from === ROOT
      for (const to of this.#byName.get(name) ?? [])
        this.#graph.connect(from, to, from === ROOT ? 'unknown' : 'prod')
    }
    return this.#graph.content({ rootsKnown, edgesKnown: true })
  }

  #open(text: string, line: number): void {
    this.#section = text
    this.#attributes = new Map()
    this.#current = undefined
    if (text === 'CHECKSUMS') this.#hasChecksums = true
    else if (!SOURCES.has(text) && !SILENT.has(text) && text !== 'DEPENDENCIES') {
      this.#graph.problem(line, `the section ${JSON.stringify(text.slice(0, 200))} is not known`)
    }
  }

  #sourceLine(text: string, line: number): void {
    const attribute = /^ {2}(\w+):(?: (.*))?$/.exec(text)
    if (attribute) {
      const [, key = '', value = ''] = attribute
      if (!this.#attributes.has(key)) this.#attributes.set(key, value)
      return
    }
    const [, indent = '', name = '', version] = SPEC.exec(text) ?? []
    if (indent.length === 4 && version !== undefined && version !== '') this.#spec(name, version, line)
    else if (indent.length === 6 && this.#current !== undefined) {
      this.#requests.push({ from: this.#current, name })
      this.#added[this.#current]!.endLine = line
    } else this.#graph.problem(line, `${JSON.stringify(text.trim().slice(0, 200))} is no gem with a version`)
  }

  #spec(name: string, version: string, line: number): void {
    const others = this.#byName.get(name) ?? []
    const same = others.find((index) => this.#added[index]!.draft.version === version)
    if (same !== undefined) {
      this.#current = same
      return
    }
    const source = sourceOf(this.#section, this.#attributes)
    const draft = { ecosystem: 'RubyGems', name, version, source, line, endLine: line }
    this.#current = this.#added.push({ draft, endLine: line }) - 1
    this.#byName.set(name, [...others, this.#current])
  }

  #dependency(text: string, line: number): void {
    const [, indent = '', name = ''] = SPEC.exec(text) ?? []
    if (indent.length === 2 && name !== '') this.#requests.push({ from: ROOT, name: name.replace(/!$/, '') })
    else this.#graph.problem(line, `${JSON.stringify(text.trim().slice(0, 200))} is no dependency`)
  }

  /** `name (version-platform) sha256=…`; without a checksum nothing stands behind the parenthesis. */
  #checksum(text: string): void {
    const found = /^ {2}(\S+) \(([^-)]+)(?:-[^)]*)?\) \S/.exec(text)
    if (found) this.#checksums.add(`${found[1]} ${found[2]}`)
  }
}

function sourceOf(section: string, attributes: ReadonlyMap<string, string>): PackageSource {
  const remote = attributes.get('remote') ?? ''
  if (section === 'GIT') return { kind: 'git', url: remote, commit: attributes.get('revision') ?? null }
  // A gem in the project's own folder is the project.
  if (section === 'PATH') return { kind: remote === '.' ? 'workspace' : 'path', path: remote }
  return { kind: 'registry', url: remote === '' ? null : remote }
}
