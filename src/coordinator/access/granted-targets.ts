/**
 * What the rules grant one node, computed from the rules that name it as a source and no others: a node
 * that joins costs its own edges, not the mesh's.
 */
import type { AccessRules } from '../../access/document.ts'
import { AccessEngine } from '../../access/engine.ts'
import { Network, type Node } from '../../access/network.ts'
import type { Rule } from '../../access/rule.ts'
import type { NodeRecord, PortRange } from '../store/records.ts'
import { toAccessNode } from './access-node.ts'
import type { AgentDirectory } from './agent-directory.ts'

const TCP = 6
/** As many as a map's edge names, of either. Wider ranges open those that are listed and the agent's own port. */
const MAX_PORTS = 64

export interface GrantedTarget {
  readonly target: NodeRecord
  /** TCP, ascending; none for a person. */
  readonly ports: readonly number[]
  /** TCP, all that the rules open to a person: what of it the agent listens on is the agent's to say. */
  readonly ranges?: readonly PortRange[]
  /** The longest lease under which the edge may exist; undefined where the rules set none. */
  readonly maxLeaseMs: number | undefined
}

/**
 * @param among whom to look at; a directory names those whom the rules may mean
 * @param approvedFor the environment of the approval that the source comes with, if it does
 */
export function grantedTargets(
  rules: AccessRules,
  source: Node,
  among: readonly NodeRecord[] | AgentDirectory,
  approvedFor?: string,
): GrantedTarget[] {
  const usable = rules.rules.filter(({ approval }) => !approval || approval.environment === approvedFor)
  const own = new AccessEngine({ ...rules, rules: usable }, new Network([source])).rulesOf(0)
  const targets = 'candidatesOf' in among ? among.candidatesOf(own) : among
  const network = new Network([source, ...targets.map((target) => toAccessNode(target))])
  // A range is open as a whole or not at all only where it stands for one target.
  const parts = source.user === undefined ? own : own.flatMap(splitByTarget)
  const engines = parts.map((rule) => ({
    rule,
    engine: new AccessEngine({ ...rules, rules: [rule] }, network),
  }))
  return targets.flatMap((target, index) => {
    const isOpenBy = (engine: AccessEngine) => (port: number) => isOpen(engine, index + 1, port)
    if (source.user !== undefined) {
      const opened = engines.flatMap(({ rule, engine }) => {
        const ranges = rangesOf(rule).filter(({ first }) => isOpenBy(engine)(first))
        return ranges.length > 0 ? [{ rule, ranges }] : []
      })
      if (opened.length === 0) return []
      const ranges = joinRanges(opened.flatMap((each) => each.ranges)).slice(0, MAX_PORTS)
      return [{ target, ports: [], ranges, maxLeaseMs: longestLease(opened) }]
    }
    const opened = engines.flatMap(({ rule, engine }) => {
      const ports = portsOf(rule, target).filter(isOpenBy(engine))
      return ports.length > 0 ? [{ rule, ports }] : []
    })
    if (opened.length === 0) return []
    const ports = [...new Set(opened.flatMap((each) => each.ports))].sort((a, b) => a - b)
    return [{ target, ports: ports.slice(0, MAX_PORTS), maxLeaseMs: longestLease(opened) }]
  })
}

/** An agent opens the port of its deployments to runners, and refuses an edge that asks for others besides. */
export function narrowedToDeployments(granted: readonly GrantedTarget[]): GrantedTarget[] {
  return granted.map((edge) => {
    const { port } = edge.target
    return port !== null && edge.ports.includes(port) ? { ...edge, ports: [port] } : edge
  })
}

function splitByTarget(rule: Rule): Rule[] {
  return rule.targets.map((target) => ({ ...rule, targets: [target] }))
}

/** The rule's services over TCP. */
function rangesOf(rule: Rule): PortRange[] {
  return rule.targets.flatMap(({ services }) =>
    services
      .filter(({ protocols }) => protocols.includes(TCP))
      .flatMap(({ ports }) => ports.map(({ first, last }) => ({ first: Math.max(1, first), last }))),
  )
}

/** Ascending, and none that touches another. */
function joinRanges(ranges: readonly PortRange[]): PortRange[] {
  const joined: PortRange[] = []
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = joined.at(-1)
    if (last && range.first <= last.last + 1)
      joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, range.last) }
    else joined.push(range)
  }
  return joined
}

function portsOf(rule: Rule, { port }: NodeRecord): number[] {
  const listed = rule.targets.flatMap(({ services }) =>
    services.flatMap(({ ports }) =>
      ports.flatMap(({ first, last }) =>
        last - first < MAX_PORTS ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [],
      ),
    ),
  )
  return [...new Set([...(port === null ? [] : [port]), ...listed])].filter((number) => number > 0)
}

function isOpen(engine: AccessEngine, destination: number, port: number): boolean {
  return ([4, 6] as const).some(
    (family) => engine.findAllowing({ source: 0, destination, family, protocol: TCP, port }) !== undefined,
  )
}

/** Rules only allow: one that sets no limit lifts that of another. */
function longestLease(opened: readonly { readonly rule: Rule }[]): number | undefined {
  const limits = opened.map(({ rule }) => rule.maxLeaseMs)
  return limits.includes(undefined) ? undefined : Math.max(...limits.map((limit) => limit ?? 0))
}
