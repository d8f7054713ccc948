/**
 * The sockets of the blind relay. Who is who is proven in its frames by the WireGuard key itself; what
 * passes is decided by the forwarder, packet by packet, from the edges that stand.
 */
import type { WebSocket } from 'ws'
import type { Random } from '../../base/random.ts'
import { type Clock, SECOND } from '../../base/time.ts'
import { Forwarder, type RelayCounts, type RelaySession } from '../../tunnel/relay/forwarder.ts'
import { RELAY_FRAME_MAX } from '../../tunnel/relay/frame.ts'
import type { PairLimits } from '../../tunnel/relay/pair-meter.ts'
import { nodePrimitives } from '../../tunnel/wireguard/primitives-node.ts'
import type { EdgeIndex } from './edge-index.ts'

/** What waits for a slow reader before packets to it are dropped; WireGuard's own loss handling does the rest. */
const MAX_BUFFERED_BYTES = 1024 * 1024
const MAX_CONNECTIONS = 10_000

export interface RelayServerOptions extends PairLimits {
  readonly edges: EdgeIndex
  /** Host and port by which clients dial it, lower case. */
  readonly name: string
  readonly clock: Clock
  readonly random: Random
}

export interface RelayServer {
  accept(socket: WebSocket): void
  /** Ends the session of a key that may not be here any more. */
  expel(key: string): void
  counts(): Readonly<RelayCounts>
  close(): void
}

export function createRelayServer({ edges, clock, random, ...options }: RelayServerOptions): RelayServer {
  const forwarder = new Forwarder({
    crypto: nodePrimitives,
    keepaliveSeconds: 30,
    mayTalk: edges.mayTalk,
    mayLogIn: edges.mayLogIn,
    ...options,
  })
  const sockets = new Set<WebSocket>()
  const timer = setInterval(() => forwarder.handleTimeout(clock.monotonic()), SECOND)
  timer.unref()
  return {
    accept(socket) {
      if (sockets.size >= MAX_CONNECTIONS) return socket.close(1013, 'full')
      sockets.add(socket)
      const session = createSession(socket)
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        if (!isBinary || data.length > RELAY_FRAME_MAX) return socket.close(1002, 'not a frame')
        forwarder.receive(session, data, clock.monotonic())
      })
      socket.on('error', () => socket.terminate())
      socket.on('close', () => {
        sockets.delete(socket)
        forwarder.disconnect(session)
      })
      forwarder.connect(session, random.bytes(64), clock.monotonic())
    },
    expel: (key) => forwarder.expel(key),
    counts: () => forwarder.counts,
    close() {
      clearInterval(timer)
      for (const socket of sockets) socket.close(1001, 'shutting down')
    },
  }
}

function createSession(socket: WebSocket): RelaySession {
  return {
    send(bytes) {
      if (socket.readyState === socket.OPEN && socket.bufferedAmount < MAX_BUFFERED_BYTES) socket.send(bytes)
    },
    close: () => socket.close(),
  }
}
