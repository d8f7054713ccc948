/** Connections and ports of a node whose TCP and IP are the kernel's: plain sockets, by the device's routes. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { SallyportError } from '../base/errors.ts'
import { type Endpoint, formatIp, type IpAddress, parseIp } from '../base/ip.ts'
import type { MeshStream, MeshUdpPort } from './mesh-node.ts'

/** @throws what `net.connect` says */
export function dialBySystem(to: IpAddress, port: number, timeoutMs: number): Promise<MeshStream> {
  const { promise, resolve, reject } = Promise.withResolvers<MeshStream>()
  const host = formatIp(to)
  const socket = connect({ host, port, allowHalfOpen: true })
  const timer = setTimeout(() => {
    const error = new Error(`connect ETIMEDOUT ${host}:${port} after ${timeoutMs} ms`)
    socket.destroy(Object.assign(error, { code: 'ETIMEDOUT', syscall: 'connect' }))
  }, timeoutMs)
  socket.once('connect', () => {
    socket.removeListener('error', reject)
    resolve(socket)
  })
  socket.once('error', reject)
  return promise.finally(() => clearTimeout(timer))
}

/** Listens on each of the addresses. @throws `TUNNEL_PORT_IN_USE` */
export async function exposeBySystem(
  addresses: readonly IpAddress[],
  port: number,
  onConnection: (stream: MeshStream) => void,
): Promise<{ close(): void }> {
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  const close = (): void => {
    for (const server of servers) server.close()
    for (const socket of sockets) socket.destroy()
  }
  try {
    for (const address of addresses) {
      const server = createServer({ allowHalfOpen: true }, (socket) => {
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
        onConnection(socket)
      })
      servers.push(server)
      await listen(server, formatIp(address), port)
    }
  } catch (error) {
    close()
    throw error
  }
  return { close }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (cause) =>
    reject(
      new SallyportError('TUNNEL_PORT_IN_USE', {
        message: `port ${port} of ${host} cannot be listened on: ${cause.message}`,
        help: 'choose another port',
        cause,
      }),
    ),
  )
  server.listen({ host, port }, resolve)
  return promise
}

/** Bound to the node's own addresses, so that what it sends is of the mesh. */
export function openUdpBySystem(
  addresses: readonly IpAddress[],
  onDatagram: (bytes: Uint8Array, from: Endpoint) => void,
): MeshUdpPort {
  const sockets = new Map<4 | 6, UdpSocket>()
  const open = (family: 4 | 6): UdpSocket | undefined => {
    const known = sockets.get(family)
    const own = addresses.find((address) => address.family === family)
    if (known || !own) return known
    const socket = createSocket(family === 4 ? 'udp4' : 'udp6')
    socket.on('error', () => {})
    socket.on('message', (bytes, from) =>
      onDatagram(bytes, { address: parseIp(from.address.split('%')[0]!), port: from.port }),
    )
    socket.bind({ address: formatIp(own) })
    sockets.set(family, socket)
    return socket
  }
  return {
    send: (bytes, to) => open(to.address.family)?.send(bytes, to.port, formatIp(to.address), () => {}),
    close() {
      for (const socket of sockets.values()) socket.close()
    },
  }
}
