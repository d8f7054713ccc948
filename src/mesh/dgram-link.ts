/** UDP by `node:dgram`, a datagram at a call: what serves everywhere. */
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { SallyportError } from '../base/errors.ts'
import { type Endpoint, formatIp, parseIp } from '../base/ip.ts'
import { type Remote, udpRemote } from '../tunnel/wireguard/remote.ts'
import { SendRing } from './send-ring.ts'
import type { UdpLink, UdpLinkOptions } from './udp-link.ts'

const BUFFER_BYTES = 4 << 20
const MAX_REMOTES = 16_384

/** @throws `TUNNEL_PORT_IN_USE` */
export async function openDgramLink(options: UdpLinkOptions): Promise<UdpLink> {
  const wants6 = options.address === undefined || options.address.includes(':')
  const wants4 = options.address === undefined || !options.address.includes(':')
  const socket4 = wants4 ? await bind('udp4', options.port, options) : undefined
  const port = socket4?.address().port ?? options.port
  // A machine without IPv6 is no error as long as IPv4 is there.
  const socket6 = wants6
    ? await bind('udp6', port, options).catch((error) => orThrow(error, socket4))
    : undefined
  return createLink(socket4, socket6)
}

/** Endpoints are kept by their peers, so the text is made once for each. */
const texts = new WeakMap<Endpoint, string>()

function textOf(endpoint: Endpoint): string {
  const known = texts.get(endpoint)
  if (known !== undefined) return known
  const text = formatIp(endpoint.address)
  texts.set(endpoint, text)
  return text
}

function createLink(socket4: Socket | undefined, socket6: Socket | undefined): UdpLink {
  let failures = 0
  const sockets = [socket4, socket6].filter((socket) => socket !== undefined)
  const count = (): void => {
    failures++
  }
  for (const socket of sockets) socket.on('error', count)
  const ring = new SendRing(() => sockets.every((socket) => socket.getSendQueueCount() === 0))
  const socketFor = (to: Endpoint): Socket | undefined => (to.address.family === 4 ? socket4 : socket6)
  const send = (bytes: Uint8Array, to: Endpoint): void => {
    const socket = socketFor(to)
    if (socket) socket.send(bytes, to.port, textOf(to))
    else count()
  }
  return {
    kind: 'dgram',
    port: sockets[0]!.address().port,
    get failures() {
      return failures
    },
    send,
    sendRun({ bytes }, at, size, segmentSize, to) {
      const socket = socketFor(to)
      const address = textOf(to)
      for (let sent = 0; sent < size; sent += segmentSize) {
        const length = Math.min(segmentSize, size - sent)
        const place = ring.place(bytes, at + sent, length)
        if (socket) socket.send(ring.bytes, place, length, to.port, address)
        else count()
      }
    },
    close() {
      for (const socket of sockets) socket.close()
    },
  }
}

async function bind(type: 'udp4' | 'udp6', port: number, options: UdpLinkOptions): Promise<Socket> {
  const socket = createSocket({
    type,
    ipv6Only: type === 'udp6',
    // Addresses are literal: a resolver per datagram would only cost.
    lookup: (host, _options, callback) => callback(null, host, type === 'udp4' ? 4 : 6),
  })
  const remoteFor = rememberRemotes()
  socket.on('message', (bytes, from) => options.onDatagram(bytes, remoteFor(from.address, from.port)))
  // The literal address is looked up at once, so that it may be listening before bind returns.
  const listening = once(socket, 'listening')
  socket.bind(port, options.address)
  try {
    await listening
  } catch (cause) {
    socket.close()
    throw new SallyportError('TUNNEL_PORT_IN_USE', {
      message: `UDP port ${port} cannot be opened`,
      help: 'choose another ListenPort, or 0 for any',
      cause,
    })
  }
  growBuffers(socket)
  return socket
}

/** Equal for equal addresses, so that a packet costs no parsing; one after another of a peer costs two comparisons. */
function rememberRemotes(): (address: string, port: number) => Remote {
  const remotes = new Map<string, Remote>()
  let last: { readonly address: string; readonly port: number; readonly remote: Remote } | undefined
  return (address, port) => {
    if (last?.port === port && last.address === address) return last.remote
    const key = `${address} ${port}`
    const remote = remotes.get(key) ?? remoteOf(address, port)
    if (!remotes.has(key)) {
      if (remotes.size >= MAX_REMOTES) remotes.delete(remotes.keys().next().value!)
      remotes.set(key, remote)
    }
    last = { address, port, remote }
    return remote
  }
}

function remoteOf(address: string, port: number): Remote {
  const zone = address.indexOf('%')
  return udpRemote({ address: parseIp(zone < 0 ? address : address.slice(0, zone)), port })
}

function growBuffers(socket: Socket): void {
  try {
    socket.setRecvBufferSize(BUFFER_BYTES)
    socket.setSendBufferSize(BUFFER_BYTES)
  } catch {
    // The system's own size serves; bursts are lost earlier.
  }
}

function orThrow(error: unknown, socket4: Socket | undefined): undefined {
  if (!socket4) throw error
  return undefined
}
