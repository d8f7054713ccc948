/**
 * A listening port of a netstack with the shape of `net.Server`. `http.Server` takes its
 * connections: `server.on('connection', (socket) => httpServer.emit('connection', socket))`.
 */
import { EventEmitter } from 'node:events'
import { formatIp, parseIp } from '../../base/ip.ts'
import type { TcpListener } from '../../tunnel/netstack/contract.ts'
import { NetstackSocket, type NetstackSocketOptions } from './netstack-socket.ts'
import type { StreamHost } from './stream-host.ts'

export interface NetstackListenOptions {
  readonly port: number
  /** Only this address of ours; all of them by default. */
  readonly host?: string
  readonly backlog?: number
}

interface ServerEvents {
  listening: []
  connection: [socket: NetstackSocket]
  /** As in `net`: a connection over `maxConnections` was ended at once. */
  drop: []
  close: []
}

export class NetstackServer extends EventEmitter<ServerEvents> {
  maxConnections: number | undefined
  readonly #host: StreamHost
  readonly #options: NetstackSocketOptions
  readonly #sockets = new Set<NetstackSocket>()
  #listener: TcpListener | undefined
  #isClosing = false

  constructor(
    host: StreamHost,
    options: NetstackSocketOptions = {},
    onConnection?: (socket: NetstackSocket) => void,
  ) {
    super()
    this.#host = host
    this.#options = options
    if (onConnection !== undefined) this.on('connection', onConnection)
  }

  get listening(): boolean {
    return this.#listener !== undefined
  }

  /** @throws `TUNNEL_PORT_IN_USE`, `ENCODING_INVALID` for a host that is no address */
  listen(options: NetstackListenOptions, onListening?: () => void): this {
    if (this.#listener !== undefined) throw new Error('this server is listening already')
    if (onListening !== undefined) this.once('listening', onListening)
    const { port, host, backlog } = options
    const listener = this.#host.netstack.listenTcp({
      port,
      ...(host === undefined ? {} : { address: parseIp(host) }),
      ...(backlog === undefined ? {} : { backlog }),
    })
    this.#listener = listener
    this.#isClosing = false
    this.#host.watch(listener, () => this.#acceptAll())
    queueMicrotask(() => this.emit('listening'))
    return this
  }

  /** Stops listening; `close` comes once the last connection is gone. */
  close(onClose?: (error?: Error) => void): this {
    if (this.#listener === undefined) {
      const error = Object.assign(new Error('the server is not listening'), {
        code: 'ERR_SERVER_NOT_RUNNING',
      })
      queueMicrotask(() => onClose?.(error))
      return this
    }
    if (onClose !== undefined) this.once('close', onClose)
    this.#listener.close(this.#host.now())
    this.#listener = undefined
    this.#isClosing = true
    this.#host.touch()
    this.#closeIfDone()
    return this
  }

  /** Destroys every open connection. */
  closeAllConnections(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  address(): { address: string; family: string; port: number } | null {
    if (this.#listener === undefined) return null
    const { address, port } = this.#listener.local
    if (address === undefined) return { address: '::', family: 'IPv6', port }
    return { address: formatIp(address), family: `IPv${address.family}`, port }
  }

  getConnections(callback: (error: Error | null, count: number) => void): this {
    queueMicrotask(() => callback(null, this.#sockets.size))
    return this
  }

  #acceptAll(): void {
    for (let tcp = this.#listener?.accept(); tcp !== undefined; tcp = this.#listener?.accept()) {
      if (this.maxConnections !== undefined && this.#sockets.size >= this.maxConnections) {
        tcp.abort(this.#host.now())
        this.emit('drop')
        continue
      }
      const socket = new NetstackSocket(this.#host, tcp, this.#options)
      this.#sockets.add(socket)
      socket.once('close', () => {
        this.#sockets.delete(socket)
        this.#closeIfDone()
      })
      this.emit('connection', socket)
    }
    this.#host.touch()
  }

  #closeIfDone(): void {
    if (!this.#isClosing || this.#sockets.size > 0) return
    this.#isClosing = false
    queueMicrotask(() => this.emit('close'))
  }
}
