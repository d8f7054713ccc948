/** The names under which addresses are asked for (RFC 1035, 3.5; RFC 3596, 2.5). */
import type { IpAddress } from '../../base/ip.ts'

const IPV4_ZONE = '.in-addr.arpa'
const IPV6_ZONE = '.ip6.arpa'

/** `2.0.64.100.in-addr.arpa`, lower case, without the last dot. */
export function reverseNameOf({ family, bytes }: IpAddress): string {
  if (family === 4) return `${[...bytes].reverse().join('.')}${IPV4_ZONE}`
  const nibbles = [...bytes].flatMap((byte) => [byte >> 4, byte & 15])
  return `${nibbles
    .reverse()
    .map((nibble) => nibble.toString(16))
    .join('.')}${IPV6_ZONE}`
}
