/**
 * Agents that a change would cut off: some workload could deploy to them before, none can after it. Asked
 * of the rules, not of who is connected: each workload that a rule names is imagined, meeting its conditions.
 */
import type { AccessRules } from '../../access/document.ts'
import type { Node } from '../../access/network.ts'
import type { Rule } from '../../access/rule.ts'
import { forgeOfSelector } from '../../access/selector.ts'
import type { NodeRecord } from '../store/records.ts'
import { grantedTargets } from './granted-targets.ts'

/** @param before undefined: no rules yet, so that environments decided, and every agent could be reached */
export function findLockedOut(
  before: AccessRules | undefined,
  after: AccessRules,
  agents: readonly NodeRecord[],
): NodeRecord[] {
  const still = reachable(after, agents)
  const was = before ? reachable(before, agents) : new Set(agents.map(({ id }) => id))
  return agents.filter(({ id, port }) => port !== null && was.has(id) && !still.has(id))
}

function reachable(rules: AccessRules, agents: readonly NodeRecord[]): Set<string> {
  const reached = new Set<string>()
  for (const rule of rules.rules) {
    for (const source of imagineWorkloads(rules, rule)) {
      for (const { target, ports } of grantedTargets(
        { ...rules, rules: [rule] },
        source,
        agents,
        rule.approval?.environment,
      )) {
        if (target.port !== null && ports.includes(target.port)) reached.add(target.id)
      }
    }
  }
  return reached
}

const ANYBODY = { forge: 'github', issuer: '', repositoryId: '', ownerId: '' } as const

/** Whoever a rule names as a workload, meeting its conditions. */
export function imagineWorkloads(rules: AccessRules, { sources, where }: Rule): Node[] {
  const named = sources.flatMap((selector) => {
    if (selector.kind === 'workload') {
      const identity = rules.workloads.get(selector.name)
      return identity ? [{ forge: forgeOfSelector(selector.name), issuer: '', ...identity }] : []
    }
    // Whoever it is: a workload is somebody, too.
    return selector.kind === 'everybody' ? [ANYBODY] : []
  })
  return named.map((identity) => ({
    name: '(imagined)',
    ipv4: undefined,
    ipv6: undefined,
    tags: [],
    user: undefined,
    routes: [],
    workload: {
      ...identity,
      ref: where.ref?.[0] ?? '',
      environment: where.environment?.[0] ?? '',
      event: where.event?.[0] ?? '',
      workflow: where.workflow?.[0] ?? '',
      runner: where.runner?.[0] ?? '',
    },
  }))
}
