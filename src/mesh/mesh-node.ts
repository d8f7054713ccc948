/**
 * The contract of data planes: what verbs and proxies ask of a joined node, whichever plane carries its
 * packets. One suite of tests holds all of them to it.
 *
 * - `userspace`: WireGuard, TCP and IP in this process; no privileges, the machine is not changed.
 * - `tun`: WireGuard in this process, TCP and IP of the kernel, by a device and routes of our own.
 * - `kernel`: all of it the kernel's; we set it up.
 */
import type { Duplex } from 'node:stream'
import type { Endpoint, IpAddress } from '../base/ip.ts'
import type { PeerId } from '../tunnel/wireguard/keys.ts'
import type { NameAnswer } from './dns/mesh-names.ts'
import type { PeerReport, RelayStatus } from './peers.ts'

export const DATA_PLANES = ['userspace', 'tun', 'kernel'] as const
export type DataPlaneKind = (typeof DATA_PLANES)[number]

/** A connection with the shape of `net.Socket`. */
export type MeshStream = Duplex & { resetAndDestroy(): unknown }

export interface MeshUdpPort {
  /** Never throws: what cannot be sent is lost, as datagrams are. */
  send(bytes: Uint8Array, to: Endpoint): void
  close(): void
}

export interface MeshNode {
  readonly dataPlane: DataPlaneKind
  /** How packets go, for a person: the cipher, and the device where there is one. */
  readonly description: string
  /** The cipher's tier. */
  readonly tier: string
  /** The UDP port of WireGuard. */
  readonly port: number
  readonly addresses: readonly IpAddress[]
  /** What the outside sees this node as. */
  readonly observed: readonly string[]
  readonly relays: readonly RelayStatus[]
  /** Waits until the peer answered through the tunnel. @returns the round trip in ms, where we asked first. @throws `AGENT_UNREACHABLE` */
  connect(id: PeerId, timeoutMs: number): Promise<number | undefined>
  /** Opens a TCP connection in the mesh; half-open connections are kept. @throws what `net.connect` would say, with its `code` */
  dial(host: string, port: number, timeoutMs?: number): Promise<MeshStream>
  /** Listens on a TCP port of this node's addresses in the mesh. @throws `TUNNEL_PORT_IN_USE` */
  expose(port: number, onConnection: (stream: MeshStream) => void): Promise<{ close(): unknown }>
  /** A UDP port of this node in the mesh. */
  openUdpPort(onDatagram: (bytes: Uint8Array, from: Endpoint) => void): MeshUdpPort
  /** The address of a name of the mesh; `undefined` for every other name. */
  find(name: string): Promise<IpAddress | undefined>
  /** As {@link find}, with every address, and with what is known not to be. */
  lookUp(name: string): Promise<NameAnswer>
  /** Whether some peer, or this node, has the address. */
  hasRoute(address: IpAddress): boolean
  report(): PeerReport[]
  /** Leaves the mesh; the machine is then as it was before. */
  close(): Promise<void>
}
