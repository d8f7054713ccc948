/**
 * HTTP requests with every bound set: time, size, redirects (none). Proxies of the environment are
 * honoured (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`).
 *
 * On `node:https` and not on undici: that library is half of what the action's bundle may weigh.
 */
import type { Agent, IncomingMessage } from 'node:http'
import type { AgentOptions, request as sendRequest } from 'node:https'
import { hasSystemCode, messageOf, SallyportError } from '../base/errors.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Reading stops with `HTTP_FAILED` beyond it. */
  readonly maxBytes: number
  /** From the start to the last byte. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Told the bytes of the answer so far, and how many there will be, where the server says so. */
  readonly onReceived?: (received: number, total: number | null) => void
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface HttpClient {
  /** @throws `HTTP_FAILED` when no whole answer came; any status is an answer. */
  request(request: HttpRequest): Promise<HttpResponse>
  close(): Promise<void>
}

export interface HttpClientOptions {
  /** PEM certificates to trust instead of the system's. */
  readonly ca?: string
}

export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const settings = { keepAlive: true, proxyEnv: process.env }
  const ca = options.ca === undefined ? {} : { ca: options.ca }
  const opening: Partial<Record<Scheme, Promise<Sender>>> = {}
  const open = (scheme: Scheme): Promise<Sender> => {
    opening[scheme] ??= OPEN[scheme]({ ...settings, ...ca })
    return opening[scheme]
  }
  return {
    request: (request) => requestBounded(open, request),
    async close() {
      for (const one of Object.values(opening)) (await one).agent.destroy()
    },
  }
}

type Scheme = 'http' | 'https'

interface Sender {
  readonly agent: Agent
  readonly send: typeof sendRequest
}

/** With the first request: until then neither HTTP nor TLS takes its megabytes. */
const OPEN: Readonly<Record<Scheme, (settings: AgentOptions) => Promise<Sender>>> = {
  async http(settings) {
    const { Agent, request } = await import('node:http')
    return { agent: new Agent(settings), send: request }
  },
  async https(settings) {
    const { Agent, request } = await import('node:https')
    return { agent: new Agent(settings), send: request }
  },
}

type Open = (scheme: Scheme) => Promise<Sender>

async function requestBounded(open: Open, request: HttpRequest): Promise<HttpResponse> {
  const timeout = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout
  try {
    const message = await send(open, request, signal)
    const body = await readBounded(message, request)
    return { status: message.statusCode ?? 0, headers: flatten(message.headers), body }
  } catch (cause) {
    if (cause instanceof SallyportError) throw cause
    const { why, help } = timeout.aborted
      ? { why: `no whole answer within ${request.timeoutMs} ms`, help: undefined }
      : whyFailed(cause)
    throw new SallyportError('HTTP_FAILED', {
      message: `${request.method} ${withoutQuery(request.url)}: ${why}`,
      cause,
      ...(help === undefined ? {} : { help }),
    })
  }
}

/** Codes of OpenSSL for a chain that ends at nobody who is trusted here. */
const UNKNOWN_ISSUER = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]

function whyFailed(cause: unknown): { why: string; help?: string | undefined } {
  if (!hasSystemCode(cause, ...UNKNOWN_ISSUER)) return { why: messageOf(cause) }
  return {
    why: 'nobody who is trusted here signed its certificate',
    help: "a coordinator's is given with --ca: a PEM file, or the pin sha256:… that it prints; another authority with NODE_EXTRA_CA_CERTS=FILE",
  }
}

async function send(open: Open, request: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(request.url)
  const sender = await open(url.protocol === 'https:' ? 'https' : 'http')
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const outgoing = sender.send(url, {
    agent: sender.agent,
    method: request.method,
    headers: { ...request.headers, ...(request.body ? { 'content-length': request.body.length } : {}) },
    signal,
  })
  outgoing.on('response', resolve)
  outgoing.on('error', reject)
  outgoing.end(request.body)
  return await promise
}

async function readBounded(message: IncomingMessage, request: HttpRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const announced = /^\d{1,15}$/.exec(message.headers['content-length'] ?? '')
  let total = 0
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > request.maxBytes) {
      throw new SallyportError('HTTP_FAILED', {
        message: `${request.method} ${withoutQuery(request.url)}: the answer is longer than ${request.maxBytes} bytes`,
      })
    }
    chunks.push(chunk)
    request.onReceived?.(total, announced && Number(announced[0]))
  }
  return Buffer.concat(chunks, total)
}

function flatten(headers: IncomingMessage['headers']): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** A query may hold a token. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0]!
}
