/**
 * Where a peer may be reached directly, best first: on the same network, then as the world sees it.
 * Bounded and without twins; addresses that can be no peer's are left out.
 */
import { type Endpoint, formatEndpoint, type IpPrefix, parsePrefix, prefixContains } from '../../base/ip.ts'
import { MAX_CANDIDATES } from './probe.ts'

/** Unspecified, loopback and link-local, multicast, broadcast: a packet there never finds a peer elsewhere. */
const NEVER = ['0.0.0.0/8', '224.0.0.0/3', '::/128', 'ff00::/8'].map(parsePrefix)
const NOT_ELSEWHERE = ['127.0.0.0/8', '169.254.0.0/16', '::1/128', 'fe80::/10'].map(parsePrefix)
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].map(parsePrefix)

export interface CandidateRules {
  /** Addresses of the mesh itself: a tunnel must not run inside itself. */
  readonly mesh: readonly IpPrefix[]
  /** Loopback is a way to a peer on the same machine (tests, the quickstart). */
  readonly allowLoopback: boolean
}

export function orderCandidates(endpoints: readonly Endpoint[], rules: CandidateRules): Endpoint[] {
  const seen = new Set<string>()
  const usable = endpoints.filter((endpoint) => {
    const text = formatEndpoint(endpoint)
    if (seen.has(text) || !isUsable(endpoint, rules)) return false
    seen.add(text)
    return true
  })
  return usable.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_CANDIDATES)
}

function isUsable(endpoint: Endpoint, rules: CandidateRules): boolean {
  const refused = [...NEVER, ...rules.mesh, ...(rules.allowLoopback ? [] : NOT_ELSEWHERE)]
  return endpoint.port !== 0 && !refused.some((prefix) => prefixContains(prefix, endpoint.address))
}

function rank(endpoint: Endpoint): number {
  const isPrivate = PRIVATE.some((prefix) => prefixContains(prefix, endpoint.address))
  return (isPrivate ? 0 : 2) + (endpoint.address.family === 6 ? 0 : 1)
}
