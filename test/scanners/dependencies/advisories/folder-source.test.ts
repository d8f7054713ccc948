import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { decodeArchive } from '../../../../scanners/dependencies/advisories/decode-archive.ts'
import { createFolderSource } from '../../../../scanners/dependencies/advisories/folder-source.ts'
import { type Diagnostics, silentDiagnostics } from '../../../../src/base/diagnostics.ts'
import { sharedData, whyNoSharedData } from '../shared-data.ts'
import { makeAdvisories } from '../zip.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const range = { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }
const records = [
  {
    id: 'GHSA-1',
    modified: '2026-01-02T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'a' }, ranges: [range] }],
  },
  {
    id: 'GHSA-2',
    modified: '2026-01-03T00:00:00Z',
    withdrawn: '2026-01-03T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'a' }, ranges: [range] }],
  },
  {
    id: 'GHSA-3',
    modified: '2025-01-02T00:00:00Z',
    affected: [
      { package: { ecosystem: 'npm', name: '__proto__' }, ranges: [range] },
      { package: { ecosystem: 'PyPI', name: 'a' }, ranges: [range] },
    ],
  },
]
const a1 = { ecosystem: 'npm', name: 'a', version: '1.0.0' }

/** Matches one package by the archives of the first folder, with indexes in the second. */
const SCRIPT = `
  import { createFolderSource } from ${JSON.stringify(new URL('../../../../scanners/dependencies/advisories/folder-source.ts', import.meta.url).href)}
  const result = await createFolderSource({ folder: process.argv[1], indexFolder: process.argv[2], diagnostics: { log() {} } })([{ ecosystem: 'npm', name: 'a', version: '1.0.0' }])
  process.stdout.write(String(result.matches[0].length) + result.gaps.join())`

test.each([
  ['with an index', true],
  ['without a cache', false],
])('matches, without what is withdrawn, %s', async (_, indexed) => {
  put('npm', makeAdvisories(records))
  const queries = [a1, { ...a1, version: '2.0.0' }, { ...a1, name: '__proto__' }, { ...a1, name: 'toString' }]
  const result = await source(indexed)(queries)
  expect(result.matches.map((list) => list.map((one) => one.id))).toEqual([['GHSA-1'], [], ['GHSA-3'], []])
  expect(result.gaps).toEqual([])
  expect(result.sources).toEqual([
    {
      source: 'npm/all.zip',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      asOf: '2026-01-03T00:00:00Z',
    },
  ])
})

test('an ecosystem that has packages and no archive is a gap, and the others are matched', async () => {
  put('npm', makeAdvisories(records))
  const result = await source()([a1, { ecosystem: 'PyPI', name: 'a', version: '1' }])
  expect(result.gaps).toEqual(['PyPI: there is no PyPI/all.zip in the advisories folder'])
  expect(result.matches[0]).toHaveLength(1)
})

test.each(['../npm', '/etc', '', '..'])('an ecosystem called %j is a gap, and no path', async (ecosystem) => {
  put('npm', makeAdvisories(records))
  expect((await source()([{ ...a1, ecosystem }])).gaps).toEqual([expect.stringMatching(/names no ecosystem/)])
})

test('a damaged archive is a gap without an absolute path', async () => {
  put('npm', makeAdvisories(records).slice(0, -30))
  const result = await source()([a1])
  expect(result.gaps[0]).toMatch(/^npm: the archive cannot be read/)
  expect(result.gaps.join()).not.toContain(root)
})

test('one broken record spoils its archive: half a set is no set', async () => {
  put('npm', makeAdvisories([...records, { id: '' }]))
  expect((await source()([a1])).gaps[0]).toMatch(/no OSV record/)
})

test('a version without a place in the order is a gap where a range decides about it', async () => {
  put('npm', makeAdvisories(records))
  const result = await source()([
    { ...a1, version: 'latest' },
    { ...a1, name: 'other', version: 'latest' },
  ])
  expect(result.gaps).toEqual(["npm: versions that have no place in the ecosystem's order: a@latest"])
})

test('an index that is damaged is built again, and a bad archive leaves the old index where it is', async () => {
  put('npm', makeAdvisories(records))
  await source()([a1])
  const [name] = readdirSync(join(root, 'index'))
  for (const damage of [
    () => truncateSync(join(root, 'index', name!), 5000),
    () => writeFileSync(join(root, 'index', name!), 'x'),
  ]) {
    damage()
    expect((await source()([a1])).matches[0]).toHaveLength(1)
  }
  put('npm', Buffer.from('not an archive'))
  expect((await source()([a1])).gaps).toHaveLength(1)
  expect(readdirSync(join(root, 'index'))).toEqual([name])
})

test('a cache that cannot be written is said once, and costs no answer', async () => {
  put('npm', makeAdvisories(records))
  writeFileSync(join(root, 'file'), 'no folder')
  const log = vi.fn<Diagnostics['log']>()
  const ask = createFolderSource({
    folder: join(root, 'osv'),
    indexFolder: join(root, 'file', 'index'),
    diagnostics: { log },
  })
  const first = await ask([a1])
  expect(first).toEqual(await source()([a1]))
  // What was read of the archive serves the whole run.
  rmSync(join(root, 'osv', 'npm', 'all.zip'))
  expect(await ask([a1])).toEqual(first)
  expect(log.mock.calls).toEqual([
    ['warn', expect.stringMatching(/cannot be used/), expect.objectContaining({ error: expect.any(String) })],
  ])
})

test('an archive that is missing or damaged is a gap without a cache too', async () => {
  expect((await source(false)([a1])).gaps).toEqual(['npm: there is no npm/all.zip in the advisories folder'])
  put('npm', Buffer.from('not an archive'))
  expect((await source(false)([a1])).gaps).toEqual([
    expect.stringMatching(/^npm: the archive cannot be read/),
  ])
})

test('a builder that is killed leaves the old index, and the next one builds; what is long out of use goes', async () => {
  put('npm', makeAdvisories(records))
  await source()([a1])
  const [old] = readdirSync(join(root, 'index'))
  put('npm', makeAdvisories(Array.from({ length: 20_000 }, (_, i) => ({ ...records[0]!, id: `GHSA-x${i}` }))))
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    SCRIPT,
    join(root, 'osv'),
    join(root, 'index'),
  ])
  const ended = once(child, 'exit')
  await vi.waitUntil(() => readdirSync(join(root, 'index')).some((name) => name.startsWith('build-')), {
    timeout: 20_000,
    interval: 1,
  })
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  const left = readdirSync(join(root, 'index'))
  expect(left).toContain(old)
  expect(left.filter((name) => name.endsWith('.sqlite'))).toEqual([old])

  for (const name of left) utimesSync(join(root, 'index', name), 0, 0)
  expect((await source()([a1])).matches[0]).toHaveLength(20_000)
  const [built, ...others] = readdirSync(join(root, 'index'))
  expect([built === old, others]).toEqual([false, []])
})

test('processes that build the same index at once all get it, and leave nothing behind', async () => {
  put('npm', makeAdvisories(Array.from({ length: 500 }, (_, i) => ({ ...records[0]!, id: `GHSA-x${i}` }))))
  const runs = Array.from({ length: 4 }, () =>
    promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      SCRIPT,
      join(root, 'osv'),
      join(root, 'index'),
    ]),
  )
  expect((await Promise.all(runs)).map(({ stdout }) => stdout)).toEqual(['500', '500', '500', '500'])
  expect(readdirSync(join(root, 'index'))).toHaveLength(1)
})

test.skipIf(!sharedData)(
  `the recorded answers of the OSV API are reproduced for every id that both hold${whyNoSharedData}`,
  async () => {
    const folder = `${sharedData}osv/`
    const answers: { ecosystem: string; name: string; version: string; ids: string[] }[] = readFileSync(
      `${sharedData}osv-api/answers.jsonl`,
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const held = new Set<string>()
    for (const ecosystem of readdirSync(folder, { withFileTypes: true })) {
      if (!ecosystem.isDirectory() || ecosystem.name === 'LICENSES') continue
      for (const { id } of decodeArchive(readFileSync(join(folder, ecosystem.name, 'all.zip')))) held.add(id)
    }
    const result = await createFolderSource({
      folder,
      indexFolder: join(root, 'index'),
      diagnostics: silentDiagnostics,
    })(answers)
    const missing = answers.flatMap((answer, number) => {
      const found = new Set(result.matches[number]!.map((one) => one.id))
      return answer.ids
        .filter((id) => held.has(id) && !found.has(id))
        .map((id) => `${answer.name}@${answer.version} ${id}`)
    })
    expect(missing).toEqual([])
    expect(result.matches.flat().length).toBeGreaterThan(500)
  },
  // Indexes of every archive are built; a busy machine takes its time.
  240_000,
)

function put(ecosystem: string, archive: Uint8Array): void {
  mkdirSync(join(root, 'osv', ecosystem), { recursive: true })
  writeFileSync(join(root, 'osv', ecosystem, 'all.zip'), archive)
}

function source(indexed = true) {
  return createFolderSource({
    folder: join(root, 'osv'),
    ...(indexed ? { indexFolder: join(root, 'index') } : {}),
    diagnostics: silentDiagnostics,
  })
}
