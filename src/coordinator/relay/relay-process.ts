/**
 * A relay of its own (`relay serve`), on a machine that need not be the coordinator's. It is told the operator root and
 * the name by which nodes dial it, and nothing else: it asks the coordinator nothing, holds no key that anybody
 * believes, and knows of the mesh what those who log in bring. Its folder keeps its certificate and the newest key
 * list that was brought, so that a key that was replaced counts no more after a restart either.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { RELAY_PATH } from '../../api/route-table.ts'
import { decode } from '../../base/decode.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import type { Random } from '../../base/random.ts'
import type { Clock } from '../../base/time.ts'
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { type Envelope, envelopeSchema } from '../../trust/dsse.ts'
import { type KeyList, verifyKeyList } from '../../trust/key-list.ts'
import { relayNameOf } from '../../trust/relay-token.ts'
import type { ListenerAddress } from '../http/listener.ts'
import { renderAll, residentMemory, startMetricsListener } from '../http/prometheus.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import { closeServer, DEFAULT_LIMITS, openServer, type ServerLimits } from '../http/server.ts'
import { createRelayJudge } from './relay-judge.ts'
import { relayMetrics } from './relay-metrics.ts'
import { createRelayServer, PAIR_LIMITS, type RelayBounds, type RelayServer } from './relay-server.ts'
import { startStunServer } from './stun-server.ts'

/** Of one address: a matrix of jobs behind one NAT comes all at once. */
const UPGRADE_RATE = { burst: 300, perSecond: 50, maxSources: 10_000 }
const MAX_KEY_LIST_FILE = 64 * 1024

export interface RelayProcessOptions extends ListenerAddress {
  /** There already, and locked. */
  readonly folder: string
  readonly root: Ed25519PublicKey
  /** How nodes dial it, an origin: `https://relay.example:8441`. Absent: where it listens. */
  readonly publicUrl?: string
  readonly tls?: { readonly certificate: string; readonly key: string }
  /** UDP port of the STUN responder; absent: the same number as the TCP port. */
  readonly stunPort?: number
  readonly metrics?: ListenerAddress
  readonly bounds?: Partial<RelayBounds>
  readonly limits?: Partial<ServerLimits>
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
}

export interface RunningRelay {
  /** As environments.yml registers it. */
  readonly url: string
  readonly stun: string
  readonly metricsPort: number | undefined
  readonly relay: RelayServer
  /** Sends everybody to another relay, then ends. */
  close(): Promise<void>
}

/** @throws `USAGE`, `DATA_DIRECTORY_INVALID`; nothing is left open then */
export async function startRelayProcess(options: RelayProcessOptions): Promise<RunningRelay> {
  const opened: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end()
  }
  try {
    return { ...(await open(options, (end) => void opened.push(end))), close }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

async function open(
  options: RelayProcessOptions,
  onClose: (end: () => unknown) => void,
): Promise<Omit<RunningRelay, 'close'>> {
  const { folder, root, host, clock, random, diagnostics } = options
  const keyList = await readKeyList(folder, root)
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const { server, port } = await openServer({ ...options, limits })
  onClose(() => closeServer(server))
  const scheme = options.tls ? 'https' : 'http'
  const url = new URL(options.publicUrl ?? `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`)
  const stun = await startStunServer(host, options.stunPort ?? port)
  onClose(() => stun.close())
  const name = relayNameOf(url)
  const keeper = createKeeper(folder, diagnostics)
  const judge = createRelayJudge({
    root,
    name,
    ...(keyList ? { keyList } : {}),
    onKeyList: keeper.keep,
    clock,
    diagnostics,
  })
  const bounds = options.bounds ? { bounds: options.bounds } : {}
  const relay = createRelayServer({ judge, name, clock, random, ...PAIR_LIMITS, ...bounds })
  attach(server, relay, clock)
  onClose(async () => {
    relay.close()
    await keeper.settled()
  })
  const render = async () => renderAll([...relayMetrics(relay.counts()), residentMemory()])
  const metrics = options.metrics && (await startMetricsListener(render, options.metrics, diagnostics))
  onClose(() => metrics?.close())
  return {
    url: `${url.protocol === 'https:' ? 'wss' : 'ws'}://${url.host}${RELAY_PATH}`,
    stun: `${url.hostname}:${stun.port}`,
    metricsPort: metrics?.port,
    relay,
  }
}

function attach(server: Server, relay: RelayServer, clock: Clock): void {
  const rate = createRateLimit(UPGRADE_RATE)
  server.on('request', answer)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (request.url !== RELAY_PATH) return refuse(socket, '404 Not Found')
    if (!rate.take(request.socket.remoteAddress ?? '', clock.monotonic()))
      return refuse(socket, '429 Too Many Requests')
    relay.upgrade(request, socket, head)
  })
}

/** A supervisor's and a load balancer's question; there is nothing else to ask. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const isAsked = request.method === 'GET' && (request.url === '/healthz' || request.url === '/readyz')
  const body = isAsked ? '{"status":"ok"}' : ''
  response.writeHead(isAsked ? 200 : 404, { 'content-type': 'application/json' }).end(body)
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

function keyListPath(folder: string): string {
  return join(folder, 'key-list.json')
}

/** @throws `DATA_DIRECTORY_INVALID` where it is another coordinator's */
async function readKeyList(folder: string, root: Ed25519PublicKey): Promise<KeyList | undefined> {
  const path = keyListPath(folder)
  const bytes = await readFileIfThere(path, MAX_KEY_LIST_FILE)
  if (!bytes) return undefined
  try {
    const limits = { source: path, maxBytes: MAX_KEY_LIST_FILE, maxDepth: 4 }
    return verifyKeyList(decode(envelopeSchema, parseStrictJson(bytes, limits), { source: path }), root)
  } catch (cause) {
    throw new SallyportError('DATA_DIRECTORY_INVALID', {
      message: `${path} is not signed by the root that was given: ${messageOf(cause)}`,
      help: 'a relay is of one coordinator: give it the root that it had, or another --data',
      cause,
    })
  }
}

/** Writes key lists one after the other. A disk that takes nothing keeps nobody from being served. */
function createKeeper(
  folder: string,
  diagnostics: Diagnostics,
): { readonly keep: (envelope: Envelope) => void; readonly settled: () => Promise<void> } {
  let line = Promise.resolve()
  return {
    keep(envelope) {
      const text = `${JSON.stringify(envelope, null, 2)}\n`
      line = line
        .then(() => writeFileAtomic(keyListPath(folder), text, 0o600))
        .catch((thrown: unknown) =>
          diagnostics.log('error', 'the newest key list could not be kept', { error: messageOf(thrown) }),
        )
    },
    settled: () => line,
  }
}
