/** Findings that end with one upgrade, together: "upgrade express to 4.21.2: ends 7". */
import { compareVersions, orderingOf } from '../versions/ecosystems.ts'
import type { Remedy } from './remedy.ts'
import type { Vulnerability } from './vulnerability.ts'

export interface Upgrade {
  /** The lockfile. */
  readonly path: string
  readonly ecosystem: string
  /** What is to be upgraded: the package itself, or the direct dependency that holds it back. */
  readonly name: string
  readonly from: string
  /** The lowest version that ends all of them; `null` where the lockfile does not let us know. */
  readonly to: string | null
  /** Everybody who asks for the package admits the version: no manifest changes. */
  readonly lockfileOnly: boolean
  readonly ends: number
  /** Whether attackers are known to use one of them, and the greatest probability of it; `null` if unknown. */
  readonly exploited: boolean
  readonly probability: number | null
  /** Primary ids of the advisories that it ends, sorted. */
  readonly advisories: readonly string[]
  /** One line for people. */
  readonly text: string
}

/** What attackers use first, then what they likely will, then those that end most. */
export function groupByUpgrade(vulnerabilities: readonly Vulnerability[]): Upgrade[] {
  const groups = new Map<string, Group>()
  for (const { finding, remedy, exploitation } of vulnerabilities) {
    const found = finding.package
    const target = found && targetOf(remedy, found)
    if (!found || !target) continue
    const key = [finding.path, found.ecosystem, target.name, target.from, target.how].join('\n')
    const group = groups.get(key) ?? {
      path: finding.path,
      ecosystem: found.ecosystem,
      ...target,
      ids: new Set<string>(),
      held: new Set<string>(),
      ends: 0,
      exploited: false,
      probability: null,
    }
    if (exploitation?.knownSince) group.exploited = true
    const probability = exploitation?.probability ?? null
    if (probability !== null) group.probability = Math.max(group.probability ?? 0, probability)
    group.to = higher(found.ecosystem, group.to, target.to)
    group.ids.add(finding.advisory?.id ?? finding.rule)
    if (target.how === 'held') group.held.add(found.name)
    group.ends++
    groups.set(key, group)
  }
  return [...groups.values()].map(toUpgrade).sort(byUrgency)
}

interface Target {
  readonly name: string
  readonly from: string
  to: string | null
  readonly how: 'upgrade' | 'refresh' | 'held'
}

interface Group extends Target {
  readonly path: string
  readonly ecosystem: string
  readonly ids: Set<string>
  readonly held: Set<string>
  ends: number
  exploited: boolean
  probability: number | null
}

function targetOf(remedy: Remedy, found: { name: string; version: string }): Target | undefined {
  const own = { name: found.name, from: found.version }
  switch (remedy.kind) {
    case 'remove':
    case 'none':
      return undefined
    case 'upgrade':
    case 'unknown':
      return { ...own, to: remedy.version, how: 'upgrade' }
    case 'refresh':
      return { ...own, to: remedy.version, how: 'refresh' }
    case 'upgrade-direct':
      return { name: remedy.direct.name, from: remedy.direct.version, to: remedy.to, how: 'upgrade' }
    case 'held':
      return { name: remedy.direct.name, from: remedy.direct.version, to: null, how: 'held' }
  }
}

function toUpgrade({ how, ids, held, ...group }: Group): Upgrade {
  const { name, from, to, ends } = group
  const text =
    how === 'held'
      ? `upgrade ${name}${from === '' ? '' : ` from ${from}`}: it holds back ${listOf([...held].sort())}, ${ends} ${findings(ends)}`
      : how === 'refresh'
        ? `refresh the lockfile, ${name} to ${to}: ends ${ends}`
        : `upgrade ${name} to ${to}: ends ${ends}`
  return { ...group, lockfileOnly: how === 'refresh', advisories: [...ids].sort(), text }
}

function listOf(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ')
}

function findings(count: number): string {
  return count === 1 ? 'finding' : 'findings'
}

function higher(ecosystem: string, a: string | null, b: string | null): string | null {
  const ordering = orderingOf(ecosystem)
  if (a === null || b === null || !ordering) return a
  return (compareVersions(ordering, a, b) ?? 0) >= 0 ? a : b
}

function byUrgency(a: Upgrade, b: Upgrade): number {
  return (
    Number(b.exploited) - Number(a.exploited) ||
    (b.probability ?? 0) - (a.probability ?? 0) ||
    b.ends - a.ends ||
    order(a.name, b.name)
  )
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
