/**
 * Whoever a rule may mean as a person, one for each of its selectors: nobody needs to be logged in for a rule
 * to let them in later. Selectors of addresses count as well, because people's nodes have addresses.
 */
import type { AddressSet } from '../../access/address-set.ts'
import type { AccessRules } from '../../access/document.ts'
import type { Node } from '../../access/network.ts'
import type { Rule } from '../../access/rule.ts'
import type { Selector } from '../../access/selector.ts'
import { formatPrefix, type IpPrefix } from '../../base/ip.ts'

export interface ImaginedPerson {
  readonly name: string
  readonly node: Node
}

/** A user that no rule names: what opens to them opens to people as such. */
const ANYBODY = '(anybody)@(anywhere)'

export function imaginePeople(rules: AccessRules, { sources }: Rule): ImaginedPerson[] {
  return sources.flatMap((selector) => imagine(rules, selector))
}

function imagine({ groups, ipsets }: AccessRules, selector: Selector): ImaginedPerson[] {
  switch (selector.kind) {
    case 'user': {
      const user = selector.name.replace(/^user:\*@/, '(anybody)@')
      return [{ name: selector.name, node: nodeOf(user) }]
    }
    case 'group':
      return (groups.get(selector.name) ?? []).map((user) => ({ name: user, node: nodeOf(user) }))
    case 'everybody':
      return [{ name: 'everybody', node: nodeOf(ANYBODY) }]
    case 'autogroup':
      return [{ name: `autogroup:${selector.name}`, node: { ...nodeOf(ANYBODY), roles: [selector.name] } }]
    case 'prefix':
      return [withinPrefix(selector.prefix)]
    case 'ipset':
      return prefixesOf(ipsets.get(selector.name) ?? []).map(withinPrefix)
    default:
      return []
  }
}

function nodeOf(user: string): Node {
  return {
    name: '(imagined)',
    ipv4: undefined,
    ipv6: undefined,
    tags: [],
    user,
    routes: [],
    workload: undefined,
  }
}

/** By its addresses, not by the name that a file gives them. */
function withinPrefix(prefix: IpPrefix): ImaginedPerson {
  const { address } = prefix
  const of = address.family === 4 ? { ipv4: address } : { ipv6: address }
  return { name: formatPrefix(prefix), node: { ...nodeOf(ANYBODY), ...of } }
}

function prefixesOf(set: AddressSet): IpPrefix[] {
  return set.flatMap((step) => {
    if (!step.add) return []
    return step.kind === 'prefix' ? [step.prefix] : prefixesOf(step.set)
  })
}
