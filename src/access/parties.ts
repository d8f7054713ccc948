/**
 * Whom a test or a question names: the nodes that are meant, or, where none is there, one that is imagined
 * (somebody who need not be connected).
 */
import type { IpAddress } from '../base/ip.ts'
import { membersOf } from './members.ts'
import type { Names, WorkloadIdentity } from './names.ts'
import { Network, type Node, type NodeWorkload } from './network.ts'
import { forgeOfSelector, parseSelector, type Selector } from './selector.ts'

export type PartyNames = Pick<Names, 'groups' | 'hosts' | 'ipsets' | 'tagOwners' | 'workloads'>

const AUTOGROUPS: ReadonlySet<string> = new Set(['member', 'tagged', 'self'])

/** A selector that means somebody in particular, with host names resolved. A text is why not. */
export function readParty(
  text: string,
  names: PartyNames,
  kinds: readonly Selector['kind'][],
): Selector | string {
  const selector = parseSelector(text)
  if (typeof selector === 'string') return selector
  const quoted = JSON.stringify(text)
  if (selector.kind === 'host') {
    const prefix = names.hosts.get(text)
    if (!prefix) return `host not found: ${quoted}`
    return isSingle(prefix) ? { kind: 'prefix', prefix, text } : `${quoted} is a prefix, not one host`
  }
  if (!kinds.includes(selector.kind)) return `${quoted} cannot be tested`
  if (selector.kind === 'tag' && !names.tagOwners.has(text)) return `tag not found: ${quoted}`
  if (selector.kind === 'group' && !names.groups.has(text)) return `group not found: ${quoted}`
  if (selector.kind === 'workload' && !names.workloads.has(text)) return `workload not resolved: ${quoted}`
  if (selector.kind === 'prefix' && !isSingle(selector.prefix)) return `${quoted} is a prefix, not one host`
  if (selector.kind === 'autogroup' && !AUTOGROUPS.has(selector.name)) return `${quoted} cannot be tested`
  return selector
}

export function actorsOf(selector: Selector, names: PartyNames, nodes: readonly Node[]): Node[] {
  const { v4, v6 } = membersOf(selector, names, new Network(nodes))
  const there = [...new Set([...v4, ...v6])].sort((a, b) => a - b).map((index) => nodes[index]!)
  return there.length > 0 ? there : [imagine(selector, names)]
}

/** One node that the selector means: the one with that address, or an imagined one of that user, tag or workload. */
export function standIn(selector: Selector, names: PartyNames, nodes: readonly Node[]): Node {
  return selector.kind === 'prefix' ? actorsOf(selector, names, nodes)[0]! : imagine(selector, names)
}

function isSingle({ address, bits }: { address: IpAddress; bits: number }): boolean {
  return bits === (address.family === 4 ? 32 : 128)
}

function imagine(selector: Selector, names: PartyNames): Node {
  const nobody: Node = {
    name: '(imagined)',
    ipv4: undefined,
    ipv6: undefined,
    tags: [],
    user: undefined,
    routes: [],
    workload: undefined,
  }
  switch (selector.kind) {
    case 'user':
      return { ...nobody, user: selector.name }
    case 'group':
      return { ...nobody, user: names.groups.get(selector.name)?.[0] }
    case 'tag':
      return { ...nobody, tags: [selector.name] }
    case 'prefix':
      return withAddress(nobody, selector.prefix.address)
    case 'workload':
      return { ...nobody, workload: imagineWorkload(selector.name, names.workloads.get(selector.name)) }
    default:
      return nobody
  }
}

function imagineWorkload(name: string, identity: WorkloadIdentity | undefined): NodeWorkload | undefined {
  const from = { forge: forgeOfSelector(name), issuer: '' }
  return identity && { ...from, ...identity, ref: '', environment: '', event: '', workflow: '', runner: '' }
}

function withAddress(node: Node, address: IpAddress): Node {
  return address.family === 4 ? { ...node, ipv4: address } : { ...node, ipv6: address }
}
