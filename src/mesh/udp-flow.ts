/**
 * One UDP port towards everywhere: datagrams for addresses and names of the mesh go through the tunnel,
 * the others directly, and what comes back is handed over with its sender.
 */

import { createSocket, type Socket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { copyBytes } from '../base/bytes.ts'
import { type Endpoint, formatIp, isIp, parseIp } from '../base/ip.ts'
import type { MeshNode, MeshUdpPort } from './mesh-node.ts'

export interface UdpFlow {
  /** Never throws: what cannot be sent is lost, as datagrams are. */
  send(bytes: Uint8Array, host: string, port: number): void
  close(): void
}

export type OpenUdpFlow = (onDatagram: (bytes: Uint8Array, from: Endpoint) => void) => UdpFlow

/** Datagrams of one flow that may wait for a name. */
const MAX_WAITING = 32

/** @param beyond whether what is not of the mesh goes out directly, or nowhere */
export function udpFlows(node: MeshNode, beyond: 'direct' | 'nowhere'): OpenUdpFlow {
  return (onDatagram) => new MeshUdpFlow(node, beyond, onDatagram)
}

class MeshUdpFlow implements UdpFlow {
  readonly #node: MeshNode
  readonly #beyond: 'direct' | 'nowhere'
  readonly #onDatagram: (bytes: Uint8Array, from: Endpoint) => void
  #mesh: MeshUdpPort | undefined
  readonly #direct = new Map<4 | 6, Socket>()
  #waiting = 0
  #closed = false

  constructor(
    node: MeshNode,
    beyond: 'direct' | 'nowhere',
    onDatagram: (bytes: Uint8Array, from: Endpoint) => void,
  ) {
    this.#node = node
    this.#beyond = beyond
    this.#onDatagram = onDatagram
  }

  send(bytes: Uint8Array, host: string, port: number): void {
    if (isIp(host)) this.#sendTo(bytes, { address: parseIp(host), port })
    else if (this.#waiting < MAX_WAITING) this.#sendToName(bytes, host, port)
  }

  close(): void {
    this.#closed = true
    this.#mesh?.close()
    for (const socket of this.#direct.values()) socket.close()
  }

  #sendToName(bytes: Uint8Array, host: string, port: number): void {
    this.#waiting++
    const copy = copyBytes(bytes)
    this.#resolve(host)
      .then((address) => address && this.#sendTo(copy, { address, port }))
      .catch(() => {})
      .finally(() => {
        this.#waiting--
      })
  }

  async #resolve(host: string): Promise<Endpoint['address'] | undefined> {
    const inMesh = await this.#node.find(host)
    if (inMesh || this.#beyond === 'nowhere') return inMesh
    return parseIp((await lookup(host)).address)
  }

  #sendTo(bytes: Uint8Array, to: Endpoint): void {
    if (this.#closed) return
    if (this.#node.hasRoute(to.address)) this.#sendInMesh(bytes, to)
    else if (this.#beyond === 'direct') this.#sendDirect(bytes, to)
  }

  #sendInMesh(bytes: Uint8Array, to: Endpoint): void {
    this.#mesh ??= this.#node.openUdpPort(this.#onDatagram)
    this.#mesh.send(bytes, to)
  }

  #sendDirect(bytes: Uint8Array, to: Endpoint): void {
    const { family } = to.address
    const known = this.#direct.get(family)
    const socket = known ?? createSocket(family === 4 ? 'udp4' : 'udp6')
    if (!known) {
      this.#direct.set(family, socket)
      socket.on('error', () => {})
      socket.on('message', (received, { address, port }) =>
        this.#onDatagram(received, { address: parseIp(address.split('%')[0]!), port }),
      )
    }
    socket.send(bytes, to.port, formatIp(to.address), () => {})
  }
}
