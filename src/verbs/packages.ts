/** `sallyport packages`: what the lockfiles of a folder, or one file read as a format, say is used. */
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import {
  type LockedPackage,
  type LockfileFormat,
  type LockfileText,
  ROOT,
  type Siblings,
} from '../../scanners/dependencies/lockfile.ts'
import {
  ALL_FORMATS,
  formatOfId,
  formatOfPath,
  type LockfileReading,
  MAX_LOCKFILE_BYTES,
  readPackages,
} from '../../scanners/dependencies/packages.ts'
import { decodeLockfile } from '../../scanners/dependencies/text/decode.ts'
import { nearest } from '../base/decode.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { plainLine } from '../gate/reports/sanitise.ts'
import { readFileBounded } from '../platform/files.ts'
import { isFolder } from '../platform/folders.ts'
import type { SourceTree } from '../repository/source-tree.ts'
import { openJudgedFolder } from './judging.ts'
import type { Call, Ports, Verb } from './verb.ts'

export const packages: Verb = {
  name: 'packages',
  summary: 'List the packages that lockfiles name.',
  details:
    'PATH is a folder, of which every lockfile is read, or one file. 11 says that a file could not be read wholly, 3 that there is no lockfile.',
  positionals: [{ name: 'PATH', doc: 'A folder, or a lockfile.', optional: true }],
  options: ['as', 'list-formats'],
  examples: [
    'sallyport packages . --json',
    'sallyport packages saved.lock --as package-lock.json --json',
    'sallyport packages --list-formats',
  ],
  async run(call: Call): Promise<ExitCode> {
    const { options, ports } = call
    if (options['list-formats']) return listFormats(call)
    const path = call.positionals[0]
    if (path === undefined) throw usage('PATH is missing', 'name a folder or a lockfile, for example: .')
    const absolute = resolve(ports.cwd, path)
    const { readings, problems } = isFolder(absolute)
      ? await readFolder(absolute, options.as)
      : { readings: [await readOne(absolute, path, options.as)], problems: [] }
    for (const { path, message } of problems) ports.stderr(`unread ${plainLine(path)}: ${message}\n`)
    report(readings, ports)
    if (options.json) ports.stdout(emitJson(readings))
    if (problems.length > 0 || readings.some((reading) => reading.errors.length > 0)) return EXIT.undecided
    return readings.length === 0 ? EXIT.nothingToScan : EXIT.ok
  },
}

function listFormats({ options, ports }: Call): ExitCode {
  const formats = ALL_FORMATS.map(({ id, ecosystems }) => ({ id, ecosystems }))
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, formats }, null, 2)}\n`)
  else ports.stdout(formats.map(({ id }) => `${id}\n`).join(''))
  return EXIT.ok
}

interface FolderReading {
  readonly readings: readonly LockfileReading[]
  /** Places of the tree that could not be looked at. */
  readonly problems: SourceTree['problems']
}

async function readFolder(folder: string, as: string | undefined): Promise<FolderReading> {
  if (as !== undefined) throw usage('--as is for one file, and PATH is a folder', 'name the file')
  const { tree } = await openJudgedFolder(folder)
  const siblings = siblingsOf(tree)
  const readings: LockfileReading[] = []
  for (const file of tree.files) {
    const format = formatOfPath(file.path)
    if (!format) continue
    const bytes = await file.read().catch((error: unknown) => error)
    readings.push(
      bytes instanceof Uint8Array
        ? await readPackages({ path: file.path, bytes }, format, siblings)
        : unreadable(file.path, format, bytes),
    )
  }
  return { readings, problems: tree.problems }
}

function siblingsOf(tree: SourceTree): Siblings {
  const files = new Map(tree.files.map((file) => [file.path, file]))
  return {
    isReadItself: (path) => files.has(path) && formatOfPath(path) !== undefined,
    async read(path): Promise<LockfileText | undefined> {
      try {
        const bytes = await files.get(path)?.read()
        return bytes && { path, text: decodeLockfile(bytes) }
      } catch {
        // The contract: what cannot be read is not there; the format says what it then does not know.
        return undefined
      }
    },
  }
}

async function readOne(absolute: string, path: string, as: string | undefined): Promise<LockfileReading> {
  const format = as === undefined ? formatOfPath(path.replaceAll('\\', '/')) : formatOfId(as)
  if (!format) throw unknownFormat(path, as)
  const shown = basename(path)
  try {
    return await readPackages(
      { path: shown, bytes: await readFileBounded(absolute, MAX_LOCKFILE_BYTES) },
      format,
      siblingsBeside(absolute),
    )
  } catch (error) {
    if (error instanceof SallyportError && error.code === 'LIMIT_EXCEEDED')
      return unreadable(shown, format, error)
    throw error
  }
}

/** Files that the lockfile names, in its own folder and below. */
function siblingsBeside(lockfile: string): Siblings {
  const folder = dirname(lockfile)
  return {
    async read(path): Promise<LockfileText | undefined> {
      const place = relative(folder, resolve(folder, path))
      if (place.startsWith('..') || isAbsolute(place)) return undefined
      try {
        const bytes = await readFileBounded(join(folder, place), MAX_LOCKFILE_BYTES)
        return { path, text: decodeLockfile(bytes) }
      } catch {
        // The contract: what cannot be read is not there; the format says what it then does not know.
        return undefined
      }
    },
  }
}

function unreadable(path: string, format: LockfileFormat, error: unknown): LockfileReading {
  const code = error instanceof SallyportError ? error.code : 'FILE_UNREADABLE'
  return { path, format: format.id, packages: [], edges: [], errors: [{ code, message: messageOf(error) }] }
}

function unknownFormat(path: string, as: string | undefined): SallyportError {
  const ids = ALL_FORMATS.map((format) => format.id)
  const near = as === undefined ? undefined : nearest(as, ids)
  const message =
    as === undefined
      ? `no format is read from a file of the name ${JSON.stringify(basename(path))}`
      : `there is no format ${JSON.stringify(as)}`
  return usage(
    message,
    near === undefined ? 'name one with --as: sallyport packages --list-formats' : `did you mean "${near}"?`,
  )
}

function usage(message: string, help: string): SallyportError {
  return new SallyportError('USAGE', { message, help })
}

function report(readings: readonly LockfileReading[], ports: Ports): void {
  if (readings.length === 0) ports.stderr('there is no lockfile of a known format\n')
  for (const { path, format, errors, ...reading } of readings) {
    ports.stderr(`${plainLine(path)}: ${uniquePackages(reading).length} packages (${format})\n`)
    for (const { line, code, message } of errors) {
      const place = line === undefined ? '' : `:${line}`
      ports.stderr(
        `  ${ports.style.yellow('unread')} ${plainLine(path)}${place}: ${plainLine(message)} [${code}]\n`,
      )
    }
  }
}

function emitJson(readings: readonly LockfileReading[]): string {
  const files = readings.map((reading) => ({
    path: reading.path,
    format: reading.format,
    packages: uniquePackages(reading),
    error: errorOf(reading),
  }))
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`
}

type Placed = Pick<LockfileReading, 'packages' | 'edges'>

/** A lockfile may hold a package in several places; the list says what is used, from its first place. */
function uniquePackages({ packages: all, edges }: Placed) {
  const numbers = new Map<string, number>()
  const packages: LockedPackage[] = []
  const numberOf = all.map((one) => {
    const key = JSON.stringify([one.ecosystem, one.name, one.version])
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = packages.push(one) - 1
    numbers.set(key, number)
    return number
  })
  const asked = new Map<number, Set<number>>()
  for (const [from, to] of edges) {
    const dependent = from === ROOT ? ROOT : numberOf[from]!
    const known = asked.get(dependent)
    if (known) known.add(numberOf[to]!)
    else asked.set(dependent, new Set([numberOf[to]!]))
  }
  return packages.map((one, number) => describePackage(one, asked.get(number)))
}

/** `dependencies` are positions in the list. */
function describePackage(one: LockedPackage, dependencies: ReadonlySet<number> = new Set()) {
  const { ecosystem, name, version, source, scope, direct, line, endLine, licence } = one
  return {
    ecosystem,
    name,
    version,
    source,
    scope,
    direct,
    line,
    endLine,
    ...(licence === undefined ? {} : { licence }),
    dependencies: [...dependencies],
  }
}

function errorOf({ errors }: LockfileReading): { code: string; message: string; line?: number } | null {
  const first = errors[0]
  if (!first) return null
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return {
    code: first.code,
    message: `${first.message}${more}`,
    ...(first.line === undefined ? {} : { line: first.line }),
  }
}
