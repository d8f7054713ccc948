/**
 * The relays of the map: those of every replica that lives and those that environments.yml registers, in one order for
 * all, because a node waits at the first of them.
 */
import type { Relay } from '../../api/messages/network-map.ts'
import { relaySchema } from '../../api/messages/network-map.ts'
import type { ReplicaLink } from '../store/replica-link.ts'

/** A map names no more. */
const MAX_RELAYS = 16

export interface RelayList {
  current(): readonly Relay[]
  /** Asks who lives, and what is registered. @returns true where the list changed */
  refresh(): Promise<boolean>
}

export interface RelaySources {
  /** This process's own. */
  readonly own: Relay
  /** Absent where it is the only one. */
  readonly link: ReplicaLink | undefined
  readonly registered: () => Promise<readonly Relay[]>
}

export async function openRelayList({ own, link, registered }: RelaySources): Promise<RelayList> {
  let relays: readonly Relay[] = [own]
  await link?.announce(JSON.stringify(own))
  const list: RelayList = {
    current: () => relays,
    async refresh() {
      const announced = (await link?.announced()) ?? []
      const alive = announced.flatMap((text) => relaySchema.safeParse(JSON.parse(text)).data ?? [])
      const next = inOrder([...(await registered()), ...alive, own], own)
      if (JSON.stringify(next) === JSON.stringify(relays)) return false
      relays = next
      return true
    },
  }
  await list.refresh()
  return list
}

/** Of one URL the last; where there are too many, never without our own. */
function inOrder(relays: readonly Relay[], own: Relay): Relay[] {
  const byUrl = new Map(relays.map((relay) => [relay.url, relay]))
  const sorted = [...byUrl.values()].sort((a, b) => (a.url < b.url ? -1 : 1))
  const kept = sorted.slice(0, MAX_RELAYS)
  return kept.includes(own) ? kept : [...kept.slice(0, MAX_RELAYS - 1), own]
}
