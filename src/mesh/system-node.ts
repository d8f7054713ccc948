/** What nodes share whose TCP and IP are the kernel's: sockets by the machine's routes, names by its resolver. */
import { lookup } from 'node:dns/promises'
import {
  type Endpoint,
  equalIp,
  type IpAddress,
  type IpPrefix,
  isIp,
  isLoopback,
  parseIp,
  prefixContains,
} from '../base/ip.ts'
import type { PrivateKey } from '../tunnel/wireguard/keys.ts'
import type { CipherNames } from './aead-tiers.ts'
import type { NameAnswer } from './dns/mesh-names.ts'
import type { MeshStream, MeshUdpPort } from './mesh-node.ts'
import type { MeshPeer } from './peers.ts'
import type { PlaneNews } from './plane.ts'
import { dialBySystem, exposeBySystem, openUdpBySystem } from './system-sockets.ts'

export interface SystemNodeOptions {
  readonly privateKey: PrivateKey
  readonly addresses: readonly IpPrefix[]
  readonly peers: readonly MeshPeer[]
  readonly mtu?: number
  readonly listenPort?: number
  /** Servers and domains for the machine's resolver. */
  readonly dns: readonly IpAddress[]
  readonly searchDomains: readonly string[]
  /** False: no route is set. */
  readonly hasRoutes?: boolean
  /** Forces a cipher tier, where it is ours to choose. */
  readonly aead?: CipherNames
  readonly onEvent?: (event: PlaneNews) => void
}

export abstract class SystemNode {
  readonly addresses: readonly IpAddress[]
  readonly #prefixes: readonly IpPrefix[]

  constructor(options: SystemNodeOptions) {
    this.addresses = options.addresses.map((prefix) => prefix.address)
    this.#prefixes = options.peers.flatMap((peer) => peer.allowedIps)
  }

  async dial(host: string, port: number, timeoutMs = 30_000): Promise<MeshStream> {
    const bare = host.replace(/^\[(.*)\]$/, '$1')
    // The machine's resolver asks the network's servers while we are joined.
    const address = isIp(bare) ? bare : (await lookup(bare)).address
    return dialBySystem(parseIp(address), port, timeoutMs)
  }

  expose(port: number, onConnection: (stream: MeshStream) => void): Promise<{ close(): void }> {
    return exposeBySystem(this.addresses, port, onConnection)
  }

  openUdpPort(onDatagram: (bytes: Uint8Array, from: Endpoint) => void): MeshUdpPort {
    return openUdpBySystem(this.addresses, onDatagram)
  }

  /** Names are the machine's resolver's business. */
  async find(): Promise<undefined> {
    return undefined
  }

  async lookUp(): Promise<NameAnswer> {
    return []
  }

  hasRoute(address: IpAddress): boolean {
    if (isLoopback(address)) return false
    return (
      this.#prefixes.some((prefix) => prefixContains(prefix, address)) ||
      this.addresses.some((own) => equalIp(own, address))
    )
  }
}
