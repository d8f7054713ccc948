/** HTTP requests with every bound set: time, size, redirects (none). Proxies of the environment are honoured. */
import type { Dispatcher } from 'undici'
import send from 'undici/lib/api/api-request.js'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'
import { messageOf, SallyportError } from '../base/errors.ts'

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
  const dispatcher = new EnvHttpProxyAgent({
    connect: options.ca === undefined ? {} : { ca: options.ca },
    requestTls: options.ca === undefined ? {} : { ca: options.ca },
  })
  return {
    request: (request) => requestBounded(dispatcher, request),
    close: () => dispatcher.close(),
  }
}

async function requestBounded(dispatcher: Dispatcher, request: HttpRequest): Promise<HttpResponse> {
  const timeout = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout
  try {
    const url = new URL(request.url)
    const response = await send.call(dispatcher, {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: request.headers ?? {},
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    const body = await readBounded(response.body, request)
    return { status: response.statusCode, headers: flatten(response.headers), body }
  } catch (cause) {
    if (cause instanceof SallyportError) throw cause
    const why = timeout.aborted ? `no whole answer within ${request.timeoutMs} ms` : messageOf(cause)
    throw new SallyportError('HTTP_FAILED', {
      message: `${request.method} ${withoutQuery(request.url)}: ${why}`,
      cause,
    })
  }
}

async function readBounded(body: AsyncIterable<Uint8Array>, request: HttpRequest): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of body) {
    total += chunk.length
    if (total > request.maxBytes) {
      throw new SallyportError('HTTP_FAILED', {
        message: `${request.method} ${withoutQuery(request.url)}: the answer is longer than ${request.maxBytes} bytes`,
      })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, total)
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
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
