/**
 * The WebSocket to a relay: over TLS but on loopback, through the environment's proxy where there is one. A relay that
 * is known by its certificate's digest is asked for no authority; one that shows another certificate is left before
 * anything of ours is said to it.
 */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { WebSocket } from 'ws'
import { formatDigest, sha256 } from '../base/digest.ts'
import { RELAY_FRAME_MAX, RELAY_PROTOCOL } from '../tunnel/relay/frame.ts'
import type { RelayClientOptions } from './relay-client.ts'

export function openRelaySocket(options: Pick<RelayClientOptions, 'url' | 'env' | 'ca' | 'pin'>): WebSocket {
  const { ca, env = process.env, pin, url } = options
  const Agent = url.startsWith('wss:') ? HttpsAgent : HttpAgent
  const socket = new WebSocket(url, RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: RELAY_FRAME_MAX,
    handshakeTimeout: 10_000,
    followRedirects: false,
    agent: new Agent({ proxyEnv: env }),
    ...(ca && pin === undefined ? { ca } : {}),
    ...(pin === undefined ? {} : { rejectUnauthorized: false }),
  })
  if (pin !== undefined) socket.once('upgrade', (response) => checkPin(socket, response.socket, pin))
  return socket
}

/** Told before the socket is open: nothing that it sent has been read yet. */
function checkPin(socket: WebSocket, connection: Socket, pin: string): void {
  const raw = connection instanceof TLSSocket ? connection.getPeerX509Certificate()?.raw : undefined
  const digest = raw && formatDigest(sha256(raw))
  if (digest === pin) return
  socket.emit(
    'error',
    new Error(`it shows a certificate with ${digest ?? 'no digest'}, not the pinned ${pin}`),
  )
  socket.terminate()
}
