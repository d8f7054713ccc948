/** From us to a peer: packets under the current keys, keepalives, initiations. */
import type { Instant } from '../../base/time.ts'
import { REKEY_AFTER_TIME, REKEY_TIMEOUT } from './constants.ts'
import type { DeviceCore } from './core.ts'
import { createInitiation } from './handshake.ts'
import { paddingOf } from './inner-packet.ts'
import type { Keypair } from './keypair.ts'
import { DATA_HEADER_SIZE, TAG_SIZE, writeDataHeader } from './messages.ts'
import type { Peer } from './peer.ts'
import type { Remote } from './remote.ts'
import { nextTai64n } from './tai64n.ts'

const EMPTY = new Uint8Array(0)

/** Seals a packet under the current keys; without keys it waits and a handshake is asked for. */
export function sendPacket(
  core: DeviceCore,
  peer: Peer,
  bytes: Uint8Array,
  at: number,
  length: number,
  now: Instant,
): void {
  const keypair = peer.slots.current
  if (!keypair?.canSend(now)) {
    if (!peer.stage(new Uint8Array(bytes.subarray(at, at + length)))) core.drops.stageOverflow++
    initiate(core, peer, now)
    return
  }
  sealAndSend(core, peer, keypair, bytes, at, length, now)
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
  sealAndSend(core, peer, keypair, EMPTY, 0, 0, now)
  keepFreshBySending(core, peer, keypair, now)
}

/** What waited for the session; a new keypair must be confirmed at once, by a keepalive where nothing waited. */
export function sendStaged(core: DeviceCore, peer: Peer, now: Instant): void {
  const waiting = peer.staged
  peer.staged = []
  for (const packet of waiting) sendPacket(core, peer, packet, 0, packet.length, now)
}

/** Asks for a handshake, at most one initiation per REKEY_TIMEOUT; who has something to send is not given up (section 6.4). */
export function initiate(core: DeviceCore, peer: Peer, now: Instant): void {
  peer.timers.handshakeAsked()
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
  const ephemeral = core.drawEphemeral()
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
  if (peer.timers.handshakeInitiated(now)) core.outputs.push({ kind: 'unanswered', peer: peer.id })
}

/** Sends bytes to where the peer was last heard; reports them to its timers. */
export function sendToPeer(core: DeviceCore, peer: Peer, bytes: Uint8Array, now: Instant): void {
  const to = takeToSend(core, peer, bytes.length, now)
  if (to) core.outputs.push({ kind: 'datagram', to, bytes, peer: peer.id, reply: false })
}

/** @returns where to; the peer's timers are told. */
function takeToSend(core: DeviceCore, peer: Peer, size: number, now: Instant): Remote | undefined {
  peer.timers.anyAuthenticatedPacketTraversal(now)
  peer.timers.anyAuthenticatedPacketSent()
  if (peer.remote) peer.bytesSent += size
  else core.drops.noRemote++
  return peer.remote
}

function sealAndSend(
  core: DeviceCore,
  peer: Peer,
  keypair: Keypair,
  packet: Uint8Array,
  at: number,
  length: number,
  now: Instant,
): void {
  const padded = length === 0 ? 0 : length + paddingOf(length, core.mtu)
  const size = DATA_HEADER_SIZE + padded + TAG_SIZE
  const to = takeToSend(core, peer, size, now)
  if (!to) return
  const { data } = core
  const start = data.reserve(size)
  const { arena } = data
  const { bytes } = arena
  const { counterLow, counterHigh } = keypair
  writeDataHeader(bytes, keypair.remoteIndex, counterLow, counterHigh, start)
  const from = start + DATA_HEADER_SIZE
  bytes.set(length === packet.length ? packet : packet.subarray(at, at + length), from)
  for (let i = from + length; i < from + padded; i++) bytes[i] = 0
  keypair.sendKey.seal(counterLow, counterHigh, arena, from, padded)
  keypair.advance()
  data.commit(peer.id, to, start, size)
}

/** Paper, section 6.2: only the initiator rekeys by time; by count either side may. */
function keepFreshBySending(core: DeviceCore, peer: Peer, keypair: Keypair, now: Instant): void {
  const oldByTime = keypair.isInitiator && now - keypair.createdAt > REKEY_AFTER_TIME
  if (oldByTime || keypair.isPastRekeyMessages()) initiate(core, peer, now)
}
