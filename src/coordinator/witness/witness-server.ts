/** The witness's one route over HTTP. What it answers is signed, so it needs no TLS; a proxy may give it. */
import { createServer, type IncomingMessage } from 'node:http'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { messageOf } from '../../base/errors.ts'
import { type Clock, SECOND } from '../../base/time.ts'
import { ADD_CHECKPOINT_PATH, MAX_ADD_CHECKPOINT_BYTES } from '../../tlog/witness.ts'
import { type Listener, type ListenerAddress, listenAt } from '../http/listener.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import type { Witness, WitnessAnswer } from './witness.ts'

const RATE = { burst: 60, perSecond: 20, maxSources: 10_000 }
const MAX_CONNECTIONS = 256

export interface WitnessServerOptions extends ListenerAddress {
  readonly witness: Witness
  readonly clock: Clock
  readonly diagnostics: Diagnostics
}

/** @throws `USAGE` where the address cannot be listened on */
export function startWitnessServer(options: WitnessServerOptions): Promise<Listener> {
  const rate = createRateLimit(RATE)
  const limits = { headersTimeout: 5 * SECOND, requestTimeout: 10 * SECOND }
  const server = createServer(limits, (request, response) => {
    const source = request.socket.remoteAddress ?? ''
    const isLimited = !rate.take(source, options.clock.monotonic())
    answer(options, request, isLimited).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      (thrown: unknown) => {
        // Who breaks off in the middle is a stranger's affair; what we could not judge is ours.
        const level = request.complete ? 'error' : 'debug'
        options.diagnostics.log(level, 'a checkpoint could not be judged', { error: messageOf(thrown) })
        response.writeHead(500).end()
      },
    )
  })
  server.maxConnections = MAX_CONNECTIONS
  return listenAt(server, options, { failure: 'the witness cannot listen', option: '--listen' })
}

async function answer(
  { witness, diagnostics }: WitnessServerOptions,
  request: IncomingMessage,
  isLimited: boolean,
): Promise<WitnessAnswer> {
  if (isLimited) return refused(429)
  if (request.url !== ADD_CHECKPOINT_PATH) return refused(404)
  if (request.method !== 'POST') return refused(405)
  const body = await readBounded(request)
  if (!body) return refused(413)
  const given = await witness.addCheckpoint(body)
  diagnostics.log(given.status === 200 ? 'debug' : 'info', 'a checkpoint was judged', {
    status: given.status,
  })
  return given
}

async function readBounded(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_ADD_CHECKPOINT_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refused(status: number): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: '' }
}
