/**
 * How the outside sees this node: asks STUN servers (RFC 8489, section 6.2.1) when they become known and
 * every 25 s after, which also keeps the NAT's mapping open; takes what peers saw in passing. What
 * nobody has confirmed for three rounds is forgotten, so that a node that moved offers no old address.
 */
import { lookup } from 'node:dns/promises'
import { type Endpoint, formatEndpoint, parseIp } from '../base/ip.ts'
import type { Random } from '../base/random.ts'
import type { Clock, Instant } from '../base/time.ts'
import { emitStunRequest, parseStunResponse } from '../tunnel/paths/stun.ts'

export interface StunClientOptions {
  readonly clock: Clock
  readonly random: Random
  readonly send: (bytes: Uint8Array, to: Endpoint) => void
  /** An address that was not known before. */
  readonly onNew: () => void
}

const ROUND_MS = 25_000
const CONFIRMED_WITHIN_MS = 3 * ROUND_MS
/** RFC 8489: 500 ms, doubled. */
const RETRANSMIT_MS = [0, 500, 1_500]
const ANSWER_MS = 3_500
const MAX_OBSERVED = 8
const MAX_SERVERS = 8

export class StunClient {
  readonly #options: StunClientOptions
  readonly #waiting = new Map<string, (observed: Endpoint) => void>()
  readonly #observed = new Map<string, { endpoint: Endpoint; at: Instant }>()
  #servers: readonly string[] = []
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: StunClientOptions) {
    this.#options = options
  }

  /** Latest first. */
  get observed(): readonly Endpoint[] {
    const now = this.#options.clock.monotonic()
    return [...this.#observed.values()]
      .filter(({ at }) => now - at < CONFIRMED_WITHIN_MS)
      .map(({ endpoint }) => endpoint)
      .reverse()
  }

  /** @param servers `HOST:PORT`; the host may be a name */
  setServers(servers: readonly string[]): void {
    const wanted = [...new Set(servers)].slice(0, MAX_SERVERS)
    if (wanted.join(' ') === this.#servers.join(' ')) return
    this.#servers = wanted
    clearInterval(this.#timer)
    if (wanted.length === 0) return
    this.#askAll()
    this.#timer = setInterval(() => this.#askAll(), ROUND_MS)
    this.#timer.unref()
  }

  /** Asks one server. @returns `undefined` after the timeout */
  observe(server: Endpoint, timeoutMs: number): Promise<Endpoint | undefined> {
    const transaction = this.#options.random.bytes(12)
    const key = keyOf(transaction)
    const { promise, resolve } = Promise.withResolvers<Endpoint | undefined>()
    const request = emitStunRequest(transaction)
    const ask = (): void => {
      if (!this.#closed) this.#options.send(request, server)
    }
    const timers = RETRANSMIT_MS.map((delay) => setTimeout(ask, delay))
    timers.push(setTimeout(() => resolve(undefined), timeoutMs))
    for (const timer of timers) timer.unref()
    this.#waiting.set(key, resolve)
    return promise.finally(() => {
      for (const timer of timers) clearTimeout(timer)
      this.#waiting.delete(key)
    })
  }

  /** Takes a STUN datagram; one that answers no question of ours is dropped. */
  take(bytes: Uint8Array): void {
    const response = parseStunResponse(bytes)
    const waiting = response && this.#waiting.get(keyOf(response.transaction))
    if (!waiting) return
    this.note(response.observed)
    waiting(response.observed)
  }

  /** Somebody whom we asked saw us there. */
  note(endpoint: Endpoint): void {
    const text = formatEndpoint(endpoint)
    const isNew = !this.#observed.delete(text)
    this.#observed.set(text, { endpoint, at: this.#options.clock.monotonic() })
    if (this.#observed.size > MAX_OBSERVED) this.#observed.delete(this.#observed.keys().next().value!)
    if (isNew) this.#options.onNew()
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#timer)
  }

  #askAll(): void {
    for (const server of this.#servers) void this.#askServer(server)
  }

  async #askServer(server: string): Promise<void> {
    const endpoints = await resolveServer(server)
    if (this.#closed) return
    for (const endpoint of endpoints) void this.observe(endpoint, ANSWER_MS)
  }
}

/** `HOST:PORT`, an IPv6 address in brackets. */
const SERVER = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/

export function isStunServer(text: string): boolean {
  const port = Number(SERVER.exec(text)?.[3])
  return port > 0 && port <= 65_535
}

/** One address of each family; none where the name is not known now: the next round asks again. */
export async function resolveServer(server: string): Promise<Endpoint[]> {
  const match = SERVER.exec(server)
  const host = match?.[1] ?? match?.[2]
  if (host === undefined) return []
  const found = await lookup(host, { all: true }).catch(() => [])
  return [4, 6]
    .map((family) => found.find((each) => each.family === family))
    .filter((each) => each !== undefined)
    .map(({ address }) => ({ address: parseIp(address), port: Number(match?.[3]) }))
}

function keyOf(transaction: Uint8Array): string {
  return Buffer.from(transaction).toString('hex')
}
