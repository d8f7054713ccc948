/**
 * What new access rules open to agents of an environment that has a quorum: each workload that a rule
 * names, each person, and each agent, asked of the old rules and of the new. Pure.
 */
import type { AccessRules } from '../../access/document.ts'
import type { Node } from '../../access/network.ts'
import type { Rule } from '../../access/rule.ts'
import type { Loosening } from '../environments/loosening.ts'
import type { NodeRecord } from '../store/records.ts'
import { toAccessNode } from './access-node.ts'
import { grantedTargets } from './granted-targets.ts'
import { imaginePeople } from './imagined-people.ts'
import { imagineWorkloads } from './lock-out.ts'

interface Grant {
  readonly environment: string
  readonly target: string
  readonly first: number
  readonly last: number
  readonly source: string
  readonly needsApproval: boolean
  readonly maxLeaseMs: number
}

/**
 * @param before undefined: no rules yet, so that a workload with an approval reached every agent on its own port
 * @param guarded environments with a quorum
 */
export function findLoosenedAccess(
  before: AccessRules | undefined,
  after: AccessRules,
  agents: readonly NodeRecord[],
  guarded: ReadonlySet<string>,
): Loosening[] {
  const targets = agents.filter(({ environment }) => guarded.has(environment))
  const old = before ? grantsOf(before, agents, targets) : undefined
  const found = grantsOf(after, agents, targets).filter((grant) =>
    old ? !old.some((other) => covers(other, grant)) : !grant.needsApproval,
  )
  const words = found.map(({ environment, target, first, last, source }) =>
    JSON.stringify({
      environment,
      what: `access: ${source} reaches ${target}:${first}${last === first ? '' : `-${last}`}`.slice(0, 500),
    }),
  )
  return [...new Set(words)].slice(0, 64).map((text) => JSON.parse(text) as Loosening)
}

function grantsOf(
  rules: AccessRules,
  agents: readonly NodeRecord[],
  targets: readonly NodeRecord[],
): Grant[] {
  return rules.rules.flatMap((rule) => {
    const one = { ...rules, rules: [rule] }
    const workloads = imagineWorkloads(rules, rule).map((node) => ({
      node,
      name: nameOf(node, rule),
      id: '',
    }))
    const nodes = agents.map((agent) => ({ node: toAccessNode(agent), name: agent.name, id: agent.id }))
    const people = imaginePeople(rules, rule).map((person) => ({ ...person, id: '' }))
    return [...workloads, ...nodes, ...people].flatMap(({ node, name, id }) =>
      grantedTargets(one, node, targets, rule.approval?.environment)
        .filter(({ target }) => target.id !== id)
        .flatMap(({ target, ports, ranges, maxLeaseMs }) =>
          (ranges ?? ports.map((port) => ({ first: port, last: port }))).map(({ first, last }) => ({
            environment: target.environment,
            target: target.name,
            first,
            last,
            source: name,
            needsApproval: rule.approval?.environment === target.environment,
            maxLeaseMs: maxLeaseMs ?? Number.POSITIVE_INFINITY,
          })),
        ),
    )
  })
}

/** A workload by its ids and by every condition of the rule: another condition is another source. */
function nameOf({ workload }: Node, { where }: Rule): string {
  const { repositoryId, ownerId, forge, issuer } = workload ?? {}
  const conditions = Object.entries(where).map(([key, values]) => `${key} ${[...values].sort().join('|')}`)
  const who =
    repositoryId === ''
      ? 'everybody'
      : `repository ${repositoryId} of ${ownerId}${forge === 'gitlab' ? ' at GitLab' : ''}${issuer ? ` at ${issuer}` : ''}`
  return [who, ...conditions.sort()].join(', ')
}

function covers(old: Grant, grant: Grant): boolean {
  return (
    old.source === grant.source &&
    old.target === grant.target &&
    old.first <= grant.first &&
    old.last >= grant.last &&
    (!old.needsApproval || grant.needsApproval) &&
    old.maxLeaseMs >= grant.maxLeaseMs
  )
}
