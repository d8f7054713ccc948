/**
 * An HTTP proxy into the mesh (RFC 9110, 7.6 and 9.3.6): CONNECT and absolute-form requests, upgrades among them. It wants
 * the session's credentials, and refuses what a browser page sends: a request with an Origin, so that no
 * web site can reach the mesh through the browser of whoever runs this.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Dial } from './dialer.ts'
import { join, listenLocal, type Running, running } from './forward.ts'
import { matchesCredentials, type ProxyCredentials } from './proxy-credentials.ts'

/** RFC 9110, 7.6.1; beside these, what Connection names. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

export interface ProxyOptions {
  readonly host: string
  readonly port: number
  /** `undefined` where the person chose none. */
  readonly credentials: ProxyCredentials | undefined
}

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startHttpProxy(dial: Dial, options: ProxyOptions): Promise<Running> {
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (incoming, response) => {
    const refusal = refuse(incoming, options.credentials)
    if (refusal) answer(response, refusal)
    else passRequest(dial, incoming, response)
  })
  server.on('connect', (incoming, socket, head) => {
    const refusal = refuse(incoming, options.credentials)
    if (refusal) answerRaw(socket, refusal)
    else openTunnel(dial, incoming.url ?? '', socket, head)
  })
  server.on('upgrade', (incoming, socket, head) => {
    const refusal = refuse(incoming, options.credentials)
    if (refusal) answerRaw(socket, refusal)
    else passUpgrade(dial, incoming, socket, head)
  })
  await listenLocal(server, options.host, options.port)
  return running(server, options.host)
}

/**
 * The same on a socket of the file system, whose folder says who may come; and `GET /v1/report`.
 *
 * @throws `TUNNEL_PORT_IN_USE`
 */
export async function startControlServer(
  dial: Dial,
  path: string,
  report: () => string,
): Promise<{ close(): void }> {
  const server = createServer((incoming, response) => {
    const isReport = incoming.method === 'GET' && incoming.url === '/v1/report'
    if (isReport) response.writeHead(200, { 'content-type': 'application/json' }).end(report())
    else answer(response, { status: 404, reason: 'Nothing of that name' })
  })
  server.on('connect', (incoming, socket, head) => openTunnel(dial, incoming.url ?? '', socket, head))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(path, resolve)
  await promise
  return running(server, path)
}

interface Refusal {
  readonly status: number
  readonly reason: string
  readonly header?: string
}

function refuse(incoming: IncomingMessage, credentials: ProxyCredentials | undefined): Refusal | undefined {
  if (incoming.headers.origin !== undefined) return { status: 403, reason: 'Browser origins are refused' }
  if (!credentials || isAuthorised(incoming.headers['proxy-authorization'], credentials)) return undefined
  const header = 'Proxy-Authenticate: Basic realm="sallyport"\r\n'
  return { status: 407, reason: 'Proxy Authentication Required', header }
}

function isAuthorised(header: string | undefined, credentials: ProxyCredentials): boolean {
  const encoded = /^basic ([a-z0-9+/=]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return false
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':')
  return matchesCredentials(credentials, user, rest.join(':'))
}

function answer(response: ServerResponse, refusal: Refusal): void {
  if (refusal.header) response.setHeader('proxy-authenticate', 'Basic realm="sallyport"')
  response.writeHead(refusal.status, refusal.reason, { connection: 'close' }).end(`${refusal.reason}\n`)
}

function answerRaw(socket: Duplex, { status, reason, header = '' }: Refusal): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${header}Connection: close\r\n\r\n`)
}

function openTunnel(dial: Dial, authority: string, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+):(\d{1,5})$/i.exec(authority)
  if (!match?.[1] || Number(match[2]) > 65_535 || Number(match[2]) === 0) {
    answerRaw(socket, { status: 400, reason: 'Bad Request' })
    return
  }
  dial(match[1], Number(match[2])).then(
    (stream) => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      if (head.length > 0) stream.write(head)
      join(socket, stream)
    },
    () => answerRaw(socket, { status: 502, reason: 'Bad Gateway' }),
  )
}

function passRequest(dial: Dial, incoming: IncomingMessage, response: ServerResponse): void {
  const target = URL.parse(incoming.url ?? '')
  if (target?.protocol !== 'http:') {
    answer(response, { status: 400, reason: 'An http URL in absolute form is expected' })
    return
  }
  const fail = (): void => {
    if (response.headersSent) response.destroy()
    else answer(response, { status: 502, reason: 'The mesh does not reach that address' })
  }
  dial(target.hostname, Number(target.port || 80)).then((stream) => {
    const outgoing = request(
      {
        createConnection: () => stream,
        method: incoming.method,
        path: target.pathname + target.search,
        headers: { ...endToEnd(incoming), host: target.host, connection: 'close' },
      },
      (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.statusMessage, endToEnd(answered))
        answered.pipe(response)
        answered.on('error', fail)
      },
    )
    outgoing.on('error', fail)
    response.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  }, fail)
}

/** RFC 9110, 7.8: a WebSocket in absolute form. What is not upgraded is answered, and the connection ends. */
function passUpgrade(dial: Dial, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  const target = URL.parse(incoming.url ?? '')
  if (target?.protocol !== 'http:' && target?.protocol !== 'ws:') {
    answerRaw(socket, { status: 400, reason: 'Bad Request' })
    return
  }
  const fail = (): void => answerRaw(socket, { status: 502, reason: 'Bad Gateway' })
  const { upgrade } = incoming.headers
  dial(target.hostname, Number(target.port || 80)).then((stream) => {
    const outgoing = request({
      createConnection: () => stream,
      method: incoming.method,
      path: target.pathname + target.search,
      headers: { ...endToEnd(incoming), host: target.host, connection: 'upgrade', upgrade },
    })
    outgoing.on('error', fail)
    outgoing.on('upgrade', (answered, upgraded, first) => {
      socket.write(headOf(answered, 'upgrade', answered.headers.upgrade))
      if (first.length > 0) socket.write(first)
      if (head.length > 0) upgraded.write(head)
      join(socket, upgraded)
    })
    outgoing.on('response', (answered) => {
      socket.write(headOf(answered, 'close'))
      answered.pipe(socket)
    })
    outgoing.end()
  }, fail)
}

function headOf(answered: IncomingMessage, connection: string, upgrade?: string): string {
  const headers = { ...endToEnd(answered), connection, ...(upgrade === undefined ? {} : { upgrade }) }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}\r\n`),
  )
  return `HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}\r\n${lines.join('')}\r\n`
}

function endToEnd(message: IncomingMessage): NodeJS.Dict<string | string[]> {
  const named = (message.headers.connection ?? '').toLowerCase().split(/\s*,\s*/)
  const dropped = new Set([...HOP_BY_HOP, ...named])
  return Object.fromEntries(Object.entries(message.headers).filter(([name]) => !dropped.has(name)))
}
