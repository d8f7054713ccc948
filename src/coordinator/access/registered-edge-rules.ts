/**
 * Edges by the registered access rules. While none are registered, by environment and application. A
 * runner is a source and never a target; agents are both.
 */
import type { EdgeRules, EdgeSubject, GrantedEdge, JoinedEdge } from '../netmap/edge-rules.ts'
import { environmentEdgeRules } from '../netmap/edge-rules.ts'
import { toAccessNode } from './access-node.ts'
import { createAgentDirectoryReader, liveAgents } from './agent-directory.ts'
import { grantedTargets } from './granted-targets.ts'
import type { AccessRulesReader } from './rules-registration.ts'

export function registeredEdgeRules(read: AccessRulesReader): EdgeRules {
  const agents = createAgentDirectoryReader()
  return {
    async edgesOf(tx, subject): Promise<readonly GrantedEdge[]> {
      const registered = await read(tx)
      if (!registered) return environmentEdgeRules.edgesOf(tx, subject)
      return grantedTargets(
        registered.rules,
        toAccessNode(subject.node, subject.claims),
        await agents(tx),
        approvedEnvironment(subject),
      )
    },
    async edgesWith(tx, agent): Promise<readonly JoinedEdge[]> {
      const registered = await read(tx)
      if (!registered) return environmentEdgeRules.edgesWith(tx, agent)
      const { rules } = registered
      const others = (await liveAgents(tx)).filter(({ id }) => id !== agent.id)
      const outward = grantedTargets(rules, toAccessNode(agent), others)
      const inward = others.flatMap((source) =>
        grantedTargets(rules, toAccessNode(source), [agent]).map((edge) => ({ source, ...edge })),
      )
      return [...outward.map((edge) => ({ source: agent, ...edge })), ...inward]
    },
  }
}

/** The approval was checked to be for the environment that is asked for. */
export function approvedEnvironment({
  approval,
  environment,
}: Pick<EdgeSubject, 'approval' | 'environment'>): string | undefined {
  return approval === null ? undefined : environment
}
