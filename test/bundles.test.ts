/** What each bundle is made of: the action's main loads no coordinator, agent or console code. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
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

type Metafile = {
  readonly outputs: Record<
    string,
    { readonly inputs: Record<string, { readonly bytesInOutput: number }>; readonly bytes: number }
  >
}
let metafiles: Record<string, Metafile>

beforeAll(() => {
  const path = join(mkdtempSync(join(tmpdir(), 'sallyport-meta-')), 'meta.json')
  execFileSync(process.execPath, [join(root, 'tools/build.ts'), '--metafile', path], { cwd: root })
  metafiles = JSON.parse(readFileSync(path, 'utf8'))
})

test('every bundle has its list of rooms', () => {
  expect(Object.keys(BUNDLES).sort()).toEqual(Object.keys(ENTRIES).sort())
})

describe.each(Object.entries(BUNDLES))('%s', (name, { rooms, maxBytes }) => {
  const output = () =>
    Object.values(metafiles[name]?.outputs ?? {})[0] ?? { inputs: {}, bytes: Number.POSITIVE_INFINITY }

  test('holds code of its rooms only', () => {
    const ours = Object.entries(output().inputs).filter(
      ([path, { bytesInOutput }]) => /^(src|scanners)\//.test(path) && bytesInOutput > 0,
    )
    const strange = ours
      .map(([path]) => path)
      .filter((path) => !rooms.some((room) => path.startsWith(`${room}/`)))
    expect(strange).toEqual([])
  })

  test('logs people in only where a person is', () => {
    const clients = Object.keys(output().inputs).filter((path) =>
      /node_modules\/(openid-client|oauth4webapi|jose)\//.test(path),
    )
    expect(clients.length > 0).toBe(name === 'cli')
  })

  test(`has at most ${maxBytes} bytes`, () => {
    expect(output().bytes).toBeLessThanOrEqual(maxBytes)
  })
})

test("PostgreSQL's client is in the command line's bundle, and in none of the action's", () => {
  const holders = Object.keys(ENTRIES).filter((name) =>
    Object.values(metafiles[name]!.outputs).some(({ inputs }) =>
      Object.keys(inputs).some((path) => /node_modules\/pg(?:-|\/)/.test(path)),
    ),
  )
  expect(holders).toEqual(['cli'])
})
