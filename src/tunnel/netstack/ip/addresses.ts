/** The addresses of this stack, and which addresses of others may be a source (RFC 1122 §3.2.1.3, RFC 4291). */
import { formatIp, type IpAddress } from '../../../base/ip.ts'
import type { IpView } from '../wire/ip.ts'

export class Addresses {
  #own: readonly IpAddress[]

  constructor(own: readonly IpAddress[]) {
    this.#own = own
  }

  set(own: readonly IpAddress[]): void {
    this.#own = own
  }

  has(address: IpAddress): boolean {
    return this.hasBytes(address.bytes, 0, address.bytes.length)
  }

  hasBytes(bytes: Uint8Array, offset: number, length: number): boolean {
    return this.#find(bytes, offset, length) !== undefined
  }

  /** The own address that the packet is for, without making one. */
  destinationOf(ip: IpView): IpAddress | undefined {
    return this.#find(ip.bytes, ip.addresses + ip.addressLength, ip.addressLength)
  }

  /** @returns the address to speak from, `undefined` where none has the family */
  sourceFor(remote: IpAddress): IpAddress | undefined {
    return this.#own.find((address) => address.family === remote.family)
  }

  /** Diagnostics only. */
  get text(): string {
    return this.#own.map(formatIp).join(', ')
  }

  #find(bytes: Uint8Array, offset: number, length: number): IpAddress | undefined {
    for (const address of this.#own) {
      const own = address.bytes
      if (own.length !== length) continue
      let i = 0
      while (i < length && own[i] === bytes[offset + i]) i++
      if (i === length) return address
    }
    return undefined
  }
}

/** True for what no host may speak from: unspecified, loopback, multicast, broadcast, IPv4-mapped. */
export function isRefusedSource(ip: IpView): boolean {
  const { bytes, addresses: at } = ip
  if (ip.family === 4) {
    const first = bytes[at]!
    return first === 0 || first === 127 || first >= 224
  }
  if (bytes[at] === 0xff) return true
  for (let i = 0; i < 10; i++) if (bytes[at + i] !== 0) return false
  const group = (bytes[at + 10]! << 8) | bytes[at + 11]!
  if (group === 0xffff) return true
  const isLow = group === 0 && bytes[at + 12] === 0 && bytes[at + 13] === 0 && bytes[at + 14] === 0
  return isLow && bytes[at + 15]! <= 1
}
