/** The transparency log's static files (C2SP tlog-tiles): the checkpoint, which changes, and tiles, which never do. */
import { join } from 'node:path'
import { readFileIfThere } from '../../platform/files.ts'
import { RequestRefusal } from '../request-refusal.ts'

/** What the operator root says of a log that contradicted itself: passed on, and believed by its signature alone. */
export const CLEARANCE_FILE = 'clearance'

/** An entry tile holds 256 entries of at most 65,535 bytes, each with two bytes of length. */
const MAX_TILE_BYTES = 256 * (65_535 + 2)
const TILE =
  /^tile\/(?:\d{1,2}|entries)\/(?:x\d{3}\/){0,5}\d{3}(?:\.p\/(?:[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/

/**
 * @param follow brings what other replicas published; absent where there are none. A client that read a
 *   checkpoint from one of them must find nothing older here.
 * @throws RequestRefusal `not-found`; no path but the log's own forms is ever looked up
 */
export async function serveLogFile(
  folder: string,
  path: string,
  follow: (() => Promise<void>) | undefined,
): Promise<Response> {
  const name = path.slice('/log/'.length)
  const isCheckpoint = name === 'checkpoint'
  const read = () => readFileIfThere(join(folder, name), MAX_TILE_BYTES)
  const isOfLog = isCheckpoint || name === CLEARANCE_FILE || TILE.test(name)
  if (isCheckpoint) await follow?.()
  let bytes = isOfLog ? await read() : undefined
  if (!bytes && isOfLog && follow) {
    await follow()
    bytes = await read()
  }
  if (!bytes) throw new RequestRefusal('not-found', { message: 'the log has no such file' })
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': isCheckpoint ? 'text/plain; charset=utf-8' : 'application/octet-stream',
      'cache-control': TILE.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  })
}
