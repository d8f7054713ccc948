/**
 * Who may talk to whom: the contract, and what holds while no access rules are registered.
 * What an implementation does not return is not allowed.
 */

import type { Transaction } from '../store/contract.ts'
import type { NodeRecord, PortRange } from '../store/records.ts'

/** A runner that is about to be admitted. */
export interface EdgeSubject {
  readonly node: NodeRecord
  readonly application: string
  readonly environment: string
  /** Digest of the approval, or null where the environment asks for none. */
  readonly approval: string | null
  readonly claims: Readonly<Record<string, unknown>>
}

export interface GrantedEdge {
  readonly target: NodeRecord
  readonly ports: readonly number[]
  /** Of a person's edge. */
  readonly ranges?: readonly PortRange[]
  /** The lease may be no longer; undefined where the rules set no limit. */
  readonly maxLeaseMs?: number | undefined
}

export interface JoinedEdge extends GrantedEdge {
  readonly source: NodeRecord
}

export interface EdgeRules {
  /** The nodes that the subject may open connections to, and on which ports. */
  edgesOf(tx: Transaction, subject: EdgeSubject): Promise<readonly GrantedEdge[]>
  /** What a person's node may open; nothing while no access rules are registered. */
  edgesOfPerson(tx: Transaction, node: NodeRecord): Promise<readonly GrantedEdge[]>
  /** Edges between an agent that was just enrolled and those who are there: agents both ways, and people's nodes. */
  edgesWith(tx: Transaction, agent: NodeRecord): Promise<readonly JoinedEdge[]>
}

/**
 * Environment → application → agents: a runner reaches the deployment port of those agents that were
 * enrolled for its application and environment, and nothing else.
 */
export const environmentEdgeRules: EdgeRules = {
  async edgesOf(tx, { application, environment }) {
    const agents = await tx.nodes.listAgents(application, environment)
    return agents.flatMap((target) => (target.port === null ? [] : [{ target, ports: [target.port] }]))
  },
  edgesOfPerson: async () => [],
  edgesWith: async () => [],
}
