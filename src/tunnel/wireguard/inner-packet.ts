/** What cryptokey routing reads of an inner packet: version, true length and the two addresses. */

export interface InnerShape {
  /** Bytes of the packet without padding. */
  readonly length: number
  readonly addressLength: 4 | 16
  readonly sourceAt: number
  readonly destinationAt: number
}

const IPV4_HEADER_MIN = 20
const IPV6_HEADER = 40
const IPV4: Omit<InnerShape, 'length'> = { addressLength: 4, sourceAt: 12, destinationAt: 16 }
const IPV6: Omit<InnerShape, 'length'> = { addressLength: 16, sourceAt: 8, destinationAt: 24 }

/** @returns `undefined` for what is no whole IP packet: wrong version, or a length field beyond the bytes. */
export function innerShape(packet: Uint8Array): InnerShape | undefined {
  const version = (packet[0] ?? 0) >> 4
  if (version === 4 && packet.length >= IPV4_HEADER_MIN) {
    const length = (packet[2]! << 8) | packet[3]!
    return length >= IPV4_HEADER_MIN && length <= packet.length ? { length, ...IPV4 } : undefined
  }
  if (version === 6 && packet.length >= IPV6_HEADER) {
    // The sum can pass 65,535: in a u16 it would wrap to a short length.
    const length = ((packet[4]! << 8) | packet[5]!) + IPV6_HEADER
    return length <= packet.length ? { length, ...IPV6 } : undefined
  }
  return undefined
}

/** Bytes to add so that the plaintext is a multiple of 16, or the MTU where that is nearer. */
export function paddingOf(length: number, mtu: number): number {
  const last = length > mtu ? length % mtu : length
  return Math.min((last + 15) & ~15, mtu) - last
}
