/** A relay on loopback, with TLS where a certificate is given, that can be made deaf, dead, or a liar. */
import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Instant } from '../../src/base/time.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { Forwarder, type ForwarderOptions, type RelaySession } from '../../src/tunnel/relay/forwarder.ts'
import { RELAY_FRAME_MAX, RELAY_PATH, RELAY_PROTOCOL } from '../../src/tunnel/relay/frame.ts'
import { nodePrimitives as crypto } from '../../src/tunnel/wireguard/primitives-node.ts'
import { grantPlainly } from '../support/relay-grants.ts'

export interface RelayServerOptions {
  readonly port?: number
  /** What it says to a login, in the place of granting what the node brings. */
  readonly judge?: ForwarderOptions['judge']
  /** How much later each frame is taken. */
  readonly delayMs?: number
  readonly tls?: { readonly key: string; readonly cert: string }
}

export async function startRelayServer(options: RelayServerOptions = {}) {
  const http = options.tls ? createHttps(options.tls) : createHttp()
  const server = new WebSocketServer({
    server: http,
    path: RELAY_PATH,
    maxPayload: RELAY_FRAME_MAX,
    handleProtocols: () => RELAY_PROTOCOL,
  })
  http.listen(options.port ?? 0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const state = { swapped: undefined as Uint8Array | undefined, deaf: false }
  const forwarder = new Forwarder({
    crypto,
    name: `127.0.0.1:${port}`,
    keepaliveSeconds: 30,
    judge: options.judge ?? ((publicKey, credential) => grantPlainly(publicKey, credential)),
    bytesPerSecond: 10 << 20,
    bytesPerHour: 2 ** 40,
  })
  const now = (): Instant => systemClock.monotonic()
  server.on('connection', (socket: WebSocket) => {
    const session: RelaySession = {
      send: (bytes) => {
        if (state.swapped && bytes[0] === 5) bytes.set(state.swapped, 1)
        socket.send(bytes)
        return true
      },
      close: () => socket.close(),
    }
    forwarder.connect(session, systemRandom.bytes(64), now())
    socket.on('message', (data) => {
      if (state.deaf) return
      const take = () => forwarder.receive(session, new Uint8Array(data as Buffer), now())
      if (options.delayMs === undefined) take()
      else setTimeout(take, options.delayMs)
    })
    socket.on('close', () => forwarder.disconnect(session))
  })
  const stop = async (): Promise<void> => {
    for (const client of server.clients) client.terminate()
    server.close()
    await new Promise((done) => http.close(done))
  }
  const scheme = options.tls ? 'wss' : 'ws'
  return {
    url: `${scheme}://127.0.0.1:${port}${RELAY_PATH}`,
    port,
    forwarder,
    stop,
    /** Names this sender instead of the true one. */
    swapSenders: (key: string): void => {
      state.swapped = new Uint8Array(Buffer.from(key, 'base64'))
    },
    /** Keeps its connections and forwards nothing. */
    goDeaf: (): void => {
      state.deaf = true
    },
  }
}
