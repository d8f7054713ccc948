/**
 * The sockets of the blind relay, the coordinator's own and `relay serve` alike. Who is who is proven in its frames by
 * the WireGuard key itself; what passes is decided by the forwarder, from what the coordinator signed for both. Before a
 * connection has proven anything it is one of a bounded number, of its address and of all, and has ten seconds and
 * one frame of bounded size.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Random } from '../../base/random.ts'
import { type Clock, type Instant, MINUTE, SECOND } from '../../base/time.ts'
import { Forwarder, type RelayCounts, type RelaySession } from '../../tunnel/relay/forwarder.ts'
import { RELAY_FRAME_MAX } from '../../tunnel/relay/frame.ts'
import type { PairLimits } from '../../tunnel/relay/pair-meter.ts'
import { nodePrimitives } from '../../tunnel/wireguard/primitives-node.ts'
import type { RelayJudge } from './relay-judge.ts'

/** Of each pair, beside what the coordinator grants each lease. */
export const PAIR_LIMITS: PairLimits = {
  bytesPerSecond: 8 * 1024 * 1024,
  bytesPerHour: 8 * 1024 * 1024 * 1024,
}
/** What waits for a slow reader before packets to it are dropped; WireGuard's own loss handling does the rest. */
const MAX_BUFFERED_BYTES = 1024 * 1024
const DEFAULT_BOUNDS: RelayBounds = { connections: 10_000, unproven: 2_048, unprovenPerAddress: 256 }
/** As long as a token can be valid. */
const BARRED_MS = 10 * MINUTE

export interface RelayBounds {
  readonly connections: number
  /** Connections that have not logged in yet. */
  readonly unproven: number
  readonly unprovenPerAddress: number
}

export interface RelayServerOptions extends PairLimits {
  readonly judge: RelayJudge
  /** Host and port by which clients dial it, lower case. */
  readonly name: string
  readonly clock: Clock
  readonly random: Random
  readonly bounds?: Partial<RelayBounds>
}

export interface RelayServerCounts extends Readonly<RelayCounts> {
  /** Connections that have logged in. */
  readonly members: number
  readonly unproven: number
  /** Turned away for a bound before they could say anything. */
  readonly turnedAway: number
}

export interface RelayServer {
  /** Takes an upgrade to the relay's path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends the session of a key that may not be here any more. */
  expel(key: string): void
  counts(): RelayServerCounts
  /** Tells everybody to take another relay, and takes nobody any more. */
  close(): void
}

interface Arrivals {
  take(address: string): boolean
  release(address: string): void
}

export function createRelayServer({ judge, clock, random, ...options }: RelayServerOptions): RelayServer {
  const bounds = { ...DEFAULT_BOUNDS, ...options.bounds }
  const forwarder = new Forwarder({ crypto: nodePrimitives, keepaliveSeconds: 30, judge, ...options })
  const upgrades = new WebSocketServer({
    noServer: true,
    maxPayload: RELAY_FRAME_MAX,
    perMessageDeflate: false,
  })
  const sockets = new Set<WebSocket>()
  const arrivals = createArrivals(bounds)
  let turnedAway = 0
  let isClosing = false
  const timer = setInterval(() => forwarder.handleTimeout(clock.monotonic()), SECOND)
  timer.unref()
  const accept = (socket: WebSocket, address: string): void => {
    sockets.add(socket)
    const session = createSession(socket)
    let isProven = false
    const settle = (): void => {
      if (!isProven) arrivals.release(address)
      isProven = true
    }
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (!isBinary || data.length > RELAY_FRAME_MAX) return socket.close(1002, 'not a frame')
      forwarder.receive(session, data, clock.monotonic())
      // Whoever is still here after its first frame has logged in.
      settle()
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      settle()
      sockets.delete(socket)
      forwarder.disconnect(session)
    })
    forwarder.connect(session, random.bytes(64), clock.monotonic())
  }
  return {
    upgrade(request, socket, head) {
      const address = sourceOf(request.socket.remoteAddress ?? '')
      if (isClosing || sockets.size >= bounds.connections || !arrivals.take(address)) {
        turnedAway++
        socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
        return
      }
      let isOpen = false
      socket.once('close', () => isOpen || arrivals.release(address))
      upgrades.handleUpgrade(request, socket, head, (webSocket) => {
        isOpen = true
        accept(webSocket, address)
      })
    },
    expel: (key) => forwarder.expel(key, (clock.monotonic() + BARRED_MS) as Instant),
    counts: () => ({
      ...forwarder.counts,
      members: forwarder.members,
      unproven: forwarder.unproven,
      turnedAway,
    }),
    close() {
      isClosing = true
      clearInterval(timer)
      forwarder.drain()
      for (const socket of sockets) socket.close(1001, 'shutting down')
    },
  }
}

function createArrivals({ unproven, unprovenPerAddress }: RelayBounds): Arrivals {
  const counts = new Map<string, number>()
  let total = 0
  return {
    take(address) {
      const count = counts.get(address) ?? 0
      if (total >= unproven || count >= unprovenPerAddress) return false
      total++
      counts.set(address, count + 1)
      return true
    },
    release(address) {
      total--
      const left = (counts.get(address) ?? 1) - 1
      if (left === 0) counts.delete(address)
      else counts.set(address, left)
    },
  }
}

/** A host has a whole /64 of IPv6 addresses. */
function sourceOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const before = head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = address.includes('::') ? [...before, ...zeros, ...after] : before
  return groups.slice(0, 4).join(':')
}

function createSession(socket: WebSocket): RelaySession {
  return {
    send(bytes) {
      if (socket.readyState !== socket.OPEN || socket.bufferedAmount >= MAX_BUFFERED_BYTES) return false
      socket.send(bytes)
      return true
    },
    close() {
      socket.close()
      // One that does not answer the close is cut off.
      setTimeout(() => socket.terminate(), 2 * SECOND).unref()
    },
  }
}
