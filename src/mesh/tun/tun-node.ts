/**
 * A node whose packets go by a TUN device of our own: WireGuard on a data thread, TCP and IP the kernel's,
 * routes and names set for as long as it is joined. Root on Linux; peers are plain WireGuard.
 */
import { closeSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { SallyportError } from '../../base/errors.ts'
import { formatEndpoint } from '../../base/ip.ts'
import { DEFAULT_MTU } from '../../tunnel/wireguard/constants.ts'
import { type PeerId, peerId } from '../../tunnel/wireguard/keys.ts'
import type { MeshNode } from '../mesh-node.ts'
import { loadKoffi } from '../native/koffi.ts'
import { bindLinux, EFD_NONBLOCK } from '../native/linux.ts'
import { openTunDevice } from '../native/tun-device.ts'
import { PeerSessions } from '../peer-sessions.ts'
import type { MeshPeer, PeerReport } from '../peers.ts'
import type { PlaneNews } from '../plane.ts'
import { SystemNode, type SystemNodeOptions } from '../system-node.ts'
import { type DataThread, startDataThread } from './data-thread-client.ts'
import { joinSystemNetwork, type SystemNetwork } from './system-network.ts'
import type { PeerStatusWord, Word } from './thread-protocol.ts'

const DEVICE_NAME = 'sallyport%d'

export class TunNode extends SystemNode implements MeshNode {
  readonly dataPlane = 'tun'
  readonly observed: readonly string[] = []
  readonly relays = []
  readonly #sessions = new PeerSessions()
  readonly #onEvent: ((event: PlaneNews) => void) | undefined
  #statuses: readonly PeerStatusWord[] = []
  #invalidHandshakes = 0
  #opened: Opened | undefined

  private constructor(options: SystemNodeOptions) {
    super(options)
    this.#onEvent = options.onEvent
    this.#statuses = options.peers.map((peer) => ({
      id: peerId(peer.publicKey),
      remote: peer.endpoints[0] && formatEndpoint(peer.endpoints[0]),
      bytesReceived: 0,
      bytesSent: 0,
    }))
  }

  /** @throws `DATA_PLANE_UNAVAILABLE`, `TUNNEL_PORT_IN_USE`, `NETWORK_CHANGE_FAILED`; then all is as before */
  static async open(options: SystemNodeOptions): Promise<TunNode> {
    const node = new TunNode(options)
    node.#opened = await openAll(options, (word) => node.#take(word))
    for (const peer of options.peers) node.#opened.thread.order({ kind: 'set-peer', peer: forThread(peer) })
    return node
  }

  get tier(): string {
    return this.#live.thread.tier
  }

  get port(): number {
    return this.#live.thread.port
  }

  get description(): string {
    const { device, network, thread } = this.#live
    return `tun data plane (${device}, ${network.description}), ${thread.tier} cipher`
  }

  connect(id: PeerId, timeoutMs: number): Promise<number | undefined> {
    this.#live.thread.order({ kind: 'connect', id })
    return this.#sessions.wait(id, timeoutMs, () => this.#unanswered(id, timeoutMs))
  }

  report(): PeerReport[] {
    return this.#statuses.map((status) => ({
      ...status,
      path: { kind: 'plain' },
      connected: this.#sessions.has(status.id),
    }))
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = undefined
    this.#sessions.close(new Error('the node was closed'))
    await opened?.close()
  }

  get #live(): Opened {
    if (!this.#opened) throw new Error('the node is closed')
    return this.#opened
  }

  #take(word: Word): void {
    if (word.kind !== 'news' && word.kind !== 'status') return
    // What the thread does not know yet stays as it was configured.
    this.#statuses = this.#statuses.map(
      (known) => word.peers.find((status) => status.id === known.id) ?? known,
    )
    if (word.kind === 'status') {
      this.#invalidHandshakes = word.invalidHandshakes
      return
    }
    this.#sessions.take(word.news)
    this.#onEvent?.(word.news)
  }

  #unanswered(id: PeerId, timeoutMs: number): SallyportError {
    const remote = this.#statuses.find((status) => status.id === id)?.remote
    const why =
      remote === undefined
        ? 'it has no endpoint and has not called'
        : this.#invalidHandshakes > 0
          ? 'its answers do not authenticate: the keys or the preshared key differ'
          : `nothing came back from ${remote}`
    return new SallyportError('AGENT_UNREACHABLE', {
      message: `peer ${id} did not answer within ${timeoutMs} ms: ${why}`,
      help: 'check its endpoint, that UDP passes, and that it knows our public key',
    })
  }
}

interface Opened {
  readonly device: string
  readonly thread: DataThread
  readonly network: SystemNetwork
  close(): Promise<void>
}

async function openAll(options: SystemNodeOptions, onWord: (word: Word) => void): Promise<Opened> {
  const native = loadKoffi()
  if (native.kind === 'absent') {
    throw new SallyportError('DATA_PLANE_UNAVAILABLE', {
      message: `the tun data plane needs native calls, which are not here: ${native.why}`,
      help: 'a device can be had by ioctl(2) only; take --data-plane userspace',
    })
  }
  const linux = bindLinux(native.koffi)
  const device = openTunDevice(linux, DEVICE_NAME)
  const wakeFd = linux.eventfd(0, EFD_NONBLOCK)
  const letGo = (): void => {
    for (const fd of [device.fd, wakeFd]) closeSync(fd)
  }
  try {
    const mtu = options.mtu ?? DEFAULT_MTU
    const thread = await startDataThread(startOf(options, mtu, device.fd, wakeFd), {
      onWord,
      onLost: (error) => {
        throw error
      },
    })
    const network = await joinOrEnd(options, mtu, device.name, thread)
    return {
      device: device.name,
      thread,
      network,
      async close() {
        network.close()
        await thread.close()
        letGo()
      },
    }
  } catch (error) {
    letGo()
    throw error
  }
}

async function joinOrEnd(
  options: SystemNodeOptions,
  mtu: number,
  device: string,
  thread: DataThread,
): Promise<SystemNetwork> {
  try {
    return joinSystemNetwork({
      device,
      mtu,
      addresses: options.addresses,
      prefixes: options.peers.flatMap((peer) => peer.allowedIps),
      hasRoutes: options.hasRoutes ?? true,
      endpoints: options.peers.flatMap((peer) => peer.endpoints),
      resolver: { servers: options.dns, searchDomains: options.searchDomains },
    })
  } catch (error) {
    await thread.close()
    throw error
  }
}

function startOf(options: SystemNodeOptions, mtu: number, tunFd: number, wakeFd: number) {
  return {
    privateKey: new Uint8Array(options.privateKey.reveal()),
    mtu,
    tunFd,
    wakeFd,
    listenPort: options.listenPort ?? 0,
    looksAgain: looksAgain(),
    ...(options.aead === undefined ? {} : { tier: options.aead }),
  }
}

/** Never on the only processor, which whoever is waited for needs. */
function looksAgain(): boolean {
  return process.env['SALLYPORT_TUN_WAIT'] !== 'sleep' && availableParallelism() > 1
}

function forThread(peer: MeshPeer) {
  const endpoint = peer.endpoints[0]
  return {
    publicKey: new Uint8Array(peer.publicKey),
    allowedIps: peer.allowedIps,
    ...(peer.presharedKey ? { presharedKey: new Uint8Array(peer.presharedKey.reveal()) } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(peer.persistentKeepaliveSeconds
      ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds }
      : {}),
  }
}
