/** A target for each lockfile format: whatever it is given, it answers with packages and typed problems. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { type LockfileFormat, NO_SIBLINGS, type Siblings } from '../../scanners/dependencies/lockfile.ts'
import { ALL_FORMATS, formatOfId, formatOfPath, readPackages } from '../../scanners/dependencies/packages.ts'
import { ERROR_CODES } from '../../src/base/error-codes.ts'
import { EXTRACTOR_FORMATS } from '../scanners/dependencies/extractor-formats.ts'
import {
  assembly,
  CRATES,
  elf,
  GO_MODULES,
  goExecutable,
  machO,
  pe,
} from '../scanners/dependencies/lockfiles/executables.ts'
import { CYCLONEDX_XML, SPDX_RDF, SPDX_TAG_VALUE } from '../scanners/dependencies/lockfiles/sbom-samples.ts'
import { SEEDS } from '../scanners/dependencies/lockfiles/seeds.ts'
import { sharedData } from '../scanners/dependencies/shared-data.ts'
import { makeZip } from '../scanners/dependencies/zip.ts'
import { type FuzzTarget, violated } from './target.ts'

/** Samples whose name is not the one that the format has. */
const SAMPLE_FORMATS: Readonly<Record<string, string>> = {
  'actions.lock': 'actions.lock',
  'modules.txt': 'vendor/modules.txt',
  'pnpm-5.yaml': 'pnpm-lock.yaml',
  'pnpm-9.yaml': 'pnpm-lock.yaml',
  'workflow.yml': 'github-workflow',
  'yarn-berry.lock': 'yarn.lock',
  'yarn-classic.lock': 'yarn.lock',
}
const VSIX_PACKAGE = '{"name": "a", "version": "1.0.0"}'
/** What the samples lack: the other syntaxes of a format, and formats that are no text. */
const MORE_SEEDS: readonly (readonly [id: string, bytes: string | Uint8Array])[] = [
  ['cyclonedx', CYCLONEDX_XML],
  ['spdx', SPDX_TAG_VALUE],
  ['spdx', SPDX_RDF],
  ['META.json', 'name: A-B\nversion: 0.001\nlicense: perl\n'],
  ['dotnet-pe', assembly()],
  ['go-binary', goExecutable(GO_MODULES)],
  ...[elf, pe, machO].map((wrap) => ['cargo-auditable', wrap(deflateSync(CRATES))] as const),
  ['vsix', makeZip([vsixEntry('a', VSIX_PACKAGE), { name: 'extension/x.js', content: 'x' }])],
]
const MAX_SEED_BYTES = 16 * 1024
const MAX_PROBLEMS = 2_000

export function lockfileTargets(): FuzzTarget[] {
  const seeds = seedsByFormat()
  const targets = ALL_FORMATS.map((format) => ({
    name: targetName(format),
    seeds: seeds.get(format) ?? violated(`nothing in the repository starts the inputs of ${format.id}`),
    run: (input: Uint8Array) => runFormat(format, input),
  }))
  return [...targets, ...contentTargets()]
}

/** What stands behind a checksum, which no change of the whole gets past. */
function contentTargets(): FuzzTarget[] {
  const [auditable, vsix] = ['cargo-auditable', 'vsix'].map((id) => formatOfId(id)!)
  return [
    {
      name: 'lockfile-cargo-auditable-content',
      seeds: [Buffer.from(CRATES)],
      run: (input) => runFormat(auditable!, elf(deflateSync(input))),
    },
    {
      name: 'lockfile-vsix-content',
      seeds: [Buffer.from(VSIX_PACKAGE)],
      run: (input) => runFormat(vsix!, makeZip([vsixEntry('a', input)])),
    },
  ]
}

function vsixEntry(name: string, content: string | Uint8Array) {
  return { name: `extension/node_modules/${name}/package.json`, content, stored: true }
}

/** Julia's Manifest.toml and Gleam's manifest.toml differ in their case alone. */
function targetName({ id, ecosystems }: LockfileFormat): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const isShared = ALL_FORMATS.filter((other) => plain(other.id) === plain(id)).length > 1
  return `lockfile-${plain(id)}${isShared ? `-${plain(ecosystems[0]!)}` : ''}`
}

async function runFormat(format: LockfileFormat, bytes: Uint8Array): Promise<void> {
  const file = { path: 'folder/file', bytes }
  // Now and then every file that is asked for is this one again: what includes itself must end too.
  const siblings = bytes.length % 4 === 0 ? mirror(bytes) : NO_SIBLINGS
  const { packages, edges, errors } = await readPackages(file, format, siblings)
  if (errors.length > MAX_PROBLEMS) violated(`${errors.length} problems of one file`)
  for (const { code, message, line } of errors) {
    if (!(code in ERROR_CODES)) violated(`the code ${code} is not in the table`)
    if (message.startsWith('the parser gave up')) violated(message)
    if (message.length > 2_000) violated(`a message of ${message.length} characters`)
    if (line !== undefined && !(line >= 1)) violated(`a problem on line ${line}`)
  }
  for (const { name, version, line, endLine } of packages) {
    if (typeof name !== 'string' || typeof version !== 'string') violated('a name or a version is no string')
    if (!(line >= 1 && endLine >= line)) violated(`${name} is on the lines ${line} to ${endLine}`)
  }
  for (const [from, to] of edges) {
    const isEdge = from >= -1 && from < packages.length && to >= 0 && to < packages.length
    if (!isEdge) violated(`an edge from ${from} to ${to} of ${packages.length}`)
  }
  if (Object.keys(Object.prototype).length > 0) violated('Object.prototype was written to')
}

function mirror(bytes: Uint8Array): Siblings {
  const text = Buffer.from(bytes).toString('utf8')
  return { read: async (path) => ({ path, text }) }
}

function seedsByFormat(): Map<LockfileFormat, Uint8Array[]> {
  const seeds = new Map<LockfileFormat, Uint8Array[]>()
  const add = (format: LockfileFormat | undefined, path: string) => addBytes(format, readFileSync(path))
  const addBytes = (format: LockfileFormat | undefined, bytes: Uint8Array) => {
    if (!format || bytes.length > MAX_SEED_BYTES) return
    const found = seeds.get(format)
    if (found) found.push(bytes)
    else seeds.set(format, [bytes])
  }
  const samples = fileURLToPath(new URL('../scanners/dependencies/lockfiles/samples/', import.meta.url))
  for (const name of readdirSync(samples)) {
    const id = SAMPLE_FORMATS[name]
    add(id === undefined ? formatOfPath(name) : formatOfId(id), samples + name)
  }
  for (const [id, text] of Object.entries(SEEDS)) addBytes(formatOfId(id), new TextEncoder().encode(text))
  for (const [id, content] of MORE_SEEDS) addBytes(formatOfId(id), Buffer.from(content))
  for (const [folder, id] of Object.entries(EXTRACTOR_FORMATS)) {
    const path = `${sharedData}extractors/${folder}/testdata/`
    if (sharedData === undefined || !existsSync(path)) continue
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) add(formatOfId(id), `${entry.parentPath.replace(/\/?$/, '/')}${entry.name}`)
    }
  }
  return seeds
}
