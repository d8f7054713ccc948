/**
 * A SOCKS5 proxy into the mesh: CONNECT and UDP ASSOCIATE of RFC 1928 with the username and
 * password of RFC 1929. Names are resolved in the mesh.
 */
import { createServer, type Socket } from 'node:net'
import { ByteReader } from './byte-reader.ts'
import type { Dial } from './dialer.ts'
import { join, listenLocal, type Running, running } from './forward.ts'
import type { ProxyOptions } from './http-proxy.ts'
import type { ProxyCredentials } from './proxy-credentials.ts'
import { takeLeave } from './proxy-refusal.ts'
import { COMMAND, emitReply, REPLY, replyFor, type SocksTarget, shakeHands } from './socks5-handshake.ts'
import { startAssociation } from './socks5-udp.ts'
import type { OpenUdpFlow } from './udp-flow.ts'

const HANDSHAKE_MS = 10_000

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startSocks5(dial: Dial, openUdp: OpenUdpFlow, options: ProxyOptions): Promise<Running> {
  const associate = (control: Socket): Promise<number> => startAssociation(control, openUdp)
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    serveSocks5({ dial, associate }, socket, options.credentials).catch(() => socket.destroy())
  })
  await listenLocal(server, options.host, options.port)
  return running(server, options.host)
}

export interface SocksWays {
  readonly dial: Dial
  /** Opens a UDP port for the client of this connection. @returns the port */
  readonly associate: (control: Socket) => Promise<number>
}

/** Serves one connection. Rejects where it ended in the middle of a message. */
export async function serveSocks5(
  ways: SocksWays,
  socket: Socket,
  credentials: ProxyCredentials | undefined,
): Promise<void> {
  socket.on('error', () => socket.destroy())
  const reader = new ByteReader(socket)
  const timer = setTimeout(() => socket.destroy(), HANDSHAKE_MS)
  const target = await shakeHands(reader, (bytes) => socket.write(bytes), credentials).finally(() =>
    clearTimeout(timer),
  )
  const rest = reader.release()
  if (!target) takeLeave(socket)
  else if (target.command === COMMAND.associate) await associate(ways, socket)
  else await connectTo(ways, socket, target, rest)
}

/** The connection stays open for as long as the client wants the port. */
async function associate(ways: SocksWays, socket: Socket): Promise<void> {
  const port = await ways.associate(socket)
  socket.on('end', () => socket.end())
  socket.write(emitReply(REPLY.ok, socket.localAddress, port))
  socket.resume()
}

async function connectTo(ways: SocksWays, socket: Socket, target: SocksTarget, rest: Buffer): Promise<void> {
  try {
    const stream = await ways.dial(target.host, target.port)
    socket.write(emitReply(REPLY.ok))
    if (rest.length > 0) stream.write(rest)
    join(socket, stream)
  } catch (error) {
    takeLeave(socket, emitReply(replyFor(error)))
  }
}
