/**
 * The login of a node at a relay: it proves that it holds its WireGuard key by a DH with the relay's
 * ephemeral key. The proof covers the name that the client dialled, so that one relay cannot pass
 * another's challenge on and log in as its client.
 */
import { concatBytes, copyBytes, encodeUtf8, equalConstantTime, uint32be } from '../../base/bytes.ts'
import type { KeyHandle, Primitives } from '../wireguard/primitives.ts'

const LABEL = encodeUtf8('sallyport/relay-login/v1')

export interface Challenge {
  readonly ephemeral: Uint8Array
  readonly nonce: Uint8Array
}

/** What the relay keeps of its challenge until the login comes. */
export interface ChallengeSecret {
  readonly privateKey: KeyHandle
  readonly challenge: Challenge
}

/** @param seed 64 random bytes. */
export function createChallenge(crypto: Primitives, seed: Uint8Array): ChallengeSecret {
  const privateKey = crypto.importPrivateKey(copyBytes(seed, 0, 32))
  return { privateKey, challenge: { ephemeral: crypto.publicOf(privateKey), nonce: copyBytes(seed, 32, 64) } }
}

export interface LoginInput {
  readonly privateKey: KeyHandle
  readonly publicKey: Uint8Array
  /** Host and port as the client dialled them, lower case: `relay.example:443`. */
  readonly relay: string
  readonly challenge: Challenge
}

/** @returns `undefined` where the relay's key is of low order. */
export function createProof(crypto: Primitives, input: LoginInput): Uint8Array | undefined {
  const { challenge, privateKey } = input
  const shared = crypto.agree(privateKey, crypto.importPublicKey(challenge.ephemeral))
  return shared && proofOf(crypto, shared, input.publicKey, input.relay, challenge)
}

export function verifyProof(
  crypto: Primitives,
  secret: ChallengeSecret,
  login: { readonly publicKey: Uint8Array; readonly proof: Uint8Array },
  relay: string,
): boolean {
  const shared = crypto.agree(secret.privateKey, crypto.importPublicKey(login.publicKey))
  if (!shared) return false
  return equalConstantTime(proofOf(crypto, shared, login.publicKey, relay, secret.challenge), login.proof)
}

function proofOf(
  crypto: Primitives,
  shared: Uint8Array,
  publicKey: Uint8Array,
  relay: string,
  challenge: Challenge,
): Uint8Array {
  const name = encodeUtf8(relay)
  const key = crypto.hmac(shared, LABEL)
  shared.fill(0)
  return crypto.hmac(
    key,
    concatBytes(challenge.ephemeral, challenge.nonce, publicKey, uint32be(name.length), name),
  )
}
