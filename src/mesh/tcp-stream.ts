/**
 * A TCP connection of the userspace host as a Node stream with the shape of `net.Socket`, so that
 * `http`, `tls` and `undici` work over it unchanged.
 */
import { Duplex } from 'node:stream'
import { SallyportError } from '../base/errors.ts'
import { formatEndpoint, formatIp } from '../base/ip.ts'
import type { NetstackEvent, TcpEnd, TcpSocket } from '../tunnel/netstack/contract.ts'
import type { Plane } from './plane.ts'

const READ_BYTES = 256 * 1024

type Done = (error?: Error | null) => void

export class TcpStream extends Duplex {
  readonly #plane: Plane
  readonly #socket: TcpSocket
  #pending: { bytes: Uint8Array; done: Done } | undefined
  #finishing: Done | undefined
  #wantsRead = false
  #connecting: boolean
  #idle: NodeJS.Timeout | undefined
  #idleMs = 0
  bytesRead = 0
  bytesWritten = 0

  constructor(plane: Plane, socket: TcpSocket) {
    super({ allowHalfOpen: false, autoDestroy: true, emitClose: true })
    this.#plane = plane
    this.#socket = socket
    this.#connecting = socket.state === 'syn-sent' || socket.state === 'syn-received'
    plane.watch(socket, (event) => this.#take(event))
  }

  get connecting(): boolean {
    return this.#connecting
  }

  get pending(): boolean {
    return this.#connecting
  }

  get readyState(): string {
    if (this.#connecting) return 'opening'
    if (this.readable && this.writable) return 'open'
    if (this.readable) return 'readOnly'
    return this.writable ? 'writeOnly' : 'closed'
  }

  get remoteAddress(): string {
    return formatIp(this.#socket.remote.address)
  }

  get remotePort(): number {
    return this.#socket.remote.port
  }

  get remoteFamily(): string {
    return `IPv${this.#socket.remote.address.family}`
  }

  get localAddress(): string {
    return formatIp(this.#socket.local.address)
  }

  get localPort(): number {
    return this.#socket.local.port
  }

  /** Smoothed round trip of the connection in milliseconds. */
  get roundTripMs(): number | undefined {
    return this.#socket.roundTripMs
  }

  address(): { address: string; family: string; port: number } {
    return {
      address: this.localAddress,
      family: `IPv${this.#socket.local.address.family}`,
      port: this.localPort,
    }
  }

  setNoDelay(noDelay = true): this {
    this.#socket.setNagle(!noDelay, this.#plane.now())
    return this
  }

  setKeepAlive(enable = false, initialDelayMs = 0): this {
    this.#socket.setKeepAlive(enable ? Math.max(initialDelayMs, 1_000) : undefined, this.#plane.now())
    return this
  }

  setTimeout(ms: number, listener?: () => void): this {
    this.#idleMs = ms
    if (listener && ms > 0) this.once('timeout', listener)
    this.#noteActivity()
    return this
  }

  /** A tunnel's event loop lives as long as its node. */
  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  /** Ends after what was written. */
  destroySoon(): void {
    if (this.writable) this.end()
    if (this.writableFinished) this.destroy()
    else this.once('finish', () => this.destroy())
  }

  resetAndDestroy(): this {
    this.#socket.abort(this.#plane.now())
    this.#plane.touch()
    return this.destroy()
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: Done): void {
    this.#pending = { bytes: chunk, done }
    if (!this.#connecting) this.#writeMore()
  }

  override _final(done: Done): void {
    if (this.#connecting) {
      this.#finishing = done
      return
    }
    this.#socket.shutdown(this.#plane.now())
    this.#plane.touch()
    done()
  }

  override _read(): void {
    this.#wantsRead = true
    this.#readMore()
  }

  override _destroy(error: Error | null, done: Done): void {
    clearTimeout(this.#idle)
    const unread = this.#socket.readableBytes > 0 || !this.#socket.readEnded
    // RFC 2525, 2.17: who closes with unread data resets; a clean end goes on by itself to TIME-WAIT.
    if (this.#socket.state !== 'closed' && (error || !this.writableFinished || unread)) {
      this.#socket.abort(this.#plane.now())
    }
    this.#plane.touch()
    const pending = this.#pending
    this.#pending = undefined
    pending?.done(error ?? new Error('the stream was destroyed'))
    done(error)
  }

  #take(event: NetstackEvent): void {
    this.#noteActivity()
    switch (event.kind) {
      case 'tcp-connected':
        this.#becomeConnected()
        break
      case 'tcp-readable':
        this.#readMore()
        break
      case 'tcp-writable':
        this.#writeMore()
        break
      case 'tcp-closed':
        this.#finish(event.end)
        break
      default:
        break
    }
  }

  #becomeConnected(): void {
    this.#connecting = false
    this.emit('connect')
    this.emit('ready')
    this.#writeMore()
    if (this.#finishing) this._final(this.#finishing)
    this.#finishing = undefined
  }

  #writeMore(): void {
    const pending = this.#pending
    if (!pending || this.destroyed) return
    const taken = this.#socket.write(pending.bytes, this.#plane.now())
    this.bytesWritten += taken
    this.#plane.touch()
    if (taken < pending.bytes.length) {
      pending.bytes = pending.bytes.subarray(taken)
      return
    }
    this.#pending = undefined
    pending.done()
  }

  #readMore(): void {
    let moved = false
    while (this.#wantsRead && !this.destroyed) {
      const bytes = this.#socket.read(READ_BYTES, this.#plane.now())
      if (!bytes) break
      moved = true
      this.bytesRead += bytes.length
      this.#wantsRead = this.push(bytes)
    }
    if (this.#socket.readEnded && !this.readableEnded && !this.destroyed && this.#wantsRead) {
      this.#wantsRead = false
      this.push(null)
    }
    // What was read opens the window.
    if (moved) this.#plane.touch()
  }

  #finish(end: TcpEnd): void {
    this.#connecting = false
    if (this.destroyed) return
    if (end === 'finished') {
      this.#readMore()
      return
    }
    this.destroy(endError(end, this.#socket))
  }

  #noteActivity(): void {
    clearTimeout(this.#idle)
    if (this.#idleMs > 0) this.#idle = setTimeout(() => this.emit('timeout'), this.#idleMs).unref()
  }
}

/** System codes, because callers of `net.Socket` look for them. */
const SYSTEM_CODES: Readonly<Record<Exclude<TcpEnd, 'finished'>, string>> = {
  aborted: 'ECONNABORTED',
  reset: 'ECONNRESET',
  refused: 'ECONNREFUSED',
  'timed-out': 'ETIMEDOUT',
  unreachable: 'EHOSTUNREACH',
  'address-removed': 'EADDRNOTAVAIL',
}

function endError(end: Exclude<TcpEnd, 'finished'>, socket: TcpSocket): Error {
  const cause = new SallyportError('TUNNEL_UNREACHABLE', { message: `the connection ended: ${end}` })
  const error = new Error(`connect ${SYSTEM_CODES[end]} ${formatEndpoint(socket.remote)}`, { cause })
  return Object.assign(error, { code: SYSTEM_CODES[end], syscall: 'connect' })
}
