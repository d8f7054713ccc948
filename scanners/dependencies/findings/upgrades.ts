/** Findings that end with one upgrade, together: "upgrade express to 4.21.2: ends 7". */
import type { Finding } from '../../../src/gate/finding.ts'
import { orderingOf } from '../versions/ecosystems.ts'

export interface Upgrade {
  readonly path: string
  readonly ecosystem: string
  readonly name: string
  readonly from: string
  /** The lowest version that ends all of them. */
  readonly to: string
  readonly ends: number
}

/** Those that end most first. */
export function groupByUpgrade(findings: readonly Finding[]): Upgrade[] {
  const groups = new Map<string, Upgrade>()
  for (const { path, package: found } of findings) {
    if (!found?.fix) continue
    const key = `${path}\n${found.ecosystem}\n${found.name}\n${found.version}`
    const group = groups.get(key)
    const { ecosystem, name, version: from } = found
    const to = group ? higher(ecosystem, group.to, found.fix.version) : found.fix.version
    groups.set(key, { path, ecosystem, name, from, to, ends: (group?.ends ?? 0) + 1 })
  }
  return [...groups.values()].sort((a, b) => b.ends - a.ends || (a.name < b.name ? -1 : 1))
}

function higher(ecosystem: string, a: string, b: string): string {
  const ordering = orderingOf(ecosystem)
  const [x, y] = [ordering?.parse(a), ordering?.parse(b)]
  if (!ordering || x === undefined || y === undefined) return a
  return ordering.compare(x, y) >= 0 ? a : b
}
