/** What a device asks its shell to do, and what it counts. */
import type { Arena } from './aead.ts'
import type { PeerId } from './keys.ts'
import type { Remote } from './remote.ts'

export type DeviceOutput =
  /** To be sent. `reply` is to go back the way that its question came; others may take any path to the peer. */
  | {
      readonly kind: 'datagram'
      readonly to: Remote
      readonly bytes: Uint8Array
      readonly peer: PeerId | undefined
      readonly reply: boolean
    }
  /** A whole inner packet whose source belongs to the peer. */
  | { readonly kind: 'packet'; readonly bytes: Uint8Array; readonly peer: PeerId }
  /** Both sides proved that they hold the keys. `roundTripMs` where we initiated. */
  | { readonly kind: 'session'; readonly peer: PeerId; readonly roundTripMs: number | undefined }
  /** 90 s of initiations without an answer; told again when the peer is given up, which waits for as long as there is to send. */
  | { readonly kind: 'unanswered'; readonly peer: PeerId }
  | { readonly kind: 'roamed'; readonly peer: PeerId; readonly to: Remote }

/**
 * Takes data messages where they are sealed, in memory that it offers, so that a packet costs no object.
 * Without one, data messages come out of `drain()` like all others.
 */
export interface DataSink {
  /** Of the device's AEAD. */
  readonly arena: Arena
  /** @returns where in the arena a message of `size` bytes is to be written; until `commit` it is nobody's. */
  reserve(size: number): number
  /** The message at `at` is whole. */
  commit(peer: PeerId, to: Remote, at: number, size: number): void
}

/**
 * Takes inner packets whose source belongs to the peer; the bytes are valid during the call only, and the
 * device must not be given a packet during it. Without one, they come out of `drain()`.
 */
export type PacketTaker = (peer: PeerId, bytes: Buffer, at: number, length: number) => void

/** Why input was dropped. Counted, never thrown. */
export interface DropCounts {
  malformed: number
  invalidMac1: number
  cookieDemanded: number
  rateLimited: number
  unknownPeer: number
  unknownIndex: number
  invalidHandshake: number
  replayedInitiation: number
  floodingInitiation: number
  invalidCookieReply: number
  expiredKey: number
  invalidTag: number
  replayedPacket: number
  invalidInnerPacket: number
  disallowedSource: number
  noRoute: number
  noRemote: number
  stageOverflow: number
}

export function emptyDropCounts(): DropCounts {
  return {
    malformed: 0,
    invalidMac1: 0,
    cookieDemanded: 0,
    rateLimited: 0,
    unknownPeer: 0,
    unknownIndex: 0,
    invalidHandshake: 0,
    replayedInitiation: 0,
    floodingInitiation: 0,
    invalidCookieReply: 0,
    expiredKey: 0,
    invalidTag: 0,
    replayedPacket: 0,
    invalidInnerPacket: 0,
    disallowedSource: 0,
    noRoute: 0,
    noRemote: 0,
    stageOverflow: 0,
  }
}
