import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createApiSource } from '../../../../scanners/dependencies/advisories/api-source.ts'
import {
  createRecordCache,
  type RecordCache,
} from '../../../../scanners/dependencies/advisories/record-cache.ts'
import { type Diagnostics, silentDiagnostics } from '../../../../src/base/diagnostics.ts'
import type { HttpPort } from '../../../../src/gate/scanner.ts'
import { sharedData, whyNoSharedData } from '../shared-data.ts'

const url = 'https://osv.example'
const query = (name: string) => ({ ecosystem: 'npm', name, version: '1.0.0' })

test('asks in batches of a thousand, follows pages, and fetches each record once', async () => {
  const api = fakeApi({
    querybatch: (queries) => ({
      results: queries.map(({ package: { name }, page_token }) => {
        if (name !== 'p0')
          return name === 'p1500' ? { vulns: [{ id: 'GHSA-1', modified: '2026-01-01T00:00:00Z' }] } : {}
        if (page_token === undefined)
          return { vulns: [{ id: 'GHSA-1', modified: '2026-01-01T00:00:00Z' }], next_page_token: 'x' }
        return { vulns: [{ id: 'GHSA-2', modified: '2026-02-01T00:00:00Z' }] }
      }),
    }),
  })
  const result = await source(api)(Array.from({ length: 1501 }, (_, i) => query(`p${i}`)))
  expect(result.gaps).toEqual([])
  expect(result.matches[0]!.map((one) => one.id)).toEqual(['GHSA-1', 'GHSA-2'])
  expect(result.matches[1500]!.map((one) => one.id)).toEqual(['GHSA-1'])
  expect(api.batches.map((batch) => batch.length).toSorted()).toEqual([1, 1000, 501].toSorted())
  expect(api.calls.filter((call) => call.includes('/vulns/'))).toHaveLength(2)
  expect(result.sources).toEqual([
    { source: url, digest: expect.stringMatching(/^sha256:/), asOf: '2026-02-01T00:00:00Z' },
  ])
})

test('429, 5xx and broken connections are tried again, with waits that grow', async () => {
  const waits: number[] = []
  const failures = [429, 503, 'cut'] as const
  let calls = 0
  const api = fakeApi({
    before: () => {
      const failure = failures[calls++]
      if (failure === 'cut') throw new Error('socket hang up')
      return failure
    },
  })
  const result = await source(api, { sleep: async (ms) => void waits.push(ms) })([query('a')])
  expect(result.gaps).toEqual([])
  expect(result.matches[0]).toHaveLength(1)
  expect(waits).toHaveLength(3)
  expect(waits[0]!).toBeGreaterThanOrEqual(400)
  expect(waits[2]!).toBeGreaterThanOrEqual(waits[0]!)
})

test.each([
  ['is down', () => 503 as const, /the answer is 503 \(4 of 4 tries\)/],
  ['refuses', () => 400 as const, /the answer is 400 \(1 of 4 tries\)/],
  ['answers with a page', () => '<html>' as const, /not JSON/],
  ['answers with null', () => 'null' as const, /results are missing/],
  ['answers too few results', () => '{"results":[]}' as const, /results are missing/],
  ['answers advisories without ids', () => '{"results":[{"vulns":[{}]}]}' as const, /no id/],
  ['answers with a list that is none', () => '{"results":[{"vulns":7}]}' as const, /no list/],
])('an API that %s is a gap, never a clean answer', async (_, before, why) => {
  const result = await source(fakeApi({ before }))([query('a')])
  expect(result.gaps).toEqual([expect.stringMatching(why)])
  expect(result.matches).toEqual([[]])
})

test('a record that does not come leaves its advisory standing, and is a gap', async () => {
  const api = fakeApi({ vulns: () => 404 })
  const result = await source(api)([query('a')])
  expect(result.matches[0]).toMatchObject([{ id: 'GHSA-1', summary: '' }])
  expect(result.gaps).toEqual([expect.stringMatching(/1 of 1 advisories/)])
})

test('a record under another id is not taken for the one asked for', async () => {
  const result = await source(fakeApi({ vulns: () => ({ id: 'GHSA-other' }) }))([query('a')])
  expect(result.gaps).toEqual([expect.stringMatching(/is another one/)])
})

test('pages without an end are cut off, aloud', async () => {
  const endless = fakeApi({
    querybatch: (queries) => ({ results: queries.map(() => ({ next_page_token: 'again' })) }),
  })
  expect((await source(endless)([query('a')])).gaps).toEqual([expect.stringMatching(/more than 100 pages/)])
})

test('a record that did not change comes from the cache; a damaged entry is fetched again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const cache = createRecordCache(folder, silentDiagnostics)
  await source(fakeApi({}), { cache })([query('a')])
  const second = fakeApi({})
  expect((await source(second, { cache })([query('a')])).matches[0]).toMatchObject([{ summary: 'of GHSA-1' }])
  expect(second.calls.filter((call) => call.includes('/vulns/'))).toEqual([])
  writeFileSync(join(folder, readdirSync(folder)[0]!), '{')
  const third = fakeApi({})
  expect((await source(third, { cache })([query('a')])).gaps).toEqual([])
  expect(third.calls.filter((call) => call.includes('/vulns/'))).toHaveLength(1)
})

test('records that cannot be kept are used all the same, and it is said once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'file'), 'no folder')
  const log = vi.fn<Diagnostics['log']>()
  const cache = createRecordCache(join(folder, 'file', 'records'), { log })
  const queries = [query('a'), query('b')]
  expect(await source(fakeApi({}), { cache })(queries)).toEqual(await source(fakeApi({}))(queries))
  expect(log).toHaveBeenCalledOnce()
})

test('an abort ends the waiting', async () => {
  const controller = new AbortController()
  controller.abort()
  const result = await source(fakeApi({ before: () => 503 }), { signal: controller.signal })([query('a')])
  expect(result.gaps).toEqual([expect.stringMatching(/1 of 4 tries/)])
})

test.skipIf(!sharedData)(
  `requests have the shape that the recorded ones have${whyNoSharedData}`,
  async () => {
    const recorded: { url: string; request: { queries: object[] } }[] = JSON.parse(
      readFileSync(`${sharedData}osv-api/osv.dev--TestCommand-MoreLockfiles.json`, 'utf8'),
    )
    const api = fakeApi({})
    await source(api)([{ ecosystem: 'Hackage', name: 'AC-Angle', version: '1.0' }])
    expect(new URL(recorded[0]!.url).pathname).toBe('/v1/querybatch')
    expect(api.batches[0]![0]).toEqual(recorded[0]!.request.queries[0])
  },
)

interface ApiQuery {
  readonly package: { readonly name: string }
  readonly page_token?: string
}

/** An answer as JSON, as text, or as a status. */
type Answer = object | string | number | undefined

interface FakeApi extends HttpPort {
  readonly calls: string[]
  readonly batches: ApiQuery[][]
}

function fakeApi(answers: {
  readonly before?: () => Answer
  readonly querybatch?: (queries: ApiQuery[]) => Answer
  readonly vulns?: (id: string) => Answer
}): FakeApi {
  const calls: string[] = []
  const batches: ApiQuery[][] = []
  const modified = '2026-01-01T00:00:00Z'
  const byDefault = (queries: ApiQuery[]) => ({
    results: queries.map(() => ({ vulns: [{ id: 'GHSA-1', modified }] })),
  })
  return {
    calls,
    batches,
    async request({ url: asked, body }) {
      calls.push(asked)
      let answer = answers.before?.()
      if (answer === undefined && body) {
        const { queries } = JSON.parse(Buffer.from(body).toString())
        batches.push(queries)
        answer = (answers.querybatch ?? byDefault)(queries)
      }
      const id = asked.split('/').at(-1)!
      answer ??= (answers.vulns ?? (() => ({ id, modified, summary: `of ${id}` })))(id)
      if (typeof answer === 'number') return { status: answer, headers: {}, body: new Uint8Array() }
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
      return { status: 200, headers: {}, body: Buffer.from(text) }
    },
  }
}

function source(
  http: HttpPort,
  more: { sleep?: (ms: number) => Promise<void>; cache?: RecordCache; signal?: AbortSignal } = {},
) {
  const signal = new AbortController().signal
  return createApiSource({ http, url, signal, seed: 'test', sleep: async () => {}, ...more })
}
