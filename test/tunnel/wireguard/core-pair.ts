/** Two cores that have shaken hands, below the device: tests may move counters and seal what a device would not send. */
import { parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import type { Instant, Timestamp } from '../../../src/base/time.ts'
import { scratchOf } from '../../../src/tunnel/wireguard/aead.ts'
import { nobleAead } from '../../../src/tunnel/wireguard/aead-noble.ts'
import { DeviceCore } from '../../../src/tunnel/wireguard/core.ts'
import { publicKey } from '../../../src/tunnel/wireguard/keys.ts'
import { Peer } from '../../../src/tunnel/wireguard/peer.ts'
import { nodePrimitives as crypto } from '../../../src/tunnel/wireguard/primitives-node.ts'
import { receiveData, receiveInitiation, receiveResponse } from '../../../src/tunnel/wireguard/receiving.ts'
import { udpRemote } from '../../../src/tunnel/wireguard/remote.ts'
import { initiate, sendPacket } from '../../../src/tunnel/wireguard/sending.ts'
import { seededRandom } from './pair.ts'

export const NOW = 1_000 as Instant
const HERE = udpRemote(parseEndpoint('192.0.2.1:1'))

export interface CoreSide {
  readonly core: DeviceCore
  /** The other side, as this one holds it. */
  readonly peer: Peer
}

/** @returns the initiator and the responder, with a session that both have confirmed */
export function joinedCores(): [CoreSide, CoreSide] {
  const keys = [1, 2].map((fill) => crypto.importPrivateKey(new Uint8Array(32).fill(fill)))
  const [a, b] = [0, 1].map((index) => makeSide(keys, index)) as [CoreSide, CoreSide]
  initiate(a.core, a.peer, NOW)
  receiveInitiation(b.core, takeDatagram(a), HERE, NOW)
  receiveResponse(a.core, takeDatagram(b), HERE, NOW)
  take(b, takeDatagram(a), NOW)
  b.core.outputs = []
  return [a, b]
}

/** A data message comes in. */
export function take({ core }: CoreSide, message: Uint8Array, now: Instant): void {
  const arena = scratchOf(core.aead).incoming
  arena.bytes.set(message)
  receiveData(core, arena, 0, message.length, HERE, now)
}

/** Seals what a device would refuse to. */
export function send({ core, peer }: CoreSide, packet: Uint8Array, now: Instant): void {
  sendPacket(core, peer, packet, 0, packet.length, now)
}

/** The datagrams that a side wants sent, by their first byte. */
export function sentTypes(side: CoreSide): (number | undefined)[] {
  return takeOutputs(side).map((output) => (output.kind === 'datagram' ? output.bytes[0] : undefined))
}

export function takeDatagram(side: CoreSide): Uint8Array {
  const found = takeOutputs(side).find((output) => output.kind === 'datagram')
  if (found?.kind !== 'datagram') throw new Error('nothing is to be sent')
  return found.bytes
}

function takeOutputs({ core }: CoreSide) {
  const outputs = core.outputs
  core.outputs = []
  return outputs
}

function makeSide(keys: readonly ReturnType<typeof crypto.importPrivateKey>[], index: number): CoreSide {
  const [mine, theirs] = [keys[index]!, keys[1 - index]!]
  const core = new DeviceCore(
    { privateKey: mine, publicKey: crypto.publicOf(mine) },
    {
      crypto,
      aead: nobleAead,
      random: seededRandom(`core ${index}`),
      mtu: 1_420,
      measureHandshakeCost: () => 0.1,
      wallClock: (now) => (1_700_000_000_000 + now) as Timestamp,
    },
  )
  const config = {
    publicKey: publicKey(crypto.publicOf(theirs)),
    allowedIps: [parsePrefix('::/0')],
    remote: HERE,
  }
  const peer = new Peer(crypto, config, {
    staticShared: crypto.agree(mine, crypto.importPublicKey(config.publicKey))!,
    releaseIndex: (each) => core.indices.release(each),
    jitter: () => 0,
  })
  peer.configure(config)
  core.peers.set(peer.id, peer)
  core.allowedIps.insert(config.allowedIps[0]!, peer)
  return { core, peer }
}
