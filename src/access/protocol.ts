/** Protocols and ports of a rule, by the names and numbers of IANA. */

/** Protocol numbers that carry ports. */
const WITH_PORTS: ReadonlySet<number> = new Set([6, 17, 132])

const NAMES: Readonly<Record<string, readonly number[]>> = {
  // The name means both; the number 1 is ICMP for IPv4 alone.
  icmp: [1, 58],
  igmp: [2],
  ipv4: [4],
  'ip-in-ip': [4],
  tcp: [6],
  egp: [8],
  igp: [9],
  udp: [17],
  gre: [47],
  esp: [50],
  ah: [51],
  'ipv6-icmp': [58],
  sctp: [132],
  fc: [133],
}

/** What a rule means that names no protocol: TCP, UDP, ICMP and ICMPv6. */
export const DEFAULT_PROTOCOLS: readonly number[] = [1, 6, 17, 58]

export interface PortRange {
  readonly first: number
  readonly last: number
}

export const ALL_PORTS: readonly PortRange[] = [{ first: 0, last: 65_535 }]

/** A name in any case, or a number from 0 to 255; none and `*` are the default. `undefined` where it is neither. */
export function parseProtocol(text: string): readonly number[] | undefined {
  if (text === '' || text === '*') return DEFAULT_PROTOCOLS
  if (/^(0|[1-9]\d{0,2})$/.test(text)) return Number(text) <= 255 ? [Number(text)] : undefined
  const name = text.toLowerCase()
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
}

/** `*`, `22`, `80-443`, `22,80,443`. A text is why not. */
export function parsePorts(text: string): readonly PortRange[] | string {
  if (text === '*') return ALL_PORTS
  const ranges: PortRange[] = []
  for (const part of text.split(',')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim())
    if (!match) return `${JSON.stringify(part)} is no port and no range of ports`
    const first = Number(match[1])
    const last = Number(match[2] ?? match[1])
    if (first === 0) return `port 0 in ${JSON.stringify(part)}: ports begin at 1, and * is every port`
    if (last > 65_535) return `port ${last} is over 65535`
    if (first > last) return `the range ${part} goes backwards`
    ranges.push({ first, last })
  }
  return ranges
}

export function isAllPorts(ports: readonly PortRange[]): boolean {
  return ports.length === 1 && ports[0]!.first === 0 && ports[0]!.last === 65_535
}

/** Whether one of these protocols has ports, so that a rule may narrow them. */
export function carriesPorts(protocols: readonly number[]): boolean {
  return protocols.every((protocol) => WITH_PORTS.has(protocol) || DEFAULT_PROTOCOLS === protocols)
}

export function portIn(ranges: readonly PortRange[], port: number): boolean {
  return ranges.some((range) => port >= range.first && port <= range.last)
}
