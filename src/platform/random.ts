import { randomFillSync } from 'node:crypto'
import type { Random } from '../base/random.ts'

const POOL = 4_096
const pool = new Uint8Array(POOL)
let left = 0

/**
 * The platform's CSPRNG. A call of it costs microseconds and handshakes draw a few bytes often, so small draws
 * come from a pool; what was given is not in it any more.
 */
export const systemRandom: Random = {
  bytes(length) {
    if (length > POOL / 8) return randomFillSync(new Uint8Array(length))
    if (left < length) {
      randomFillSync(pool)
      left = POOL
    }
    left -= length
    const bytes = pool.slice(left, left + length)
    pool.fill(0, left, left + length)
    return bytes
  },
}
