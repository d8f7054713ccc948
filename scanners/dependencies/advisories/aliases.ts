/** One vulnerability under several ids: records that share an id or an alias are one. */
import type { Advisory } from './record.ts'

/** Groups, each with its best-known record first; in the order of their first records. */
export function mergeAliases(advisories: readonly Advisory[]): Advisory[][] {
  const groupOfId = new Map<string, Group>()
  const groups: Group[] = []
  for (const advisory of advisories) {
    const ids = [advisory.id, ...advisory.aliases]
    const touched = new Set(ids.map((id) => groupOfId.get(id)).filter((group) => group !== undefined))
    const [first, ...others] = touched
    const group = first ?? { members: [], ids: new Set<string>() }
    if (!first) groups.push(group)
    for (const other of others) {
      group.members.push(...other.members.splice(0))
      for (const id of other.ids) group.ids.add(id)
    }
    group.members.push(advisory)
    for (const id of ids) group.ids.add(id)
    for (const id of group.ids) groupOfId.set(id, group)
  }
  return groups
    .filter((group) => group.members.length > 0)
    .map((group) => group.members.toSorted((a, b) => rankOf(a.id) - rankOf(b.id) || (a.id < b.id ? -1 : 1)))
}

interface Group {
  readonly members: Advisory[]
  readonly ids: Set<string>
}

const FAMILIES = ['MAL-', 'GHSA-', 'CVE-']

function rankOf(id: string): number {
  const rank = FAMILIES.findIndex((family) => id.startsWith(family))
  return rank === -1 ? FAMILIES.length : rank
}
