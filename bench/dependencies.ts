/**
 * The dependency scanner, from a cold process to its last byte, offline: the real lockfiles beside the
 * checkout together, and a generated one of 50,000 packages. `osv-scanner` is measured on the same
 * archives where it is installed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createFolderSource } from '../scanners/dependencies/advisories/folder-source.ts'
import { openIndex } from '../scanners/dependencies/advisories/index-file.ts'
import { FORMATS } from '../scanners/dependencies/packages.ts'
import { ecosystemBase } from '../scanners/dependencies/versions/ecosystems.ts'
import { silentDiagnostics } from '../src/base/diagnostics.ts'
import { sha256Hex } from '../src/base/digest.ts'
import { countOf } from './command/arguments.ts'

const shared = fileURLToPath(new URL('../../shared/data/', import.meta.url))
const bundle = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))
const launcher = fileURLToPath(new URL('../bin/sallyport', import.meta.url))
const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

export const usage = `npm run bench -- dependencies [RUNS]
Scans of real lockfiles and of 50,000 packages, beside osv-scanner where it is in PATH; RUNS of each are counted, 5 by default.`

/** Prints one table on stdout. */
export async function run(args: readonly string[]): Promise<void> {
  const runs = countOf(args[0] ?? '5', 'RUNS')
  if (!existsSync(shared)) {
    process.stdout.write('skipped: the shared data is not beside this checkout\n')
    return
  }
  const root = mkdtempSync(join(tmpdir(), 'sallyport-bench-'))
  try {
    print(buildIndexes(root), await matchWarm(root))
    const real = join(root, 'real')
    cpSync(join(shared, 'lockfiles'), real, { recursive: true })
    const generated = join(root, 'generated')
    mkdirSync(generated)
    writeFileSync(join(generated, 'package-lock.json'), generateLockfile(50_000))
    for (const [name, tree] of [
      ['the real lockfiles', real],
      ['50,000 packages', generated],
    ] as const) {
      print(...compare(name, tree, root, runs))
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Each figure as soon as it is there: the peer may take minutes for the next one. */
function print(...rows: readonly string[]): void {
  process.stdout.write(`${rows.join('\n')}\n`)
}

function buildIndexes(root: string): string {
  const started = performance.now()
  for (const ecosystem of readdirSync(join(shared, 'osv'))) {
    const path = join(shared, 'osv', ecosystem, 'all.zip')
    if (!existsSync(path)) continue
    const bytes = readFileSync(path)
    openIndex({ folder: join(root, 'indexes'), ecosystem, digest: sha256Hex(bytes) }, () => bytes).close()
  }
  return row('indexes of every archive, built', performance.now() - started)
}

async function matchWarm(root: string): Promise<string> {
  const lock = JSON.parse(
    readFileSync(join(shared, 'lockfiles/package-lock-v1/actions+toolkit/package-lock.json'), 'utf8'),
  )
  const names = Object.entries<{ version: string }>(lock.dependencies).slice(0, 1_000)
  const queries = names.map(([name, { version }]) => ({ ecosystem: 'npm', name, version }))
  const match = createFolderSource({
    folder: join(shared, 'osv'),
    indexFolder: join(root, 'indexes'),
    diagnostics: silentDiagnostics,
  })
  const started = performance.now()
  await match(queries)
  return row(`${queries.length} packages matched, index built`, performance.now() - started)
}

interface Contestant {
  readonly name: string
  readonly command: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/**
 * Runs take turns, so that what else the machine does meets both; the first builds indexes and is not counted, but of
 * whoever takes minutes it is the only one.
 */
function compare(name: string, tree: string, root: string, runs: number): string[] {
  const contestants = contestantsOf(tree, root)
  const all = contestants.map(() => [] as Run[])
  for (let round = 0; round <= runs; round++) {
    for (const [position, contestant] of contestants.entries()) {
      const previous = all[position]!.at(-1)
      if (previous !== undefined && isLast(previous)) continue
      const run = runOnce(contestant)
      if (round > 0 || isLast(run)) all[position]!.push(run)
    }
  }
  const rows = contestants.map((contestant, position) =>
    summarize(`${name}: ${contestant.name}`, all[position]!),
  )
  return [...rows, ...ratios(name, all[0]!, all[2])]
}

function isLast(run: Run): boolean {
  return run.kind === 'ended' || run.wallMs >= LONG_MS
}

/** Ours by theirs, of the medians. */
function ratios(name: string, ours: readonly Run[], theirs: readonly Run[] | undefined): string[] {
  const [mine, other] = [ours, theirs ?? []].map((runs) => runs.filter((run) => run.kind === 'measured'))
  if (!mine?.length || !other?.length) return []
  const ratio = (of: (run: Measured) => number) => (median(mine.map(of)) / median(other.map(of))).toFixed(2)
  return [
    `${name}: wall ${ratio(({ wallMs }) => wallMs)}, peak memory ${ratio(({ peakKib }) => peakKib)} of theirs`,
  ]
}

function contestantsOf(tree: string, root: string): Contestant[] {
  const program = existsSync(bundle) ? [process.execPath, launcher] : [process.execPath, source]
  const rest = ['--scanner', 'dependencies', '--advisories', join(shared, 'osv'), '--offline', '--json']
  const ours = {
    name: 'sallyport',
    command: [...program, 'scan', tree, ...rest],
    env: { ...process.env, SALLYPORT_CACHE: join(root, 'cache') },
  }
  const version = osvScannerVersion()
  const nothing = { name: 'Node alone', command: [process.execPath, '-e', '0'], env: process.env }
  if (version === undefined) return [ours, nothing]
  const database = join(root, 'osv-cache')
  fillDatabase(join(database, 'osv-scalibr'))
  return [
    ours,
    nothing,
    {
      name: version,
      command: ['osv-scanner', 'scan', 'source', ...OSV_SCANNER_OPTIONS, tree],
      env: { ...process.env, OSV_SCALIBR_LOCAL_DB_CACHE_DIRECTORY: database },
    },
  ]
}

/** Without reachability: it runs the language's own tools, which is another question. */
const OSV_SCANNER_OPTIONS = ['--offline', '--recursive', '--no-call-analysis=all', '--format', 'json']

/** osv-scanner matches nothing at all where an ecosystem that has packages has no archive: those get an empty one. */
function fillDatabase(folder: string): void {
  cpSync(join(shared, 'osv'), folder, { recursive: true })
  for (const ecosystem of new Set(FORMATS.flatMap((format) => format.ecosystems).map(ecosystemBase))) {
    const path = join(folder, ecosystem, 'all.zip')
    if (ecosystem === '' || existsSync(path)) continue
    mkdirSync(join(folder, ecosystem), { recursive: true })
    writeFileSync(path, EMPTY_ARCHIVE)
  }
}

/** A ZIP's end record, of nothing. */
const EMPTY_ARCHIVE = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')

interface Measured {
  readonly kind: 'measured'
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakKib: number
}

type Run = Measured | { readonly kind: 'ended'; readonly why: string }

/** Beyond it a run is given up, and said to be. */
const TIMEOUT_S = 1_200
/** Whoever takes longer is run once. */
const LONG_MS = 60_000

/** Processor time and peak memory by GNU time, where it is there; what it starts ends with it. */
function runOnce({ command, env }: Contestant): Run {
  const time = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'used %U %S %M'] : []
  const started = performance.now()
  const { stderr, error, status } = spawnSync('timeout', [String(TIMEOUT_S), ...time, ...command], {
    env,
    maxBuffer: 2 ** 30,
  })
  const wallMs = performance.now() - started
  if (error) return { kind: 'ended', why: error.message }
  if (status === TIMED_OUT) return { kind: 'ended', why: `no answer in ${TIMEOUT_S} s` }
  // 1: osv-scanner found something; 11: files or advisories are missing in the shared data.
  if (status !== 0 && status !== 1 && status !== 11) return { kind: 'ended', why: `ended with ${status}` }
  const used = /used ([\d.]+) ([\d.]+) (\d+)/.exec(stderr.toString())
  const cpuMs = used ? (Number(used[1]) + Number(used[2])) * 1_000 : 0
  return { kind: 'measured', wallMs, cpuMs, peakKib: Number(used?.[3] ?? 0) }
}

/** Of coreutils' `timeout`, which ends a whole group. */
const TIMED_OUT = 124

function summarize(name: string, runs: readonly Run[]): string {
  const ended = runs.find((run) => run.kind === 'ended')
  if (ended) return `${name}: ${ended.why}`
  const measured = runs.filter((run) => run.kind === 'measured')
  const cpu = median(measured.map((run) => run.cpuMs))
  return row(name, median(measured.map((run) => run.wallMs)), median(measured.map((run) => run.peakKib)), cpu)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function row(name: string, ms: number, peakKib = 0, cpuMs = 0): string {
  const cpu = cpuMs === 0 ? '' : `  ${cpuMs.toFixed(0).padStart(6)} ms of processor`
  const memory = peakKib === 0 ? '' : `  ${(peakKib / 1024).toFixed(0).padStart(5)} MiB`
  return `${name.padEnd(52)} ${ms.toFixed(0).padStart(7)} ms${cpu}${memory}`
}

function osvScannerVersion(): string | undefined {
  try {
    return execFileSync('osv-scanner', ['--version'], { encoding: 'utf8' }).split('\n')[0]
  } catch {
    // Not installed.
    return undefined
  }
}

function generateLockfile(count: number): string {
  const packages: Record<string, object> = { '': { dependencies: { 'package-0': '^1.0.0' } } }
  for (let i = 0; i < count; i++) {
    const name = `package-${i}`
    const dependencies = Object.fromEntries(
      [2 * i + 1, 2 * i + 2, (i * 7) % count].map((n) => [`package-${n}`, '^1.0.0']),
    )
    packages[`node_modules/${name}`] = {
      version: '1.2.3',
      resolved: `https://registry.example/${name}/-/${name}-1.2.3.tgz`,
      integrity: `sha512-${'A'.repeat(86)}==`,
      license: 'MIT',
      dependencies,
    }
  }
  return JSON.stringify({ name: 'generated', lockfileVersion: 3, packages }, null, 2)
}
