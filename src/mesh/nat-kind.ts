/**
 * What kind of NAT is between, by what STUN servers say (RFC 4787, 4.1): one address and port for all servers is
 * endpoint-independent mapping, which hole punching gets through. Each family has a NAT of its own, or none.
 */
import { type Endpoint, formatEndpoint, formatIp } from '../base/ip.ts'

export type NatKind = 'unknown' | 'blocked' | 'none' | 'easy' | 'hard'

export interface NatSigns {
  /** Servers that must answer where UDP passes: those that the person named. */
  readonly asked: number
  readonly observed: readonly Endpoint[]
  /** This machine's own addresses, and its port. */
  readonly addresses: readonly string[]
  readonly port: number
}

export function natKindOf({ asked, observed, addresses, port }: NatSigns): NatKind {
  if (observed.length === 0) return asked === 0 ? 'unknown' : 'blocked'
  const own = new Set(addresses)
  if (observed.every((each) => each.port === port && own.has(formatIp(each.address)))) return 'none'
  const kinds = ([4, 6] as const).map((family) =>
    kindOf(observed.filter(({ address }) => address.family === family).map(formatEndpoint)),
  )
  if (kinds.includes('hard')) return 'hard'
  return kinds.includes('easy') ? 'easy' : 'unknown'
}

/** One answer alone does not tell whether another server sees another port. */
function kindOf(observed: readonly string[]): NatKind {
  if (observed.length < 2) return 'unknown'
  return new Set(observed).size === 1 ? 'easy' : 'hard'
}
