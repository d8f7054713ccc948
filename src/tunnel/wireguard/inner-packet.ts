/** What routing needs of an inner packet: its true length and where its addresses stand. */

const IPV4_HEADER_MIN = 20
const IPV6_HEADER = 40

/**
 * @returns bytes of the packet at `at` without padding; 0 for what is no whole IP packet: wrong version,
 *   or a length field beyond the `available` bytes
 */
export function innerLength(packet: Uint8Array, at: number, available: number): number {
  if (available < IPV4_HEADER_MIN) return 0
  const version = packet[at]! >> 4
  if (version === 4) {
    const length = (packet[at + 2]! << 8) | packet[at + 3]!
    return length >= IPV4_HEADER_MIN && length <= available ? length : 0
  }
  if (version !== 6 || available < IPV6_HEADER) return 0
  // The sum can pass 65,535: in a u16 it would wrap to a short length.
  const length = ((packet[at + 4]! << 8) | packet[at + 5]!) + IPV6_HEADER
  return length <= available ? length : 0
}

/** Bytes of an address of a packet that {@link innerLength} took. */
export function innerAddressLength(packet: Uint8Array, at: number): 4 | 16 {
  return packet[at]! >> 4 === 4 ? 4 : 16
}

export function innerSourceAt(packet: Uint8Array, at: number): number {
  return at + (packet[at]! >> 4 === 4 ? 12 : 8)
}

export function innerDestinationAt(packet: Uint8Array, at: number): number {
  return at + (packet[at]! >> 4 === 4 ? 16 : 24)
}

/** Bytes to add so that the plaintext is a multiple of 16, or the MTU where that is nearer. */
export function paddingOf(length: number, mtu: number): number {
  const last = length > mtu ? length % mtu : length
  return Math.min((last + 15) & ~15, mtu) - last
}
