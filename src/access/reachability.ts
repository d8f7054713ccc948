/** What a change of the rules opens and closes, as the services that each pair of nodes gains and loses. */
import { changedRules } from './change.ts'
import type { AccessRules } from './document.ts'
import { AccessEngine } from './engine.ts'
import type { Family, Network } from './network.ts'
import type { Service } from './rule.ts'

export interface Reachability {
  readonly source: string
  readonly destination: string
  /** `tcp 22`, `udp 1-65535`, `icmp` */
  readonly services: readonly string[]
}

export interface ReachabilityDiff {
  readonly added: readonly Reachability[]
  readonly removed: readonly Reachability[]
}

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  1: 'icmp',
  6: 'tcp',
  17: 'udp',
  58: 'icmp',
  132: 'sctp',
}

export function diffReachability(
  before: AccessRules,
  after: AccessRules,
  network: Network,
): ReachabilityDiff {
  const points = probePoints(before, after)
  const old = new AccessEngine(before, network)
  const changed = new AccessEngine(after, network)
  const added: Reachability[] = []
  const removed: Reachability[] = []
  for (const [source, destination] of affectedPairs(before, after, network)) {
    const was = servicesBetween(old, source, destination, points)
    const is = servicesBetween(changed, source, destination, points)
    const gained = subtract(is, was)
    const lost = subtract(was, is)
    const pair = {
      source: network.nodes[source]!.name,
      destination: network.nodes[destination]!.name,
    }
    if (gained.length > 0) added.push({ ...pair, services: gained })
    if (lost.length > 0) removed.push({ ...pair, services: lost })
  }
  return { added, removed }
}

/** Only what a changed rule speaks of can change: nobody asks about the rest of the mesh. */
function* affectedPairs(
  before: AccessRules,
  after: AccessRules,
  network: Network,
): Generator<readonly [number, number]> {
  const { gone, come } = changedRules(before, after)
  const engines = [
    new AccessEngine({ ...before, rules: gone }, network),
    new AccessEngine({ ...after, rules: come }, network),
  ]
  for (const source of network.nodes.keys()) {
    const reached = new Set(engines.flatMap((engine) => engine.targetsOf(source)))
    reached.delete(source)
    for (const destination of [...reached].sort((a, b) => a - b)) yield [source, destination]
  }
}

/** A comment for a pull request. */
export function formatReachabilityDiff({ added, removed }: ReachabilityDiff): string {
  if (added.length === 0 && removed.length === 0) return 'The reachability does not change.\n'
  const table = (title: string, rows: readonly Reachability[]): string[] =>
    rows.length === 0
      ? []
      : [
          '',
          `**${title}**`,
          '',
          '| from | to | services |',
          '|---|---|---|',
          ...rows.map(
            ({ source, destination, services }) =>
              `| ${cell(source)} | ${cell(destination)} | ${services.join(', ')} |`,
          ),
        ]
  return [...table('Newly reachable', added), ...table('No longer reachable', removed), '']
    .join('\n')
    .trimStart()
}

/** A node's name is text of somebody's choice. */
function cell(text: string): string {
  return text.replaceAll(/[|\\`*_<>[\]]/g, '\\$&').replaceAll(/\s+/g, ' ')
}

interface ProbePoint {
  readonly protocol: number
  readonly first: number
  readonly last: number
}

/**
 * Every boundary of a port range in either document splits the ports into stretches in which all ports
 * are treated alike, so that one port stands for its stretch.
 */
function probePoints(...documents: readonly AccessRules[]): ProbePoint[] {
  const services: readonly Service[] = documents.flatMap(({ rules }) =>
    rules.flatMap((rule) => rule.targets.flatMap((target) => target.services)),
  )
  const starts = new Set([0])
  for (const { ports } of services) {
    for (const { first, last } of ports) {
      starts.add(first)
      if (last < 65_535) starts.add(last + 1)
    }
  }
  const sorted = [...starts].sort((a, b) => a - b)
  const stretches = sorted.map((first, index) => ({ first, last: (sorted[index + 1] ?? 65_536) - 1 }))
  const protocols = [
    ...new Set([
      6,
      17,
      ...services.flatMap((service) => (service.protocols.length > 20 ? [] : service.protocols)),
    ]),
  ]
  return protocols.flatMap((protocol) =>
    protocol === 6 || protocol === 17 || protocol === 132
      ? stretches.map((stretch) => ({ protocol, ...stretch }))
      : [{ protocol, first: 0, last: 65_535 }],
  )
}

function servicesBetween(
  engine: AccessEngine,
  source: number,
  destination: number,
  points: readonly ProbePoint[],
): string[] {
  const found: string[] = []
  for (const family of [4, 6] as const) {
    for (const { protocol, first, last } of points) {
      if (!engine.findAllowing({ source, destination, family, protocol, port: first })) continue
      found.push(describe(protocol, first, last, family))
    }
  }
  return mergeFamilies([...new Set(found)])
}

function describe(protocol: number, first: number, last: number, family: Family): string {
  const name = PROTOCOL_NAMES[protocol] ?? `protocol ${protocol}`
  const ports = first === 0 && last === 65_535 ? '' : first === last ? ` ${first}` : ` ${first}-${last}`
  return `${name}${ports}${family === 4 ? ' (IPv4)' : ' (IPv6)'}`
}

/** What holds for both families is said once. */
function mergeFamilies(services: readonly string[]): string[] {
  const v6 = new Set(
    services.filter((service) => service.endsWith(' (IPv6)')).map((service) => service.slice(0, -7)),
  )
  const v4 = services.filter((service) => service.endsWith(' (IPv4)')).map((service) => service.slice(0, -7))
  const both = new Set(v4.filter((service) => v6.has(service)))
  return [...both, ...services.filter((service) => !both.has(service.slice(0, -7)))]
}

function subtract(from: readonly string[], what: readonly string[]): string[] {
  const known = new Set(what)
  return from.filter((service) => !known.has(service))
}
