/** Where datagrams come from and go to, as the device sees it: it compares, keeps and gives back. */

import { encodeUtf8 } from '../../base/bytes.ts'
import type { Endpoint } from '../../base/ip.ts'
import { formatEndpoint } from '../../base/ip.ts'
import { addressSubject } from './cookie.ts'

export type Remote =
  | { readonly kind: 'udp'; readonly id: string; readonly subject: Uint8Array; readonly endpoint: Endpoint }
  | {
      readonly kind: 'relay'
      readonly id: string
      readonly subject: Uint8Array
      readonly relay: string
      readonly peer: string
    }

/** @returns a remote whose `id` is equal for equal endpoints, and whose `subject` a cookie is bound to. */
export function udpRemote(endpoint: Endpoint): Remote {
  const subject = addressSubject(endpoint.address.bytes, endpoint.port)
  return { kind: 'udp', id: `udp ${formatEndpoint(endpoint)}`, subject, endpoint }
}

/** @param peer the key that the relay knows the other side by, as base64. */
export function relayRemote(relay: string, peer: string): Remote {
  const id = `relay ${relay} ${peer}`
  return { kind: 'relay', id, subject: encodeUtf8(id), relay, peer }
}

/** What the rate limiter counts by: an IPv4 address, an IPv6 /64, a key at a relay. */
export function rateSource(remote: Remote): string {
  if (remote.kind === 'relay') return remote.id
  const { bytes, family } = remote.endpoint.address
  return bytes.subarray(0, family === 4 ? 4 : 8).join('.')
}
