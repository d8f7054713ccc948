/** `sallyport why`: every way in which a package comes into a tree, by its lockfiles. */
import { normalName } from '../../scanners/dependencies/advisories/names.ts'
import { findPaths, labelOf } from '../../scanners/dependencies/findings/paths.ts'
import { isWanted, readInventory } from '../../scanners/dependencies/inventory.ts'
import type { LockedPackage } from '../../scanners/dependencies/lockfile.ts'
import type { LockfileReading } from '../../scanners/dependencies/packages.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { plainLine } from '../gate/reports/sanitise.ts'
import { folderArgument, openJudgedFolder } from './judging.ts'
import type { Call, Ports, Verb } from './verb.ts'

/** Beyond it a person is told how many there are at least. */
const MAX_PATHS = 100

export const why: Verb = {
  name: 'why',
  summary: 'Show every path by which a package comes in.',
  details:
    'PACKAGE is a name, or name@version. Paths go from what the project asks for itself to the package, shortest first. 3 says that no lockfile has it, 11 that a lockfile could not be read wholly.',
  positionals: [
    { name: 'PACKAGE', doc: 'A name, or name@version.' },
    { name: 'PATH', doc: 'The folder of the project; here by default.', optional: true },
  ],
  options: [],
  examples: ['sallyport why lodash', 'sallyport why qs@6.5.2 services/shop --json'],
  async run({ positionals, options, ports }: Call): Promise<ExitCode> {
    const wanted = positionals[0]
    if (wanted === undefined) {
      throw new SallyportError('USAGE', { message: 'PACKAGE is missing', help: 'sallyport why lodash' })
    }
    const { tree } = await openJudgedFolder(await folderArgument(positionals[1] ?? '.', ports))
    const files = tree.files.filter((file) => isWanted(file.path))
    const { readings, fileErrors } = await readInventory(files, ports.signal)
    const places = readings.flatMap((reading) => explain(reading, wanted))
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, package: wanted, places }, null, 2)}\n`)
    tell(places, wanted, ports)
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${plainLine(path)}: ${plainLine(message)}\n`)
    if (fileErrors.length > 0) return EXIT.undecided
    return places.length === 0 ? EXIT.nothingToScan : EXIT.ok
  },
}

interface Place {
  readonly path: string
  readonly line: number
  readonly package: { readonly ecosystem: string; readonly name: string; readonly version: string }
  readonly direct: boolean | null
  readonly scope: string
  readonly paths: readonly (readonly string[])[]
  /** There are more paths than are listed. */
  readonly more: boolean
}

function explain(reading: LockfileReading, wanted: string): Place[] {
  const found = [...reading.packages.entries()].filter(([, one]) => isNamed(one, wanted))
  if (found.length === 0) return []
  const paths = findPaths(reading.packages, reading.edges)
  return found.map(([index, one]) => {
    const all = paths.all(index, MAX_PATHS + 1)
    const told = all.length === 0 ? [paths.shortest(index)] : all.slice(0, MAX_PATHS)
    return {
      path: reading.path,
      line: one.line,
      package: { ecosystem: one.ecosystem, name: one.name, version: one.version },
      direct: one.direct,
      scope: one.scope,
      paths: told.map((path) => path.map((step) => labelOf(reading.packages[step]!))),
      more: all.length > MAX_PATHS,
    }
  })
}

function isNamed(one: LockedPackage, wanted: string): boolean {
  const name = normalName(one.ecosystem, one.name)
  if (name === normalName(one.ecosystem, wanted)) return true
  const at = wanted.lastIndexOf('@')
  return (
    at > 0 && wanted.slice(at + 1) === one.version && name === normalName(one.ecosystem, wanted.slice(0, at))
  )
}

function tell(places: readonly Place[], wanted: string, { stderr, style }: Ports): void {
  if (places.length === 0) stderr(`no lockfile here has ${plainLine(wanted)}\n`)
  for (const { path, line, package: one, scope, direct, paths, more } of places) {
    const how = direct === true ? `${scope}, direct` : scope
    stderr(`${style.bold(plainLine(`${one.name} ${one.version}`))} ${plainLine(path)}:${line} (${how})\n`)
    for (const steps of paths) stderr(`  ${steps.map(plainLine).join(' > ')}\n`)
    if (more) stderr(`  and more than ${MAX_PATHS} others\n`)
  }
}
