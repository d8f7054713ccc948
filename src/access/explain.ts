/** Answers that a person can act on: which rule allows, or what is missing. */
import type { AccessRules } from './document.ts'
import { AccessEngine, type Question } from './engine.ts'
import { Network, type Node } from './network.ts'
import type { Query } from './network-file.ts'
import { readParty, standIn } from './parties.ts'
import type { Rule, WorkloadCondition } from './rule.ts'

export interface Answer {
  readonly allow: boolean
  /** The rule that allows, `acls[0]` or `grants[2]`; null where none does. */
  readonly rule: string | null
  readonly why: string
}

const NUMBERS = { tcp: 6, udp: 17, sctp: 132 } as const

export function answerQuery(engine: AccessEngine, [from, to, family, protocol, port]: Query): Answer {
  const source = engine.network.indexOf(from)
  const destination = engine.network.indexOf(to)
  if (source === undefined) return denied(`no node is named ${JSON.stringify(from)}`)
  if (destination === undefined) return denied(`no node is named ${JSON.stringify(to)}`)
  const number = protocol === 'icmp' ? (family === 'v4' ? 1 : 58) : NUMBERS[protocol]
  const question: Question = { source, destination, family: family === 'v4' ? 4 : 6, protocol: number, port }
  const rule = engine.findAllowing(question)
  return rule ? allowed(rule) : denied(whyDenied(engine, question))
}

/**
 * As {@link answerQuery}, of a user, tag, group, address, host or workload that need not be a node: one that
 * is meant is imagined. Of a workload, the conditions under which a rule allows it are part of the answer.
 */
export function answerParties(rules: AccessRules, network: Network, query: Query): Answer {
  const [from, to, ...rest] = query
  const source = findNode(from, rules, network, ['workload'])
  const destination = findNode(to, rules, network, [])
  if (typeof source === 'string') return denied(source)
  if (typeof destination === 'string') return denied(destination)
  // Any run of the workload is meant: what narrows it is said, not judged.
  const open = source.workload ? rules.rules.map((rule) => ({ ...rule, where: {} })) : rules.rules
  const others = network.nodes.filter(({ name }) => name !== from && name !== to)
  const both = new Network([...others, { ...source, name: from }, { ...destination, name: to }])
  const answer = answerQuery(new AccessEngine({ ...rules, rules: open }, both), [from, to, ...rest])
  const rule = rules.rules.find(({ id }) => id === answer.rule)
  return rule ? allowed(rule) : answer
}

function findNode(
  text: string,
  rules: AccessRules,
  network: Network,
  more: readonly 'workload'[],
): Node | string {
  const index = network.indexOf(text)
  if (index !== undefined) return network.nodes[index]!
  const party = readParty(text, rules, ['user', 'group', 'tag', 'prefix', ...more])
  if (typeof party === 'object') return standIn(party, rules, network.nodes)
  return party.startsWith('host not found')
    ? `no node is named ${JSON.stringify(text)}, and no host either`
    : party
}

function allowed(rule: Rule): Answer {
  const approval = rule.approval === undefined ? '' : `, under an approval for ${rule.approval.environment}`
  const where = describeConditions(rule.where)
  return {
    allow: true,
    rule: rule.id,
    why: `${rule.id} (line ${rule.place.line}) allows it${where}${approval}`,
  }
}

function describeConditions(where: WorkloadCondition): string {
  const conditions = Object.entries(where).map(([key, values]) => `${key} is ${values.join(' or ')}`)
  return conditions.length === 0 ? '' : `, where ${conditions.join(' and ')}`
}

function denied(why: string): Answer {
  return { allow: false, rule: null, why }
}

function whyDenied(engine: AccessEngine, question: Question): string {
  if (engine.rules.rules.length === 0) return 'there are no rules, and what no rule allows is denied'
  const from = engine.network.nodes[question.source]!
  const to = engine.network.nodes[question.destination]!
  const rules = engine.rulesOf(question.source)
  if (rules.length === 0) {
    const demanding = engine.rules.rules.filter(({ postures }) => postures.length > 0).length
    const postures =
      demanding === 0 ? '' : ` (${demanding} demand a device posture, which nodes here do not report)`
    return `no rule has ${from.name} as a source${postures}`
  }
  const other = findOtherPort(engine, question)
  if (other)
    return `${other.id} (line ${other.place.line}) lets ${from.name} reach ${to.name}, but not by this protocol, port or address family`
  return `${rules
    .map((rule) => rule.id)
    .slice(0, 5)
    .join(', ')} have ${from.name} as a source, but none has ${to.name} as a destination`
}

/** A rule between the two nodes that allows something else. */
function findOtherPort(engine: AccessEngine, question: Question): Rule | undefined {
  for (const family of [4, 6] as const) {
    for (const protocol of [1, 58, 6, 17, 132]) {
      for (const port of [22, 80, 443, question.port]) {
        const rule = engine.findAllowing({ ...question, family, protocol, port })
        if (rule) return rule
      }
    }
  }
  return undefined
}
