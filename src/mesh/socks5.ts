/**
 * A SOCKS5 proxy into the mesh: CONNECT and UDP ASSOCIATE of RFC 1928 with the username and
 * password of RFC 1929. Names are resolved in the mesh.
 */
import { createServer, type Socket } from 'node:net'
import { formatIp, parseIp } from '../base/ip.ts'
import type { Dial } from './dialer.ts'
import { join, listenLocal, type Running, running } from './forward.ts'
import type { ProxyOptions } from './http-proxy.ts'
import { matchesCredentials, type ProxyCredentials } from './proxy-credentials.ts'
import { startAssociation } from './socks5-udp.ts'
import type { OpenUdpFlow } from './udp-flow.ts'

const VERSION = 5
const LOGIN_VERSION = 1
const METHOD = { none: 0, password: 2, refused: 255 } as const
const COMMAND = { connect: 1, associate: 3 } as const
const ADDRESS = { ipv4: 1, name: 3, ipv6: 4 } as const
const REPLY = { ok: 0, failed: 1, unreachable: 4, refused: 5, timedOut: 6, command: 7, address: 8 } as const
const HANDSHAKE_MS = 10_000

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startSocks5(dial: Dial, openUdp: OpenUdpFlow, options: ProxyOptions): Promise<Running> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    serve({ dial, openUdp }, socket, options.credentials).catch(() => socket.destroy())
  })
  await listenLocal(server, options.host, options.port)
  return running(server, options.host)
}

interface Ways {
  readonly dial: Dial
  readonly openUdp: OpenUdpFlow
}

async function serve(ways: Ways, socket: Socket, credentials: ProxyCredentials | undefined): Promise<void> {
  const reader = new ByteReader(socket)
  const timer = setTimeout(() => socket.destroy(), HANDSHAKE_MS)
  const greeted = await greet(reader, socket, credentials)
  const target = greeted ? await readRequest(reader, socket) : undefined
  clearTimeout(timer)
  if (!target) {
    socket.end()
    return
  }
  const rest = reader.release()
  if (target.command === COMMAND.associate) await associate(ways, socket)
  else await connectTo(ways, socket, target, rest)
}

/** The connection stays open for as long as the client wants the port. */
async function associate(ways: Ways, socket: Socket): Promise<void> {
  const port = await startAssociation(socket, ways.openUdp)
  socket.on('end', () => socket.end())
  reply(socket, REPLY.ok, socket.localAddress, port)
  socket.resume()
}

async function connectTo(ways: Ways, socket: Socket, target: Target, rest: Buffer): Promise<void> {
  try {
    const stream = await ways.dial(target.host, target.port)
    reply(socket, REPLY.ok)
    if (rest.length > 0) stream.write(rest)
    join(socket, stream)
  } catch (error) {
    reply(socket, replyFor(error))
    socket.end()
  }
}

async function greet(
  reader: ByteReader,
  socket: Socket,
  credentials: ProxyCredentials | undefined,
): Promise<boolean> {
  const [version, count] = await reader.take(2)
  if (version !== VERSION) return false
  const offered = await reader.take(count!)
  const wanted = credentials ? METHOD.password : METHOD.none
  if (!offered.includes(wanted)) {
    socket.write(Uint8Array.of(VERSION, METHOD.refused))
    return false
  }
  socket.write(Uint8Array.of(VERSION, wanted))
  return credentials ? logIn(reader, socket, credentials) : true
}

async function logIn(reader: ByteReader, socket: Socket, credentials: ProxyCredentials): Promise<boolean> {
  const [version, userLength] = await reader.take(2)
  const user = await reader.take(userLength!)
  const [passwordLength] = await reader.take(1)
  const password = await reader.take(passwordLength!)
  const ok =
    version === LOGIN_VERSION && matchesCredentials(credentials, user.toString(), password.toString())
  socket.write(Uint8Array.of(LOGIN_VERSION, ok ? 0 : 1))
  return ok
}

interface Target {
  readonly command: number
  readonly host: string
  readonly port: number
}

async function readRequest(reader: ByteReader, socket: Socket): Promise<Target | undefined> {
  const [version, command, reserved, kind] = await reader.take(4)
  if (version !== VERSION || reserved !== 0) return undefined
  const host = await readHost(reader, kind!)
  if (host === undefined) {
    reply(socket, REPLY.address)
    return undefined
  }
  const port = (await reader.take(2)).readUInt16BE()
  if (command === COMMAND.connect || command === COMMAND.associate) return { command, host, port }
  reply(socket, REPLY.command)
  return undefined
}

async function readHost(reader: ByteReader, kind: number): Promise<string | undefined> {
  switch (kind) {
    case ADDRESS.ipv4:
      return formatIp({ family: 4, bytes: await reader.take(4) })
    case ADDRESS.ipv6:
      return formatIp({ family: 6, bytes: await reader.take(16) })
    case ADDRESS.name:
      return (await reader.take((await reader.take(1))[0]!)).toString()
    default:
      return undefined
  }
}

/** Where a connection is bound is of no use to a client: zero. An association's port is. */
function reply(socket: Socket, code: number, address = '0.0.0.0', port = 0): void {
  const { family, bytes } = parseIp(address)
  const kind = family === 4 ? ADDRESS.ipv4 : ADDRESS.ipv6
  socket.write(Uint8Array.of(VERSION, code, 0, kind, ...bytes, port >> 8, port & 255))
}

function replyFor(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') return REPLY.refused
  if (code === 'ETIMEDOUT') return REPLY.timedOut
  return code === 'EHOSTUNREACH' || code === 'TUNNEL_UNREACHABLE' ? REPLY.unreachable : REPLY.failed
}

/** Reads exact counts of bytes from a socket that then goes on as a stream. */
class ByteReader {
  readonly #socket: Socket
  #bytes = Buffer.alloc(0)
  #wake: (() => void) | undefined
  #ended = false
  readonly #onData = (chunk: Buffer): void => {
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    this.#wake?.()
  }
  readonly #onEnd = (): void => {
    this.#ended = true
    this.#wake?.()
  }

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', this.#onData).on('end', this.#onEnd).on('close', this.#onEnd)
  }

  /** Rejects where the socket ends before. */
  async take(count: number): Promise<Buffer> {
    while (this.#bytes.length < count) {
      if (this.#ended) throw new Error('the client ended in the middle of a message')
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    const taken = this.#bytes.subarray(0, count)
    this.#bytes = this.#bytes.subarray(count)
    return taken
  }

  /** Gives the socket back, paused, and what was read too much. */
  release(): Buffer {
    this.#socket.pause()
    this.#socket.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd)
    return this.#bytes
  }
}
