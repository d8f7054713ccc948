/** UDP through koffi: batches in, runs out, woken by the main thread's event loop. */
import { SallyportError } from '../base/errors.ts'
import { parseIp } from '../base/ip.ts'
import type { Aead } from '../tunnel/wireguard/aead.ts'
import type { Koffi } from './native/koffi.ts'
import { bindLinux } from './native/linux.ts'
import { watchReadable } from './native/readiness.ts'
import { RECEIVE_ARENA_SIZE, UdpSocket } from './native/udp-socket.ts'
import type { UdpLink, UdpLinkOptions } from './udp-link.ts'

/** Batches that are taken before others on the loop have their turn. */
const MOST_ROUNDS = 8

/**
 * @returns `undefined` where this thread cannot be woken: then `node:dgram` serves
 * @throws `TUNNEL_PORT_IN_USE`
 */
export function openBatchedLink(koffi: Koffi, aead: Aead, options: UdpLinkOptions): UdpLink | undefined {
  const sockets = openSockets(koffi, options)
  const arena = aead.allocate(RECEIVE_ARENA_SIZE)
  const take = options.onRun.bind(undefined, arena)
  const drain = (socket: UdpSocket): void => {
    for (let round = 0; round < MOST_ROUNDS && socket.receive(arena, take) > 0; round++) options.onBatch()
  }
  const stops: (() => void)[] = []
  try {
    for (const socket of sockets.all) stops.push(watchReadable(koffi, socket.fd, () => drain(socket)))
  } catch {
    for (const stop of stops) stop()
    for (const socket of sockets.all) socket.close()
    return undefined
  }
  return createLink(sockets, stops)
}

interface Sockets {
  readonly socket4: UdpSocket | undefined
  readonly socket6: UdpSocket | undefined
  readonly all: readonly UdpSocket[]
}

function openSockets(koffi: Koffi, { port, address }: UdpLinkOptions): Sockets {
  const linux = bindLinux(koffi)
  const local = address === undefined ? undefined : parseIp(address)
  const open = (family: 4 | 6, at: number): UdpSocket | undefined => {
    if (local && local.family !== family) return undefined
    try {
      return new UdpSocket(linux, family, at, local?.bytes)
    } catch (cause) {
      // A machine without IPv6 is no error as long as IPv4 is there.
      if (family === 6 && !local) return undefined
      throw new SallyportError('TUNNEL_PORT_IN_USE', {
        message: `UDP port ${at} cannot be opened`,
        help: 'choose another ListenPort, or 0 for any',
        cause,
      })
    }
  }
  const socket4 = open(4, port)
  const socket6 = open(6, socket4?.port ?? port)
  return { socket4, socket6, all: [socket4, socket6].filter((socket) => socket !== undefined) }
}

function createLink({ socket4, socket6, all }: Sockets, stops: readonly (() => void)[]): UdpLink {
  let unroutable = 0
  let isClosed = false
  return {
    kind: 'batched',
    port: all[0]!.port,
    get failures() {
      return all.reduce((sum, socket) => sum + socket.failures, unroutable)
    },
    send(bytes, to) {
      const socket = to.address.family === 4 ? socket4 : socket6
      if (isClosed || !socket) unroutable++
      else socket.send(Buffer.from(bytes), 0, bytes.length, bytes.length, to)
    },
    sendRun({ bytes }, at, size, segmentSize, to) {
      const socket = to.address.family === 4 ? socket4 : socket6
      if (isClosed || !socket) unroutable++
      else socket.send(bytes, at, size, segmentSize, to)
    },
    close() {
      if (isClosed) return
      isClosed = true
      for (const stop of stops) stop()
      for (const socket of all) socket.close()
    },
  }
}
