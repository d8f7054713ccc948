/** `sockaddr_in` (16 bytes) and `sockaddr_in6` (28): family in the machine's order, port and address in the network's. */
import type { Endpoint } from '../../base/ip.ts'
import { AF_INET, AF_INET6 } from './linux.ts'

export const SOCKET_ADDRESS_MAX = 28

/** @returns how many bytes were written */
export function writeSocketAddress(bytes: Buffer, at: number, { address, port }: Endpoint): number {
  const isIpv4 = address.family === 4
  const size = isIpv4 ? 16 : SOCKET_ADDRESS_MAX
  bytes.fill(0, at, at + size)
  bytes.writeUInt16LE(isIpv4 ? AF_INET : AF_INET6, at)
  bytes.writeUInt16BE(port, at + 2)
  bytes.set(address.bytes, at + (isIpv4 ? 4 : 8))
  return size
}

/** @returns `undefined` for a family that is none of IP's */
export function readSocketAddress(bytes: Buffer, at: number): Endpoint | undefined {
  const family = bytes.readUInt16LE(at)
  if (family !== AF_INET && family !== AF_INET6) return undefined
  const isIpv4 = family === AF_INET
  const from = at + (isIpv4 ? 4 : 8)
  return {
    address: {
      family: isIpv4 ? 4 : 6,
      bytes: new Uint8Array(bytes.subarray(from, from + (isIpv4 ? 4 : 16))),
    },
    port: bytes.readUInt16BE(at + 2),
  }
}
