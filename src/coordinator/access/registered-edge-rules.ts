/**
 * Edges by the registered access rules. While none are registered, by environment and application. A
 * runner and a person's node are sources and never targets; agents are both.
 */
import type { Node } from '../../access/network.ts'
import type { Clock } from '../../base/time.ts'
import type { EnvironmentsReader } from '../environments/registration.ts'
import type { EdgeRules, EdgeSubject, GrantedEdge, JoinedEdge } from '../netmap/edge-rules.ts'
import { environmentEdgeRules } from '../netmap/edge-rules.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'
import { toAccessNode } from './access-node.ts'
import { createAgentDirectoryReader, liveAgents } from './agent-directory.ts'
import { grantedTargets, narrowedToDeployments } from './granted-targets.ts'
import { findPersonSource } from './person-source.ts'
import type { AccessRulesReader } from './rules-registration.ts'

export function registeredEdgeRules(
  read: AccessRulesReader,
  people: { readonly environments: EnvironmentsReader; readonly clock: Pick<Clock, 'now'> },
): EdgeRules {
  const findSource = async (tx: Transaction, node: NodeRecord): Promise<Node | undefined> =>
    findPersonSource(tx, (await people.environments(tx))?.file, node, people.clock.now())
  const agents = createAgentDirectoryReader()
  return {
    async edgesOf(tx, subject): Promise<readonly GrantedEdge[]> {
      const registered = await read(tx)
      if (!registered) return environmentEdgeRules.edgesOf(tx, subject)
      const source = toAccessNode(subject.node, subject.claims)
      const approvedFor = approvedEnvironment(subject)
      return narrowedToDeployments(grantedTargets(registered.rules, source, await agents(tx), approvedFor))
    },
    async edgesOfPerson(tx, node): Promise<readonly GrantedEdge[]> {
      const registered = await read(tx)
      const source = registered && (await findSource(tx, node))
      return source ? grantedTargets(registered.rules, source, await agents(tx)) : []
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
      const personal: JoinedEdge[] = []
      for (const node of await tx.nodes.listPersonal()) {
        const source = await findSource(tx, node)
        if (!source) continue
        personal.push(...grantedTargets(rules, source, [agent]).map((edge) => ({ source: node, ...edge })))
      }
      return [...outward.map((edge) => ({ source: agent, ...edge })), ...inward, ...personal]
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
