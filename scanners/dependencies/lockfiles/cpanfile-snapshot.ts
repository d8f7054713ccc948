/**
 * Carton's `cpanfile.snapshot`, format 1.0 (https://metacpan.org/pod/Carton): distributions, the modules
 * that each provides and those that it requires. An edge leads to the distribution that provides the
 * module. Advisories know no ecosystem of CPAN's: they are listed and not matched.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { eachLine, type TextLine } from '../text/each-line.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const cpanfileSnapshot: LockfileFormat = {
  id: 'cpanfile.snapshot',
  ecosystems: [],
  wants: (path) => path === 'cpanfile.snapshot' || path.endsWith('/cpanfile.snapshot'),
  parse: parseCpanfileSnapshot,
}

interface Distribution {
  readonly name: string
  readonly version: string
  readonly line: number
  endLine: number
  readonly provides: string[]
  readonly requires: string[]
  /** Of what the deepest lines are a list. */
  part: 'provides' | 'requires' | undefined
}

function parseCpanfileSnapshot(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  const distributions: Distribution[] = []
  let hasStarted = false
  for (const line of eachLine(file.text)) {
    const body = line.text.trim()
    if (body === '') continue
    if (line.text.startsWith('#')) checkVersion(builder, line)
    else if (body === 'DISTRIBUTIONS') hasStarted = true
    else if (hasStarted) readLine(builder, distributions, line)
    else builder.problem(line.number, `expected DISTRIBUTIONS, found ${quote(body)}`)
  }
  if (!hasStarted) builder.problem(1, 'it has no DISTRIBUTIONS')
  addDistributions(builder, distributions)
  return builder.content()
}

function checkVersion(builder: ContentBuilder, { text, number }: TextLine): void {
  const [, version] = /format: version (\S+)/.exec(text) ?? []
  if (version === undefined || version === '1.0') return
  builder.problem(number, `format ${quote(version)} is not known (1.0 is)`, 'LOCKFILE_UNSUPPORTED')
}

/** Two spaces for a distribution, four for its fields, six for their lists. */
function readLine(builder: ContentBuilder, distributions: Distribution[], { text, number }: TextLine): void {
  const body = text.trim()
  const indent = text.length - text.trimStart().length
  const last = distributions.at(-1)
  if (indent <= 2) {
    // A version begins with a digit, perhaps behind a v; the name may have hyphens and digits.
    const [, name, version] = /^(\S+)-(v?\d[^\s-]*(?:-TRIAL)?)$/.exec(body) ?? []
    if (name === undefined || version === undefined)
      builder.problem(number, `${quote(body)} is not name-version`)
    const named = { name: name ?? body, version: version ?? '' }
    distributions.push({
      ...named,
      line: number,
      endLine: number,
      provides: [],
      requires: [],
      part: undefined,
    })
  } else if (last) {
    last.endLine = number
    if (indent <= 4)
      last.part = body === 'provides:' ? 'provides' : body === 'requirements:' ? 'requires' : undefined
    else if (last.part) last[last.part].push(body.split(/\s/, 1)[0]!)
  }
}

function addDistributions(builder: ContentBuilder, distributions: readonly Distribution[]): void {
  const providers = new Map<string, number>()
  for (const { name, version, line, endLine, provides } of distributions) {
    const position = builder.add({ ecosystem: '', name, version, scope: 'prod', line, endLine })
    for (const module of provides) providers.set(module, position)
  }
  for (const [from, { requires }] of distributions.entries()) {
    for (const module of requires) builder.connect(from, providers.get(module))
  }
  builder.assumeRoots()
}
