/**
 * The `tests` section: what must be reachable and what must not, checked against the rules alone. Whom a
 * test names need not be connected: a node of that user, tag or address is imagined where none is there.
 */
import { equalIp, type IpAddress } from '../base/ip.ts'
import type { AccessRules, PolicyTest } from './document.ts'
import { AccessEngine } from './engine.ts'
import type { HujsonValue } from './hujson.ts'
import { type Family, Network, type Node } from './network.ts'
import { parseSelector, type Selector } from './selector.ts'

export interface TestFailure {
  /** `tests[0].accept[1]` */
  readonly id: string
  readonly value: HujsonValue
  readonly why: string
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  tcp: 6,
  udp: 17,
  sctp: 132,
  '6': 6,
  '17': 17,
  '132': 132,
}

/** @returns what failed, in order; an empty list means that all hold */
export function runPolicyTests(rules: AccessRules, nodes: readonly Node[]): TestFailure[] {
  return rules.tests.flatMap((test) => runTest(test, rules, nodes))
}

function runTest(test: PolicyTest, rules: AccessRules, nodes: readonly Node[]): TestFailure[] {
  const fail = (value: HujsonValue, why: string): TestFailure[] => [{ id: value.path, value, why }]
  if (test.source === undefined) return fail(test.value, '"src" is missing')
  const protocol = PROTOCOLS[test.protocol === undefined || test.protocol === '' ? 'tcp' : test.protocol]
  if (protocol === undefined)
    return fail(test.value, `${JSON.stringify(test.protocol)} cannot be tested: tcp, udp or sctp`)
  const source = readParty(test.source, rules, ['user', 'group', 'tag', 'autogroup', 'prefix'])
  if (typeof source === 'string') return fail(test.value, `src ${source}`)
  const check = (value: HujsonValue, expected: boolean): TestFailure[] => {
    const destination = readDestination(value, rules)
    if (typeof destination === 'string') return fail(value, destination)
    const reached = isReachable(
      { source, destination: destination.party, port: destination.port, protocol },
      rules,
      nodes,
    )
    if (reached === expected) return []
    return fail(value, `${test.source} ${reached ? 'can' : 'cannot'} reach ${value.text()}`)
  }
  return [
    ...test.accept.flatMap((value) => check(value, true)),
    ...test.deny.flatMap((value) => check(value, false)),
  ]
}

interface Reach {
  readonly source: Selector
  readonly destination: Selector
  readonly port: number
  readonly protocol: number
}

/** Every node that the source means must have a way, by one family at least, to every node of the destination. */
function isReachable(
  { source, destination, port, protocol }: Reach,
  rules: AccessRules,
  nodes: readonly Node[],
): boolean {
  const sources = actors(source, rules, nodes)
  const destinations = actors(destination, rules, nodes)
  const network = new Network([...sources, ...destinations])
  const engine = new AccessEngine(rules, network)
  const families: readonly Family[] =
    destination.kind === 'prefix' ? [destination.prefix.address.family] : [4, 6]
  return sources.every((_, from) =>
    destinations.every((_, to) =>
      families.some(
        (family) =>
          engine.findAllowing({ source: from, destination: sources.length + to, family, protocol, port }) !==
          undefined,
      ),
    ),
  )
}

function actors(selector: Selector, rules: AccessRules, nodes: readonly Node[]): Node[] {
  const there = nodes.filter((node) => isMeant(selector, node, rules))
  return there.length > 0 ? there : [imagine(selector, rules)]
}

function isMeant(selector: Selector, node: Node, rules: AccessRules): boolean {
  const untagged = node.tags.length === 0
  switch (selector.kind) {
    case 'user':
      return untagged && node.user === selector.name
    case 'group':
      return (
        untagged && node.user !== undefined && (rules.groups.get(selector.name) ?? []).includes(node.user)
      )
    case 'tag':
      return node.tags.includes(selector.name)
    case 'autogroup':
      return selector.name === 'tagged' ? !untagged : untagged
    case 'prefix':
      return [node.ipv4, node.ipv6].some(
        (address) => address !== undefined && equalIp(address, selector.prefix.address),
      )
    default:
      return false
  }
}

function imagine(selector: Selector, rules: AccessRules): Node {
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
      return { ...nobody, user: rules.groups.get(selector.name)?.[0] }
    case 'tag':
      return { ...nobody, tags: [selector.name] }
    case 'prefix':
      return withAddress(nobody, selector.prefix.address)
    default:
      return nobody
  }
}

function withAddress(node: Node, address: IpAddress): Node {
  return address.family === 4 ? { ...node, ipv4: address } : { ...node, ipv6: address }
}

function readDestination(value: HujsonValue, rules: AccessRules): { party: Selector; port: number } | string {
  const text = value.text()
  const colon = text.lastIndexOf(':')
  const port = text.slice(colon + 1)
  if (colon < 0 || !/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535)
    return `${JSON.stringify(text)}: a test names one port, from 1 to 65535`
  const host = text.slice(0, colon)
  if (host.includes('/')) return `${JSON.stringify(text)}: a test names one host, not a prefix`
  const party = readParty(host, rules, ['user', 'tag', 'prefix'])
  return typeof party === 'string' ? `dst ${party}` : { party, port: Number(port) }
}

/** A selector that means somebody in particular, with host names resolved. A text is why not. */
function readParty(text: string, rules: AccessRules, kinds: readonly Selector['kind'][]): Selector | string {
  const selector = parseSelector(text)
  if (typeof selector === 'string') return selector
  if (selector.kind === 'host') {
    const prefix = rules.hosts.get(text)
    if (!prefix) return `host not found: ${JSON.stringify(text)}`
    const single = prefix.bits === (prefix.address.family === 4 ? 32 : 128)
    return single ? { kind: 'prefix', prefix, text } : `${JSON.stringify(text)} is a prefix, not one host`
  }
  if (!kinds.includes(selector.kind)) return `${JSON.stringify(text)} cannot be tested`
  if (selector.kind === 'tag' && !rules.tagOwners.has(text)) return `tag not found: ${JSON.stringify(text)}`
  if (selector.kind === 'group' && !rules.groups.has(text)) return `group not found: ${JSON.stringify(text)}`
  if (selector.kind === 'autogroup' && selector.name !== 'member' && selector.name !== 'tagged')
    return `${JSON.stringify(text)} cannot be tested`
  return selector
}
