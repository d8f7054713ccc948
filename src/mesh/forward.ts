/** Ports passed through: from this machine into the mesh, and from the mesh to this machine. */
import { connect, createServer, type Server, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream'
import { SallyportError } from '../base/errors.ts'
import { isIp } from '../base/ip.ts'
import { listenOnAddress } from './bare-listen.ts'
import type { MeshNode } from './mesh-node.ts'
import { NetstackSocket } from './stream/netstack-socket.ts'

/** `[HOST:]PORT:HOST:PORT`, as ssh -L writes it. */
export interface ForwardRule {
  readonly listenHost: string
  readonly listenPort: number
  readonly host: string
  readonly port: number
}

/** `PORT:HOST:PORT`: a port of the mesh, and where its connections go on this machine's network. */
export interface ExposeRule {
  readonly meshPort: number
  readonly host: string
  readonly port: number
}

/** What is running and can be ended. */
export interface Running {
  readonly address: string
  close(): void
}

/** @throws `USAGE` */
export function parseForward(text: string): ForwardRule {
  const parts = splitHosts(text)
  if (parts?.length === 3) parts.unshift('127.0.0.1')
  const [listenHost, listenPort, host, port] = parts ?? []
  if (parts?.length !== 4 || !host || !listenHost) throw badRule(text, '[HOST:]PORT:HOST:PORT')
  if (listenHost === '*') throw badRule(text, '0.0.0.0:PORT:HOST:PORT to listen on every address')
  return { listenHost, listenPort: readPort(listenPort, text, true), host, port: readPort(port, text) }
}

/** @throws `USAGE` */
export function parseExpose(text: string): ExposeRule {
  const parts = splitHosts(text)
  const [meshPort, host, port] = parts ?? []
  if (parts?.length !== 3 || !host) throw badRule(text, 'PORT:HOST:PORT')
  return { meshPort: readPort(meshPort, text), host, port: readPort(port, text) }
}

/** `10.0.0.1:80`, `[fd00::1]:80` */
export function formatTarget({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startForward(node: MeshNode, rule: ForwardRule): Promise<Running> {
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    node.dial(rule.host, rule.port).then(
      (stream) => join(socket, stream),
      // The mesh refused: so do we, in the same way.
      () => socket.resetAndDestroy(),
    )
    socket.on('error', () => socket.destroy())
  })
  await listenLocal(server, rule.listenHost, rule.listenPort)
  return running(server, rule.listenHost)
}

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startExpose(node: MeshNode, rule: ExposeRule): Promise<Running> {
  const server = await node.expose(rule.meshPort, (stream) => {
    const socket = connect({ host: rule.host, port: rule.port, allowHalfOpen: true })
    socket.once('connect', () => join(socket, stream))
    socket.once('error', () => stream.resetAndDestroy())
    stream.on('error', () => socket.destroy())
  })
  return { address: `mesh port ${rule.meshPort}`, close: () => void server.close() }
}

/**
 * Joins two streams, each end passed on by itself. Where one breaks off, the other is reset: a plain end would tell its
 * reader that all has come.
 */
export function join(a: Duplex, b: Duplex): void {
  if (a.destroyed || b.destroyed) {
    // Who asked may have gone before the other was reached.
    breakOff(a)
    breakOff(b)
    return
  }
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    // Before pipeline's own listeners, which would end the other side as if nothing were wrong.
    from.prependListener('error', () => breakOff(to))
    from.prependListener('close', () => {
      if (!from.readableEnded || !from.writableFinished) breakOff(to)
    })
    carry(from, to)
  }
}

/** All that comes of a stream goes to another. */
function carry(from: Duplex, to: Duplex): void {
  const isUnread = from.readableFlowing === null && from.readableLength === 0 && !from.readableEnded
  if (isUnread && from instanceof NetstackSocket && to instanceof Socket) from.flowTo(to)
  else pipeline(from, to, () => {})
}

/** Ends a stream so that its other side sees a failure, where its kind has one: a socket of the file system has none. */
export function breakOff(stream: Duplex & { resetAndDestroy?: () => unknown }): void {
  if (stream.destroyed) return
  try {
    stream.resetAndDestroy?.()
  } catch {
    // Of TCP only.
  }
  stream.destroy()
}

/** @throws `TUNNEL_PORT_IN_USE` */
export function listenLocal(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (cause) =>
    reject(
      new SallyportError('TUNNEL_PORT_IN_USE', {
        message: `${host}:${port} cannot be listened on: ${cause.message}`,
        help: 'choose another port, or 0 for any',
        cause,
      }),
    ),
  )
  server.once('listening', resolve)
  listenOnAddress(server, host, port)
  return promise
}

/** The address that a server got, and the end of it with its connections. */
export function running(server: Server, host: string): Running {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `${host.includes(':') ? `[${host}]` : host}:${port}`,
    close() {
      server.close()
      // What has said all may still be on its way out; what has not is broken off.
      for (const socket of open) {
        if (socket.writableEnded) socket.destroy()
        else breakOff(socket)
      }
    },
  }
}

/** Splits at colons outside brackets; brackets hold IPv6 addresses only. */
function splitHosts(text: string): string[] | undefined {
  const parts = text.match(/\[[^\]]*\]|[^:[\]]+/g)
  if (!parts || parts.join(':') !== text) return undefined
  const hosts = parts.map((part) => (part.startsWith('[') ? part.slice(1, -1) : part))
  const valid = parts.every(
    (part, index) => !part.startsWith('[') || (isIp(hosts[index]!) && part.includes(':')),
  )
  return valid ? hosts : undefined
}

function readPort(part: string | undefined, text: string, mayBeZero = false): number {
  const port = Number(part)
  if (/^\d{1,5}$/.test(part ?? '') && port <= 65_535 && (port > 0 || mayBeZero)) return port
  throw badRule(text, 'ports from 1 to 65535')
}

function badRule(text: string, form: string): SallyportError {
  return new SallyportError('USAGE', {
    message: `${JSON.stringify(text.slice(0, 200))} is no forward`,
    help: `write it as ${form}; an IPv6 address stands in brackets`,
  })
}
