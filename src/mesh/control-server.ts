/** A session's own server on a socket of the file system: CONNECT leads into the mesh, and `GET /v1/report`. */
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { listenOnPath } from './bare-listen.ts'
import type { Dial } from './dialer.ts'
import { running } from './forward.ts'
import { openTunnel } from './http-proxy.ts'
import { refuseRequest } from './proxy-refusal.ts'

export interface ControlOptions {
  /** The body of `GET /v1/report`, JSON. */
  readonly report: () => string
  /** Whoever may not is disconnected before a byte is read. */
  readonly mayEnter: (socket: Socket) => boolean
  /** How long somebody may say nothing before there is a tunnel; ten seconds by default. */
  readonly silenceMs?: number
}

const SILENCE_MS = 10_000

/** @throws the system's error where the path cannot be listened on */
export async function startControlServer(
  dial: Dial,
  path: string,
  options: ControlOptions,
): Promise<{ close(): void }> {
  // HTTP is loaded for the first who comes: most sessions are never asked.
  let answering: HttpServer | undefined
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    if (!options.mayEnter(socket)) {
      socket.destroy()
      return
    }
    answering ??= createControlServer(dial, options.report)
    // A server that does not listen looks after no times of its own.
    socket.setTimeout(options.silenceMs ?? SILENCE_MS)
    answering.emit('connection', socket)
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.once('listening', resolve)
  listenOnPath(server, path)
  await promise
  return running(server, path)
}

/** A server that does not listen: connections are handed to it. */
export function createControlServer(dial: Dial, report: ControlOptions['report']): HttpServer {
  const server = createHttpServer((incoming, response) => {
    const isReport = incoming.method === 'GET' && incoming.url === '/v1/report'
    if (isReport) response.writeHead(200, { 'content-type': 'application/json' }).end(report())
    else refuseRequest(response, { status: 404, reason: 'Nothing of that name' })
  })
  server.on('connect', (incoming, socket: Socket, head) => {
    socket.setTimeout(0)
    openTunnel(dial, incoming.url ?? '', socket, head)
  })
  return server
}
