/**
 * Rules compiled for a network: which node may send what to which. Each node has a short list of the
 * rules that it is a source of, so that a question looks at those alone.
 */
import type { AccessRules } from './document.ts'
import { membersOf } from './members.ts'
import type { Family, Network } from './network.ts'
import { meetsPosture } from './posture.ts'
import { portIn } from './protocol.ts'
import type { Rule, Service } from './rule.ts'
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

  /** Nodes that some rule lets a node reach, whatever the service; ascending. */
  targetsOf(source: number): readonly number[] {
    const reached = new Set<number>()
    for (const family of [4, 6] as const) {
      for (const { targets } of this.#bySource[family][source]!) {
        for (const { nodes } of targets) {
          const members = family === 4 ? nodes.v4 : nodes.v6
          for (let index = members.indexOf(1); index >= 0; index = members.indexOf(1, index + 1))
            reached.add(index)
        }
      }
    }
    return [...reached].sort((a, b) => a - b)
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
        nodes: resolve(rule, [selector], rules, network),
        self: selector.kind === 'autogroup' && selector.name === 'self',
        services,
      })),
    }
    const sources = resolve(rule, rule.sources, rules, network)
    for (let index = 0; index < network.nodes.length; index++) {
      if (rule.postures.length > 0 && !proves(rule, rules, network, index)) continue
      if (sources.v4[index] === 1) bySource[4][index]!.push(compiled)
      if (sources.v6[index] === 1) bySource[6][index]!.push(compiled)
    }
  }
  return bySource
}

function proves(rule: Rule, rules: AccessRules, network: Network, index: number): boolean {
  return meetsPosture(rule.postures, rules.postures, network.nodes[index]!.attributes)
}

function resolve(rule: Rule, selectors: readonly Selector[], rules: AccessRules, network: Network): NodeSet {
  const set: NodeSet = { v4: new Uint8Array(network.nodes.length), v6: new Uint8Array(network.nodes.length) }
  for (const selector of selectors) {
    const { v4, v6 } = membersOf(selector, rules, network, rule.where)
    for (const index of v4) set.v4[index] = 1
    for (const index of v6) set.v6[index] = 1
  }
  return set
}
