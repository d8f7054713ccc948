/** From us to a peer: packets under the current keys, keepalives, initiations. */
import type { Instant } from '../../base/time.ts'
import { REKEY_AFTER_TIME, REKEY_TIMEOUT } from './constants.ts'
import type { DeviceCore } from './core.ts'
import { createInitiation } from './handshake.ts'
import { paddingOf } from './inner-packet.ts'
import type { Keypair } from './keypair.ts'
import { DATA_HEADER_SIZE, TAG_SIZE, writeDataHeader } from './messages.ts'
import type { Peer } from './peer.ts'
import { nextTai64n } from './tai64n.ts'

const EMPTY = new Uint8Array(0)

/** Seals a packet under the current keys; without keys it waits and a handshake is asked for. */
export function sendPacket(core: DeviceCore, peer: Peer, packet: Uint8Array, now: Instant): void {
  const keypair = peer.slots.current
  if (!keypair?.canSend(now)) {
    if (!peer.stage(packet)) core.drops.stageOverflow++
    initiate(core, peer, now)
    return
  }
  sealAndSend(core, peer, keypair, packet, now)
  peer.timers.dataSent(now)
  keepFreshBySending(core, peer, keypair, now)
}

/** An empty packet: says that we live, or that we hold the keys. */
export function sendKeepalive(core: DeviceCore, peer: Peer, now: Instant): void {
  const keypair = peer.slots.current
  if (!keypair?.canSend(now)) {
    initiate(core, peer, now)
    return
  }
  sealAndSend(core, peer, keypair, EMPTY, now)
  keepFreshBySending(core, peer, keypair, now)
}

/** What waited for the session; a new keypair must be confirmed at once, by a keepalive where nothing waited. */
export function sendStaged(core: DeviceCore, peer: Peer, now: Instant): void {
  const waiting = peer.staged
  peer.staged = []
  for (const packet of waiting) sendPacket(core, peer, packet, now)
}

/** Asks for a handshake, at most one initiation per REKEY_TIMEOUT. */
export function initiate(core: DeviceCore, peer: Peer, now: Instant): void {
  if (!peer.timers.handshakePending) peer.timers.handshakeAsked()
  retransmitInitiation(core, peer, now)
}

/** Sends an initiation without beginning the 90 s anew. */
export function retransmitInitiation(core: DeviceCore, peer: Peer, now: Instant): void {
  if (now - peer.initiationSentAt < REKEY_TIMEOUT) return
  if (!peer.remote) {
    core.drops.noRemote++
    return
  }
  const stale = peer.zeroInitiation()
  if (stale !== undefined) core.indices.release(stale)
  const localIndex = core.indices.reserve({ peer, keypair: undefined })
  const timestamp = nextTai64n(core.wallClock(now), peer.timestampSent)
  const ephemeral = core.random.bytes(32)
  const created = createInitiation(core.crypto, {
    identity: core.identity,
    remote: peer.identity,
    localIndex,
    ephemeral,
    timestamp,
  })
  if (!created) {
    core.indices.release(localIndex)
    return
  }
  peer.timestampSent = timestamp
  peer.initiation = created.state
  peer.initiationSentAt = now
  peer.cookies.writeMacs(created.message, now)
  sendToPeer(core, peer, created.message, now)
  peer.timers.handshakeInitiated(now)
}

/** Sends bytes to where the peer was last heard; reports them to its timers. */
export function sendToPeer(core: DeviceCore, peer: Peer, bytes: Uint8Array, now: Instant): void {
  peer.timers.anyAuthenticatedPacketTraversal(now)
  peer.timers.anyAuthenticatedPacketSent()
  if (!peer.remote) {
    core.drops.noRemote++
    return
  }
  peer.bytesSent += bytes.length
  core.outputs.push({ kind: 'datagram', to: peer.remote, bytes, peer: peer.id, reply: false })
}

function sealAndSend(core: DeviceCore, peer: Peer, keypair: Keypair, packet: Uint8Array, now: Instant): void {
  const padded = packet.length === 0 ? packet : pad(packet, paddingOf(packet.length, core.mtu))
  const message = Buffer.allocUnsafe(DATA_HEADER_SIZE + padded.length + TAG_SIZE)
  const { counterLow, counterHigh } = keypair
  writeDataHeader(message, keypair.remoteIndex, counterLow, counterHigh)
  keypair.sendKey.seal(counterLow, counterHigh, padded, message, DATA_HEADER_SIZE)
  keypair.advance()
  sendToPeer(core, peer, message, now)
}

function pad(packet: Uint8Array, padding: number): Uint8Array {
  if (padding === 0) return packet
  const padded = Buffer.allocUnsafe(packet.length + padding)
  padded.set(packet)
  padded.fill(0, packet.length)
  return padded
}

/** Paper, section 6.2: only the initiator rekeys by time; by count either side may. */
function keepFreshBySending(core: DeviceCore, peer: Peer, keypair: Keypair, now: Instant): void {
  const oldByTime = keypair.isInitiator && now - keypair.createdAt > REKEY_AFTER_TIME
  if (oldByTime || keypair.isPastRekeyMessages()) initiate(core, peer, now)
}
