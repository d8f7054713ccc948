/**
 * Addresses of the mesh: IPv4 from 100.64.0.0/10 (RFC 6598), and for each the same host number in a ULA
 * prefix (RFC 4193) made from the root, so that one reservation serves both. Handed out in a circle: a
 * freed address is the last to be used again, which helps where a peer's clock is wrong.
 */

import { sha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import {
  formatIp,
  type IpAddress,
  type IpPrefix,
  maskPrefix,
  parsePrefix,
  prefixContains,
} from '../../base/ip.ts'
import type { Timestamp } from '../../base/time.ts'
import type { Transaction } from '../store/contract.ts'

const POOL_START = 0x64_40_00_00
const POOL_SIZE = 1 << 22
const CURSOR = 'address-cursor'

/** 100.64.0.0/24 is the mesh's own; 100.100.100.0/24 and 100.115.92.0/23 are spoken for on many machines. */
const RESERVED: readonly IpPrefix[] = ['100.64.0.0/24', '100.100.100.0/24', '100.115.92.0/23'].map(
  parsePrefix,
)

export interface MeshAddress {
  readonly ipv4: string
  readonly ipv6: string
}

/** The mesh's ULA prefix, `fdxx:xxxx:xxxx::/48`: the global id is taken from the root's digest. */
export function ulaPrefixOf(root: Uint8Array): IpPrefix {
  const bytes = new Uint8Array(16)
  bytes[0] = 0xfd
  bytes.set(sha256(root).subarray(0, 5), 1)
  return maskPrefix({ address: { family: 6, bytes }, bits: 48 })
}

/** @throws `LIMIT_EXCEEDED` where none is free */
export async function leaseAddress(tx: Transaction, root: Uint8Array, now: Timestamp): Promise<MeshAddress> {
  const start = Number((await tx.settings.find(CURSOR)) ?? 0)
  for (let step = 0; step < POOL_SIZE; step++) {
    const host = (start + step) % POOL_SIZE
    const address = ipv4At(host)
    const ipv4 = formatIp(address)
    if (RESERVED.some((prefix) => prefixContains(prefix, address))) continue
    if (await tx.nodes.isAddressTaken(ipv4, now)) continue
    await tx.settings.put(CURSOR, String((host + 1) % POOL_SIZE))
    return { ipv4, ipv6: formatIp(ipv6At(root, host)) }
  }
  throw new SallyportError('LIMIT_EXCEEDED', { message: 'every address of 100.64.0.0/10 is taken' })
}

function ipv4At(host: number): IpAddress {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, POOL_START + host)
  return { family: 4, bytes }
}

function ipv6At(root: Uint8Array, host: number): IpAddress {
  const bytes = Uint8Array.from(ulaPrefixOf(root).address.bytes)
  new DataView(bytes.buffer).setUint32(12, host)
  return { family: 6, bytes }
}
