/**
 * What `doctor` asks of a relay: whether its WebSocket is reached and greets with a challenge, in what time,
 * and how far its clock (the Date of its HTTP, RFC 9110, 6.6.1) is from ours. Logs in nowhere.
 */
import { Agent as HttpAgent, get as httpGet, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, get as httpsGet } from 'node:https'
import type { RawData } from 'ws'
import type { Clock } from '../base/time.ts'
import { parseFrame } from '../tunnel/relay/frame.ts'
import { openRelaySocket } from './relay-socket.ts'

export interface RelayProbeOptions {
  readonly clock: Clock
  readonly env: NodeJS.ProcessEnv
  /** Further CA certificates, PEM. */
  readonly ca?: string
  /** `sha256:…` of its certificate, where the network map names one. */
  readonly pin?: string
  readonly timeoutMs: number
}

export type RelayReport =
  | {
      readonly url: string
      readonly answers: true
      /** Until its challenge was there: TCP, TLS and upgrade are in it. */
      readonly tookMs: number
      /** Ours minus its own; `null` where it does not say. HTTP knows whole seconds only. */
      readonly clockOffsetMs: number | null
    }
  | { readonly url: string; readonly answers: false; readonly why: string }

export async function probeRelay(url: string, options: RelayProbeOptions): Promise<RelayReport> {
  try {
    const tookMs = await awaitChallenge(url, options)
    return { url, answers: true, tookMs, clockOffsetMs: await askClock(url, options) }
  } catch (error) {
    return { url, answers: false, why: error instanceof Error ? error.message : String(error) }
  }
}

function awaitChallenge(url: string, options: RelayProbeOptions): Promise<number> {
  const { clock, timeoutMs } = options
  const startedAt = clock.monotonic()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const socket = openRelaySocket({ url, ...options })
  const timer = setTimeout(() => reject(new Error(`it did not answer within ${timeoutMs} ms`)), timeoutMs)
  socket.on('message', (data: RawData) => {
    const frame = Buffer.isBuffer(data) ? parseFrame(data) : undefined
    if (frame?.kind === 'challenge') resolve(clock.monotonic() - startedAt)
    else reject(new Error('it answers, but is no relay'))
  })
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('it closed the connection')))
  return promise.finally(() => {
    clearTimeout(timer)
    socket.terminate()
  })
}

async function askClock(url: string, options: RelayProbeOptions): Promise<number | null> {
  const target = new URL('/', url.replace(/^ws/, 'http'))
  const get = target.protocol === 'https:' ? httpsGet : httpGet
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const settings = {
    agent: agentFor(url, options),
    timeout: options.timeoutMs,
    // The date is nobody's secret, and the relay has shown its certificate just now.
    ...(options.pin === undefined ? (options.ca ? { ca: options.ca } : {}) : { rejectUnauthorized: false }),
  }
  const asking = get(target, settings, resolve)
  asking.on('timeout', () => asking.destroy(new Error('timeout')))
  asking.on('error', reject)
  const response = await promise.catch(() => undefined)
  response?.destroy()
  const said = Date.parse(response?.headers.date ?? '')
  // In the middle of the second that the header names.
  return Number.isNaN(said) ? null : Math.round(options.clock.now() - (said + 500))
}

function agentFor(url: string, { env }: RelayProbeOptions): HttpAgent {
  return url.startsWith('wss:') ? new HttpsAgent({ proxyEnv: env }) : new HttpAgent({ proxyEnv: env })
}
