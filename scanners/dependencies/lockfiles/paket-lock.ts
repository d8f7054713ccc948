/**
 * Paket's `paket.lock` (https://fsprojects.github.io/Paket/lock-file.html): groups of sections (`NUGET`,
 * `GITHUB`, `GIT`, `HTTP`), each with remotes, below them packages (four spaces) and what those depend on
 * (six). A package of another section than NuGet has no ecosystem that advisories know.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { eachLine } from '../text/each-line.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const paketLock: LockfileFormat = {
  id: 'paket.lock',
  ecosystems: ['NuGet'],
  wants: (path) => path === 'paket.lock' || path.endsWith('/paket.lock'),
  parse: parsePaketLock,
}

interface PaketState {
  readonly builder: ContentBuilder
  group: string
  section: string
  remote: string
  /** The package whose dependencies follow. */
  from: number | undefined
  /** Of one group: positions by lower-cased name, and edges to be found in it. */
  places: Map<string, number>
  requests: { from: number; name: string }[]
}

function parsePaketLock(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  const state: PaketState = {
    builder,
    group: 'Main',
    section: '',
    remote: '',
    from: undefined,
    places: new Map(),
    requests: [],
  }
  for (const { text, number } of eachLine(file.text)) {
    if (text.trim() !== '') readLine(state, text, number)
  }
  endGroup(state)
  builder.assumeRoots()
  return builder.content()
}

const SECTION = /^(?:NUGET|GITHUB|GIT|GIST|HTTP)$/
/** `REDIRECTS: ON`, `STORAGE: NONE`, `RESTRICTION: == net6.0`, … */
const OPTION = /^[A-Z][A-Z0-9_-]*:/
/** A name, and what stands in the first parentheses. */
const ENTRY = /^([^()]*)\(([^()]*)\)/

function readLine(state: PaketState, text: string, line: number): void {
  const body = text.trim()
  const indent = text.length - text.trimStart().length
  const [, group] = /^GROUP\s+(\S.*)$/.exec(text) ?? []
  if (group !== undefined) {
    endGroup(state)
    Object.assign(state, { group: group.trim(), section: '', remote: '' })
  } else if (indent === 0 && SECTION.test(body)) Object.assign(state, { section: body, remote: '' })
  else if (indent === 0 && OPTION.test(body)) return
  else if (state.section === '' || indent === 0)
    state.builder.problem(line, `${quote(body)} is not understood`)
  else if (body.startsWith('remote:')) state.remote = body.slice('remote:'.length).trim()
  else if (indent <= 5) addPackage(state, body, line)
  else readDependency(state, body)
}

function addPackage(state: PaketState, body: string, line: number): void {
  const [, written, version] = ENTRY.exec(body) ?? []
  const name = written?.trim()
  if (name === undefined || version === undefined) {
    // `specs:` stood above the packages in older files; a file from HTTP may have no version.
    if (/^specs:$/.test(body)) return
    state.from = undefined
    if (state.section !== 'HTTP') state.builder.problem(line, `${quote(body)} is not name (version)`)
    else addFound(state, body, '', line)
    return
  }
  // A whole git repository has no name but its address.
  addFound(state, name === '' ? state.remote : name, version, line)
}

function addFound(state: PaketState, name: string, version: string, line: number): void {
  const isNuGet = state.section === 'NUGET'
  const position = state.builder.add({
    ecosystem: isNuGet ? 'NuGet' : '',
    name,
    version,
    source: sourceOf(state, version),
    scope: scopeOfGroup(state.group),
    line,
  })
  state.from = position
  if (isNuGet) state.places.set(name.toLowerCase(), position)
}

function readDependency(state: PaketState, body: string): void {
  const [, name] = /^([^\s(]+)(?:\s|$|\()/.exec(body) ?? []
  // `build: …` and the like are options of a git repository.
  if (state.from !== undefined && name !== undefined && !name.endsWith(':')) {
    state.requests.push({ from: state.from, name: name.toLowerCase() })
  }
}

/** Groups are resolved each for itself. */
function endGroup(state: PaketState): void {
  for (const { from, name } of state.requests) state.builder.connect(from, state.places.get(name))
  Object.assign(state, { from: undefined, places: new Map(), requests: [] })
}

function sourceOf({ section, remote }: PaketState, version: string): PackageSource {
  if (section === 'NUGET') {
    const isAddress = remote === '' || /^[a-z]+:\/\//i.test(remote)
    return isAddress ? { kind: 'registry', url: remote || null } : { kind: 'path', path: remote }
  }
  return section === 'HTTP'
    ? { kind: 'url', url: remote }
    : { kind: 'git', url: remote, commit: version || null }
}

function scopeOfGroup(group: string): DependencyScope {
  if (/test/i.test(group)) return 'test'
  return /^(?:build|dev)/i.test(group) ? 'build' : 'prod'
}
