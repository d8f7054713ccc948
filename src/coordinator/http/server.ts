/**
 * The listening server: TLS or plain, with every bound that Node has set. A connection that says nothing,
 * or says it slowly, is closed; there are only so many, and only so many from one address.
 */
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { SECOND } from '../../base/time.ts'
import { type ApplicationOptions, createApplication } from './application.ts'
import { createUpgradeListener } from './upgrades.ts'

export interface ServerLimits {
  readonly headersMs: number
  readonly requestMs: number
  readonly maxConnections: number
  readonly maxConnectionsPerAddress: number
}

export const DEFAULT_LIMITS: ServerLimits = {
  headersMs: 10 * SECOND,
  requestMs: 30 * SECOND,
  maxConnections: 12_000,
  maxConnectionsPerAddress: 1_000,
}

export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** PEM; absent: plain HTTP. */
  readonly tls?: { readonly certificate: string; readonly key: string }
  readonly limits: ServerLimits
}

/** @throws `USAGE` where the address cannot be listened on */
export async function openServer(options: ListenOptions): Promise<{ server: Server; port: number }> {
  const { headersMs, requestMs, maxConnections } = options.limits
  const bounds = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: headersMs,
    connectionsCheckingInterval: Math.min(SECOND, headersMs),
    maxHeaderSize: 16 * 1024,
  }
  const server = options.tls
    ? createHttpsServer({
        ...bounds,
        cert: options.tls.certificate,
        key: options.tls.key,
        minVersion: 'TLSv1.3',
        handshakeTimeout: headersMs,
      })
    : createHttpServer(bounds)
  server.maxConnections = maxConnections
  limitPerAddress(server, options.limits)
  await listen(server, options)
  return { server, port: (server.address() as AddressInfo).port }
}

/** Requests under way get a moment; a runner that waits for agents asks again. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise((done) => {
    server.close(done)
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2 * SECOND).unref()
  })
}

/** Connects application and streams to a server that listens. */
export function attachApplication(server: Server, options: ApplicationOptions): void {
  server.on('request', getRequestListener(createApplication(options).fetch, { overrideGlobalObjects: false }))
  server.on('upgrade', createUpgradeListener(options))
}

function limitPerAddress(server: Server, { maxConnectionsPerAddress, headersMs }: ServerLimits): void {
  const counts = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (counts.get(address) ?? 0) + 1
    if (count > maxConnectionsPerAddress) {
      socket.destroy()
      return
    }
    counts.set(address, count)
    // Node's own checks begin with the first byte; until then this one holds.
    const silence = setTimeout(() => socket.bytesRead === 0 && socket.destroy(), headersMs)
    socket.on('close', () => {
      clearTimeout(silence)
      const left = (counts.get(address) ?? 1) - 1
      if (left === 0) counts.delete(address)
      else counts.set(address, left)
    })
  })
}

function listen(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new SallyportError('USAGE', {
          message: `${host}:${port} cannot be listened on: ${messageOf(cause)}`,
          help: 'choose another with --listen HOST:PORT',
          cause,
        }),
      )
    })
    server.listen(port, host, resolve)
  })
}
