/**
 * Which rules differ between two documents in what they mean: a rule that was moved, reordered or commented
 * is the same, one whose group, host, set or workload was redefined is another.
 */
import { formatPrefix } from '../base/ip.ts'
import type { AddressSet } from './address-set.ts'
import type { AccessRules } from './document.ts'
import type { Rule } from './rule.ts'
import type { Selector } from './selector.ts'

export interface RuleChange {
  /** Of the document before. */
  readonly gone: readonly Rule[]
  /** Of the document after. */
  readonly come: readonly Rule[]
}

export function changedRules(before: AccessRules, after: AccessRules): RuleChange {
  const old = new Map(before.rules.map((rule) => [meaningOf(rule, before), rule]))
  const now = new Map(after.rules.map((rule) => [meaningOf(rule, after), rule]))
  return {
    gone: [...old].flatMap(([meaning, rule]) => (now.has(meaning) ? [] : [rule])),
    come: [...now].flatMap(([meaning, rule]) => (old.has(meaning) ? [] : [rule])),
  }
}

/** All that decides whom and what a rule allows, with the names that it uses spelled out. */
function meaningOf(rule: Rule, rules: AccessRules): string {
  const { id: _id, place: _place, sources, targets, postures, ...rest } = rule
  return JSON.stringify({
    ...rest,
    sources: sources.map((selector) => spellOut(selector, rules)).sort(),
    targets: targets.map(({ selector, services }) => [spellOut(selector, rules), services]),
    postures: postures.map((name) => rules.postures.get(name)),
  })
}

function spellOut(selector: Selector, rules: AccessRules): string {
  switch (selector.kind) {
    case 'group':
      return JSON.stringify(['group', [...(rules.groups.get(selector.name) ?? [])].sort()])
    case 'prefix':
      return formatPrefix(selector.prefix)
    case 'ipset':
      return JSON.stringify(['ipset', spellSet(rules.ipsets.get(selector.name) ?? [])])
    case 'workload':
      return JSON.stringify(['workload', rules.workloads.get(selector.name)])
    default:
      return JSON.stringify(selector)
  }
}

function spellSet(set: AddressSet): unknown {
  return set.map((step) => [
    step.add,
    step.kind === 'prefix' ? formatPrefix(step.prefix) : spellSet(step.set),
  ])
}
