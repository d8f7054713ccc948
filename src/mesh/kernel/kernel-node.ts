/** A node whose packets the kernel's own WireGuard carries; we set it up, watch it, and take it away. */
import { setTimeout as sleep } from 'node:timers/promises'
import { SallyportError } from '../../base/errors.ts'
import { DEFAULT_MTU } from '../../tunnel/wireguard/constants.ts'
import { type PeerId, peerId } from '../../tunnel/wireguard/keys.ts'
import type { MeshNode } from '../mesh-node.ts'
import type { MeshPeer, PeerReport } from '../peers.ts'
import { SystemNode, type SystemNodeOptions } from '../system-node.ts'
import { joinSystemNetwork, runCommand, type SystemNetwork } from '../tun/system-network.ts'
import { type KernelStatus, keepaliveCommand, planKernelDevice, readDump } from './kernel-plan.ts'

const POLL_MS = 50
/** Of no meaning but that it is switched on. */
const WAKING_KEEPALIVE_SECONDS = 25

export class KernelNode extends SystemNode implements MeshNode {
  readonly dataPlane = 'kernel'
  readonly tier = 'kernel'
  readonly observed: readonly string[] = []
  readonly relays = []
  readonly #device: string
  readonly #network: SystemNetwork
  readonly #peers: readonly MeshPeer[]
  #isClosed = false

  private constructor(options: SystemNodeOptions, device: string, network: SystemNetwork) {
    super(options)
    this.#device = device
    this.#network = network
    this.#peers = options.peers
  }

  /** @throws `NETWORK_CHANGE_FAILED`; then all is as before */
  static async open(options: SystemNodeOptions): Promise<KernelNode> {
    const device = `sallyport${process.pid % 100_000}`
    const plan = planKernelDevice({ ...options, device })
    const network = joinSystemNetwork({
      device,
      mtu: options.mtu ?? DEFAULT_MTU,
      addresses: options.addresses,
      prefixes: options.peers.flatMap((peer) => peer.allowedIps),
      hasRoutes: options.hasRoutes ?? true,
      endpoints: options.peers.flatMap((peer) => peer.endpoints),
      resolver: { servers: options.dns, searchDomains: options.searchDomains },
      before: plan.up,
      after: plan.down,
    })
    return new KernelNode(options, device, network)
  }

  get description(): string {
    return `kernel data plane (${this.#device}, ${this.#network.description})`
  }

  get port(): number {
    return this.#status().listenPort
  }

  async connect(id: PeerId, timeoutMs: number): Promise<number | undefined> {
    if (this.#hasShaken(id)) return undefined
    const startedAt = performance.now()
    const peer = this.#peers.find(({ publicKey }) => peerId(publicKey) === id)
    const isWoken = peer !== undefined && !peer.persistentKeepaliveSeconds
    if (isWoken) runCommand(keepaliveCommand(this.#device, id, WAKING_KEEPALIVE_SECONDS))
    try {
      while (performance.now() - startedAt < timeoutMs) {
        await sleep(POLL_MS)
        if (this.#isClosed) throw new Error('the node was closed')
        if (this.#hasShaken(id)) return performance.now() - startedAt
      }
    } finally {
      if (isWoken && !this.#isClosed) runCommand(keepaliveCommand(this.#device, id, 0))
    }
    throw new SallyportError('AGENT_UNREACHABLE', {
      message: `peer ${id} did not answer within ${timeoutMs} ms`,
      help: 'check its endpoint, that UDP passes, and that it knows our public key',
    })
  }

  report(): PeerReport[] {
    return this.#status().peers.map(({ handshakeAt, ...peer }) => ({
      ...peer,
      path: { kind: 'plain' },
      connected: handshakeAt > 0,
    }))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#network.close()
  }

  #hasShaken(id: PeerId): boolean {
    return this.#status().peers.some((peer) => peer.id === id && peer.handshakeAt > 0)
  }

  #status(): KernelStatus {
    return readDump(runCommand(['wg', 'show', this.#device, 'dump']))
  }
}
