/**
 * The symmetric state of Noise_IKpsk2 (Noise, section 5.2; WireGuard paper, section 5.4): a chaining
 * key and a hash of everything said so far. HKDF stands on HMAC-BLAKE2s.
 */
import { copyBytes, encodeUtf8 } from '../../base/bytes.ts'
import { CONSTRUCTION, IDENTIFIER } from './constants.ts'
import type { Primitives } from './primitives.ts'

export interface NoiseState {
  chainKey: Uint8Array
  hash: Uint8Array
}

const EMPTY = new Uint8Array(0)
const ONE = Uint8Array.of(1)

/** `C = H(construction)`, `h = H(C ‖ identifier)`: the same for everybody. */
let origin: NoiseState | undefined

/** `C`, and `H(h ‖ responder's static key)`. */
export function startNoise(crypto: Primitives, responderStatic: Uint8Array): NoiseState {
  origin ??= computeOrigin(crypto)
  return { chainKey: copyBytes(origin.chainKey), hash: crypto.hash(origin.hash, responderStatic) }
}

function computeOrigin(crypto: Primitives): NoiseState {
  const chainKey = crypto.hash(encodeUtf8(CONSTRUCTION), EMPTY)
  return { chainKey, hash: crypto.hash(chainKey, encodeUtf8(IDENTIFIER)) }
}

export function mixHash(crypto: Primitives, state: NoiseState, data: Uint8Array): void {
  state.hash = crypto.hash(state.hash, data)
}

/** KDF1: a new chaining key. */
export function mixKey(crypto: Primitives, state: NoiseState, input: Uint8Array): void {
  const secret = crypto.hmac(state.chainKey, input)
  replaceChainKey(state, crypto.hmac(secret, ONE))
  secret.fill(0)
}

/** KDF2: a new chaining key, and the key for one seal. */
export function mixKeyForSeal(crypto: Primitives, state: NoiseState, input: Uint8Array): Uint8Array {
  const [chainKey, key] = kdf2(crypto, state.chainKey, input)
  replaceChainKey(state, chainKey)
  return key
}

/** KDF3: mixes the preshared key into chaining key and hash, and gives the key for one seal. */
export function mixPresharedKey(crypto: Primitives, state: NoiseState, presharedKey: Uint8Array): Uint8Array {
  const secret = crypto.hmac(state.chainKey, presharedKey)
  const first = crypto.hmac(secret, ONE)
  const second = crypto.hmac(secret, joinByte(first, 2))
  const third = crypto.hmac(secret, joinByte(second, 3))
  secret.fill(0)
  replaceChainKey(state, first)
  mixHash(crypto, state, second)
  second.fill(0)
  return third
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
  const [initiatorToResponder, responderToInitiator] = kdf2(crypto, state.chainKey, EMPTY)
  zeroNoise(state)
  return { initiatorToResponder, responderToInitiator }
}

export function copyNoise(state: NoiseState): NoiseState {
  return { chainKey: copyBytes(state.chainKey), hash: copyBytes(state.hash) }
}

export function zeroNoise(state: NoiseState): void {
  state.chainKey.fill(0)
  state.hash.fill(0)
}

function kdf2(crypto: Primitives, key: Uint8Array, input: Uint8Array): [Uint8Array, Uint8Array] {
  const secret = crypto.hmac(key, input)
  const first = crypto.hmac(secret, ONE)
  const second = crypto.hmac(secret, joinByte(first, 2))
  secret.fill(0)
  return [first, second]
}

function replaceChainKey(state: NoiseState, chainKey: Uint8Array): void {
  state.chainKey.fill(0)
  state.chainKey = chainKey
}

function joinByte(bytes: Uint8Array, byte: number): Uint8Array {
  const joined = new Uint8Array(bytes.length + 1)
  joined.set(bytes)
  joined[bytes.length] = byte
  return joined
}
