/**
 * Elixir's `mix.lock`: one map from an application's name to where it comes from
 * (https://hexdocs.pm/mix/Mix.Tasks.Deps.html, Hex's `Hex.Utils.lock`).
 *
 * `{:hex, package, version, inner checksum, managers, dependencies, repository, outer checksum}` or
 * `{:git, url, commit, options}`. The package's name may differ from the application's. What is direct
 * stands in `mix.exs`, which is code and is not run; what nobody requires must be.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { indexLines } from '../text/lines.ts'
import { type Term, TermReader, TermSyntaxError, termItems, termText } from './beam/terms.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const mixLock: LockfileFormat = {
  id: 'mix.lock',
  ecosystems: ['Hex'],
  wants: (path) => path === 'mix.lock' || path.endsWith('/mix.lock'),
  parse: parseMixLock,
}

interface Reading {
  readonly builder: ContentBuilder
  readonly lineAt: (offset: number) => number
  /** Positions by the application's name. */
  readonly places: Map<string, number>
  readonly requests: { readonly from: number; readonly names: readonly string[] }[]
}

function parseMixLock(file: LockfileText): LockfileContent {
  const reader = new TermReader(file.text, 'elixir')
  const { lineAt } = indexLines(file.text)
  const reading: Reading = { builder: new ContentBuilder(), lineAt, places: new Map(), requests: [] }
  if (reader.isAtEnd()) throw lockfileError(file.path, 1, 'it is empty, expected "%{"')
  if (!reader.accept('%{')) throw lockfileError(file.path, lineAt(reader.offset), 'expected "%{"')
  readEntries(reader, reading)
  for (const { from, names } of reading.requests) {
    for (const name of names) reading.builder.connect(from, reading.places.get(name))
  }
  reading.builder.assumeRoots()
  return reading.builder.content()
}

/** A file with more broken entries than this is read no further. */
const MAX_BROKEN = 1000

/** An entry that is broken costs its own line alone: mix writes one entry per line. */
function readEntries(reader: TermReader, reading: Reading): void {
  let broken = 0
  while (!reader.accept('}')) {
    if (reader.isAtEnd()) {
      reading.builder.problem(reading.lineAt(reader.offset), 'the file ends before the closing "}"')
      return
    }
    const start = reader.offset
    try {
      addEntry(reading, reader.read())
      if (!reader.accept(',') && !reader.accept('}')) throw new TermSyntaxError('expected ","', reader.offset)
      else if (reader.text[reader.offset - 1] === '}') break
    } catch (error) {
      if (!(error instanceof TermSyntaxError)) throw error
      reading.builder.problem(reading.lineAt(error.offset), error.message)
      if (++broken > MAX_BROKEN) return
      if (reader.offset <= start || reading.lineAt(reader.offset) === reading.lineAt(start)) reader.skipLine()
    }
  }
  if (!reader.isAtEnd()) {
    reading.builder.problem(reading.lineAt(reader.offset), 'something follows the map')
  }
}

function addEntry(reading: Reading, entry: Term): void {
  const line = reading.lineAt(entry.start)
  const app = entry.kind === 'pair' ? termText(entry.key) : undefined
  if (entry.kind !== 'pair' || app === undefined) {
    reading.builder.problem(line, 'expected "name": {…}')
    return
  }
  if (reading.places.has(app)) reading.builder.problem(line, `${quote(app)} stands twice`)
  const position = addPackage(reading, app, entry.value, { line, endLine: reading.lineAt(entry.end - 1) })
  if (position !== undefined) reading.places.set(app, position)
}

interface Place {
  readonly line: number
  readonly endLine: number
}

function addPackage(reading: Reading, app: string, value: Term, place: Place): number | undefined {
  const parts = value.kind === 'tuple' ? value.items : []
  const kind = termText(parts[0])
  if (kind === 'hex') return addHexPackage(reading, app, parts, place)
  if (kind === 'git') {
    const url = termText(parts[1]) ?? ''
    const source = { kind: 'git', url, commit: termText(parts[2]) ?? null } as const
    return reading.builder.add({ ecosystem: 'Hex', name: app, version: '', source, ...place })
  }
  reading.builder.problem(place.line, `${quote(app)} is neither from hex nor from git`)
  return undefined
}

function addHexPackage(reading: Reading, app: string, parts: readonly Term[], place: Place) {
  const version = parts[2]?.kind === 'text' ? parts[2].text : undefined
  if (version === undefined) {
    reading.builder.problem(place.line, `${quote(app)} has no version`)
    return undefined
  }
  const position = reading.builder.add({
    ecosystem: 'Hex',
    name: termText(parts[1]) ?? app,
    version,
    source: sourceOf(termText(parts[6])),
    integrity: (termText(parts[7]) ?? termText(parts[3]) ?? '') !== '',
    ...place,
  })
  const names = termItems(parts[5]).flatMap((dependency) => termText(termItems(dependency)[0]) ?? [])
  reading.requests.push({ from: position, names })
  return position
}

/** `hexpm` is Hex's own; `hexpm:organisation` and others are a registry of that name. */
function sourceOf(repository: string | undefined) {
  if (repository === undefined || repository === 'hexpm') return DEFAULT_REGISTRY
  return { kind: 'registry', url: repository } as const
}
