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
import { sha256Hex } from '../src/base/digest.ts'

const shared = fileURLToPath(new URL('../../shared/data/', import.meta.url))
const launcher = fileURLToPath(new URL('../bin/sallyport', import.meta.url))
const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const RUNS = 5

/** Prints one table on stdout. */
export async function run(_args: readonly string[] = []): Promise<void> {
  if (!existsSync(shared)) {
    process.stdout.write('skipped: the shared data is not beside this checkout\n')
    return
  }
  const root = mkdtempSync(join(tmpdir(), 'sallyport-bench-'))
  try {
    const rows = [buildIndexes(root), await matchWarm(root)]
    const real = join(root, 'real')
    cpSync(join(shared, 'lockfiles'), real, { recursive: true })
    const generated = join(root, 'generated')
    mkdirSync(generated)
    writeFileSync(join(generated, 'package-lock.json'), generateLockfile(50_000))
    for (const [name, tree] of [
      ['the real lockfiles', real],
      ['50,000 packages', generated],
    ] as const) {
      rows.push(...compare(name, tree, root))
    }
    process.stdout.write(`${rows.join('\n')}\n`)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
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
  const match = createFolderSource({ folder: join(shared, 'osv'), indexFolder: join(root, 'indexes') })
  const started = performance.now()
  await match(queries)
  return row(`${queries.length} packages matched, index built`, performance.now() - started)
}

/** The first run builds each program's index; it is not counted. */
function compare(name: string, tree: string, root: string): string[] {
  const program = existsSync(launcher) ? [launcher] : [process.execPath, source]
  const ours = [
    ...program,
    'scan',
    tree,
    '--scanner',
    'dependencies',
    '--advisories',
    join(shared, 'osv'),
    '--offline',
    '--json',
  ]
  const rows = [measure(`${name}: sallyport`, ours, { ...process.env, SALLYPORT_CACHE: join(root, 'cache') })]
  const version = osvScannerVersion()
  if (version === undefined) return [...rows, `${name}: osv-scanner is not installed`]
  const theirs = ['osv-scanner', 'scan', 'source', '--offline', '--recursive', '--format', 'json', tree]
  const env = { ...process.env, OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: join(root, 'osv-cache') }
  mkdirSync(join(root, 'osv-cache'), { recursive: true })
  cpSync(join(shared, 'osv'), join(root, 'osv-cache', 'osv-scanner'), { recursive: true })
  return [...rows, measure(`${name}: ${version}`, theirs, env)]
}

/** The median of the wall times, and the greatest peak of memory, by GNU time where it is there. */
function measure(name: string, command: readonly string[], env: NodeJS.ProcessEnv): string {
  const time = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'peak %M KiB'] : []
  const [program, ...args] = [...time, ...command]
  const walls: number[] = []
  let peak = 0
  for (let i = 0; i <= RUNS; i++) {
    const started = performance.now()
    const { stderr, error, status } = spawnSync(program!, args, { env, maxBuffer: 2 ** 30 })
    if (error) return `${name}: ${error.message}`
    // 11: a file or an ecosystem's advisories are missing in the shared data, which is no failure here.
    if (status !== 0 && status !== 1 && status !== 11) return `${name}: ended with ${status}`
    if (i > 0) walls.push(performance.now() - started)
    peak = Math.max(peak, Number(/peak (\d+) KiB/.exec(stderr.toString())?.[1] ?? 0))
  }
  walls.sort((a, b) => a - b)
  return row(name, walls[RUNS >> 1]!, peak)
}

function row(name: string, ms: number, peakKib = 0): string {
  const memory = peakKib === 0 ? '' : `  ${(peakKib / 1024).toFixed(0).padStart(5)} MiB`
  return `${name.padEnd(52)} ${ms.toFixed(0).padStart(7)} ms${memory}`
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
