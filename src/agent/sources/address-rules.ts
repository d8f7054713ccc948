/**
 * Which addresses an `https` source may have: public ones. Loopback, link-local (cloud metadata
 * lives there), private, shared, multicast and reserved ones are refused unless they are listed.
 */
import { type IpAddress, type IpPrefix, parsePrefix, prefixContains } from '../../base/ip.ts'

/** IANA's special-purpose registries (RFC 6890 and its updates), and multicast. */
const SPECIAL = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
].map(parsePrefix)

/** Prefixes that carry an IPv4 address inside: offset of its four bytes. */
const EMBEDDING = [
  { prefix: parsePrefix('::ffff:0:0/96'), at: 12 },
  { prefix: parsePrefix('::/96'), at: 12 },
  { prefix: parsePrefix('64:ff9b::/96'), at: 12 },
  { prefix: parsePrefix('2002::/16'), at: 2 },
]

/**
 * @param mesh the prefixes of the mesh, which only the `runner` source may reach
 * @param allowed what the configuration lists for this source
 */
export function isAddressAllowed(
  address: IpAddress,
  mesh: readonly IpPrefix[],
  allowed: readonly IpPrefix[],
): boolean {
  if (allowed.some((prefix) => prefixContains(prefix, address))) return true
  if ([...SPECIAL, ...mesh].some((prefix) => prefixContains(prefix, address))) return false
  const inside = EMBEDDING.find(({ prefix }) => prefixContains(prefix, address))
  if (!inside) return true
  const embedded: IpAddress = { family: 4, bytes: address.bytes.subarray(inside.at, inside.at + 4) }
  return isAddressAllowed(embedded, mesh, allowed)
}
