/** A session's own server on a socket of the file system: CONNECT leads into the mesh, and `GET /v1/report`. */
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Dial } from './dialer.ts'
import { running } from './forward.ts'
import { openTunnel } from './http-proxy.ts'
import { refuseRequest } from './proxy-refusal.ts'

export interface ControlOptions {
  /** The body of `GET /v1/report`, JSON. */
  readonly report: () => string
  /** Whoever may not is disconnected before a byte is read. */
  readonly mayEnter: (socket: Socket) => boolean
}

/** @throws the system's error where the path cannot be listened on */
export async function startControlServer(
  dial: Dial,
  path: string,
  options: ControlOptions,
): Promise<{ close(): void }> {
  const server = createControlServer(dial, options)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(path, resolve)
  await promise
  return running(server, path)
}

/** The server before it listens. */
export function createControlServer(dial: Dial, { report, mayEnter }: ControlOptions): Server {
  const server = createServer((incoming, response) => {
    const isReport = incoming.method === 'GET' && incoming.url === '/v1/report'
    if (isReport) response.writeHead(200, { 'content-type': 'application/json' }).end(report())
    else refuseRequest(response, { status: 404, reason: 'Nothing of that name' })
  })
  server.prependListener('connection', (socket) => {
    if (!mayEnter(socket)) socket.destroy()
  })
  server.on('connect', (incoming, socket, head) => openTunnel(dial, incoming.url ?? '', socket, head))
  return server
}
