/**
 * What IPv4 and IPv6 have in common once their headers were checked: where addresses and payload
 * stand, which protocol comes next, and which part of a datagram this is.
 */
import { copyBytes } from '../../../base/bytes.ts'
export const PROTOCOL = {
  hopByHop: 0,
  icmpv4: 1,
  tcp: 6,
  udp: 17,
  routing: 43,
  fragment: 44,
  authentication: 51,
  icmpv6: 58,
  none: 59,
  destinationOptions: 60,
} as const

/** A checked view of one IP packet. One object serves all packets: it is overwritten by each. */
export class IpView {
  bytes: Uint8Array = new Uint8Array(0)
  family: 4 | 6 = 4
  /** Where the IP header starts and the packet ends in `bytes`. */
  start = 0
  end = 0
  /** Source and destination follow each other from here; each is `addressLength` bytes. */
  addresses = 0
  addressLength = 4
  protocol = 0
  payload = 0
  /** IPv6: where the field stands that names `protocol`. */
  nextHeaderAt = 0
  /** IPv6: what a fault is about, where the sender is to be told of it (RFC 4443 §3.4); -1 where not. */
  faultAt = -1
  hopLimit = 0
  /** RFC 3168: the lowest two bits of the traffic class. */
  congestion = 0
  dontFragment = false
  identification = 0
  /** Of this fragment's payload, in bytes. */
  fragmentOffset = 0
  moreFragments = false

  get isFragment(): boolean {
    return this.moreFragments || this.fragmentOffset > 0
  }

  get payloadLength(): number {
    return this.end - this.payload
  }

  source(): Uint8Array {
    return copyBytes(this.bytes, this.addresses, this.addresses + this.addressLength)
  }

  destination(): Uint8Array {
    const at = this.addresses + this.addressLength
    return copyBytes(this.bytes, at, at + this.addressLength)
  }
}

/** What an IP header to be written says; the payload is written after it by the caller. */
export interface IpRepr {
  source: Uint8Array
  destination: Uint8Array
  protocol: number
  hopLimit: number
  payloadLength: number
  dontFragment: boolean
  identification: number
  fragmentOffset: number
  moreFragments: boolean
}
