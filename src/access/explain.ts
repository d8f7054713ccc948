/** Answers that a person can act on: which rule allows, or what is missing. */
import type { Rule } from './document.ts'
import type { AccessEngine, Question } from './engine.ts'
import type { Query } from './network-file.ts'

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

function allowed(rule: Rule): Answer {
  const condition = rule.approval === undefined ? '' : `, under an approval for ${rule.approval.environment}`
  return { allow: true, rule: rule.id, why: `${rule.id} (line ${rule.place.line}) allows it${condition}` }
}

function denied(why: string): Answer {
  return { allow: false, rule: null, why }
}

function whyDenied(engine: AccessEngine, question: Question): string {
  if (engine.rules.rules.length === 0) return 'there are no rules, and what no rule allows is denied'
  const from = engine.network.nodes[question.source]!
  const to = engine.network.nodes[question.destination]!
  const rules = engine.rulesOf(question.source)
  if (rules.length === 0) return `no rule has ${from.name} as a source`
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
