/**
 * Rules compiled for a network: which node may send what to which. Each node has a short list of the
 * rules that it is a source of, so that a question looks at those alone.
 */
import type { AccessRules, Rule, Service, WorkloadCondition } from './document.ts'
import type { Family, Network, Node } from './network.ts'
import { portIn } from './protocol.ts'
import type { Selector } from './selector.ts'

export interface Question {
  /** Indices into the network's nodes. */
  readonly source: number
  readonly destination: number
  readonly family: Family
  /** IANA protocol number. */
  readonly protocol: number
  readonly port: number
}

const ICMP = 1
const ICMPV6 = 58

/** A set of nodes for each address family: a selector of IPv4 addresses says nothing about IPv6. */
interface NodeSet {
  readonly v4: Uint8Array
  readonly v6: Uint8Array
}

interface CompiledTarget {
  readonly nodes: NodeSet
  /** The destination must be an own device of the source's user. */
  readonly self: boolean
  readonly services: readonly Service[]
}

interface CompiledRule {
  readonly rule: Rule
  readonly targets: readonly CompiledTarget[]
}

export class AccessEngine {
  readonly rules: AccessRules
  readonly network: Network
  readonly #bySource: Readonly<Record<Family, readonly (readonly CompiledRule[])[]>>

  constructor(rules: AccessRules, network: Network) {
    this.rules = rules
    this.network = network
    this.#bySource = compile(rules, network)
  }

  /** The first rule that allows it; `undefined` means denied. */
  findAllowing(question: Question): Rule | undefined {
    const { source, destination, family } = question
    const size = this.network.nodes.length
    if (source >= size || destination >= size) return undefined
    for (const { rule, targets } of this.#bySource[family][source]!) {
      for (const target of targets) {
        const nodes = family === 4 ? target.nodes.v4 : target.nodes.v6
        if (nodes[destination] !== 1) continue
        if (target.self && !this.#sameOwner(source, destination)) continue
        if (target.services.some((service) => serves(service, question))) return rule
      }
    }
    return undefined
  }

  /** Rules that a node is a source of, in order. */
  rulesOf(source: number): readonly Rule[] {
    return [
      ...new Set([...this.#bySource[4][source]!, ...this.#bySource[6][source]!].map(({ rule }) => rule)),
    ]
  }

  #sameOwner(a: number, b: number): boolean {
    const first = this.network.nodes[a]!
    const second = this.network.nodes[b]!
    return (
      first.tags.length === 0 &&
      second.tags.length === 0 &&
      first.user !== undefined &&
      first.user === second.user
    )
  }
}

/** As WireGuard's peers filter: an echo needs some rule between the two addresses, whatever its ports. */
function serves(service: Service, { family, protocol, port }: Question): boolean {
  if (protocol === ICMP || protocol === ICMPV6)
    return service.protocols.includes(family === 4 ? ICMP : ICMPV6)
  return service.protocols.includes(protocol) && portIn(service.ports, port)
}

function compile(rules: AccessRules, network: Network): Record<Family, CompiledRule[][]> {
  const bySource: Record<Family, CompiledRule[][]> = {
    4: network.nodes.map(() => []),
    6: network.nodes.map(() => []),
  }
  for (const rule of rules.rules) {
    // A grant through routers reaches routes, never the nodes of the mesh.
    if (rule.via.length > 0) continue
    const compiled: CompiledRule = {
      rule,
      targets: rule.targets.map(({ selector, services }) => ({
        nodes: resolve([selector], rule.where, rules, network),
        self: selector.kind === 'autogroup' && selector.name === 'self',
        services,
      })),
    }
    const sources = resolve(rule.sources, rule.where, rules, network)
    for (let index = 0; index < network.nodes.length; index++) {
      if (sources.v4[index] === 1) bySource[4][index]!.push(compiled)
      if (sources.v6[index] === 1) bySource[6][index]!.push(compiled)
    }
  }
  return bySource
}

function resolve(
  selectors: readonly Selector[],
  where: WorkloadCondition,
  rules: AccessRules,
  network: Network,
): NodeSet {
  const set: NodeSet = { v4: new Uint8Array(network.nodes.length), v6: new Uint8Array(network.nodes.length) }
  for (const selector of selectors) {
    const { indices, families } = membersOf(selector, where, rules, network)
    for (const index of indices) {
      if (families !== 6) set.v4[index] = 1
      if (families !== 4) set.v6[index] = 1
    }
  }
  return set
}

interface Members {
  readonly indices: Iterable<number>
  readonly families: Family | 'both'
}

function membersOf(
  selector: Selector,
  where: WorkloadCondition,
  rules: AccessRules,
  network: Network,
): Members {
  const both = (indices: Iterable<number>): Members => ({ indices, families: 'both' })
  switch (selector.kind) {
    case 'everybody':
      return both(network.nodes.keys())
    case 'user':
      return both(network.ofUser(selector.name))
    case 'group':
      return both((rules.groups.get(selector.name) ?? []).flatMap((user) => network.ofUser(user)))
    case 'tag':
      return both(network.withTag(selector.name))
    case 'prefix':
      return { indices: network.within(selector.prefix), families: selector.prefix.address.family }
    case 'workload':
      return both(workloads(selector.name, where, rules, network))
    case 'autogroup':
      return both(autogroup(selector.name, network))
    case 'host':
      return both([])
  }
}

function autogroup(name: string, network: Network): Iterable<number> {
  switch (name) {
    case 'member':
    case 'self':
      return network.members()
    case 'tagged':
      return network.tagged()
    case 'danger-all':
      return network.nodes.keys()
    default:
      // `internet` is no node; roles of a login service are nobody here.
      return []
  }
}

function workloads(name: string, where: WorkloadCondition, rules: AccessRules, network: Network): number[] {
  const identity = rules.workloads.get(name)
  return network.nodes.flatMap((node, index) => {
    const { workload } = node
    if (!identity || !workload) return []
    const same = workload.repositoryId === identity.repositoryId && workload.ownerId === identity.ownerId
    return same && meets(where, workload) ? [index] : []
  })
}

function meets(where: WorkloadCondition, workload: NonNullable<Node['workload']>): boolean {
  const allowed = (list: readonly string[] | undefined, value: string): boolean =>
    list === undefined || list.includes(value)
  return (
    allowed(where.ref, workload.ref) &&
    allowed(where.environment, workload.environment) &&
    allowed(where.event, workload.event) &&
    allowed(where.workflow, workload.workflow) &&
    allowed(where.runner, workload.runner)
  )
}
