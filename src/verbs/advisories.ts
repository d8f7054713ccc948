/** `sallyport advisories update`: fetches OSV's archives into a folder that `--advisories` takes. */
import { join, resolve } from 'node:path'
import { decodeArchive } from '../../scanners/dependencies/advisories/decode-archive.ts'
import sources from '../../scanners/dependencies/advisories/sources.json' with { type: 'json' }
import { FORMATS } from '../../scanners/dependencies/packages.ts'
import { ecosystemBase } from '../../scanners/dependencies/versions/ecosystems.ts'
import { sha256Hex } from '../base/digest.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { DAY } from '../base/time.ts'
import { cacheFolder } from '../platform/cache-folder.ts'
import { makePrivateFolder, readFileIfThere, removeOldDrafts, writeFileAtomic } from '../platform/files.ts'
import { createHttpClient, type HttpClient } from '../platform/http.ts'
import { withProgress } from './progress-line.ts'
import type { Call, Ports, Verb } from './verb.ts'

const MAX_ARCHIVE_BYTES = 2 ** 31 - 1
const TIMEOUT_MS = 15 * 60_000

export const advisoriesUpdate: Verb = {
  name: 'advisories update',
  summary: "Fetch OSV's advisories, so that scans need no network.",
  details:
    'Archives that did not change are not fetched again. One that is truncated or damaged is refused, and the old one stays. 11 says that some could not be updated.',
  options: ['advisories', 'ecosystem', 'from'],
  examples: [
    'sallyport advisories update --advisories advisories --ecosystem npm --ecosystem PyPI',
    'sallyport advisories update --from https://mirror.example/osv',
  ],
  async run({ options, ports }: Call): Promise<ExitCode> {
    const given = options.advisories
    const folder = given === undefined ? join(cacheFolder(ports.env), 'osv') : resolve(ports.cwd, given)
    const origin = readOrigin(options.from ?? sources.archives)
    const http = createHttpClient()
    try {
      const updates: Update[] = []
      for (const ecosystem of chooseEcosystems(options.ecosystem)) {
        const update = await updateOne({ http, origin, folder, ecosystem, ports })
        updates.push(update)
        ports.stderr(`${describe(update)}\n`)
      }
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, updates }, null, 2)}\n`)
      ports.stderr(`use them with --advisories ${given ?? folder}\n`)
      return updates.some(({ status }) => status === 'failed') ? EXIT.undecided : EXIT.ok
    } finally {
      await http.close()
    }
  },
}

interface Update {
  readonly ecosystem: string
  readonly status: 'updated' | 'unchanged' | 'failed'
  readonly digest: string | null
  readonly records?: number
  readonly reason?: string
}

interface Job {
  readonly http: HttpClient
  readonly origin: string
  readonly folder: string
  readonly ecosystem: string
  readonly ports: Ports
}

/** What makes the next request conditional; beside the archive. */
interface Validators {
  readonly url: string
  readonly digest: string
  readonly etag?: string
  readonly lastModified?: string
}

/** Every ecosystem that a lockfile format yields, where none is named. */
function chooseEcosystems(names: readonly string[] | undefined): readonly string[] {
  const chosen = names ?? FORMATS.flatMap((format) => format.ecosystems).map(ecosystemBase)
  for (const name of chosen) {
    // The name becomes a folder.
    if (/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name)) continue
    throw new SallyportError('USAGE', {
      message: `${JSON.stringify(name)} is no name of an ecosystem`,
      help: 'write it as OSV does, without a suffix: npm, PyPI, crates.io, Debian',
    })
  }
  return [...new Set(chosen)].sort()
}

function readOrigin(text: string): string {
  const url = URL.parse(text)
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return text.replace(/\/+$/, '')
  throw new SallyportError('USAGE', {
    message: `--from ${JSON.stringify(text)} is no http or https URL`,
    help: 'name the address under which <Ecosystem>/all.zip stands; a local folder goes to --advisories of a scan',
  })
}

async function updateOne(job: Job): Promise<Update> {
  try {
    return await fetchOne(job)
  } catch (error) {
    return { ecosystem: job.ecosystem, status: 'failed', digest: null, reason: messageOf(error) }
  }
}

async function fetchOne({ http, origin, folder, ecosystem, ports }: Job): Promise<Update> {
  const url = `${origin}/${encodeURIComponent(ecosystem)}/all.zip`
  const archive = join(folder, ecosystem, 'all.zip')
  const kept = await readValidators(archive, url)
  const { status, headers, body } = await withProgress(ecosystem, ports, (onReceived) =>
    http.request({
      method: 'GET',
      url,
      headers: conditions(kept),
      maxBytes: MAX_ARCHIVE_BYTES,
      timeoutMs: TIMEOUT_MS,
      signal: ports.signal,
      onReceived,
    }),
  )
  if (status === 304 && kept) return { ecosystem, status: 'unchanged', digest: `sha256:${kept.digest}` }
  if (status !== 200)
    throw new SallyportError('HTTP_FAILED', { message: `GET ${url}: the answer is ${status}` })
  const records = countRecords(body)
  const digest = sha256Hex(body)
  await makePrivateFolder(join(folder, ecosystem))
  await removeOldDrafts(archive, ports.clock.now() - DAY)
  await writeFileAtomic(archive, body)
  await writeFileAtomic(`${archive}.json`, JSON.stringify(validatorsOf(url, digest, headers)))
  return { ecosystem, status: 'updated', digest: `sha256:${digest}`, records }
}

/** Reads it whole, every checksum: what is broken never takes the place of what is not. */
function countRecords(archive: Uint8Array): number {
  let records = 0
  for (const _ of decodeArchive(archive)) records++
  if (records === 0)
    throw new SallyportError('ADVISORIES_INVALID', { message: 'the archive holds no record' })
  return records
}

/** Only where the archive is still the one they came with. */
async function readValidators(archive: string, url: string): Promise<Validators | undefined> {
  const [text, bytes] = await Promise.all([
    readFileIfThere(`${archive}.json`, 64 * 1024),
    readFileIfThere(archive, MAX_ARCHIVE_BYTES),
  ])
  if (!text || !bytes) return undefined
  try {
    const kept: Validators = JSON.parse(Buffer.from(text).toString('utf8'))
    return kept.url === url && kept.digest === sha256Hex(bytes) ? kept : undefined
  } catch {
    // Damaged: the archive is fetched again.
    return undefined
  }
}

function validatorsOf(url: string, digest: string, headers: Readonly<Record<string, string>>): Validators {
  const { etag, 'last-modified': lastModified } = headers
  return {
    url,
    digest,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  }
}

/** RFC 9110 §13.1. */
function conditions(kept: Validators | undefined): Record<string, string> {
  if (typeof kept?.etag === 'string') return { 'if-none-match': kept.etag }
  if (typeof kept?.lastModified === 'string') return { 'if-modified-since': kept.lastModified }
  return {}
}

function describe({ ecosystem, status, records, reason }: Update): string {
  if (status === 'updated') return `${ecosystem}: ${records} records`
  return status === 'unchanged' ? `${ecosystem}: unchanged` : `${ecosystem}: not updated: ${reason}`
}
