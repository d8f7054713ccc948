/** The WebSocket to a relay: over TLS but on loopback, through the environment's proxy where there is one. */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { WebSocket } from 'ws'
import { RELAY_FRAME_MAX, RELAY_PROTOCOL } from '../tunnel/relay/frame.ts'
import type { RelayClientOptions } from './relay-client.ts'

export function openRelaySocket(options: Pick<RelayClientOptions, 'url' | 'env' | 'ca'>): WebSocket {
  const { ca, env = process.env, url } = options
  const Agent = url.startsWith('wss:') ? HttpsAgent : HttpAgent
  return new WebSocket(url, RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: RELAY_FRAME_MAX,
    handshakeTimeout: 10_000,
    followRedirects: false,
    agent: new Agent({ proxyEnv: env }),
    ...(ca ? { ca } : {}),
  })
}
