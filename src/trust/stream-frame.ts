/**
 * Frames of a control stream (protocols §0): after the signed upgrade and its signed challenge, each frame
 * carries a counter and a signature over (challenge, counter, digest of the frame).
 */
import { labelledHash, sha256 } from '../base/digest.ts'
import { type Ed25519KeyPair, type Ed25519PublicKey, signEd25519, verifyEd25519 } from '../base/ed25519.ts'

export interface FrameContext {
  /** The server's fresh challenge of this stream, 32 bytes. */
  readonly challenge: Uint8Array
  /** From 1, rising by one with each frame of one direction. */
  readonly counter: number
  /** Who speaks: a frame of one side is never taken for one of the other. */
  readonly from: 'node' | 'coordinator'
}

/** @returns 64 bytes */
export function signFrame(frame: Uint8Array, context: FrameContext, key: Ed25519KeyPair): Uint8Array {
  return signEd25519(key.privateKey, frameHash(frame, context))
}

/** The caller knows the counter that must come next: it does not take it from the frame. */
export function verifyFrame(
  frame: Uint8Array,
  signature: Uint8Array,
  context: FrameContext,
  publicKey: Ed25519PublicKey,
): boolean {
  return verifyEd25519(publicKey, frameHash(frame, context), signature)
}

/** H("sallyport/frame/v1", challenge, side, u64 big-endian counter, SHA-256(frame)) */
export function frameHash(frame: Uint8Array, { challenge, counter, from }: FrameContext): Uint8Array {
  const counterBytes = new Uint8Array(8)
  new DataView(counterBytes.buffer).setBigUint64(0, BigInt(counter))
  return labelledHash('sallyport/frame/v1', challenge, from, counterBytes, sha256(frame))
}
