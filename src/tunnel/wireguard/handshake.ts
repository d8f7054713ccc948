/**
 * The handshake (paper, section 5.4.2 and 5.4.3): create and consume initiation and response. Every
 * function is pure; a refused message changes no state of the caller.
 */

import { emitInitiation, emitResponse, type Initiation, type Response } from './messages.ts'
import {
  copyNoise,
  mixHash,
  mixKey,
  mixKeyForSeal,
  mixPresharedKey,
  type NoiseState,
  openAndMix,
  sealAndMix,
  splitKeys,
  startNoise,
  type TransportKeys,
  zeroNoise,
} from './noise.ts'
import type { KeyHandle, Primitives } from './primitives.ts'

const EMPTY = new Uint8Array(0)

/** What one node brings to all its handshakes. */
export interface Identity {
  readonly privateKey: KeyHandle
  readonly publicKey: Uint8Array
}

/** What both sides hold of the other before a handshake; `staticShared` is DH(static, static), computed once. */
export interface RemoteIdentity {
  readonly publicKey: KeyHandle
  readonly staticShared: Uint8Array
  /** 32 zero bytes where none is set: it is mixed in all the same. */
  readonly presharedKey: Uint8Array
}

/** A key pair for one handshake. */
export interface EphemeralKeys {
  readonly privateKey: KeyHandle
  readonly publicKey: Uint8Array
}

/** @param bytes 32 random bytes */
export function ephemeralKeys(crypto: Primitives, bytes: Uint8Array): EphemeralKeys {
  const privateKey = crypto.importPrivateKey(bytes)
  return { privateKey, publicKey: crypto.publicOf(privateKey) }
}

/** The initiator's memory until the response comes. */
export interface InitiationCreated {
  readonly localIndex: number
  readonly ephemeral: KeyHandle
  readonly noise: NoiseState
}

export interface InitiationInput {
  readonly identity: Identity
  readonly remote: RemoteIdentity
  readonly localIndex: number
  readonly ephemeral: EphemeralKeys
  /** TAI64N. */
  readonly timestamp: Uint8Array
}

/** @returns `undefined` where the peer's static key is of low order. */
export function createInitiation(
  crypto: Primitives,
  input: InitiationInput,
): { message: Uint8Array; state: InitiationCreated } | undefined {
  const { identity, remote, localIndex } = input
  const { privateKey: ephemeral, publicKey: ephemeralPublic } = input.ephemeral
  const shared = crypto.agree(ephemeral, remote.publicKey)
  if (!shared) return undefined
  const noise = startNoise(crypto, remote.publicKey.bytes)
  mixKey(crypto, noise, ephemeralPublic)
  mixHash(crypto, noise, ephemeralPublic)
  const staticKey = mixKeyForSeal(crypto, noise, shared)
  const sealedStatic = sealAndMix(crypto, noise, staticKey, identity.publicKey)
  const timestampKey = mixKeyForSeal(crypto, noise, remote.staticShared)
  const sealedTimestamp = sealAndMix(crypto, noise, timestampKey, input.timestamp)
  shared.fill(0)
  const message = emitInitiation({
    sender: localIndex,
    ephemeral: ephemeralPublic,
    sealedStatic,
    sealedTimestamp,
  })
  return { message, state: { localIndex, ephemeral, noise } }
}

/** An initiation whose sender claims to be `initiator`; proven only by {@link verifyInitiation}. */
export interface InitiationOpened {
  readonly message: Initiation
  readonly ephemeral: KeyHandle
  readonly initiator: Uint8Array
  readonly noise: NoiseState
}

/** First half: one DH tells whose key the initiation claims. */
export function openInitiation(
  crypto: Primitives,
  identity: Identity,
  message: Initiation,
): InitiationOpened | undefined {
  const ephemeral = crypto.importPublicKey(message.ephemeral)
  const shared = crypto.agree(identity.privateKey, ephemeral)
  if (!shared) return undefined
  const noise = startNoise(crypto, identity.publicKey)
  mixKey(crypto, noise, message.ephemeral)
  mixHash(crypto, noise, message.ephemeral)
  const initiator = openAndMix(crypto, noise, mixKeyForSeal(crypto, noise, shared), message.sealedStatic)
  shared.fill(0)
  return initiator && { message, ephemeral, initiator, noise }
}

/** Second half: the timestamp opens only for the one who holds the static key. @returns the TAI64N. */
export function verifyInitiation(
  crypto: Primitives,
  opened: InitiationOpened,
  remote: RemoteIdentity,
): Uint8Array | undefined {
  const key = mixKeyForSeal(crypto, opened.noise, remote.staticShared)
  return openAndMix(crypto, opened.noise, key, opened.message.sealedTimestamp)
}

export interface ResponseInput {
  readonly opened: InitiationOpened
  readonly remote: RemoteIdentity
  readonly localIndex: number
  readonly ephemeral: EphemeralKeys
}

/** Answers a verified initiation and derives the keys; the handshake's state is zeroed. */
export function createResponse(
  crypto: Primitives,
  input: ResponseInput,
): { message: Uint8Array; keys: TransportKeys } | undefined {
  const { opened, remote, localIndex } = input
  const { noise, message: initiation } = opened
  const { privateKey: ephemeral, publicKey: ephemeralPublic } = input.ephemeral
  const ephemeralShared = crypto.agree(ephemeral, opened.ephemeral)
  const staticShared = crypto.agree(ephemeral, remote.publicKey)
  if (!ephemeralShared || !staticShared) return undefined
  mixKey(crypto, noise, ephemeralPublic)
  mixHash(crypto, noise, ephemeralPublic)
  mixKey(crypto, noise, ephemeralShared)
  mixKey(crypto, noise, staticShared)
  const sealedEmpty = sealAndMix(crypto, noise, mixPresharedKey(crypto, noise, remote.presharedKey), EMPTY)
  ephemeralShared.fill(0)
  staticShared.fill(0)
  const message = emitResponse({
    sender: localIndex,
    receiver: initiation.sender,
    ephemeral: ephemeralPublic,
    sealedEmpty,
  })
  return { message, keys: splitKeys(crypto, noise) }
}

/** @returns `undefined` for a response that is not to this initiation, which stays good for the true one. */
export function consumeResponse(
  crypto: Primitives,
  identity: Identity,
  remote: RemoteIdentity,
  state: InitiationCreated,
  message: Response,
): TransportKeys | undefined {
  const theirs = crypto.importPublicKey(message.ephemeral)
  const ephemeralShared = crypto.agree(state.ephemeral, theirs)
  const staticShared = crypto.agree(identity.privateKey, theirs)
  if (!ephemeralShared || !staticShared) return undefined
  const noise = copyNoise(state.noise)
  mixKey(crypto, noise, message.ephemeral)
  mixHash(crypto, noise, message.ephemeral)
  mixKey(crypto, noise, ephemeralShared)
  mixKey(crypto, noise, staticShared)
  const empty = openAndMix(
    crypto,
    noise,
    mixPresharedKey(crypto, noise, remote.presharedKey),
    message.sealedEmpty,
  )
  ephemeralShared.fill(0)
  staticShared.fill(0)
  if (!empty) {
    zeroNoise(noise)
    return undefined
  }
  return splitKeys(crypto, noise)
}

/** Forgets an initiation: the ephemeral key and the symmetric state. */
export function zeroInitiation(state: InitiationCreated): void {
  state.ephemeral.bytes.fill(0)
  zeroNoise(state.noise)
}
