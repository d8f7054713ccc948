/**
 * Which way a proxy's connection goes: addresses and names of the mesh through the tunnel, all else as
 * before, so that a command with our proxies set still reaches the rest of the world.
 */
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { isIp, parseIp } from '../base/ip.ts'
import type { MeshNode } from './mesh-node.ts'

export type Dial = (host: string, port: number) => Promise<Duplex>

const DIRECT_TIMEOUT_MS = 30_000

export function meshOrDirect(node: MeshNode): Dial {
  return async (host, port) => {
    const bare = host.replace(/^\[(.*)\]$/, '$1')
    return (await isOfMesh(node, bare)) ? node.dial(bare, port) : dialDirect(bare, port)
  }
}

async function isOfMesh(node: MeshNode, host: string): Promise<boolean> {
  if (isIp(host)) return node.hasRoute(parseIp(host))
  const address = await node.find(host)
  return address !== undefined && node.hasRoute(address)
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
