/**
 * The relays that one node waits at: a connection to each, in the order of their distance, opened by what the coordinator
 * gave. Which of them carries data to which peer is said elsewhere.
 */
import { nearestFirst } from '../tunnel/paths/relay-order.ts'
import type { RefusedReason } from '../tunnel/relay/frame.ts'
import type { RelayCredential, RelayInfo, RelayStatus } from './peers.ts'
import { RelayClient, type RelayClientOptions, type RelayState } from './relay-client.ts'

export interface RelayPoolOptions extends Pick<RelayClientOptions, 'identity' | 'random' | 'env' | 'ca'> {
  readonly onPacket: (relay: string, source: string, packet: Uint8Array) => void
  readonly onGone: (relay: string, peer: string) => void
  /** It stands, or is lost. */
  readonly onState: (relay: string, state: 'ready' | 'waiting') => void
  /** Another one is the nearest now. */
  readonly onOrder: () => void
  /** A relay does not want us; said once for each reason. */
  readonly onRefused: (relay: string, why: string) => void
}

/** Of the map's relays, the most that a node waits at. */
const MAX_RELAYS = 4
/** Of these a node need not hear: one that shuts down says goodbye, and a newer session of our own key is ours. */
const QUIET: readonly RefusedReason[] = ['closing', 'replaced']

export class RelayPool {
  readonly #options: RelayPoolOptions
  readonly #clients = new Map<string, RelayClient>()
  /** Digests of certificates. */
  readonly #pins = new Map<string, string>()
  /** In milliseconds; of several measures, what they come to. */
  readonly #roundTrips = new Map<string, number>()
  readonly #refusals = new Map<string, RefusedReason>()
  #credential: RelayCredential | undefined
  #order: readonly string[] = []

  constructor(options: RelayPoolOptions) {
    this.#options = options
  }

  /** Relays of the whole mesh, nearest first. */
  get order(): readonly string[] {
    return this.#order
  }

  get status(): readonly RelayStatus[] {
    return [...this.#clients].map(([url, { state }]) => {
      const pin = this.#pins.get(url)
      const why = state.kind === 'waiting' ? { why: state.why } : {}
      return { url, state: state.kind, ...why, ...(pin === undefined ? {} : { pin }) }
    })
  }

  /** @throws `CONFIG_INVALID` for a URL that is no relay's */
  setRelays(relays: readonly RelayInfo[]): void {
    for (const { url, pin } of relays) this.#setPin(url, pin ?? undefined)
    const waited = new Set([...new Set(relays.map(({ url }) => url))].slice(0, MAX_RELAYS))
    const order = new Set([...this.#order.filter((url) => waited.has(url)), ...waited])
    this.#order = nearestFirst([...order], this.#roundTrips)
    for (const url of this.#order) this.use(url)
  }

  setCredential(credential: RelayCredential): void {
    this.#credential = credential
    for (const client of this.#clients.values()) client.setCredential(credential)
  }

  find(url: string): RelayClient | undefined {
    return this.#clients.get(url)
  }

  /** Opens it where it is not yet. @throws `CONFIG_INVALID` */
  use(url: string): RelayClient {
    const known = this.#clients.get(url)
    if (known) return known
    const { identity, random, env, ca } = this.#options
    const pin = this.#pins.get(url)
    const client = new RelayClient({
      url,
      identity,
      random,
      ...(env === undefined ? {} : { env }),
      ...(ca === undefined ? {} : { ca }),
      ...(pin === undefined ? {} : { pin }),
      onPacket: (source, packet) => this.#options.onPacket(url, source, packet),
      onGone: (peer) => this.#options.onGone(url, peer),
      onState: (state) => this.#noteState(url, state),
      onRoundTrip: (ms) => this.#noteRoundTrip(url, ms),
    })
    this.#clients.set(url, client)
    if (this.#credential) client.setCredential(this.#credential)
    return client
  }

  /** Closes all that are neither the mesh's nor among these. */
  keep(others: ReadonlySet<string>): void {
    for (const url of this.#clients.keys())
      if (!this.#order.includes(url) && !others.has(url)) this.#close(url)
  }

  close(): void {
    for (const client of this.#clients.values()) client.close()
  }

  /** A certificate that was replaced: the connection begins anew. */
  #setPin(url: string, pin: string | undefined): void {
    if (this.#pins.get(url) === pin) return
    if (pin === undefined) this.#pins.delete(url)
    else this.#pins.set(url, pin)
    this.#close(url)
  }

  #close(url: string): void {
    this.#clients.get(url)?.close()
    this.#clients.delete(url)
    this.#roundTrips.delete(url)
    this.#refusals.delete(url)
  }

  #noteState(url: string, state: RelayState): void {
    if (state.kind !== 'waiting' && state.kind !== 'ready') return
    if (state.kind === 'ready') this.#refusals.delete(url)
    else this.#noteRefusal(url, state)
    this.#options.onState(url, state.kind)
  }

  #noteRefusal(url: string, { refusal, why }: RelayState & { kind: 'waiting' }): void {
    if (!refusal || QUIET.includes(refusal) || this.#refusals.get(url) === refusal) return
    this.#refusals.set(url, refusal)
    this.#options.onRefused(url, why)
  }

  #noteRoundTrip(url: string, ms: number): void {
    const known = this.#roundTrips.get(url)
    this.#roundTrips.set(url, known === undefined ? ms : (3 * known + ms) / 4)
    const next = nearestFirst(this.#order, this.#roundTrips)
    if (next.join() === this.#order.join()) return
    this.#order = next
    this.#options.onOrder()
  }
}
