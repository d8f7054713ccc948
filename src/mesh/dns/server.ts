/**
 * A resolver on this machine for the names of the mesh (split DNS). Names that are not of the mesh are
 * refused, so that a stub resolver goes on to its next server; a name under the mesh's domain that nobody
 * has does not exist, and no other server is asked for it. Over UDP and TCP; an answer always fits a datagram.
 */
import { createSocket } from 'node:dgram'
import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { SallyportError } from '../../base/errors.ts'
import type { Running } from '../forward.ts'
import type { NameAnswer } from './mesh-names.ts'
import { DNS_CODE, DNS_TYPE, emitDnsPointer, emitDnsResponse, parseDnsQuery } from './message.ts'
import { createDnsTcpServer } from './tcp-server.ts'

const MAX_WAITING = 256

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startDnsServer(
  find: (name: string) => Promise<NameAnswer>,
  listen: { readonly host: string; readonly port: number },
): Promise<Running> {
  const socket = createSocket(listen.host.includes(':') ? 'udp6' : 'udp4')
  let waiting = 0
  socket.on('message', (bytes, from) => {
    if (waiting >= MAX_WAITING) return
    waiting++
    answer(bytes, find)
      .then((response) => response && socket.send(response, from.port, from.address, () => {}))
      .catch(() => {})
      .finally(() => {
        waiting--
      })
  })
  const tcp = createDnsTcpServer((bytes) => answer(bytes, find))
  const connections = new Set<Socket>()
  tcp.on('connection', (connection) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  try {
    await bind(socket, 'UDP', listen, (done) => socket.bind(listen.port, listen.host, done))
    const { port } = socket.address()
    await bind(tcp, 'TCP', { ...listen, port }, (done) => tcp.listen(port, listen.host, done))
  } catch (error) {
    socket.close()
    throw error
  }
  const close = (): void => {
    socket.close()
    tcp.close()
    for (const connection of connections) connection.destroy()
  }
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host
  return { address: `${host}:${socket.address().port}`, close }
}

async function bind(
  socket: EventEmitter,
  protocol: 'UDP' | 'TCP',
  { host, port }: { readonly host: string; readonly port: number },
  listen: (done: () => void) => unknown,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.once('error', reject)
  listen(resolve)
  await promise.catch((cause: Error) => {
    throw new SallyportError('TUNNEL_PORT_IN_USE', {
      message: `${protocol} ${host}:${port} cannot be listened on: ${cause.message}`,
      help: 'choose another port; 53 wants privileges',
      cause,
    })
  })
  socket.on('error', () => {})
}

async function answer(
  bytes: Uint8Array,
  find: (name: string) => Promise<NameAnswer>,
): Promise<Uint8Array | undefined> {
  const question = parseDnsQuery(bytes)
  if (!question) return undefined
  const found = await find(question.name)
  if (found === 'no-such-name') return emitDnsResponse(question, DNS_CODE.noSuchName, [])
  if ('pointer' in found) {
    return question.type === DNS_TYPE.ptr
      ? emitDnsPointer(question, found.pointer)
      : emitDnsResponse(question, DNS_CODE.ok, [])
  }
  if (found.length === 0) return emitDnsResponse(question, DNS_CODE.refused, [])
  const family = question.type === DNS_TYPE.a ? 4 : question.type === DNS_TYPE.aaaa ? 6 : undefined
  // A name that is there, asked for another type, has an empty answer, not an error.
  return emitDnsResponse(
    question,
    DNS_CODE.ok,
    found.filter((address) => address.family === family),
  )
}
