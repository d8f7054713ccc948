/** WebSocket upgrades: signed requests like all others, refused with the same signed problems. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MAX_UP_FRAME_BYTES } from '../../api/messages/stream.ts'
import { RELAY_PATH, STREAM_PATH } from '../../api/route-table.ts'
import type { ReceivedHeaders } from '../../trust/http-signature.ts'
import type { CoordinatorContext } from '../context.ts'
import { serveNodeStream } from '../netmap/node-stream.ts'
import { createArrivalDesk } from '../netmap/session-arrival.ts'
import { refuseWhileRecovering } from '../recovery/recovery.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { NodeRecord } from '../store/records.ts'
import { type ApplicationOptions, targetUriOf } from './application.ts'
import { identifyCaller } from './authentication.ts'
import { createRateLimit } from './rate-limit.ts'
import { makeProblem, makeReply } from './reply.ts'

const RATE = { burst: 60, perSecond: 10, maxSources: 10_000 }

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export function createUpgradeListener(options: ApplicationOptions): UpgradeListener {
  const { context } = options
  // A little more than a frame: the frame is text within text.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 2 * MAX_UP_FRAME_BYTES,
    perMessageDeflate: false,
  })
  const rate = createRateLimit(RATE)
  const desk = createArrivalDesk(context)
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const run = async () => {
      if (!rate.take(request.socket.remoteAddress ?? '', context.clock.monotonic())) {
        throw new RequestRefusal('too-many', { message: 'too many requests from this address' })
      }
      await refuseWhileRecovering(context.recovery)
      if (request.url === RELAY_PATH) {
        // Its login is in its frames: the relay knows WireGuard keys, and reads nothing.
        return context.relay.upgrade(request, socket, head)
      }
      const { node, url, signature } = await authenticate(options, request)
      if ((await desk.arrive(node.id)) === 'suspended') throw suspended()
      const since = sinceOf(url)
      const wantsRelay = url.searchParams.get('relay') === '1'
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        serveNodeStream(context, webSocket, { node, signature, since, wantsRelay }).catch(() =>
          webSocket.terminate(),
        )
      })
    }
    run().catch((thrown: unknown) => refuse(context, socket, thrown, header(request, 'signature')))
  }
}

async function authenticate(
  options: ApplicationOptions,
  request: IncomingMessage,
): Promise<{ node: NodeRecord; url: URL; signature: string }> {
  const path = request.url ?? '/'
  const targetUri = targetUriOf(options, request.headers.host ?? '', path)
  const url = new URL(path, 'http://coordinator.invalid')
  if (url.pathname !== STREAM_PATH) {
    throw new RequestRefusal('not-found', { message: `there is no stream ${url.pathname}` })
  }
  const headers: ReceivedHeaders = {
    'content-digest': header(request, 'content-digest'),
    'signature-input': header(request, 'signature-input'),
    signature: header(request, 'signature'),
  }
  const received = { method: request.method ?? '', targetUri, headers, body: new Uint8Array(), params: {} }
  const caller = await identifyCaller(
    options.context,
    received,
    ['agent', 'runner', 'person'],
    async () => undefined,
  )
  if (caller.kind !== 'node') throw new RequestRefusal('forbidden', { message: 'streams are for nodes' })
  return { node: caller.node, url, signature: headers.signature ?? '' }
}

function sinceOf(url: URL): number | undefined {
  const since = url.searchParams.get('since')
  return since !== null && /^(?:0|[1-9]\d{0,14})$/.test(since) ? Number(since) : undefined
}

async function refuse(
  context: CoordinatorContext,
  socket: Duplex,
  thrown: unknown,
  signature: string | undefined,
): Promise<void> {
  if (socket.destroyed) return
  const { status, problem } = makeProblem(context, thrown)
  const reply = makeReply(context, status, { problem }, signature)
  const body = Buffer.from(await reply.arrayBuffer())
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    ...[...reply.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    'connection: close',
  ]
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]))
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

function suspended(): RequestRefusal {
  return new RequestRefusal('suspended', {
    message: 'another session of this machine key is alive: both are suspended until an operator chooses',
    help: 'ask an operator: sallyport nodes list, then nodes resume or nodes revoke',
  })
}
