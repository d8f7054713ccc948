/** What each bundle is made of: the action's main loads no coordinator, agent or console code. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { assembledCipher } from '../src/tunnel/cipher/assembled.ts'
import { assembledBlake2s } from '../src/tunnel/cipher/assembled-blake2s.ts'
import { ENTRIES } from '../tools/entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundle → rooms that it may hold, and its greatest size in bytes. */
const BUNDLES: Readonly<Record<string, { readonly rooms: readonly string[]; readonly maxBytes: number }>> = {
  main: {
    rooms: [
      'src/action',
      'src/verbs',
      'src/base',
      'src/platform',
      'src/gate',
      'src/repository',
      'src/trust',
      'src/api',
      'scanners',
    ],
    maxBytes: 2_000_000,
  },
  post: { rooms: ['src/action', 'src/verbs', 'src/base', 'src/platform'], maxBytes: 100_000 },
  node: {
    rooms: [
      'src/action',
      'src/verbs',
      'src/base',
      'src/platform',
      'src/mesh',
      'src/tunnel',
      'src/trust',
      'src/tlog',
      'src/api',
    ],
    maxBytes: 2_000_000,
  },
  'data-thread': {
    rooms: ['src/mesh', 'src/tunnel', 'src/platform', 'src/base'],
    maxBytes: 400_000,
  },
  cli: { rooms: ['src', 'scanners'], maxBytes: 6_000_000 },
}

interface Output {
  readonly inputs: Record<string, { readonly bytesInOutput: number }>
  readonly bytes: number
  /** Of a file of joined chunks. */
  readonly entryPoints?: readonly string[]
  readonly imports: readonly { readonly path: string; readonly kind: string }[]
}
interface Metafile {
  readonly outputs: Record<string, Output>
}
let metafiles: Record<string, Metafile>

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bundles-'))
  const path = join(folder, 'meta.json')
  const build = join(root, 'tools/build.ts')
  execFileSync(process.execPath, [build, '--out', join(folder, 'dist'), '--metafile', path], { cwd: root })
  metafiles = JSON.parse(readFileSync(path, 'utf8'))
})

/** The sources in these outputs, without those of which nothing is left. */
function inputsOf(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => inputs[path]!.bytesInOutput > 0),
  )
}

function outputsOf(name: string): Output[] {
  return Object.values(metafiles[name]?.outputs ?? {})
}

/** What is parsed before the first line of a verb runs: its chunk, and what that imports at once. */
function loadedBy(source: string): Output[] {
  const { outputs } = metafiles['cli']!
  const loaded = new Set<Output>()
  const visit = (output: Output | undefined) => {
    if (output === undefined || loaded.has(output)) return
    loaded.add(output)
    for (const { path, kind } of output.imports) if (kind === 'import-statement') visit(outputs[path])
  }
  visit(Object.values(outputs).find(({ entryPoints }) => entryPoints?.includes(source)))
  return [...loaded]
}

test('every bundle has its list of rooms', () => {
  expect(Object.keys(BUNDLES).sort()).toEqual(Object.keys(ENTRIES).sort())
})

describe.each(Object.entries(BUNDLES))('%s', (name, { rooms, maxBytes }) => {
  test('holds code of its rooms only', () => {
    const ours = inputsOf(outputsOf(name)).filter((path) => /^(src|scanners)\//.test(path))
    expect(ours).not.toEqual([])
    expect(ours.filter((path) => !rooms.some((room) => path.startsWith(`${room}/`)))).toEqual([])
  })

  test('logs people in only where a person is', () => {
    const clients = inputsOf(outputsOf(name)).filter((path) =>
      /node_modules\/(openid-client|oauth4webapi|jose)\//.test(path),
    )
    expect(clients.length > 0).toBe(name === 'cli')
  })

  test(`has at most ${maxBytes} bytes`, () => {
    const bytes = outputsOf(name).reduce((sum, output) => sum + output.bytes, 0)
    expect(bytes).toBeLessThanOrEqual(maxBytes)
  })
})

test("PostgreSQL's client is in the command line's bundle, and in none of the action's", () => {
  const holders = Object.keys(ENTRIES).filter((name) =>
    inputsOf(outputsOf(name)).some((path) => /node_modules\/pg(?:-|\/)/.test(path)),
  )
  expect(holders).toEqual(['cli'])
})

test('BLAKE2s is in the bundles as its bytes', () => {
  const bytes = Buffer.from(assembledBlake2s()).toString('base64')
  for (const name of ['cli', 'node', 'data-thread']) {
    const { outputs } = metafiles[name]!
    const holders = Object.keys(outputs).filter((path) =>
      Object.keys(outputs[path]!.inputs).includes('src/tunnel/cipher/assembled-blake2s.ts'),
    )
    expect(holders).toHaveLength(1)
    for (const path of holders) expect(readFileSync(join(root, path), 'utf8')).toContain(bytes)
    expect(inputsOf(outputsOf(name))).not.toContain('src/tunnel/cipher/blake2s-code.ts')
  }
})

test('the cipher is in the bundles as its bytes, and in the command line apart from what tier A loads', () => {
  const bytes = Buffer.from(assembledCipher()).toString('base64')
  for (const name of ['cli', 'node', 'data-thread']) {
    const holders = Object.entries(metafiles[name]!.outputs).filter(([, { inputs }]) =>
      Object.keys(inputs).some((path) => path === 'src/tunnel/cipher/assembled.ts'),
    )
    expect(holders).toHaveLength(1)
    for (const [path] of holders) expect(readFileSync(join(root, path), 'utf8')).toContain(bytes)
    expect(inputsOf(outputsOf(name))).not.toContain('src/tunnel/cipher/chacha20-code.ts')
  }
  expect(inputsOf(loadedBy('src/verbs/connect.ts'))).not.toContain('src/tunnel/cipher/assembled.ts')
})

describe('a verb of the command line loads what it needs and no more', () => {
  test.each([
    ['src/cli/main.ts', 100_000, /^(src\/(?!cli|verbs|base|platform)|scanners|node_modules)/],
    ['src/verbs/versions.ts', 150_000, /^(src\/(?!cli|verbs|base|platform)|node_modules)/],
    ['src/verbs/connect.ts', 600_000, /^(src\/(coordinator|agent|gate|access|api)|scanners)\/|\/(zod|ws)\//],
    ['src/verbs/nc.ts', 600_000, /^(src\/(coordinator|agent|gate|access|api)|scanners)\/|\/(zod|ws)\//],
    ['src/verbs/packages.ts', 1_400_000, /^src\/(coordinator|agent|mesh|tunnel|access|trust)\//],
    ['src/verbs/agent-run.ts', 2_000_000, /^(src\/(coordinator|access)|scanners)\//],
  ] as const)('%s: at most %i bytes', (verb, maxBytes, strange) => {
    const loaded = loadedBy(verb)
    expect(inputsOf(loaded)).toContain(verb)
    expect(inputsOf(loaded).filter((path) => strange.test(path))).toEqual([])
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(maxBytes)
  })
})
