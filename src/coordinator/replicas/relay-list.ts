/** The relays of every replica that lives, in one order for all: a node waits at the first of them. */
import type { Relay } from '../../api/messages/network-map.ts'
import { relaySchema } from '../../api/messages/network-map.ts'
import type { ReplicaLink } from '../store/replica-link.ts'

/** A map names no more. */
const MAX_RELAYS = 16

export interface RelayList {
  current(): readonly Relay[]
  /** Asks who lives. @returns true where the list changed */
  refresh(): Promise<boolean>
}

/** @param own this process's relay. @param link absent where it is the only one */
export async function openRelayList(own: Relay, link: ReplicaLink | undefined): Promise<RelayList> {
  let relays: readonly Relay[] = [own]
  if (!link) return { current: () => relays, refresh: async () => false }
  await link.announce(JSON.stringify(own))
  return {
    current: () => relays,
    async refresh() {
      const announced = await link.announced()
      const parsed = announced.flatMap((text) => relaySchema.safeParse(JSON.parse(text)).data ?? [])
      const byUrl = new Map([...parsed, own].map((relay) => [relay.url, relay]))
      const next = [...byUrl.values()].sort((a, b) => (a.url < b.url ? -1 : 1)).slice(0, MAX_RELAYS)
      if (JSON.stringify(next) === JSON.stringify(relays)) return false
      relays = next
      return true
    },
  }
}
