/**
 * The answer to a stream's signed upgrade (protocols §0): a fresh challenge, signed by the control key
 * together with the upgrade's own signature, so that no earlier answer fits.
 */
import { decodeBase64url, encodeBase64url } from '../base/bytes.ts'
import { labelledHash } from '../base/digest.ts'
import { type Ed25519KeyPair, type Ed25519PublicKey, signEd25519, verifyEd25519 } from '../base/ed25519.ts'
import type { Challenge } from './messages/stream.ts'

export interface ChallengeContext {
  readonly coordinatorId: string
  /** The `signature` header of the upgrade request. */
  readonly upgradeSignature: string
}

/** @param challenge 32 fresh random bytes */
export function signChallenge(
  challenge: Uint8Array,
  context: ChallengeContext,
  key: Ed25519KeyPair,
): Challenge {
  return {
    challenge: encodeBase64url(challenge),
    coordinator: context.coordinatorId,
    signature: encodeBase64url(signEd25519(key.privateKey, hashOf(challenge, context))),
  }
}

/** @returns the challenge, or undefined where the coordinator did not sign it for this upgrade */
export function verifyChallenge(
  message: Challenge,
  context: ChallengeContext,
  controlKey: Ed25519PublicKey,
): Uint8Array | undefined {
  if (message.coordinator !== context.coordinatorId) return undefined
  const challenge = decodeBase64url(message.challenge)
  const signature = decodeBase64url(message.signature)
  return verifyEd25519(controlKey, hashOf(challenge, context), signature) ? challenge : undefined
}

function hashOf(challenge: Uint8Array, { coordinatorId, upgradeSignature }: ChallengeContext): Uint8Array {
  return labelledHash('sallyport/challenge/v1', coordinatorId, upgradeSignature, challenge)
}
