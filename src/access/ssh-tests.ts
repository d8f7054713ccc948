/** The `sshTests` section, answered by the `ssh` section: who logs in where, and as whom. */
import type { AccessRules } from './document.ts'
import type { HujsonValue } from './hujson.ts'
import { membersOf } from './members.ts'
import { Network, type Node } from './network.ts'
import { actorsOf, readParty } from './parties.ts'
import type { TestFailure } from './policy-tests.ts'
import type { Selector } from './selector.ts'
import type { SshRule, SshTest } from './ssh-section.ts'

const PARTIES = ['user', 'group', 'tag', 'autogroup', 'prefix'] as const

/** @returns what failed, in order */
export function runSshTests(rules: AccessRules, nodes: readonly Node[]): TestFailure[] {
  return rules.ssh.tests.flatMap((test) => runTest(test, rules, nodes))
}

function runTest(test: SshTest, rules: AccessRules, nodes: readonly Node[]): TestFailure[] {
  const fail = (value: HujsonValue, why: string): TestFailure[] => [{ id: value.path, value, why }]
  if (test.source === undefined) return fail(test.value, '"src" is missing')
  if (test.targets.length === 0) return fail(test.value, '"dst" names nobody')
  if (test.accept.length + test.check.length + test.deny.length === 0)
    return fail(test.value, 'asserts nothing: name users under "accept", "check" or "deny"')
  const source = readParty(test.source.text(), rules, PARTIES)
  if (typeof source === 'string') return fail(test.source, `src ${source}`)
  return test.targets.flatMap((target) => {
    const party = readParty(target.text(), rules, PARTIES)
    if (typeof party === 'string') return fail(target, `dst ${party}`)
    const self = party.kind === 'autogroup' && party.name === 'self'
    if (self && source.kind !== 'user') return fail(target, 'only a user has devices of their own')
    const pair = new Pair(rules, nodes, source, self ? source : party)
    return [
      ...pair.unmet(test.accept, 'accept', target),
      ...pair.unmet(test.check, 'check', target),
      ...pair.unmet(test.deny, 'deny', target),
    ]
  })
}

type Assertion = 'accept' | 'check' | 'deny'

/** The nodes of a source and of a destination, and the rules between them. */
class Pair {
  readonly #rules: AccessRules
  readonly #network: Network
  readonly #sources: number
  readonly #from: string

  constructor(rules: AccessRules, nodes: readonly Node[], source: Selector, target: Selector) {
    const sources = actorsOf(source, rules, nodes)
    this.#rules = rules
    this.#network = new Network([...sources, ...actorsOf(target, rules, nodes)])
    this.#sources = sources.length
    this.#from = 'name' in source ? source.name : 'text' in source ? source.text : source.kind
  }

  unmet(users: readonly HujsonValue[], assertion: Assertion, target: HujsonValue): TestFailure[] {
    return users.flatMap((user) => {
      const name = user.text()
      if (name === '') return [{ id: user.path, value: user, why: '"" is no login name' }]
      if (this.#holds(name, assertion)) return []
      const can = assertion === 'deny' ? 'can' : 'cannot'
      const how = assertion === 'check' ? ' by a rule that checks' : ''
      const why = `${this.#from} ${can} log in to ${target.text()} as ${name}${how}`
      return [{ id: user.path, value: user, why }]
    })
  }

  #holds(user: string, assertion: Assertion): boolean {
    const rules = this.#rules.ssh.rules.filter(
      (rule) => letsIn(rule, user) && (assertion !== 'check' || rule.action === 'check'),
    )
    const size = this.#network.nodes.length
    for (let from = 0; from < this.#sources; from++) {
      for (let to = this.#sources; to < size; to++) {
        const reached = rules.some((rule) => this.#joins(rule, from, to))
        if (reached === (assertion === 'deny')) return false
      }
    }
    return true
  }

  #joins(rule: SshRule, from: number, to: number): boolean {
    return (
      rule.sources.some((source) => this.#isMember(source, from)) &&
      rule.targets.some((target) =>
        target.kind === 'autogroup' && target.name === 'self'
          ? this.#sameOwner(from, to)
          : this.#isMember(target, to),
      )
    )
  }

  #isMember(selector: Selector, index: number): boolean {
    const { v4, v6 } = membersOf(selector, this.#rules, this.#network)
    return [...v4, ...v6].includes(index)
  }

  #sameOwner(a: number, b: number): boolean {
    const [first, second] = [this.#network.nodes[a]!, this.#network.nodes[b]!]
    const untagged = first.tags.length + second.tags.length === 0
    return untagged && first.user !== undefined && first.user === second.user
  }
}

function letsIn({ users }: SshRule, user: string): boolean {
  return users.includes(user) || (users.includes('autogroup:nonroot') && user !== 'root')
}
