/**
 * Which WireGuard keys may talk, in memory, because the relay asks for each packet. Refreshed in the same
 * step that tells nodes of a change; a lease that ends by time ends here by time, too.
 */
import { decodeBase64url, encodeBase64 } from '../../base/bytes.ts'
import type { Clock, Timestamp } from '../../base/time.ts'
import type { Store } from '../store/contract.ts'

export interface EdgeIndex {
  /** Reads these nodes anew. @returns keys (base64) of those that may not be here any more */
  refresh(store: Store, nodeIds: Iterable<string>): Promise<readonly string[]>
  mayLogIn(key: string): boolean
  mayTalk(a: string, b: string): boolean
}

interface Member {
  readonly nodeId: string
  readonly until: Timestamp | undefined
  readonly peers: ReadonlySet<string>
}

export function createEdgeIndex(clock: Clock): EdgeIndex {
  const members = new Map<string, Member>()
  const isHere = (member: Member | undefined): member is Member =>
    member !== undefined && (member.until === undefined || clock.now() < member.until)
  const refresh = (store: Store, nodeIds: Iterable<string>): Promise<string[]> =>
    store.read(async (tx) => {
      const gone: string[] = []
      // All at once: where the store is a server, that is one round trip.
      await Promise.all(
        [...new Set(nodeIds)].map(async (nodeId) => {
          const [node, lease, peers] = await Promise.all([
            tx.nodes.find(nodeId),
            tx.leases.find(nodeId),
            tx.edges.listPeerKeys(nodeId),
          ])
          if (!node) return
          const key = relayKey(node.wireguardKey)
          if (node.state === 'active') {
            members.set(key, { nodeId, until: lease?.end, peers: new Set(peers.map(relayKey)) })
            return
          }
          members.delete(key)
          gone.push(key)
        }),
      )
      return gone
    })
  let line: Promise<unknown> = Promise.resolve()
  return {
    refresh(store, nodeIds) {
      // One after the other: what was read first is not written last.
      const turn = line.then(() => refresh(store, nodeIds))
      line = turn.catch(() => undefined)
      return turn
    },
    mayLogIn: (key) => isHere(members.get(key)),
    mayTalk(a, b) {
      const [first, second] = [members.get(a), members.get(b)]
      return isHere(first) && isHere(second) && first.peers.has(b) && second.peers.has(a)
    },
  }
}

/** The relay's frames and WireGuard itself write keys in plain base64. */
function relayKey(wireguardKey: string): string {
  return encodeBase64(decodeBase64url(wireguardKey))
}
