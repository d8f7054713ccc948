/** What a proxy changes of the messages that it passes on, and what it leaves as it came (RFC 9110, 7.6 and 7.7). */
import type { IncomingMessage } from 'node:http'

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
const PSEUDONYM = '1.1 sallyport'

export interface Target {
  /** An IPv6 address stands in brackets. */
  readonly host: string
  readonly port: number
  /** What the Host header says. */
  readonly authority: string
  /** Path and query, byte for byte as the client wrote them. */
  readonly path: string
}

/** Reads a request target in absolute form. @returns `undefined` for what is none, or of another scheme */
export function readAbsoluteTarget(
  { method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>,
  protocols: readonly string[],
): Target | undefined {
  const parsed = URL.parse(url)
  const rest = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1]
  if (!parsed || rest === undefined || !protocols.includes(parsed.protocol)) return undefined
  // RFC 9112, 3.2.4: OPTIONS without a path is of the whole server.
  const root = method === 'OPTIONS' && rest === '' ? '*' : `/${rest}`
  const path = rest.startsWith('/') ? rest : root
  return { host: parsed.hostname, port: Number(parsed.port || 80), authority: parsed.host, path }
}

/** Reads a request target in authority form, as CONNECT has it. */
export function readAuthority(text: string): { readonly host: string; readonly port: number } | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+):(\d{1,5})$/i.exec(text)
  const port = Number(match?.[2])
  return match?.[1] !== undefined && port > 0 && port <= 65_535 ? { host: match[1], port } : undefined
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/** The headers that are for the other end, and RFC 9110, 7.6.3: a Via. */
export function endToEnd(message: IncomingMessage): NodeJS.Dict<string | string[]> {
  const named = (message.headers.connection ?? '').toLowerCase().split(/\s*,\s*/)
  const dropped = new Set([...HOP_BY_HOP, ...named])
  const kept = Object.entries(message.headers).filter(([name]) => !dropped.has(name))
  const via = message.headers.via
  return { ...Object.fromEntries(kept), via: via === undefined ? PSEUDONYM : `${via}, ${PSEUDONYM}` }
}

/** The head of an answer, for a connection that is no server's any more. */
export function headOf(answered: IncomingMessage, connection: string, upgrade?: string): string {
  const headers = { ...endToEnd(answered), connection, ...(upgrade === undefined ? {} : { upgrade }) }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}\r\n`),
  )
  return `HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}\r\n${lines.join('')}\r\n`
}
