/** A target for each lockfile format: whatever it is given, it answers with packages and typed problems. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LockfileFormat } from '../../scanners/dependencies/lockfile.ts'
import { ALL_FORMATS, formatOfId, formatOfPath, readPackages } from '../../scanners/dependencies/packages.ts'
import { ERROR_CODES } from '../../src/base/error-codes.ts'
import { EXTRACTOR_FORMATS } from '../scanners/dependencies/extractor-formats.ts'
import { SEEDS } from '../scanners/dependencies/lockfiles/seeds.ts'
import { sharedData } from '../scanners/dependencies/shared-data.ts'
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
const MAX_SEED_BYTES = 16 * 1024
const MAX_PROBLEMS = 2_000

export function lockfileTargets(): FuzzTarget[] {
  const seeds = seedsByFormat()
  return ALL_FORMATS.map((format) => ({
    name: targetName(format),
    seeds: seeds.get(format) ?? [new TextEncoder().encode('{"version": "1.0.0"}\n')],
    run: (input) => runFormat(format, input),
  }))
}

/** Julia's Manifest.toml and Gleam's manifest.toml differ in their case alone. */
function targetName({ id, ecosystems }: LockfileFormat): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const isShared = ALL_FORMATS.filter((other) => plain(other.id) === plain(id)).length > 1
  return `lockfile-${plain(id)}${isShared ? `-${plain(ecosystems[0]!)}` : ''}`
}

async function runFormat(format: LockfileFormat, bytes: Uint8Array): Promise<void> {
  const { packages, edges, errors } = await readPackages({ path: 'folder/file', bytes }, format)
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
  for (const [folder, id] of Object.entries(EXTRACTOR_FORMATS)) {
    const path = `${sharedData}extractors/${folder}/testdata/`
    if (sharedData === undefined || !existsSync(path)) continue
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) add(formatOfId(id), `${entry.parentPath.replace(/\/?$/, '/')}${entry.name}`)
    }
  }
  return seeds
}
