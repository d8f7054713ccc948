/** The second phase of an admission: every agent concerned holds the peer, or is named as one that does not. */
import type { AdmissionReply } from '../../api/messages/membership.ts'
import type { Peer } from '../../api/messages/network-map.ts'
import type { CoordinatorContext } from '../context.ts'
import { distribute } from '../netmap/distribution.ts'
import { makeSnapshot } from '../netmap/network-map.ts'

/** @throws Error where the node is not there: the caller has just written it */
export async function awaitAgents(context: CoordinatorContext, nodeId: string): Promise<AdmissionReply> {
  const { node, snapshot } = await context.store.read(async (tx) => {
    const found = await tx.nodes.find(nodeId)
    if (!found) throw new Error(`the admitted node ${nodeId} is gone`)
    return {
      node: found,
      snapshot: await makeSnapshot(tx, found, context.relays.current(), context.clock.now()),
    }
  })
  await distribute(context, [nodeId, ...snapshot.peers.map(({ id }) => id)])
  const answers = await Promise.all(
    snapshot.peers.map(async (peer) => ({
      peer,
      refused: await context.sessions.whenAcknowledged(peer.id, node.changedVersion, context.acknowledgeMs),
    })),
  )
  const { lease } = snapshot.self
  if (!lease) throw new Error(`the runner ${nodeId} has no lease`)
  return {
    self: snapshot.self,
    lease,
    peers: snapshot.peers,
    relays: snapshot.relays,
    unacknowledged: answers.filter(({ refused }) => !refused).map(({ peer }) => peer.name),
    refused: answers.flatMap(({ peer, refused }) => refusalOf(peer, refused?.get(nodeId))),
  }
}

function refusalOf(peer: Peer, reason: string | undefined): AdmissionReply['refused'] {
  return reason === undefined ? [] : [{ name: peer.name, reason }]
}
