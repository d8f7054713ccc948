/** What a DH of a stranger's costs on this machine: decides when cookies are demanded. */
import type { Clock } from '../base/time.ts'
import type { Primitives } from '../tunnel/wireguard/primitives.ts'
import { nodePrimitives } from '../tunnel/wireguard/primitives-node.ts'

const ROUNDS = 8

/** @returns milliseconds of one import, DH and hashing; at least 0.02. */
export function measureHandshakeCost(clock: Clock, crypto: Primitives = nodePrimitives): number {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(7))
  const theirs = crypto.publicOf(mine)
  const startedAt = clock.monotonic()
  for (let i = 0; i < ROUNDS; i++) {
    const shared = crypto.agree(mine, crypto.importPublicKey(theirs))!
    crypto.hmac(shared, theirs)
  }
  return Math.max(0.02, (clock.monotonic() - startedAt) / ROUNDS)
}
