/**
 * Which way a proxy's connection goes: addresses and names of the mesh through the tunnel, all else as
 * before, by the environment's proxy where it names one, so that a command with our proxies set still reaches
 * the rest of the world.
 */
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { formatIp, isIp, parseIp } from '../base/ip.ts'
import type { MeshNode } from './mesh-node.ts'
import { dialByProxy, type ProxyEnvironment, upstreamProxyFor } from './upstream-proxy.ts'

export type Dial = (host: string, port: number) => Promise<Duplex>

const DIRECT_TIMEOUT_MS = 30_000

/** @param env says by HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY how what is not of the mesh is reached */
export function meshOrDirect(node: MeshNode, env: ProxyEnvironment = {}): Dial {
  return async (host, port) => {
    const bare = host.replace(/^\[(.*)\]$/, '$1')
    const address = isIp(bare) ? parseIp(bare) : await node.find(bare)
    const isOfMesh = address !== undefined && node.hasRoute(address)
    if (isOfMesh) return node.dial(formatIp(address), port)
    const proxy = upstreamProxyFor(env, bare, port)
    return proxy ? dialByProxy(proxy, bare, port) : dialDirect(bare, port)
  }
}

function dialDirect(host: string, port: number): Promise<Duplex> {
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  const socket = connect({ host, port, allowHalfOpen: true, timeout: DIRECT_TIMEOUT_MS })
  socket.once('connect', () => {
    socket.setTimeout(0)
    resolve(socket)
  })
  socket.once('timeout', () => socket.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })))
  socket.once('error', reject)
  return promise
}
