/** What a DH of a stranger's costs on this machine: decides when cookies are demanded. */
import type { Clock } from '../base/time.ts'
import type { Primitives } from '../tunnel/wireguard/primitives.ts'
import { nodePrimitives } from '../tunnel/wireguard/primitives-node.ts'

const ROUNDS = 12

/** @returns milliseconds of one import, DH and hashing; at least 0.02. */
export function measureHandshakeCost(clock: Clock, crypto: Primitives = nodePrimitives): number {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(7))
  const theirs = crypto.publicOf(mine)
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < ROUNDS; i++) {
    const startedAt = clock.monotonic()
    const shared = crypto.agree(mine, crypto.importPublicKey(theirs))!
    crypto.hmac(shared, theirs)
    // The quickest round: others pay for compilation, and for what else the machine does.
    least = Math.min(least, clock.monotonic() - startedAt)
  }
  return Math.max(0.02, least)
}
