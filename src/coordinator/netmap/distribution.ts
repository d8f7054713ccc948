/** Brings changes of the map to the nodes that they concern, over the streams that are open here. */
import type { EndedReason } from '../../api/messages/network-map.ts'
import { decodeBase64url, encodeBase64 } from '../../base/bytes.ts'
import type { CoordinatorContext } from '../context.ts'
import { makeRelayToken } from '../relay/relay-tokens.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord, NodeState } from '../store/records.ts'
import { makeDelta, makeSnapshot } from './network-map.ts'
import type { Session } from './session-registry.ts'

/**
 * Tells the relay and each of the nodes what changed since it was last told; a node without a stream
 * here resumes later, and one that may not be here any more is sent away. The nodes are all that a change
 * touches, the changed one included.
 */
export async function distribute(context: CoordinatorContext, nodeIds: Iterable<string>): Promise<void> {
  const touched = new Set(nodeIds)
  for (const key of await keysOfGone(context, touched)) context.relay.expel(key)
  const sessions = [...touched].map((nodeId) => context.sessions.find(nodeId)).filter((found) => !!found)
  await Promise.all(sessions.map((session) => sendDelta(context, session, 'news')))
}

/** Renews the expiry of every map that is held by a connected node. */
export async function renewMaps(context: CoordinatorContext): Promise<void> {
  const { sessions } = context
  for (const session of sessions.list()) await sendDelta(context, session, 'renewal')
}

async function sendDelta(
  context: CoordinatorContext,
  session: Session,
  purpose: 'news' | 'renewal',
): Promise<void> {
  await session.turn(() =>
    context.store.read(async (tx) => {
      const node = await tx.nodes.find(session.nodeId)
      if (node?.state !== 'active') return session.end(reasonOf(node))
      const delta = await makeDelta(tx, node, session.sentVersion, context.clock.now())
      const isKnown = delta.version === session.sentVersion
      if (isKnown && purpose === 'news') return
      session.sentVersion = delta.version
      session.send(delta)
      await sendRelayToken(context, tx, session, node)
    }),
  )
}

/** Deltas say nothing of relays: where those have changed, everybody who is connected gets the map anew. */
export async function sendSnapshots(context: CoordinatorContext): Promise<void> {
  for (const session of context.sessions.list()) {
    await session.turn(() =>
      context.store.read(async (tx) => {
        const node = await tx.nodes.find(session.nodeId)
        if (node?.state !== 'active') return
        const frame = await makeSnapshot(tx, node, context.relays.current(), context.clock.now())
        session.sentVersion = frame.version
        session.send(frame)
        await sendRelayToken(context, tx, session, node)
      }),
    )
  }
}

/** After the map that the node was just sent in this turn: the token is about the peers of that map. */
export async function sendRelayToken(
  context: CoordinatorContext,
  tx: Transaction,
  session: Session,
  node: NodeRecord,
): Promise<void> {
  if (!session.wantsRelay) return
  const made = await makeRelayToken(context, tx, node, session.sentVersion, session.relayToken)
  if (!made) return
  session.relayToken = made.given
  session.send(made.frame)
}

/** As frames of the relay write keys. */
async function keysOfGone({ store }: CoordinatorContext, nodeIds: ReadonlySet<string>): Promise<string[]> {
  const nodes = await store.read((tx) => Promise.all([...nodeIds].map((id) => tx.nodes.find(id))))
  return nodes
    .filter((node) => node && node.state !== 'active')
    .map((node) => encodeBase64(decodeBase64url(node!.wireguardKey)))
}

const REASONS: Readonly<Record<Exclude<NodeState, 'active'>, EndedReason>> = {
  suspended: 'suspended',
  revoked: 'revoked',
  left: 'left',
  ended: 'lease-ended',
}

export function reasonOf(node: NodeRecord | undefined): EndedReason {
  return node === undefined || node.state === 'active' ? 'revoked' : REASONS[node.state]
}
