/**
 * An HTTP proxy into the mesh (RFC 9110, 7.6 and 9.3.6): CONNECT and absolute-form requests, upgrades among them. It wants
 * the session's credentials, and refuses what a browser page sends: a request with an Origin, so that no
 * web site can reach the mesh through the browser of whoever runs this.
 *
 * Both sides are strangers to each other: nothing that either says may throw here.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Dial } from './dialer.ts'
import { join, listenLocal, type Running, running } from './forward.ts'
import { endToEnd, hasBody, headOf, readAbsoluteTarget, readAuthority, type Target } from './http-message.ts'
import { matchesCredentials, type ProxyCredentials } from './proxy-credentials.ts'
import { type Refusal, refusalFor, refuseConnection, refuseRequest } from './proxy-refusal.ts'

export interface ProxyOptions {
  readonly host: string
  readonly port: number
  /** `undefined` where the person chose none. */
  readonly credentials: ProxyCredentials | undefined
}

const LIMITS = {
  maxHeaderSize: 64 * 1024,
  // An upload may last for hours; only the head of a request has its time.
  requestTimeout: 0,
  headersTimeout: 60_000,
}

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startHttpProxy(dial: Dial, options: ProxyOptions): Promise<Running> {
  const server = createProxyServer(dial, options.credentials)
  await listenLocal(server, options.host, options.port)
  return running(server, options.host)
}

/** The proxy before it listens. */
export function createProxyServer(dial: Dial, credentials: ProxyCredentials | undefined): Server {
  const take = (incoming: IncomingMessage, response: ServerResponse): void => {
    const refusal = refuse(incoming, credentials)
    if (refusal) refuseRequest(response, refusal)
    else passRequest(dial, incoming, response)
  }
  // With a body, what asks for an upgrade is passed on as what it is without: a proxy may.
  const server = createServer({ ...LIMITS, shouldUpgradeCallback: (incoming) => !hasBody(incoming) }, take)
  // The 100 is the other end's to give.
  server.on('checkContinue', take)
  server.on('connect', (incoming, socket, head) => {
    const refusal = refuse(incoming, credentials)
    if (refusal) refuseConnection(socket, refusal)
    else openTunnel(dial, incoming.url ?? '', socket, head)
  })
  server.on('upgrade', (incoming, socket, head) => {
    const refusal = refuse(incoming, credentials)
    if (refusal) refuseConnection(socket, refusal)
    else passUpgrade(dial, incoming, socket, head)
  })
  return server
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

/** Answers a CONNECT. */
export function openTunnel(dial: Dial, authority: string, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  const target = readAuthority(authority)
  if (!target) {
    refuseConnection(socket, { status: 400, reason: 'Bad Request' })
    return
  }
  dial(target.host, target.port).then(
    (stream) => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      if (head.length > 0) stream.write(head)
      join(socket, stream)
    },
    (error: unknown) => refuseConnection(socket, refusalFor(error)),
  )
}

function passRequest(dial: Dial, incoming: IncomingMessage, response: ServerResponse): void {
  const target = readAbsoluteTarget(incoming, ['http:'])
  if (!target) {
    refuseRequest(response, { status: 400, reason: 'An http URL in absolute form is expected' })
    return
  }
  const fail = (error: unknown): void => {
    if (response.headersSent) response.destroy()
    else refuseRequest(response, refusalFor(error))
  }
  dial(target.host, target.port)
    .then((stream) => exchange(target, stream, incoming, response, fail))
    .catch(fail)
}

function exchange(
  target: Target,
  stream: Duplex,
  incoming: IncomingMessage,
  response: ServerResponse,
  fail: (error: unknown) => void,
): void {
  const isChunked = incoming.headers['transfer-encoding'] !== undefined
  const outgoing = ask(target, stream, incoming, {
    connection: 'close',
    // Without it a method that seldom has a body would send one that nobody can tell the end of.
    ...(isChunked ? { 'transfer-encoding': 'chunked' } : {}),
  })
  outgoing.on('error', fail)
  outgoing.on('continue', () => response.writeContinue())
  outgoing.on('response', (answered) => {
    try {
      response.writeHead(answered.statusCode ?? 502, answered.statusMessage, endToEnd(answered))
    } catch (error) {
      // A parser takes more than a writer gives, as status 000 or a control character.
      outgoing.destroy()
      fail(error)
      return
    }
    answered.on('error', fail)
    answered.pipe(response)
  })
  response.on('close', () => outgoing.destroy())
  incoming.pipe(outgoing)
}

/** RFC 9110, 7.8: a WebSocket in absolute form. What is not upgraded is answered, and the connection ends. */
function passUpgrade(dial: Dial, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  const target = readAbsoluteTarget(incoming, ['http:', 'ws:'])
  if (!target) {
    refuseConnection(socket, { status: 400, reason: 'Bad Request' })
    return
  }
  const fail = (error: unknown): void => refuseConnection(socket, refusalFor(error))
  dial(target.host, target.port)
    .then((stream) => exchangeUpgrade(target, stream, incoming, socket, head, fail))
    .catch(fail)
}

function exchangeUpgrade(
  target: Target,
  stream: Duplex,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  fail: (error: unknown) => void,
): void {
  const { upgrade } = incoming.headers
  const outgoing = ask(target, stream, incoming, { connection: 'upgrade', upgrade })
  outgoing.on('error', fail)
  outgoing.on('upgrade', (answered, upgraded, first) => {
    socket.write(headOf(answered, 'upgrade', answered.headers.upgrade))
    if (first.length > 0) socket.write(first)
    if (head.length > 0) upgraded.write(head)
    join(socket, upgraded)
  })
  outgoing.on('response', (answered) => {
    socket.write(headOf(answered, 'close'))
    answered.on('error', () => socket.destroy())
    answered.pipe(socket)
  })
  socket.on('close', () => outgoing.destroy())
  outgoing.end()
}

/** @throws where a header or a path is one that cannot be written; then the stream is gone */
function ask(
  target: Target,
  stream: Duplex,
  incoming: IncomingMessage,
  hop: NodeJS.Dict<string>,
): ReturnType<typeof request> {
  try {
    return request({
      createConnection: () => stream,
      method: incoming.method,
      path: target.path,
      headers: { ...endToEnd(incoming), host: target.authority, ...hop },
    })
  } catch (error) {
    stream.destroy()
    throw error
  }
}
