/**
 * Asks the router for a port, with a socket that hears the router alone. Only where somebody asked for it: a port
 * that a router opens is open to everybody (it leads to WireGuard, which answers only its peers).
 */
import { createSocket, type Socket } from 'node:dgram'
import { messageOf } from '../base/errors.ts'
import { type Endpoint, formatIp, type IpAddress, parseIp } from '../base/ip.ts'
import type { Random } from '../base/random.ts'
import type { Clock } from '../base/time.ts'
import { PortMapper } from '../tunnel/paths/port-mapper.ts'
import { PORT_MAPPING_PORT } from '../tunnel/paths/port-mapping.ts'
import { findDefaultGateway } from './default-gateway.ts'

export interface PortMappingOptions {
  /** Our UDP port, which the router is to lead to. */
  readonly port: number
  readonly clock: Clock
  readonly random: Random
  /** Absent: the machine's default gateway. */
  readonly router?: Endpoint
  readonly onMapped: (external: Endpoint) => void
  readonly onLost: (reason: string) => void
}

const LONGEST_TIMER_MS = 2 ** 31 - 1

export class PortMappingClient {
  readonly #options: PortMappingOptions
  #socket: Socket | undefined
  #mapper: PortMapper | undefined
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: PortMappingOptions) {
    this.#options = options
    this.#start().catch((error: unknown) => options.onLost(messageOf(error)))
  }

  get external(): Endpoint | undefined {
    return this.#mapper?.external
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#mapper?.close()
    this.#run()
    const socket = this.#socket
    this.#socket = undefined
    // What gives the port back is still on its way to the kernel.
    setImmediate(() => socket?.close())
  }

  async #start(): Promise<void> {
    const { clock, random, port, onLost } = this.#options
    const router = this.#options.router ?? (await gatewayEndpoint())
    if (this.#closed) return
    if (!router) {
      onLost('no router is known: this machine has no IPv4 default route that can be read')
      return
    }
    const { socket, client } = await openSocketTo(router)
    if (this.#closed) {
      socket.close()
      return
    }
    this.#socket = socket
    const mapper = new PortMapper({ client, internalPort: port, random, now: clock.monotonic() })
    this.#mapper = mapper
    socket.on('message', (bytes) => {
      mapper.receive(bytes, clock.monotonic())
      this.#run()
    })
    // A router that does not listen says so by ICMP; the next round asks again.
    socket.on('error', () => undefined)
    this.#run()
  }

  #run(): void {
    const mapper = this.#mapper
    if (!mapper) return
    const now = this.#options.clock.monotonic()
    if (!this.#closed) mapper.handleTimeout(now)
    for (const output of mapper.drain()) {
      if (output.kind === 'send') this.#socket?.send(output.bytes, () => undefined)
      else if (output.kind === 'mapped') this.#options.onMapped(output.external)
      else this.#options.onLost(output.reason)
    }
    clearTimeout(this.#timer)
    if (this.#closed) return
    const wait = Math.min(Math.max(1, mapper.nextTimeout() - now), LONGEST_TIMER_MS)
    this.#timer = setTimeout(() => this.#run(), wait)
    this.#timer.unref()
  }
}

async function gatewayEndpoint(): Promise<Endpoint | undefined> {
  const address = await findDefaultGateway()
  return address && { address, port: PORT_MAPPING_PORT }
}

/** Connected: the kernel drops what others send, and says by which address we leave. */
async function openSocketTo(router: Endpoint): Promise<{ socket: Socket; client: IpAddress }> {
  const socket = createSocket('udp4')
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.once('error', reject)
  socket.connect(router.port, formatIp(router.address), resolve)
  await promise
  socket.removeListener('error', reject)
  socket.unref()
  return { socket, client: parseIp(socket.address().address) }
}
