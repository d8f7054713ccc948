/**
 * The agents that are there, read once and kept until one of them changes: a runner that joins asks about
 * those whom a rule may mean, not about all.
 */
import type { Rule } from '../../access/rule.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'

export interface AgentDirectory {
  /** Agents among which are all that these rules open, in order of creation; more where a rule is not about tags. */
  candidatesOf(rules: readonly Rule[]): readonly NodeRecord[]
}

/** For a transaction that has changed no agent itself: what it did not commit would be kept, too. */
export type AgentDirectoryReader = (tx: Transaction) => Promise<AgentDirectory>

export function createAgentDirectoryReader(): AgentDirectoryReader {
  let last: { readonly state: string; readonly directory: AgentDirectory } | undefined
  return async (tx) => {
    const state = await tx.nodes.agentsState()
    if (last?.state !== state) last = { state, directory: createDirectory(await liveAgents(tx)) }
    return last.directory
  }
}

/** A suspended agent keeps its edges, for the day that it goes on; no map shows it meanwhile. */
export async function liveAgents(tx: Transaction): Promise<readonly NodeRecord[]> {
  return (await tx.nodes.list()).filter(({ kind }) => kind === 'agent')
}

function createDirectory(agents: readonly NodeRecord[]): AgentDirectory {
  const byTag = new Map<string, Set<NodeRecord>>()
  for (const agent of agents) {
    for (const tag of agent.tags) {
      const tagged = byTag.get(tag) ?? new Set()
      byTag.set(tag, tagged.add(agent))
    }
  }
  return {
    candidatesOf(rules) {
      const selectors = rules.flatMap(({ targets }) => targets.map(({ selector }) => selector))
      const tags = selectors.flatMap((selector) => (selector.kind === 'tag' ? [selector.name] : []))
      if (tags.length < selectors.length) return agents
      const wanted = new Set(tags.flatMap((tag) => [...(byTag.get(tag) ?? [])]))
      return wanted.size * 2 > agents.length
        ? agents.filter((agent) => wanted.has(agent))
        : [...wanted].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    },
  }
}
