/**
 * From the network to us. Nothing here throws for what a stranger sent: it is counted and dropped. Each
 * function gives the peer that a message authenticated for, whose timers may have moved.
 */
import { copyBytes } from '../../base/bytes.ts'
import type { Instant } from '../../base/time.ts'
import { type Arena, TAG_SIZE } from './aead.ts'
import { INITIATION_INTERVAL_MIN, KEEPALIVE_TIMEOUT, REJECT_AFTER_TIME, REKEY_TIMEOUT } from './constants.ts'
import type { DeviceCore } from './core.ts'
import {
  consumeResponse,
  createResponse,
  type InitiationOpened,
  openInitiation,
  verifyInitiation,
} from './handshake.ts'
import { innerAddressLength, innerLength, innerSourceAt } from './inner-packet.ts'
import { Keypair } from './keypair.ts'
import { type PublicKey, peerId } from './keys.ts'
import { DATA_HEADER_SIZE, parseCookieReply, parseInitiation, parseResponse, readUint32 } from './messages.ts'
import type { Peer } from './peer.ts'
import { type Remote, rateSource } from './remote.ts'
import { initiate, sendKeepalive, sendStaged, sendToPeer } from './sending.ts'
import { isAfterTai64n } from './tai64n.ts'

export function receiveInitiation(
  core: DeviceCore,
  bytes: Uint8Array,
  from: Remote,
  now: Instant,
): Peer | undefined {
  if (!mayExchangeKeys(core, bytes, from, now)) return undefined
  core.load.spend(now)
  const opened = openInitiation(core.crypto, core.identity, parseInitiation(bytes))
  if (!opened) {
    core.drops.invalidHandshake++
    return undefined
  }
  const peer = core.peers.get(peerId(opened.initiator as PublicKey))
  if (!peer) {
    core.drops.unknownPeer++
    return undefined
  }
  if (!isFreshInitiation(core, peer, opened, now)) return undefined
  peer.bytesReceived += bytes.length
  roam(core, peer, from)
  peer.timers.anyAuthenticatedPacketTraversal(now)
  peer.timers.anyAuthenticatedPacketReceived()
  respond(core, peer, opened, now)
  return peer
}

export function receiveResponse(
  core: DeviceCore,
  bytes: Uint8Array,
  from: Remote,
  now: Instant,
): Peer | undefined {
  const message = parseResponse(bytes)
  const peer = core.indices.find(message.receiver)?.peer
  const initiation = peer?.initiation
  // Without an initiation under this index nothing is computed, so that a flood of responses costs nothing.
  if (!peer || initiation?.localIndex !== message.receiver) {
    core.drops.unknownIndex++
    return undefined
  }
  if (!mayExchangeKeys(core, bytes, from, now)) return undefined
  core.load.spendOnAnswer(now, 2)
  const keys = consumeResponse(core.crypto, core.identity, peer.identity, initiation, message)
  if (!keys) {
    core.drops.invalidHandshake++
    return undefined
  }
  const { localIndex } = initiation
  peer.zeroInitiation()
  const keypair = new Keypair(core.aead, keys, {
    localIndex,
    remoteIndex: message.sender,
    isInitiator: true,
    createdAt: now,
  })
  peer.slots.installAsInitiator(keypair)
  core.indices.replace(localIndex, { peer, keypair })
  peer.bytesReceived += bytes.length
  roam(core, peer, from)
  peer.timers.anyAuthenticatedPacketTraversal(now)
  peer.timers.anyAuthenticatedPacketReceived()
  peer.timers.sessionDerived(now)
  completeHandshake(core, peer, now, now - peer.initiationSentAt)
  // The responder may not send before it has heard of the initiator under the new keys.
  if (peer.staged.length === 0) sendKeepalive(core, peer, now)
  else sendStaged(core, peer, now)
  return peer
}

/** A cookie reply is bound to our last MAC1 but says nothing of where the peer is: it never roams. */
export function receiveCookieReply(core: DeviceCore, bytes: Uint8Array, now: Instant): void {
  const reply = parseCookieReply(bytes)
  const peer = core.indices.find(reply.receiver)?.peer
  if (!peer) core.drops.unknownIndex++
  else if (!peer.cookies.consumeReply(reply, now)) core.drops.invalidCookieReply++
}

/** Opens a data message where it lies. */
export function receiveData(
  core: DeviceCore,
  arena: Arena,
  at: number,
  size: number,
  from: Remote,
  now: Instant,
): Peer | undefined {
  const { bytes } = arena
  const entry = core.indices.find(readUint32(bytes, at + 4))
  if (!entry?.keypair) {
    core.drops.unknownIndex++
    return undefined
  }
  const { peer, keypair } = entry
  if (!keypair.canReceive(now)) {
    core.drops.expiredKey++
    return undefined
  }
  const low = readUint32(bytes, at + 8)
  const high = readUint32(bytes, at + 12)
  if (!keypair.receiveKey.open(low, high, arena, at + DATA_HEADER_SIZE, size - DATA_HEADER_SIZE)) {
    core.drops.invalidTag++
    return undefined
  }
  // Only now: a forged counter must not move the window.
  if (!keypair.replay.accept(low, high)) {
    core.drops.replayedPacket++
    return undefined
  }
  peer.bytesReceived += size
  roam(core, peer, from)
  if (peer.slots.confirm(keypair)) {
    completeHandshake(core, peer, now, undefined)
    sendStaged(core, peer, now)
  }
  keepFreshByReceiving(core, peer, now)
  peer.timers.anyAuthenticatedPacketTraversal(now)
  peer.timers.anyAuthenticatedPacketReceived()
  const length = size - DATA_HEADER_SIZE - TAG_SIZE
  if (length > 0) deliver(core, peer, bytes, at + DATA_HEADER_SIZE, length, now)
  return peer
}

/** MAC1 first, always; under load then MAC2 or a cookie, then a rate. */
function mayExchangeKeys(core: DeviceCore, bytes: Uint8Array, from: Remote, now: Instant): boolean {
  if (!core.cookieChecker.hasValidMac1(bytes)) {
    core.drops.invalidMac1++
    return false
  }
  if (!core.load.isUnderLoad(now)) return true
  if (!core.cookieChecker.hasValidMac2(bytes, from.subject, now)) {
    core.drops.cookieDemanded++
    // Answering costs as much as a DH, and a forged source would be answered to: no more than it may use.
    if (!core.replyLimiter.allow(rateSource(from), now)) return false
    const reply = core.cookieChecker.createReply(bytes, from.subject, now)
    core.outputs.push({ kind: 'datagram', to: from, bytes: reply, peer: undefined, reply: true })
    return false
  }
  if (core.rateLimiter.allow(rateSource(from), now)) return true
  core.drops.rateLimited++
  return false
}

/** Verifies the second half of an initiation and that it is newer than all before it. */
function isFreshInitiation(core: DeviceCore, peer: Peer, opened: InitiationOpened, now: Instant): boolean {
  const timestamp = verifyInitiation(core.crypto, opened, peer.identity)
  if (!timestamp) {
    core.drops.invalidHandshake++
    return false
  }
  if (peer.timestampReceived && !isAfterTai64n(timestamp, peer.timestampReceived)) {
    core.drops.replayedInitiation++
    return false
  }
  if (now - peer.initiationConsumedAt < INITIATION_INTERVAL_MIN) {
    core.drops.floodingInitiation++
    return false
  }
  peer.timestampReceived = copyBytes(timestamp)
  peer.initiationConsumedAt = now
  return true
}

function respond(core: DeviceCore, peer: Peer, opened: InitiationOpened, now: Instant): void {
  const localIndex = core.indices.reserve({ peer, keypair: undefined })
  const ephemeral = core.drawEphemeral()
  core.load.spend(now, 2)
  const created = createResponse(core.crypto, { opened, remote: peer.identity, localIndex, ephemeral })
  ephemeral.privateKey.bytes.fill(0)
  if (!created) {
    core.indices.release(localIndex)
    return
  }
  const keypair = new Keypair(core.aead, created.keys, {
    localIndex,
    remoteIndex: opened.message.sender,
    isInitiator: false,
    createdAt: now,
  })
  peer.slots.installAsResponder(keypair)
  core.indices.replace(localIndex, { peer, keypair })
  peer.cookies.writeMacs(created.message, now)
  sendToPeer(core, peer, created.message, now)
  peer.timers.sessionDerived(now)
}

function completeHandshake(
  core: DeviceCore,
  peer: Peer,
  now: Instant,
  roundTripMs: number | undefined,
): void {
  peer.lastHandshakeAt = now
  peer.sentLastMinuteHandshake = false
  peer.timers.handshakeComplete()
  core.outputs.push({ kind: 'session', peer: peer.id, roundTripMs })
}

/** Paper, section 6.2: an initiator that only receives rekeys once when its keys near their end. */
function keepFreshByReceiving(core: DeviceCore, peer: Peer, now: Instant): void {
  const keypair = peer.slots.current
  if (peer.sentLastMinuteHandshake || !keypair?.isInitiator) return
  if (now - keypair.createdAt <= REJECT_AFTER_TIME - KEEPALIVE_TIMEOUT - REKEY_TIMEOUT) return
  peer.sentLastMinuteHandshake = true
  initiate(core, peer, now)
}

function roam(core: DeviceCore, peer: Peer, from: Remote): void {
  if (peer.remote?.id === from.id) return
  peer.remote = from
  core.outputs.push({ kind: 'roamed', peer: peer.id, to: from })
}

/** Cryptokey routing inwards: the inner source must belong to the peer whose keys opened the packet. */
function deliver(
  core: DeviceCore,
  peer: Peer,
  bytes: Buffer,
  at: number,
  available: number,
  now: Instant,
): void {
  peer.timers.dataReceived(now)
  const length = innerLength(bytes, at, available)
  if (length === 0) {
    core.drops.invalidInnerPacket++
    return
  }
  const source = innerSourceAt(bytes, at)
  if (core.allowedIps.find(bytes, source, innerAddressLength(bytes, at)) !== peer) {
    core.drops.disallowedSource++
    return
  }
  core.deliver(peer.id, bytes, at, length)
}
