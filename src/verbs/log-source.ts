/** Where a log's files are read from: a folder, or a static host. */
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { SECOND } from '../base/time.ts'
import { readFileIfThere } from '../platform/files.ts'
import { createHttpClient, type HttpClient } from '../platform/http.ts'
import type { TileReader } from '../tlog/verify-log.ts'
import { type Envelope, envelopeSchema } from '../trust/dsse.ts'
import type { Ports } from './verb.ts'

const TIMEOUT_MS = 30 * SECOND
const MAX_KEY_LIST_BYTES = 64 * 1024

export interface LogSource extends TileReader {
  /** Attacker-controlled until the root verified it. @throws `FILE_UNREADABLE` where none is found */
  readKeyList(): Promise<Envelope>
  close(): Promise<void>
}

/** @param ca PEM of the only CAs that count for a URL */
export async function openLogSource(given: string, ports: Ports, ca?: string): Promise<LogSource> {
  if (/^https?:\/\//.test(given)) return openUrl(logUrlOf(given), ca)
  return openFolder(resolve(ports.cwd, given))
}

function openFolder(folder: string): LogSource {
  return {
    read: (path, maxBytes) => readFileIfThere(resolve(folder, path), maxBytes),
    readKeyList: () =>
      firstKeyList([resolve(folder, 'key-list.json'), resolve(dirname(folder), 'key-list.json')], (path) =>
        readFileIfThere(path, MAX_KEY_LIST_BYTES),
      ),
    close: async () => {},
  }
}

/** A coordinator's URL, which has no path, stands for its log. */
function logUrlOf(given: string): string {
  const isOrigin = URL.canParse(given) && new URL(given).pathname === '/'
  return `${given.replace(/\/+$/, '')}${isOrigin ? '/log' : ''}`
}

function openUrl(base: string, ca: string | undefined): LogSource {
  const http = createHttpClient(ca === undefined ? {} : { ca })
  const read = (url: string, maxBytes: number) => fetchIfThere(http, url, maxBytes)
  return {
    read: (path, maxBytes) => read(`${base}/${path}`, maxBytes),
    readKeyList: () =>
      firstKeyList([`${base}/key-list.json`, new URL('/v1/key-list', base).href], (url) =>
        read(url, MAX_KEY_LIST_BYTES),
      ),
    close: () => http.close(),
  }
}

async function fetchIfThere(
  http: HttpClient,
  url: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const { status, body } = await http.request({ method: 'GET', url, maxBytes, timeoutMs: TIMEOUT_MS })
  if (status === 200) return body
  if (status === 404) return undefined
  throw new SallyportError('HTTP_FAILED', { message: `GET ${url}: status ${status}` })
}

/** The envelope itself, or the coordinator's reply that holds it. */
const keyListDocument = z.union([envelopeSchema, z.looseObject({ keyList: envelopeSchema })])

async function firstKeyList(
  places: readonly string[],
  read: (place: string) => Promise<Uint8Array | undefined>,
): Promise<Envelope> {
  for (const place of places) {
    const bytes = await read(place)
    if (!bytes) continue
    const value = parseStrictJson(bytes, { source: place, maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 8 })
    const document = decode(keyListDocument, value, { source: place })
    return 'keyList' in document ? document.keyList : document
  }
  throw new SallyportError('FILE_UNREADABLE', {
    message: `the key list of the log is not at ${places.join(' or ')}`,
    help: 'put key-list.json beside the checkpoint, or leave --trust out',
  })
}
