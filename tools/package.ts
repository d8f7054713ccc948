/**
 * `npm run package`: a tarball for Linux on x64 or arm64 with everything that a coordinator or an agent needs (the
 * runtime, the bundles, units, an installer that uses no network). Its bytes depend on the sources and the
 * lockfile alone: built twice, it is the same file.
 *
 * Usage: node tools/package.ts [--arch x64|arm64] [--out FOLDER]; without --arch for the processor that it runs on
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { collectLicences } from './licences.ts'
import { installedPath, RUNTIMES, readPlatformFile } from './platform-files.ts'
import { makeTar, type TarEntry } from './tar.ts'

/** 2020-01-01: a date that no tool stumbles over. SOURCE_DATE_EPOCH sets another. */
const EPOCH = 1_577_836_800
/** What is not bundled, and the installed package that has its licence: that of Node is the same on every platform. */
const BESIDE_BUNDLES = {
  node: `node-linux-${process.arch}`,
  koffi: 'koffi',
  libsodium: 'libsodium',
  'web-tree-sitter': 'web-tree-sitter',
}

const root = fileURLToPath(new URL('..', import.meta.url))
/** As `uname -m` names it. */
const MACHINES = { x64: 'x86_64', arm64: 'aarch64' } as const

const { values } = parseArgs({
  options: {
    arch: { type: 'string', default: process.arch },
    out: { type: 'string', default: join(root, 'build') },
  },
})
const out = resolve(values.out)
const arch = supported(values.arch)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const work = mkdtempSync(join(tmpdir(), 'sallyport-package-'))
try {
  mkdirSync(out, { recursive: true })
  const name = `sallyport-${version}-linux-${arch}`
  const files = collect(bundle())
  const listed = [...files, { name: 'SHA256SUMS', mode: 0o644, content: sumsOf(files) }]
  const entries = listed.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }))
  const mtime = Number(process.env['SOURCE_DATE_EPOCH'] ?? EPOCH)
  // Node writes no time and no name into the header of gzip.
  const archive = gzipSync(makeTar(entries, mtime), { level: 6 })
  const path = join(out, `${name}.tar.gz`)
  writeFileSync(path, archive)
  const digest = sha256(archive)
  writeFileSync(`${path}.sha256`, `${digest}  ${name}.tar.gz\n`)
  process.stdout.write(`${relative(process.cwd(), path)} ${archive.length} bytes, sha256:${digest}\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

interface Bundled {
  readonly folder: string
  readonly inputs: readonly string[]
}

function bundle(): Bundled {
  const folder = join(work, 'dist')
  const metafile = join(work, 'meta.json')
  const build = join(root, 'tools', 'build.ts')
  execFileSync(process.execPath, [build, '--out', folder, '--metafile', metafile], { stdio: 'inherit' })
  const metafiles: Record<string, { inputs: object }> = JSON.parse(readFileSync(metafile, 'utf8'))
  return { folder, inputs: Object.values(metafiles).flatMap(({ inputs }) => Object.keys(inputs)) }
}

function supported(name: string): keyof typeof RUNTIMES {
  if (name === 'x64' || name === 'arm64') return name
  throw new Error(`there is no package for ${name}: --arch is one of ${Object.keys(RUNTIMES).join(', ')}`)
}

function collect({ folder, inputs }: Bundled): TarEntry[] {
  const licences = collectLicences(root, inputs, BESIDE_BUNDLES)
  return [
    entryOf('bin/sallyport', join(root, 'packaging', 'sallyport'), 0o755),
    { name: 'runtime/node', mode: 0o755, content: runtime() },
    entryOf('install.sh', join(root, 'packaging', 'install.sh'), 0o755),
    ...entriesOf('dist', onlyCli(folder)),
    ...entriesOf('docs', join(root, 'docs')),
    ...entriesOf('examples', join(root, 'examples')),
    ...entriesOf('packaging', join(root, 'packaging')).filter(({ name }) => !name.endsWith('/install.sh')),
    ...['LICENSE', 'README.md', 'SECURITY.md', 'CHANGELOG.md'].map((file) =>
      entryOf(file, join(root, file), 0o644),
    ),
    { name: 'NOTICE', mode: 0o644, content: Buffer.from(licences) },
    { name: 'MACHINE', mode: 0o644, content: Buffer.from(`Linux-${MACHINES[arch]}\n`) },
    { name: 'VERSION', mode: 0o644, content: Buffer.from(`${version}\n`) },
  ]
}

function runtime(): Uint8Array {
  const file = RUNTIMES[arch]
  return readPlatformFile(file, [installedPath(root, file)])
}

/** The action's entries are for runners, which take them from the repository. */
function onlyCli(folder: string): string {
  for (const entry of ['main.js', 'post.js']) rmSync(join(folder, entry))
  return folder
}

function entriesOf(prefix: string, folder: string): TarEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => {
      const path = join(folder, file)
      const isProgram = prefix === 'packaging' && file === 'sallyport'
      return entryOf(`${prefix}/${file}`, path, isProgram ? 0o755 : 0o644)
    })
}

function entryOf(name: string, path: string, mode: number): TarEntry {
  return { name, mode, content: readFileSync(path) }
}

/** As `sha256sum --check` reads it. */
function sumsOf(files: readonly TarEntry[]): Buffer {
  const lines = files.map(({ name, content }) => `${sha256(content)}  ${name}\n`)
  return Buffer.from(lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
