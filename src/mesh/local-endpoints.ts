/** Where this node's UDP socket can be reached, as far as the machine itself knows. */
import { networkInterfaces } from 'node:os'
import { formatEndpoint, parseIp } from '../base/ip.ts'

const MAX_ENDPOINTS = 8

/**
 * @param withLoopback where the coordinator itself is on this machine, the peers may be as well
 * @param observed what STUN servers saw, best first
 */
export function localEndpoints(
  port: number,
  withLoopback: boolean,
  observed: readonly string[] = [],
): string[] {
  if (port === 0) return []
  const own = Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry !== undefined)
    .filter(({ internal, address }) => (withLoopback || !internal) && !address.startsWith('fe80:'))
    .map(({ address }) => formatEndpoint({ address: parseIp(address), port }))
  return [...new Set([...observed, ...own])].slice(0, MAX_ENDPOINTS)
}

/** Whether a URL leads to this very machine. */
export function isLoopbackUrl(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}
