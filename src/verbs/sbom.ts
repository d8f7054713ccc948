/** `sallyport sbom`: what the lockfiles of a folder name, as a bill of materials. */
import { basename, resolve } from 'node:path'
import { isWanted, readInventory } from '../../scanners/dependencies/inventory.ts'
import { emitCycloneDx } from '../../scanners/dependencies/sbom/cyclonedx.ts'
import type { SbomRequest } from '../../scanners/dependencies/sbom/document.ts'
import { buildGraph } from '../../scanners/dependencies/sbom/inventory-graph.ts'
import { emitSpdx } from '../../scanners/dependencies/sbom/spdx.ts'
import { nearest } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { formatTimestamp, type Timestamp } from '../base/time.ts'
import { plainLine } from '../gate/reports/sanitise.ts'
import { writeFileAtomic } from '../platform/files.ts'
import { folderArgument, openJudgedFolder } from './judging.ts'
import type { Call, Verb } from './verb.ts'
import { VERSION } from './version.ts'

const FORMATS: Readonly<Record<string, (request: SbomRequest) => string>> = {
  cyclonedx: emitCycloneDx,
  spdx: emitSpdx,
}

export const sbom: Verb = {
  name: 'sbom',
  summary: 'Write a bill of materials: CycloneDX 1.6 or SPDX 2.3.',
  details:
    'Lists what the lockfiles of a folder name, as JSON on stdout or in --out. The same tree gives the same bytes: ids come from the content, and the time is SOURCE_DATE_EPOCH or none. 11 says that a lockfile could not be read wholly, 3 that there is none.',
  positionals: [{ name: 'PATH', doc: 'The folder.' }],
  options: ['format', 'out'],
  examples: ['sallyport sbom . --format cyclonedx', 'sallyport sbom . --format spdx --out shop.spdx.json'],
  async run({ positionals, options, ports }: Call): Promise<ExitCode> {
    const emit = findFormat(options.format ?? 'cyclonedx')
    const timestamp = timestampOf(ports.env['SOURCE_DATE_EPOCH'])
    const folder = await folderArgument(positionals[0]!, ports)
    const { tree } = await openJudgedFolder(folder)
    const files = tree.files.filter((file) => isWanted(file.path))
    const { readings, fileErrors } = await readInventory(files, ports.signal)
    const text = emit({
      graph: buildGraph(readings),
      name: basename(folder) || 'project',
      toolVersion: VERSION,
      timestamp,
      complete: fileErrors.length === 0,
    })
    if (options.out === undefined) ports.stdout(text)
    else await writeFileAtomic(resolve(ports.cwd, options.out), text)
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${plainLine(path)}: ${plainLine(message)}\n`)
    if (fileErrors.length > 0) return EXIT.undecided
    return readings.length === 0 ? EXIT.nothingToScan : EXIT.ok
  },
}

function findFormat(name: string): (request: SbomRequest) => string {
  const emit = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  if (emit) return emit
  const near = nearest(name, Object.keys(FORMATS))
  throw new SallyportError('USAGE', {
    message: `there is no format ${JSON.stringify(name)}`,
    help: near === undefined ? 'there are: cyclonedx, spdx' : `did you mean "${near}"?`,
  })
}

/** https://reproducible-builds.org/specs/source-date-epoch: whole seconds since 1970. */
function timestampOf(epoch: string | undefined): string | undefined {
  if (epoch === undefined || epoch === '') return undefined
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new SallyportError('USAGE', {
      message: `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}`,
      help: 'write whole seconds since 1970, or leave it out',
    })
  }
  return formatTimestamp((Number(epoch) * 1000) as Timestamp)
}
