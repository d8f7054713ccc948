/** How a proxy says no: on a request or on a bare connection, with a status and words that name the cause. */
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

export interface Refusal {
  readonly status: number
  readonly reason: string
  /** A whole line, for {@link refuseConnection}. */
  readonly header?: string
}

/** For a client to take the answer before the connection goes. */
const LINGER_MS = 1_000

export function refuseRequest(response: ServerResponse, refusal: Refusal): void {
  if (refusal.header) response.setHeader('proxy-authenticate', 'Basic realm="sallyport"')
  response.writeHead(refusal.status, refusal.reason, { connection: 'close' }).end(`${refusal.reason}\n`)
}

export function refuseConnection(socket: Duplex, { status, reason, header = '' }: Refusal): void {
  const lines = `HTTP/1.1 ${status} ${reason}\r\n${header}Content-Length: 0\r\nConnection: close\r\n\r\n`
  takeLeave(socket, lines)
}

/** Says the last and closes, whether or not the other side does; what it still sends is thrown away. */
export function takeLeave(socket: Duplex, last: string | Uint8Array = ''): void {
  socket.on('error', () => socket.destroy())
  socket.end(last)
  socket.resume()
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  socket.once('close', () => clearTimeout(timer))
}

const CAUSES: Readonly<Record<string, Refusal>> = {
  ECONNREFUSED: { status: 502, reason: 'Connection refused' },
  ECONNRESET: { status: 502, reason: 'Connection reset' },
  EHOSTUNREACH: { status: 502, reason: 'No route to host' },
  ENETUNREACH: { status: 502, reason: 'Network unreachable' },
  ENOTFOUND: { status: 502, reason: 'Name not known' },
  EAI_AGAIN: { status: 502, reason: 'Name not known' },
  TUNNEL_UNREACHABLE: { status: 502, reason: 'Not reachable in the mesh' },
  EPROXYREFUSED: { status: 502, reason: 'Refused by the proxy of the environment' },
  ETIMEDOUT: { status: 504, reason: 'Connection timed out' },
}

/** Why a connection was not had, by the code of its error. */
export function refusalFor(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return CAUSES[code] ?? { status: 502, reason: 'Bad Gateway' }
}
