/**
 * The kernel's own WireGuard, as `ip` and `wg` set it up: the commands, the configuration that `wg` reads,
 * and what `wg show DEVICE dump` says. Pure.
 */
import { encodeBase64 } from '../../base/bytes.ts'
import { formatEndpoint, formatPrefix } from '../../base/ip.ts'
import type { PeerId, PrivateKey } from '../../tunnel/wireguard/keys.ts'
import type { MeshPeer } from '../peers.ts'
import type { Command } from '../tun/network-plan.ts'

export interface KernelWishes {
  readonly device: string
  readonly privateKey: PrivateKey
  readonly listenPort?: number
  readonly peers: readonly MeshPeer[]
}

export interface KernelPlan {
  readonly up: readonly { readonly command: Command; readonly input?: string }[]
  /** The kernel's device outlives us: it has to be taken away. */
  readonly down: readonly Command[]
}

export function planKernelDevice(wishes: KernelWishes): KernelPlan {
  const { device } = wishes
  return {
    up: [
      { command: ['ip', 'link', 'add', 'dev', device, 'type', 'wireguard'] },
      // By standard input: keys stand in no argument and in no file. `wg` opens it by its path, which no socket
      // lets itself be, and sockets are what Node gives its children: `cat` puts a pipe there.
      {
        command: ['sh', '-c', 'cat | wg setconf "$0" /dev/stdin', device],
        input: configurationText(wishes),
      },
    ],
    down: [['ip', 'link', 'del', 'dev', device]],
  }
}

/**
 * Makes the kernel shake hands with a peer, or lets it rest again: a keepalive that is switched on is sent at once,
 * and needs no address that the peer would have to have. Not for peers with a keepalive of their own.
 */
export function keepaliveCommand(device: string, peer: PeerId, seconds: number): Command {
  return ['wg', 'set', device, 'peer', peer, 'persistent-keepalive', String(seconds)]
}

function configurationText({ privateKey, listenPort, peers }: KernelWishes): string {
  const own = ['[Interface]', `PrivateKey = ${encodeBase64(privateKey.reveal())}`]
  if (listenPort !== undefined) own.push(`ListenPort = ${listenPort}`)
  return `${[...own, ...peers.flatMap(peerLines)].join('\n')}\n`
}

function peerLines(peer: MeshPeer): string[] {
  const endpoint = peer.endpoints[0]
  const lines = ['[Peer]', `PublicKey = ${encodeBase64(peer.publicKey)}`]
  if (peer.presharedKey) lines.push(`PresharedKey = ${encodeBase64(peer.presharedKey.reveal())}`)
  if (peer.allowedIps.length > 0) lines.push(`AllowedIPs = ${peer.allowedIps.map(formatPrefix).join(', ')}`)
  if (endpoint) lines.push(`Endpoint = ${formatEndpoint(endpoint)}`)
  if (peer.persistentKeepaliveSeconds) lines.push(`PersistentKeepalive = ${peer.persistentKeepaliveSeconds}`)
  return lines
}

export interface KernelStatus {
  readonly listenPort: number
  readonly peers: readonly {
    readonly id: PeerId
    readonly remote: string | undefined
    /** Seconds since 1970 of the last handshake; 0 where there was none. */
    readonly handshakeAt: number
    readonly bytesReceived: number
    readonly bytesSent: number
  }[]
}

/**
 * Reads `wg show DEVICE dump` (wg(8)): a line of the interface (private key, public key, port, mark), then
 * a line for each peer (public key, preshared key, endpoint, allowed IPs, last handshake, received, sent,
 * keepalive), fields parted by tabs. Lines that are shorter are passed over.
 */
export function readDump(text: string): KernelStatus {
  const [own = [], ...peers] = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  return {
    listenPort: Number(own[2] ?? 0),
    peers: peers
      .filter((fields) => fields.length >= 7)
      .map(([key = '', , endpoint, , handshake, received, sent]) => ({
        id: key as PeerId,
        remote: endpoint === '(none)' ? undefined : endpoint,
        handshakeAt: Number(handshake),
        bytesReceived: Number(received),
        bytesSent: Number(sent),
      })),
  }
}
