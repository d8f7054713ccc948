/** A node from a wg-quick file: its peers are plain WireGuard, its names the file's. */
import { lookup } from 'node:dns/promises'
import { SallyportError } from '../base/errors.ts'
import { type Endpoint, type IpAddress, isIp, parseIp } from '../base/ip.ts'
import type { FilterRule } from '../tunnel/filter/filter.ts'
import { mtuTowards } from './link-mtu.ts'
import type { MeshNode } from './mesh-node.ts'
import type { NodeOptions } from './node.ts'
import { Node } from './node.ts'
import type { MeshPeer } from './peers.ts'
import { udpFlows } from './udp-flow.ts'
import type { WgQuickConfig, WgQuickPeer } from './wg-quick.ts'

/** What the peers of a file may begin with us: an exposed port is open to them, and an echo is answered. */
const FILE_FILTER: readonly FilterRule[] = [{ kind: 'any' }]

type NameLookup = (name: string) => Promise<readonly IpAddress[]>

export type WgQuickNodeOptions = Omit<NodeOptions, 'privateKey' | 'addresses' | 'mtu' | 'listenPort'>

/** @throws `CONFIG_INVALID` where the file lacks what a node needs, `TUNNEL_UNREACHABLE` for an endpoint without address */
export async function openWgQuickNode(config: WgQuickConfig, options: WgQuickNodeOptions): Promise<Node> {
  checkAddresses(config)
  const peers = await Promise.all(config.peers.map(resolvePeer))
  let lookUp: NameLookup | undefined
  const node = await Node.open({
    lookUp: async (name) => (await lookUp?.(name)) ?? [],
    ...options,
    privateKey: config.privateKey,
    addresses: config.addresses,
    mtu: config.mtu ?? (await mtuTowards(peers.flatMap((peer) => peer.endpoints))),
    ...(config.listenPort === undefined ? {} : { listenPort: config.listenPort }),
  })
  node.setPeers(peers)
  lookUp = await namesOf(node, config, options.random)
  return node
}

/**
 * The names of a file's network: by its DNS servers, through the tunnel; and whatever this machine's resolver knows,
 * where it leads into the tunnel, which with `AllowedIPs = 0.0.0.0/0` is every name.
 */
async function namesOf(
  node: Node,
  config: WgQuickConfig,
  random: NodeOptions['random'],
): Promise<NameLookup> {
  const { dns: servers, searchDomains } = config
  let ask: NameLookup | undefined
  if (servers.length > 0) {
    const { createDnsClient } = await import('./dns/client.ts')
    ask = createDnsClient({ servers, searchDomains, random, open: udpFlows(node, 'direct') })
  }
  return async (name) => {
    const known = (await ask?.(name)) ?? []
    return known.length > 0 ? known : await lookUpRouted(node, name)
  }
}

async function lookUpRouted(node: Node, name: string): Promise<readonly IpAddress[]> {
  const known = await lookup(name, { all: true }).catch(() => [])
  const families = new Set(node.addresses.map(({ family }) => family))
  return known
    .map(({ address }) => parseIp(address.split('%')[0]!))
    .filter((each) => families.has(each.family) && node.hasRoute(each))
}

/**
 * A node by a device of this machine: ours, or the kernel's own.
 *
 * @throws as {@link openWgQuickNode}, and `DATA_PLANE_UNAVAILABLE`, `NETWORK_CHANGE_FAILED`
 */
export async function openWgQuickDevice(
  kind: 'tun' | 'kernel',
  config: WgQuickConfig,
  options: Pick<WgQuickNodeOptions, 'aead' | 'isNative' | 'onEvent'>,
): Promise<MeshNode> {
  checkAddresses(config)
  const { privateKey, addresses, mtu, listenPort, dns, searchDomains, hasRoutes } = config
  const peers = await Promise.all(config.peers.map(resolvePeer))
  const { open } =
    kind === 'tun'
      ? (await import('./tun/tun-node.ts')).TunNode
      : (await import('./kernel/kernel-node.ts')).KernelNode
  return open({
    privateKey,
    addresses,
    dns,
    searchDomains,
    peers,
    hasRoutes,
    mtu: mtu ?? (await mtuTowards(peers.flatMap((peer) => peer.endpoints))),
    ...(listenPort === undefined ? {} : { listenPort }),
    ...options,
  })
}

function checkAddresses(config: WgQuickConfig): void {
  if (config.addresses.length > 0) return
  throw new SallyportError('CONFIG_INVALID', {
    message: 'the file gives this node no Address',
    help: 'add Address = 10.0.0.2/32 to [Interface], as the peer expects it',
  })
}

async function resolvePeer(peer: WgQuickPeer): Promise<MeshPeer> {
  return {
    publicKey: peer.publicKey,
    ...(peer.presharedKey ? { presharedKey: peer.presharedKey } : {}),
    endpoints: peer.endpoint ? [await resolveEndpoint(peer.endpoint)] : [],
    allowedIps: peer.allowedIps,
    filter: FILE_FILTER,
    ...(peer.persistentKeepaliveSeconds
      ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds }
      : {}),
    paths: 'plain',
  }
}

async function resolveEndpoint(endpoint: { host: string; port: number }): Promise<Endpoint> {
  if (isIp(endpoint.host)) return { address: parseIp(endpoint.host), port: endpoint.port }
  try {
    const { address } = await lookup(endpoint.host)
    return { address: parseIp(address), port: endpoint.port }
  } catch (cause) {
    throw new SallyportError('TUNNEL_UNREACHABLE', {
      message: `the endpoint ${JSON.stringify(endpoint.host)} has no address`,
      help: 'check the name, or write an address',
      cause,
    })
  }
}
