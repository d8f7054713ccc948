/**
 * Streams that are open in this process, one per node: what each was sent, what it acknowledged, and who
 * waits for that. Keeps no durable state: a node that comes back resumes from the store.
 */
import type { DownFrame, EndedReason } from '../../api/messages/network-map.ts'
import type { GivenToken } from '../relay/relay-tokens.ts'

/** One open stream; `netmap/node-stream.ts` makes them. */
export interface Session {
  readonly nodeId: string
  /** Queues a frame; a peer that does not read is disconnected, not buffered for without bound. */
  send(frame: DownFrame): void
  /** Says why and closes. */
  end(reason: EndedReason): void
  /** One frame is made after the other: what is read of the store in a turn is newer than in the turn before. */
  turn(work: () => Promise<void>): Promise<void>
  /** Asks for a sign of life. */
  isAlive(timeoutMs: number): Promise<boolean>
  /** The map version that the node has been sent. */
  sentVersion: number
  /** It asked for tokens of the relays. */
  readonly wantsRelay: boolean
  relayToken: GivenToken | undefined
}

export interface Acknowledgement {
  readonly version: number
  /** Peers that the node's own config refuses, with its reason. */
  readonly refused: ReadonlyMap<string, string>
}

export interface SessionRegistry {
  find(nodeId: string): Session | undefined
  /** @returns the session that it replaces */
  add(session: Session): Session | undefined
  remove(session: Session): void
  list(): readonly Session[]
  acknowledge(nodeId: string, acknowledgement: Acknowledgement): void
  /** What the node's refusals are, once it holds `version`; undefined after `timeoutMs`. */
  whenAcknowledged(
    nodeId: string,
    version: number,
    timeoutMs: number,
  ): Promise<ReadonlyMap<string, string> | undefined>
}

interface Waiter {
  readonly version: number
  readonly resolve: (refused: ReadonlyMap<string, string> | undefined) => void
}

export function createSessionRegistry(): SessionRegistry {
  const sessions = new Map<string, Session>()
  const acknowledged = new Map<string, Acknowledgement>()
  const waiters = new Map<string, Set<Waiter>>()

  return {
    find: (nodeId) => sessions.get(nodeId),
    add(session) {
      const replaced = sessions.get(session.nodeId)
      sessions.set(session.nodeId, session)
      acknowledged.delete(session.nodeId)
      return replaced
    },
    remove(session) {
      if (sessions.get(session.nodeId) !== session) return
      sessions.delete(session.nodeId)
      acknowledged.delete(session.nodeId)
    },
    list: () => [...sessions.values()],
    acknowledge(nodeId, acknowledgement) {
      acknowledged.set(nodeId, acknowledgement)
      for (const waiter of waiters.get(nodeId) ?? []) {
        if (acknowledgement.version >= waiter.version) waiter.resolve(acknowledgement.refused)
      }
    },
    whenAcknowledged(nodeId, version, timeoutMs) {
      const last = acknowledged.get(nodeId)
      if (last && last.version >= version) return Promise.resolve(last.refused)
      return wait(waiters, nodeId, version, timeoutMs)
    },
  }
}

function wait(
  waiters: Map<string, Set<Waiter>>,
  nodeId: string,
  version: number,
  timeoutMs: number,
): Promise<ReadonlyMap<string, string> | undefined> {
  return new Promise((resolve) => {
    const own = waiters.get(nodeId) ?? new Set<Waiter>()
    const finish: Waiter['resolve'] = (refused) => {
      clearTimeout(timer)
      own.delete(waiter)
      if (own.size === 0) waiters.delete(nodeId)
      resolve(refused)
    }
    const timer = setTimeout(finish, timeoutMs, undefined)
    const waiter: Waiter = { version, resolve: finish }
    own.add(waiter)
    waiters.set(nodeId, own)
  })
}
