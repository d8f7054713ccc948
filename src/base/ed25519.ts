/**
 * Ed25519 (RFC 8032) over raw 32-byte keys, on node:crypto. OpenSSL refuses a signature whose S is not
 * below the group order, so one message and key have no second signature made from the first.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { concatBytes, decodeHex } from './bytes.ts'
import { Secret } from './secret.ts'

declare const role: unique symbol

/** 32 raw bytes. */
export type Ed25519PublicKey = Uint8Array & { readonly [role]: 'ed25519-public' }
/** The 32-byte seed of RFC 8032 §5.1.5. */
export type Ed25519PrivateKey = Secret<Uint8Array>

export interface Ed25519KeyPair {
  readonly publicKey: Ed25519PublicKey
  readonly privateKey: Ed25519PrivateKey
}

// RFC 8410 §7 and §4: the DER in front of the raw key.
const PKCS8_PREFIX = decodeHex('302e020100300506032b657004220420')
const SPKI_PREFIX = decodeHex('302a300506032b6570032100')

/** @param seed 32 fresh random bytes. */
export function ed25519KeyPair(seed: Uint8Array): Ed25519KeyPair {
  if (seed.length !== 32) throw new Error(`an Ed25519 seed has 32 bytes, not ${seed.length}`)
  const privateKey = new Secret(Uint8Array.from(seed))
  const spki = createPublicKey(privateKeyObject(privateKey)).export({ type: 'spki', format: 'der' })
  return { privateKey, publicKey: Uint8Array.from(spki.subarray(-32)) as Ed25519PublicKey }
}

/** @returns 64 bytes. */
export function signEd25519(privateKey: Ed25519PrivateKey, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKeyObject(privateKey)))
}

/** False for anything but a valid signature; never throws for bad bytes. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  try {
    return verify(null, message, publicKeyObject(publicKey), signature)
  } catch {
    // A key that is no point of the curve cannot have signed anything.
    return false
  }
}

// A key is made into OpenSSL's form once, for as long as its bytes are held: that takes longer than to sign.
const privateObjects = new WeakMap<Ed25519PrivateKey, KeyObject>()

function privateKeyObject(privateKey: Ed25519PrivateKey): KeyObject {
  const known = privateObjects.get(privateKey)
  if (known) return known
  const der = concatBytes(PKCS8_PREFIX, privateKey.reveal())
  const made = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
  privateObjects.set(privateKey, made)
  return made
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const der = concatBytes(SPKI_PREFIX, publicKey)
  return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
}
