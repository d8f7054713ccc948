/** A listener of the userspace host with the shape of `net.Server`: `http.Server` takes its connections. */
import { EventEmitter } from 'node:events'
import type { IpAddress } from '../base/ip.ts'
import { formatIp } from '../base/ip.ts'
import type { TcpListener } from '../tunnel/netstack/contract.ts'
import type { Plane } from './plane.ts'
import { TcpStream } from './tcp-stream.ts'

export interface MeshServerEvents {
  connection: [stream: TcpStream]
  close: []
}

export class MeshServer extends EventEmitter<MeshServerEvents> {
  readonly #plane: Plane
  readonly #listener: TcpListener
  readonly #open = new Set<TcpStream>()
  #closed = false

  constructor(plane: Plane, options: { port: number; address?: IpAddress; backlog?: number }) {
    super()
    this.#plane = plane
    this.#listener = plane.netstack.listenTcp(options)
    plane.watch(this.#listener, () => this.#acceptAll())
  }

  get listening(): boolean {
    return !this.#closed
  }

  address(): { address: string; family: string; port: number } {
    const { address, port } = this.#listener.local
    if (!address) return { address: '::', family: 'IPv6', port }
    return { address: formatIp(address), family: `IPv${address.family}`, port }
  }

  /** Stops listening; open connections go on. */
  close(done?: () => void): this {
    if (done) this.once('close', done)
    if (this.#closed) return this
    this.#closed = true
    this.#listener.close(this.#plane.now())
    this.#plane.touch()
    queueMicrotask(() => this.emit('close'))
    return this
  }

  /** Ends the open connections too. */
  closeAll(): void {
    this.close()
    for (const stream of this.#open) stream.destroy()
  }

  #acceptAll(): void {
    for (let socket = this.#listener.accept(); socket; socket = this.#listener.accept()) {
      const stream = new TcpStream(this.#plane, socket)
      this.#open.add(stream)
      stream.once('close', () => this.#open.delete(stream))
      this.emit('connection', stream)
    }
  }
}
