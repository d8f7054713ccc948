/** What is known of the paths' greatest packets (RFC 1191, RFC 8201). Forgets after ten minutes. */
import type { IpAddress } from '../../../base/ip.ts'

const LIFE_MS = 600_000
const MOST_PATHS = 1_024
/** RFC 1191 §7: guesses for routers that do not say. */
const PLATEAUS = [32_000, 17_914, 8_166, 4_352, 2_002, 1_492, 1_280, 1_006, 576] as const
export const LEAST_MTU = { 4: 576, 6: 1_280 } as const

export class PathMtu {
  linkMtu: number
  readonly #paths = new Map<string, { mtu: number; until: number }>()

  constructor(linkMtu: number) {
    this.linkMtu = linkMtu
  }

  find(remote: IpAddress, now: number): number {
    const path = this.#paths.get(keyOf(remote))
    if (path === undefined || path.until <= now) return this.linkMtu
    return Math.min(path.mtu, this.linkMtu)
  }

  /**
   * Takes a report. One that would raise the MTU is not believed, nor one of less than what every
   * IPv6 path carries (RFC 8201 §4); IPv4 is not lowered under what every host takes.
   * @returns true where the MTU is lower than it was
   */
  lower(remote: IpAddress, reported: number, sentLength: number, now: number): boolean {
    if (remote.family === 6 && reported < LEAST_MTU[6]) return false
    const before = this.find(remote, now)
    const guess =
      reported === 0 ? (PLATEAUS.find((mtu) => mtu < Math.min(sentLength, before)) ?? 0) : reported
    const mtu = Math.max(LEAST_MTU[remote.family], guess)
    if (mtu >= before) return false
    const key = keyOf(remote)
    this.#paths.delete(key)
    if (this.#paths.size >= MOST_PATHS) this.#paths.delete(this.#paths.keys().next().value!)
    this.#paths.set(key, { mtu, until: now + LIFE_MS })
    return true
  }
}

function keyOf(address: IpAddress): string {
  return address.bytes.join('.')
}
