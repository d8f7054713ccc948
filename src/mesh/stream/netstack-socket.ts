/**
 * A TCP connection of a netstack as a Node stream with the shape of `net.Socket`: `http`, `tls` and
 * `undici` take it as they take one. Backpressure both ways: what is not read closes the window,
 * what the peer does not take keeps the write callback.
 */
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { type Endpoint, formatIp } from '../../base/ip.ts'
import type { ConnectOptions, NetstackEvent, TcpEnd, TcpSocket } from '../../tunnel/netstack/contract.ts'
import { Outflow } from './outflow.ts'
import { socketErrorOf } from './socket-error.ts'
import type { StreamHost } from './stream-host.ts'

export interface NetstackSocketOptions {
  /** As in `net`: false ends the writing side when the peer has ended its own. Default false. */
  readonly allowHalfOpen?: boolean
}

type Callback = (error?: Error | null) => void

const READ_BYTES = 131_072
const DEFAULT_KEEP_ALIVE_MS = 60_000

/** Opens a connection; `connect` comes once it stands, `error` with a code of `net` where it does not. */
export function connectNetstack(
  host: StreamHost,
  remote: Endpoint,
  options: NetstackSocketOptions & ConnectOptions = {},
): NetstackSocket {
  const socket = host.netstack.connectTcp(remote, host.now(), options)
  const stream = new NetstackSocket(host, socket, options)
  host.touch()
  return stream
}

export class NetstackSocket extends Duplex {
  bytesRead = 0
  bytesWritten = 0
  /** As set by `setTimeout`, in milliseconds; `undefined` while there is none. */
  timeout: number | undefined
  readonly #host: StreamHost
  readonly #socket: TcpSocket
  #isConnecting: boolean
  #pending: { bytes: Uint8Array; done: Callback } | undefined
  #isReading = false
  #outflow: Outflow | undefined
  #readEnd = false
  #idle: NodeJS.Timeout | undefined
  #isReferenced = true

  constructor(host: StreamHost, socket: TcpSocket, options: NetstackSocketOptions = {}) {
    super({ allowHalfOpen: options.allowHalfOpen ?? false, emitClose: true, autoDestroy: true })
    this.#host = host
    this.#socket = socket
    this.#isConnecting = socket.state === 'syn-sent' || socket.state === 'syn-received'
    host.watch(socket, (event) => this.#handle(event))
  }

  get connecting(): boolean {
    return this.#isConnecting
  }

  get pending(): boolean {
    return this.#isConnecting
  }

  get readyState(): 'opening' | 'open' | 'readOnly' | 'writeOnly' | 'closed' {
    if (this.#isConnecting) return 'opening'
    if (this.readable) return this.writable ? 'open' : 'readOnly'
    return this.writable ? 'writeOnly' : 'closed'
  }

  get localAddress(): string {
    return formatIp(this.#socket.local.address)
  }

  get localPort(): number {
    return this.#socket.local.port
  }

  get localFamily(): 'IPv4' | 'IPv6' {
    return `IPv${this.#socket.local.address.family}`
  }

  get remoteAddress(): string {
    return formatIp(this.#socket.remote.address)
  }

  get remotePort(): number {
    return this.#socket.remote.port
  }

  get remoteFamily(): 'IPv4' | 'IPv6' {
    return `IPv${this.#socket.remote.address.family}`
  }

  /** The connection below, for its figures. */
  get tcp(): TcpSocket {
    return this.#socket
  }

  address(): { address: string; port: number; family: 'IPv4' | 'IPv6' } {
    return { address: this.localAddress, port: this.localPort, family: this.localFamily }
  }

  setNoDelay(noDelay = true): this {
    this.#socket.setNagle(!noDelay, this.#host.now())
    this.#host.touch()
    return this
  }

  setKeepAlive(enable = false, initialDelay = 0): this {
    const idleMs = initialDelay > 0 ? initialDelay : DEFAULT_KEEP_ALIVE_MS
    this.#socket.setKeepAlive(enable ? idleMs : undefined, this.#host.now())
    this.#host.touch()
    return this
  }

  /** Emits `timeout` after so long without a byte either way; 0 turns it off. */
  setTimeout(ms: number, callback?: () => void): this {
    clearTimeout(this.#idle)
    this.#idle = undefined
    this.timeout = ms === 0 ? undefined : ms
    if (callback !== undefined) {
      if (ms === 0) this.removeListener('timeout', callback)
      else this.once('timeout', callback)
    }
    if (ms > 0) {
      this.#idle = setTimeout(() => this.emit('timeout'), ms)
      if (!this.#isReferenced) this.#idle.unref()
    }
    return this
  }

  ref(): this {
    this.#isReferenced = true
    this.#idle?.ref()
    return this
  }

  unref(): this {
    this.#isReferenced = false
    this.#idle?.unref()
    return this
  }

  /** Ends the writing side, and destroys once that is flushed. */
  destroySoon(): void {
    if (this.writable) this.end()
    if (this.writableFinished) this.destroy()
    else this.once('finish', () => this.destroy())
  }

  /** Ends it with RST. */
  resetAndDestroy(): this {
    this.#socket.abort(this.#host.now())
    this.#host.touch()
    this.destroy()
    return this
  }

  /**
   * Writes all that comes to a socket of the system and ends it after, as `pipe` does, from where it lies. For a
   * stream that nobody reads, before or after.
   */
  flowTo(sink: Socket): void {
    this.#outflow = new Outflow(this.#socket, sink, {
      now: () => this.#host.now(),
      onTaken: (bytes) => this.#noteTaken(bytes),
    })
    this.once('end', () => sink.end())
    this.#pull()
  }

  override _read(): void {
    this.#isReading = true
    this.#pull()
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: Callback): void {
    this.#pending = { bytes: chunk, done }
    this.#push()
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: Callback): void {
    const bytes = chunks.length === 1 ? chunks[0]!.chunk : Buffer.concat(chunks.map(({ chunk }) => chunk))
    this._write(bytes, 'utf8', done)
  }

  override _final(done: Callback): void {
    if (this.#isConnecting) {
      this.once('connect', () => this._final(done))
      return
    }
    this.#socket.shutdown(this.#host.now())
    this.#host.touch()
    done()
  }

  override _destroy(error: Error | null, done: Callback): void {
    clearTimeout(this.#idle)
    const pending = this.#pending
    this.#pending = undefined
    const now = this.#host.now()
    if (error !== null) this.#socket.abort(now)
    else this.#socket.close(now)
    this.#host.touch()
    pending?.done(error ?? new Error('the connection was closed before everything was written'))
    done(error)
  }

  #handle(event: NetstackEvent): void {
    switch (event.kind) {
      case 'tcp-connected':
        this.#isConnecting = false
        this.emit('connect')
        this.emit('ready')
        this.#push()
        return
      case 'tcp-readable':
        this.#pull()
        return
      case 'tcp-writable':
        this.#push()
        return
      case 'tcp-closed':
        this.#handleEnd(event.end)
        return
      default:
    }
  }

  #handleEnd(end: TcpEnd): void {
    const wasConnected = !this.#isConnecting
    if (this.destroyed) return
    const error = socketErrorOf(end, this.#socket.remote, wasConnected)
    if (error !== undefined) this.destroy(error)
    else this.#pull()
  }

  #pull(): void {
    if (this.#outflow) {
      if (!this.destroyed) this.#outflow.pump()
    } else this.#readAll()
    this.#noteReadEnd()
    this.#host.touch()
  }

  #readAll(): void {
    const now = this.#host.now()
    while (this.#isReading && !this.destroyed) {
      const bytes = this.#socket.read(READ_BYTES, now)
      if (bytes === undefined) break
      this.bytesRead += bytes.length
      this.#isReading = this.push(bytes)
      this.#restartIdle()
    }
  }

  #noteReadEnd(): void {
    if (!this.#socket.readEnded || this.#readEnd || this.destroyed) return
    this.#readEnd = true
    this.push(null)
    if (this.#outflow) this.resume()
  }

  #noteTaken(bytes: number): void {
    this.bytesRead += bytes
    this.#restartIdle()
    this.#noteReadEnd()
    this.#host.touch()
  }

  #push(): void {
    const pending = this.#pending
    if (pending === undefined) return
    const taken = this.#socket.write(pending.bytes, this.#host.now())
    this.bytesWritten += taken
    if (taken > 0) {
      this.#restartIdle()
      this.#host.touch()
    }
    if (taken < pending.bytes.length) {
      pending.bytes = pending.bytes.subarray(taken)
      return
    }
    this.#pending = undefined
    pending.done()
  }

  #restartIdle(): void {
    this.#idle?.refresh()
  }
}
