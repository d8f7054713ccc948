/**
 * Two live sessions of one machine key (protocols §4): somebody has a copy of it, and nobody can tell who
 * is who. Both are suspended until a person chooses. A node that merely lost its connection is told apart
 * by asking the old session for a sign of life.
 */
import type { CoordinatorContext } from '../context.ts'
import { suspendNode } from '../nodes/membership.ts'

const ALIVE_MS = 3_000

export type Arrival = 'welcome' | 'suspended'

export interface ArrivalDesk {
  /** One node's arrivals are judged one after the other. */
  arrive(nodeId: string): Promise<Arrival>
}

export function createArrivalDesk(context: CoordinatorContext, aliveMs = ALIVE_MS): ArrivalDesk {
  const lines = new Map<string, Promise<Arrival>>()
  return {
    arrive(nodeId) {
      const before = lines.get(nodeId) ?? Promise.resolve<Arrival>('welcome')
      const turn = before.then(() => judge(context, nodeId, aliveMs))
      lines.set(nodeId, turn)
      turn.finally(() => lines.get(nodeId) === turn && lines.delete(nodeId)).catch(() => undefined)
      return turn
    },
  }
}

async function judge(context: CoordinatorContext, nodeId: string, aliveMs: number): Promise<Arrival> {
  const present = context.sessions.find(nodeId)
  const isAlive = present
    ? await present.isAlive(aliveMs)
    : await context.replicas.isAliveElsewhere(nodeId, aliveMs)
  if (!isAlive) return 'welcome'
  context.diagnostics.log('warn', 'two live sessions of one machine key: the node is suspended', {
    node: nodeId,
  })
  await suspendNode(context, nodeId)
  return 'suspended'
}
