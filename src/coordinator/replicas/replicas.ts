/**
 * This replica among others: whose streams they hold, what is said to them. A coordinator that is alone has
 * nobody to ask, and every answer is at once.
 */
import { encodeHex } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { messageOf } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import type { Acknowledgement, SessionRegistry } from '../netmap/session-registry.ts'
import type { ReplicaLink } from '../store/replica-link.ts'
import {
  emitReplicaMessage,
  MAX_REASON,
  REFUSALS_PER_MESSAGE,
  type ReplicaMessage,
} from './replica-message.ts'

export interface Replicas {
  /** A node here acknowledged a map: whoever waits for it elsewhere hears of it. */
  acknowledged(nodeId: string, acknowledgement: Acknowledgement): void
  /** The node's stream was opened, or closed, here. */
  streamChanged(nodeId: string): void
  /** Whether another replica holds a stream of the node that gives a sign of life. */
  isAliveElsewhere(nodeId: string, timeoutMs: number): Promise<boolean>
  heldElsewhere(): Promise<ReadonlySet<string>>
  /** Takes the answer to a question that was asked here. */
  answered(question: string, isAlive: boolean): void
}

export const alone: Replicas = {
  acknowledged: () => undefined,
  streamChanged: () => undefined,
  isAliveElsewhere: async () => false,
  heldElsewhere: async () => new Set(),
  answered: () => undefined,
}

export interface ReplicasOptions {
  readonly link: ReplicaLink
  readonly sessions: SessionRegistry
  readonly random: Random
  readonly diagnostics: Diagnostics
}

export function createReplicas({ link, sessions, random, diagnostics }: ReplicasOptions): Replicas {
  const questions = new Map<string, (isAlive: boolean) => void>()
  const tell = (...messages: ReplicaMessage[]) => link.tell(messages.map(emitReplicaMessage))
  const updatePresence = async (nodeId: string): Promise<void> => {
    try {
      if (!sessions.find(nodeId)) return await link.release(nodeId)
      if ((await link.claim(nodeId)) !== undefined) tell({ kind: 'claimed', node: nodeId })
    } catch (thrown) {
      diagnostics.log('warn', 'presence could not be recorded', { node: nodeId, error: messageOf(thrown) })
    }
  }
  let line: Promise<void> = Promise.resolve()
  return {
    acknowledged: (nodeId, acknowledgement) => tell(...partsOf(nodeId, acknowledgement)),
    streamChanged(nodeId) {
      // One after the other: a claim and a release of the same node must not overtake each other.
      line = line.then(() => updatePresence(nodeId))
    },
    async isAliveElsewhere(nodeId, timeoutMs) {
      if (!(await link.isHeldElsewhere(nodeId))) return false
      const question = encodeHex(random.bytes(16))
      return new Promise((resolve) => {
        const finish = (isAlive: boolean): void => {
          clearTimeout(timer)
          questions.delete(question)
          resolve(isAlive)
        }
        const timer = setTimeout(finish, timeoutMs, false)
        questions.set(question, finish)
        tell({ kind: 'ask', node: nodeId, question })
      })
    },
    heldElsewhere: () => link.heldElsewhere(),
    answered: (question, isAlive) => questions.get(question)?.(isAlive),
  }
}

function partsOf(node: string, { version, refused }: Acknowledgement): ReplicaMessage[] {
  const entries = [...refused]
  const parts: ReplicaMessage[] = []
  do {
    const part = entries
      .splice(0, REFUSALS_PER_MESSAGE)
      .map(([id, reason]): [string, string] => [id, reason.slice(0, MAX_REASON)])
    parts.push({ kind: 'acknowledged', node, version, refused: part, isLast: entries.length === 0 })
  } while (entries.length > 0)
  return parts
}
