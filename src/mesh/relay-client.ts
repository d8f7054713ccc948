/**
 * A connection to one relay: WebSocket over TLS on 443, through the environment's proxy where there is
 * one, proven by our WireGuard key, kept alive, and opened again with patience when it breaks.
 */
import type { RawData, WebSocket } from 'ws'
import { copyBytes, encodeBase64, equalBytes } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import type { Random } from '../base/random.ts'
import { randomBelow } from '../base/random.ts'
import {
  emitFrame,
  parseFrame,
  RELAY_FRAME_MAX,
  RELAY_PEERS_MAX,
  type RefusedReason,
  type RelayFrame,
} from '../tunnel/relay/frame.ts'
import { type Challenge, createProof } from '../tunnel/relay/login.ts'
import type { KeyHandle } from '../tunnel/wireguard/primitives.ts'
import { nodePrimitives as crypto } from '../tunnel/wireguard/primitives-node.ts'
import type { RelayCredential } from './peers.ts'

export interface RelayClientOptions {
  /** `wss://relay.example/v1/relay`; `ws:` only for loopback. */
  readonly url: string
  readonly identity: { readonly privateKey: KeyHandle; readonly publicKey: Uint8Array }
  readonly random: Random
  /** Says by HTTPS_PROXY, HTTP_PROXY and NO_PROXY how the relay is reached; the process's own by default. */
  readonly env?: NodeJS.ProcessEnv
  /** Further CA certificates, PEM. */
  readonly ca?: string
  /** `sha256:…` of its certificate: no authority is asked then. */
  readonly pin?: string
  readonly onPacket: (source: string, packet: Uint8Array) => void
  readonly onGone: (peer: string) => void
  readonly onState: (state: RelayState) => void
  /** How far it is: of each keepalive, in milliseconds. */
  readonly onRoundTrip?: (ms: number) => void
}

export type RelayState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'waiting'
      readonly why: string
      /** It answered, and does not want us. */
      readonly refusal?: RefusedReason
    }
  | { readonly kind: 'closed' }

/** Beyond this much unsent, packets are lost, as on any full link. */
const MAX_QUEUED_BYTES = 1 << 20
const MAX_WAITING_PACKETS = 64
/** For people. */
const REFUSALS: Readonly<Record<RefusedReason, string>> = {
  proof: 'it could not verify who we are',
  'no-edge': 'we may not be here any more',
  rate: 'too many requests',
  replaced: 'another session of this key has come',
  malformed: 'it did not understand us',
  closing: 'it is shutting down',
  token: 'its token from the coordinator is missing, over, or not for this relay',
  quota: "this lease's quota of bytes by this relay is used up",
}
const BACKOFF_FIRST = 500
const BACKOFF_LAST = 30_000

export class RelayClient {
  readonly #options: RelayClientOptions
  readonly #name: string
  #socket: WebSocket | undefined
  #state: RelayState = { kind: 'connecting' }
  #backoff = BACKOFF_FIRST
  #retry: NodeJS.Timeout | undefined
  #keepalive: NodeJS.Timeout | undefined
  #heardAt = 0
  #askedAt: number | undefined
  /** Sent before the login was over. */
  #waiting: Uint8Array[] = []
  #credential: RelayCredential | undefined
  /** The list of peers that this connection was told. */
  #told: Uint8Array | undefined
  /** Of this connection, until it is answered: a login needs a credential. */
  #challenge: Challenge | undefined
  #hasLoggedIn = false
  #refusal: RefusedReason | undefined

  constructor(options: RelayClientOptions) {
    this.#options = options
    const url = checkUrl(options.url)
    this.#name = `${url.hostname}:${url.port || (url.protocol === 'wss:' ? 443 : 80)}`.toLowerCase()
    void this.#open()
  }

  get state(): RelayState {
    return this.#state
  }

  /** From now on; a connection that stands is told at once. */
  setCredential(credential: RelayCredential): void {
    const isFirst = !this.#credential
    this.#credential = credential
    const socket = this.#socket
    if (!socket) {
      // What it was refused for may be over.
      if (this.#state.kind === 'waiting' && (this.#refusal || isFirst)) this.#openAnew()
      return
    }
    if (this.#state.kind === 'ready') {
      socket.send(emitFrame({ kind: 'renewal', credential: credential.bytes }))
      this.#tellPeers(socket, credential)
    } else this.#logIn(socket)
  }

  /** Never waits: what cannot be sent now is lost, but for the first packets of a login. */
  send(destination: Uint8Array, packet: Uint8Array): void {
    const frame = emitFrame({ kind: 'send', destination, packet })
    if (frame.length > RELAY_FRAME_MAX) return
    if (this.#state.kind === 'ready' && this.#socket) {
      if (this.#socket.bufferedAmount < MAX_QUEUED_BYTES) this.#socket.send(frame)
    } else if (this.#waiting.length < MAX_WAITING_PACKETS) this.#waiting.push(frame)
  }

  close(): void {
    this.#become({ kind: 'closed' })
    clearTimeout(this.#retry)
    clearInterval(this.#keepalive)
    this.#socket?.terminate()
  }

  async #open(): Promise<void> {
    this.#become({ kind: 'connecting' })
    // A node without a relay does without HTTP, TLS and WebSocket.
    const { openRelaySocket } = await import('./relay-socket.ts')
    if (this.#state.kind === 'closed') return
    const socket = openRelaySocket(this.#options)
    this.#socket = socket
    this.#refusal = undefined
    this.#challenge = undefined
    this.#told = undefined
    this.#hasLoggedIn = false
    let why: string | undefined
    socket.on('message', (data, isBinary) => this.#take(socket, isBinary ? toBytes(data) : undefined))
    socket.on('error', (error) => {
      // The first says what went wrong, later ones that it did.
      why ??= error.message
    })
    socket.on('close', () => this.#lose(socket, why ?? 'the connection was closed'))
  }

  #take(socket: WebSocket, bytes: Uint8Array | undefined): void {
    const frame = bytes && parseFrame(bytes)
    this.#heardAt = performance.now()
    if (!frame) socket.terminate()
    else this.#handle(socket, frame)
  }

  #handle(socket: WebSocket, frame: RelayFrame): void {
    const isOver = this.#state.kind === 'ready'
    switch (frame.kind) {
      case 'challenge':
        if (isOver || this.#challenge) socket.terminate()
        else {
          this.#challenge = { ephemeral: copyBytes(frame.ephemeral), nonce: copyBytes(frame.nonce) }
          this.#logIn(socket)
        }
        break
      case 'welcome':
        // One login for a connection: a second would cost us another key agreement, another timer.
        if (isOver) socket.terminate()
        else this.#becomeReady(socket, frame.keepaliveSeconds)
        break
      case 'receive':
        this.#options.onPacket(encodeBase64(frame.source), frame.packet)
        break
      case 'gone':
        this.#options.onGone(encodeBase64(frame.publicKey))
        break
      case 'refused':
        this.#refusal = frame.reason
        break
      case 'keepalive':
        this.#measure()
        break
      case 'login':
      case 'send':
      case 'renewal':
      case 'peers':
        socket.terminate()
    }
  }

  /** Once challenge and credential are there, whichever comes first. */
  #logIn(socket: WebSocket): void {
    const challenge = this.#challenge
    const credential = this.#credential
    if (!challenge || !credential || this.#hasLoggedIn) return
    const { privateKey, publicKey } = this.#options.identity
    const proof = createProof(crypto, { privateKey, publicKey, relay: this.#name, challenge })
    this.#hasLoggedIn = true
    if (!proof) {
      socket.terminate()
      return
    }
    socket.send(emitFrame({ kind: 'login', publicKey, proof, credential: credential.bytes }))
    this.#tellPeers(socket, credential)
  }

  /** The relay keeps the list for as long as the coordinator's word is about the same one. */
  #tellPeers(socket: WebSocket, { peers }: RelayCredential): void {
    if (this.#told && equalBytes(this.#told, peers)) return
    this.#told = peers
    const size = 32 * RELAY_PEERS_MAX
    for (let at = 0; at < peers.length; at += size)
      socket.send(emitFrame({ kind: 'peers', keys: peers.subarray(at, at + size) }))
  }

  #becomeReady(socket: WebSocket, keepaliveSeconds: number): void {
    this.#backoff = BACKOFF_FIRST
    this.#become({ kind: 'ready' })
    // Before what waits: it measures the way, not the queue.
    this.#askedAt = undefined
    this.#ask(socket)
    for (const frame of this.#waiting.splice(0)) socket.send(frame)
    this.#keepalive = setInterval(() => {
      const silentMs = performance.now() - this.#heardAt
      if (silentMs > keepaliveSeconds * 2_500) socket.terminate()
      else this.#ask(socket)
    }, keepaliveSeconds * 1_000)
  }

  #ask(socket: WebSocket): void {
    this.#askedAt ??= performance.now()
    socket.send(emitFrame({ kind: 'keepalive' }))
  }

  #measure(): void {
    if (this.#askedAt === undefined) return
    const ms = performance.now() - this.#askedAt
    this.#askedAt = undefined
    this.#options.onRoundTrip?.(ms)
  }

  #lose(socket: WebSocket, why: string): void {
    if (socket !== this.#socket || this.#state.kind === 'closed') return
    clearInterval(this.#keepalive)
    this.#socket = undefined
    const refusal = this.#refusal
    if (!this.#credential)
      this.#become({ kind: 'waiting', why: 'the coordinator has given us no token for it' })
    else if (!refusal) this.#become({ kind: 'waiting', why })
    else this.#become({ kind: 'waiting', why: `the relay refused us: ${REFUSALS[refusal]}`, refusal })
    const jitter = randomBelow(this.#options.random, Math.ceil(this.#backoff / 2))
    this.#retry = setTimeout(() => void this.#open(), this.#backoff + jitter)
    this.#backoff = Math.min(this.#backoff * 2, BACKOFF_LAST)
  }

  #openAnew(): void {
    clearTimeout(this.#retry)
    this.#backoff = BACKOFF_FIRST
    void this.#open()
  }

  #become(state: RelayState): void {
    this.#state = state
    this.#options.onState(state)
  }
}

/** TLS hides from the way who talks to whom; without it only this machine is a relay. */
function checkUrl(text: string): URL {
  const url = URL.parse(text)
  const isLocal = url?.protocol === 'ws:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url?.protocol === 'wss:' || (url && isLocal)) return url
  throw new SallyportError('CONFIG_INVALID', {
    message: `${JSON.stringify(text.slice(0, 200))} is no relay`,
    help: 'a relay is a wss: URL',
  })
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
