/** The node's copy of its network map: snapshots and deltas applied in order, never back to an older version. */

import type { DeltaFrame, Peer, Relay, SelfNode, SnapshotFrame } from '../../api/messages/network-map.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseTimestamp, type Timestamp } from '../../base/time.ts'

export interface NetworkMap {
  readonly version: number
  /** It may not be used after this without having been renewed. */
  readonly expiresAt: Timestamp
  readonly self: SelfNode
  readonly peers: ReadonlyMap<string, Peer>
  readonly relays: readonly Relay[]
}

export interface MapChange {
  readonly map: NetworkMap
  /** Peers that are new or differ. */
  readonly changed: readonly Peer[]
  /** Ids of peers that are gone: their keys are dropped before anything else is done. */
  readonly removed: readonly string[]
}

/** @throws `REPLY_REFUSED` for a frame that does not continue the map that we have */
export function applyFrame(known: NetworkMap | undefined, frame: SnapshotFrame | DeltaFrame): MapChange {
  if (known && frame.version < known.version) {
    throw refused(`the map went back from version ${known.version} to ${frame.version}`)
  }
  return frame.kind === 'snapshot' ? applySnapshot(known, frame) : applyDelta(known, frame)
}

function applySnapshot(known: NetworkMap | undefined, frame: SnapshotFrame): MapChange {
  const peers = new Map(frame.peers.map((peer) => [peer.id, peer]))
  const removed = [...(known?.peers.keys() ?? [])].filter((id) => !peers.has(id))
  const changed = frame.peers.filter(
    (peer) => JSON.stringify(known?.peers.get(peer.id)) !== JSON.stringify(peer),
  )
  const { version, self, relays } = frame
  return {
    map: { version, expiresAt: parseTimestamp(frame.expiresAt), self, peers, relays },
    changed,
    removed,
  }
}

function applyDelta(known: NetworkMap | undefined, frame: DeltaFrame): MapChange {
  if (!known || frame.since !== known.version) {
    throw refused(
      `a delta from version ${frame.since} does not fit the map of version ${known?.version ?? 'none'}`,
    )
  }
  const peers = new Map(known.peers)
  for (const id of frame.removed) peers.delete(id)
  for (const peer of frame.changed) peers.set(peer.id, peer)
  const map = { ...known, version: frame.version, expiresAt: parseTimestamp(frame.expiresAt), peers }
  return { map, changed: frame.changed, removed: frame.removed }
}

function refused(message: string): SallyportError {
  return new SallyportError('REPLY_REFUSED', { message })
}
