/**
 * Advisories from the OSV API (https://google.github.io/osv.dev/api): `querybatch` in batches and pages
 * gives ids, `vulns/{id}` the records. Whatever does not come whole is a gap: an API that is down, slow
 * or talks nonsense never makes a tree look clean.
 */
import { encodeUtf8 } from '../../../src/base/bytes.ts'
import { sha256Hex } from '../../../src/base/digest.ts'
import { messageOf, SallyportError } from '../../../src/base/errors.ts'
import { type Advisory, decodeAdvisory } from './record.ts'
import type { RecordCache } from './record-cache.ts'
import { type RetryOptions, requestWithRetries } from './retry.ts'
import type { MatchAdvisories, Query } from './source.ts'

export interface ApiSourceOptions extends RetryOptions {
  /** `https://host`, without the version. */
  readonly url: string
  readonly cache?: RecordCache
  readonly concurrency?: number
}

/** The API's own bound. */
const BATCH = 1_000
const MAX_PAGES = 100

export function createApiSource(options: ApiSourceOptions): MatchAdvisories {
  const gaps: string[] = []
  const answered = new Map<string, string>()
  return async (queries) => {
    const hits = await queryAll(options, queries, gaps)
    const wanted = new Map<string, string>()
    for (const perQuery of hits) for (const [id, modified] of perQuery) wanted.set(id, modified)
    for (const [id, modified] of wanted) answered.set(id, modified)
    const records = await fetchRecords(options, wanted, gaps)
    const matches = hits.map((perQuery) =>
      [...perQuery.keys()].map((id) => records.get(id)!).filter((advisory) => !advisory.withdrawn),
    )
    const listing = [...answered].sort(([a], [b]) => (a < b ? -1 : 1))
    const digest = `sha256:${sha256Hex(JSON.stringify(listing))}`
    const asOf = listing
      .map(([, modified]) => modified)
      .reduce((newest, one) => (one > newest ? one : newest), '')
    return { matches, gaps, sources: [{ source: options.url, digest, asOf: asOf || null }] }
  }
}

/** Per query: the ids that affect it, with when each was modified. */
type Hits = Map<string, string>

interface Pending {
  readonly number: number
  readonly pageToken?: string
}

async function queryAll(
  options: ApiSourceOptions,
  queries: readonly Query[],
  gaps: string[],
): Promise<Hits[]> {
  const hits: Hits[] = queries.map(() => new Map())
  let pending: Pending[] = queries.map((_, number) => ({ number }))
  for (let page = 0; pending.length > 0; page++) {
    if (page === MAX_PAGES) {
      gaps.push(`the OSV API has more than ${MAX_PAGES} pages for ${pending.length} packages`)
      break
    }
    const batches = chunk(pending, BATCH)
    const next = await mapConcurrently(batches, 4, (batch) => queryBatch(options, queries, batch, hits, gaps))
    pending = next.flat()
  }
  return hits
}

async function queryBatch(
  options: ApiSourceOptions,
  queries: readonly Query[],
  batch: readonly Pending[],
  hits: Hits[],
  gaps: string[],
): Promise<Pending[]> {
  try {
    const body = encodeUtf8(
      JSON.stringify({ queries: batch.map((one) => toApiQuery(queries[one.number]!, one)) }),
    )
    const answer = await requestWithRetries(options, {
      method: 'POST',
      url: `${options.url}/v1/querybatch`,
      body,
    })
    return readBatch(parseJson(answer), batch, hits)
  } catch (error) {
    gaps.push(`the OSV API did not answer for ${batch.length} packages: ${messageOf(error)}`)
    return []
  }
}

function toApiQuery(query: Query, { pageToken }: Pending) {
  const { name, ecosystem, version } = query
  return {
    ...(ecosystem === 'GIT' ? { commit: version } : { package: { name, ecosystem }, version }),
    ...(pageToken === undefined ? {} : { page_token: pageToken }),
  }
}

/** @throws `HTTP_FAILED` where the answer is not one result for each query. */
function readBatch(answer: unknown, batch: readonly Pending[], hits: Hits[]): Pending[] {
  const results = (answer as { results?: unknown } | null)?.results
  if (!Array.isArray(results) || results.length !== batch.length) throw nonsense('results are missing')
  const next: Pending[] = []
  for (const [position, result] of results.entries()) {
    const { number } = batch[position]!
    const vulns = (result as { vulns?: unknown } | null)?.vulns ?? []
    if (!Array.isArray(vulns)) throw nonsense('"vulns" is no list')
    for (const vuln of vulns) {
      if (typeof vuln?.id !== 'string') throw nonsense('an advisory has no id')
      hits[number]!.set(vuln.id, typeof vuln.modified === 'string' ? vuln.modified : '')
    }
    const token = (result as { next_page_token?: unknown } | null)?.next_page_token
    if (typeof token === 'string' && token !== '') next.push({ number, pageToken: token })
  }
  return next
}

/** An advisory whose record does not come still stands, by its id. */
async function fetchRecords(
  options: ApiSourceOptions,
  wanted: ReadonlyMap<string, string>,
  gaps: string[],
): Promise<Map<string, Advisory>> {
  const records = new Map<string, Advisory>()
  let failed = 0
  let why = ''
  await mapConcurrently([...wanted], options.concurrency ?? 16, async ([id, modified]) => {
    try {
      records.set(id, await fetchRecord(options, id, modified))
    } catch (error) {
      failed++
      why = messageOf(error)
      records.set(id, bareAdvisory(id, modified))
    }
  })
  if (failed > 0) gaps.push(`the OSV API did not give ${failed} of ${wanted.size} advisories: ${why}`)
  return records
}

async function fetchRecord(options: ApiSourceOptions, id: string, modified: string): Promise<Advisory> {
  const kept = options.cache?.read(id, modified)
  if (kept) return kept
  const url = `${options.url}/v1/vulns/${encodeURIComponent(id)}`
  const advisory = decodeAdvisory(parseJson(await requestWithRetries(options, { method: 'GET', url })))
  if (advisory?.id !== id) throw nonsense(`the record of ${id} is another one`)
  options.cache?.write(id, modified, advisory)
  return advisory
}

function bareAdvisory(id: string, modified: string): Advisory {
  const nothing = { aliases: [], summary: '', details: '', vectors: [], word: '', affected: [] }
  return { id, modified, withdrawn: false, ...nothing }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw nonsense('the answer is not JSON')
  }
}

function nonsense(why: string): SallyportError {
  return new SallyportError('HTTP_FAILED', { message: `the OSV API's answer cannot be used: ${why}` })
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}

async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length)
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
