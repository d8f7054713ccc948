/**
 * The symmetric state of Noise_IKpsk2 (Noise, section 5.2; WireGuard paper, section 5.4): a chaining
 * key and a hash of everything said so far. KDF1, KDF2 and KDF3 are HKDF over HMAC-BLAKE2s.
 */
import { encodeUtf8 } from '../../base/bytes.ts'
import { CONSTRUCTION, IDENTIFIER } from './constants.ts'
import type { Primitives } from './primitives.ts'

export interface NoiseState {
  readonly chainKey: Uint8Array
  readonly hash: Uint8Array
}

const EMPTY = new Uint8Array(0)

/** `C = H(construction)`, `h = H(C ‖ identifier)`: the same for everybody. */
let origin: NoiseState | undefined

/** `C`, and `H(h ‖ responder's static key)`. */
export function startNoise(crypto: Primitives, responderStatic: Uint8Array): NoiseState {
  origin ??= computeOrigin(crypto)
  return { chainKey: origin.chainKey.slice(), hash: crypto.hash(origin.hash, responderStatic) }
}

function computeOrigin(crypto: Primitives): NoiseState {
  const chainKey = crypto.hash(encodeUtf8(CONSTRUCTION), EMPTY)
  return { chainKey, hash: crypto.hash(chainKey, encodeUtf8(IDENTIFIER)) }
}

export function mixHash(crypto: Primitives, state: NoiseState, data: Uint8Array): void {
  crypto.hash(state.hash, data, state.hash)
}

/** KDF1: a new chaining key. */
export function mixKey(crypto: Primitives, state: NoiseState, input: Uint8Array): void {
  crypto.hkdf(state.chainKey, input, state.chainKey)
}

/** KDF2: a new chaining key, and the key for one seal. */
export function mixKeyForSeal(crypto: Primitives, state: NoiseState, input: Uint8Array): Uint8Array {
  const key = new Uint8Array(32)
  crypto.hkdf(state.chainKey, input, state.chainKey, key)
  return key
}

/** KDF3: mixes the preshared key into chaining key and hash, and gives the key for one seal. */
export function mixPresharedKey(crypto: Primitives, state: NoiseState, presharedKey: Uint8Array): Uint8Array {
  const [mixed, key] = [new Uint8Array(32), new Uint8Array(32)]
  crypto.hkdf(state.chainKey, presharedKey, state.chainKey, mixed, key)
  mixHash(crypto, state, mixed)
  mixed.fill(0)
  return key
}

/** Seals, mixes the ciphertext into the hash, and zeroes the key. */
export function sealAndMix(
  crypto: Primitives,
  state: NoiseState,
  key: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  const sealed = crypto.seal(key, plaintext, state.hash)
  key.fill(0)
  mixHash(crypto, state, sealed)
  return sealed
}

/** Opens, mixes the ciphertext into the hash, and zeroes the key. @returns `undefined` where the tag is wrong. */
export function openAndMix(
  crypto: Primitives,
  state: NoiseState,
  key: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  const plaintext = crypto.open(key, sealed, state.hash)
  key.fill(0)
  mixHash(crypto, state, sealed)
  return plaintext
}

export interface TransportKeys {
  readonly initiatorToResponder: Uint8Array
  readonly responderToInitiator: Uint8Array
}

/** KDF2 of the final chaining key; the state is zeroed. */
export function splitKeys(crypto: Primitives, state: NoiseState): TransportKeys {
  const [initiatorToResponder, responderToInitiator] = [new Uint8Array(32), new Uint8Array(32)]
  crypto.hkdf(state.chainKey, EMPTY, initiatorToResponder, responderToInitiator)
  zeroNoise(state)
  return { initiatorToResponder, responderToInitiator }
}

export function copyNoise(state: NoiseState): NoiseState {
  return { chainKey: state.chainKey.slice(), hash: state.hash.slice() }
}

export function zeroNoise(state: NoiseState): void {
  state.chainKey.fill(0)
  state.hash.fill(0)
}
