/**
 * The `tests` and `sshTests` sections: what must be reachable and what must not, checked against the rules
 * alone. Whom a test names need not be connected. A test that cannot be understood, or asserts nothing, fails.
 */
import type { AccessRules, PolicyTest } from './document.ts'
import { AccessEngine } from './engine.ts'
import type { HujsonValue } from './hujson.ts'
import { type Family, Network, type Node } from './network.ts'
import { actorsOf, readParty } from './parties.ts'
import type { Selector } from './selector.ts'
import { runSshTests } from './ssh-tests.ts'

export interface TestFailure {
  /** `tests[0].accept[1]` */
  readonly id: string
  readonly value: HujsonValue
  readonly why: string
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  '': 6,
  tcp: 6,
  udp: 17,
  sctp: 132,
  '6': 6,
  '17': 17,
  '132': 132,
}

/** @returns what failed, in order; an empty list means that all hold */
export function runPolicyTests(rules: AccessRules, nodes: readonly Node[]): TestFailure[] {
  return [...rules.tests.flatMap((test) => runTest(test, rules, nodes)), ...runSshTests(rules, nodes)]
}

/** How many assertions a file makes. */
export function countAssertions({ tests, ssh }: AccessRules): number {
  const each = [
    ...tests.map(({ accept, deny }) => accept.length + deny.length),
    ...ssh.tests.map(({ accept, check, deny, targets }) => {
      return (accept.length + check.length + deny.length) * targets.length
    }),
  ]
  return each.reduce((sum, count) => sum + count, 0)
}

const SOURCES = ['user', 'group', 'tag', 'autogroup', 'prefix'] as const
const DESTINATIONS = ['user', 'group', 'tag', 'autogroup', 'prefix'] as const

function runTest(test: PolicyTest, rules: AccessRules, nodes: readonly Node[]): TestFailure[] {
  const fail = (value: HujsonValue, why: string): TestFailure[] => [{ id: value.path, value, why }]
  if (test.source === undefined) return fail(test.value, '"src" is missing')
  if (test.accept.length + test.deny.length === 0)
    return fail(test.value, 'asserts nothing: name destinations under "accept" or "deny"')
  const protocol = PROTOCOLS[test.protocol?.toLowerCase() ?? '']
  if (protocol === undefined)
    return fail(test.value, `${JSON.stringify(test.protocol)} cannot be tested: tcp, udp or sctp`)
  const source = readParty(test.source, rules, SOURCES)
  if (typeof source === 'string') return fail(test.value, `src ${source}`)
  if (source.kind === 'autogroup' && source.name === 'self')
    return fail(test.value, 'src "autogroup:self" cannot be tested')
  const check = (value: HujsonValue, expected: boolean): TestFailure[] => {
    const destination = readDestination(value, rules, source)
    if (typeof destination === 'string') return fail(value, destination)
    const reach = { source, destination: destination.party, port: destination.port, protocol, test }
    if (holds(reach, expected, rules, nodes)) return []
    return fail(value, `${test.source} ${expected ? 'cannot' : 'can'} reach ${value.text()}`)
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
  readonly test: PolicyTest
}

/**
 * Accepted: every node that the source means has a way, by one family at least, to every node of the
 * destination. Denied: none has to any.
 */
function holds(
  { source, destination, port, protocol, test }: Reach,
  accepted: boolean,
  rules: AccessRules,
  nodes: readonly Node[],
): boolean {
  const sources = actorsOf(source, rules, nodes).map((node) => ({ ...node, attributes: test.attributes }))
  const destinations = actorsOf(destination, rules, nodes)
  const engine = new AccessEngine(rules, new Network([...sources, ...destinations]))
  const families: readonly Family[] =
    destination.kind === 'prefix' ? [destination.prefix.address.family] : [4, 6]
  const reaches = (from: number, to: number): boolean =>
    families.some((family) => {
      const question = { source: from, destination: sources.length + to, family, protocol, port }
      return engine.findAllowing(question) !== undefined
    })
  return sources.every((_, from) => destinations.every((_, to) => reaches(from, to) === accepted))
}

function readDestination(
  value: HujsonValue,
  rules: AccessRules,
  source: Selector,
): { party: Selector; port: number } | string {
  const text = value.text()
  const colon = text.lastIndexOf(':')
  const port = text.slice(colon + 1)
  if (colon < 0 || !/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535)
    return `${JSON.stringify(text)}: a test names one port, from 1 to 65535`
  const host = text.slice(0, colon)
  if (host.includes('/')) return `${JSON.stringify(text)}: a test names one host, not a prefix`
  const party = readParty(host, rules, DESTINATIONS)
  if (typeof party === 'string') return `dst ${party}`
  if (party.kind !== 'autogroup' || party.name !== 'self') return { party, port: Number(port) }
  // A user's own devices: another one of the same user.
  return source.kind === 'user'
    ? { party: source, port: Number(port) }
    : `${JSON.stringify(text)}: only a user has devices of their own`
}
