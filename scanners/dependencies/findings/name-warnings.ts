/** Names one edit away from a popular one that is not there: what a slip of a finger, or of a model, installs. */
import type { Finding } from '../../../src/gate/finding.ts'
import { entriesOf } from '../listing.ts'
import type { ListedReading } from '../packages.ts'
import { ecosystemBase } from '../versions/ecosystems.ts'
import type { PackageOf } from './finding-package.ts'
import { labelOf } from './paths.ts'

/** Short names are near to everything. */
const SHORTEST = 5

export function nameWarnings(
  reading: ListedReading,
  popular: ReadonlyMap<string, ReadonlySet<string>>,
  packageOf: PackageOf,
): Finding[] {
  if (popular.size === 0) return []
  const findings: Finding[] = []
  const held = new Set<string>()
  for (const { ecosystem, name } of reading.packages) held.add(`${ecosystem}\n${name}`)
  const seen = new Set<string>()
  const near = new Map([...popular].map(([ecosystem, names]) => [ecosystem, indexNames(names)]))
  for (const [position, one] of entriesOf(reading.packages)) {
    const ecosystem = ecosystemBase(one.ecosystem)
    const names = popular.get(ecosystem)
    if (one.source.kind !== 'registry' || !names || names.has(one.name) || seen.has(one.name)) continue
    seen.add(one.name)
    const like = findNear(one.name, near.get(ecosystem)!)
    if (like === undefined || held.has(`${one.ecosystem}\n${like}`)) continue
    findings.push({
      rule: 'name-near-popular',
      severity: 'medium',
      confidence: 'medium',
      title: `${one.name} is one letter away from ${like}`,
      message: `${labelOf(one)} is not among the popular names, and ${like} is. If ${like} was meant, replace it, and rotate what the machine held that installed it.`,
      path: reading.path,
      line: one.line,
      column: one.column ?? 1,
      endLine: one.endLine,
      package: packageOf(position),
      advisory: null,
      identity: ['near', one.ecosystem, one.name],
    })
  }
  return findings
}

/** Each name under itself and under what is left without one of its letters. */
function indexNames(names: ReadonlySet<string>): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const name of names) {
    if (name.length < SHORTEST) continue
    for (const key of shadowsOf(name)) {
      const list = index.get(key)
      if (list) list.push(name)
      else index.set(key, [name])
    }
  }
  return index
}

function findNear(name: string, index: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (name.length < SHORTEST || name.length > 200) return undefined
  for (const key of shadowsOf(name)) {
    const found = index.get(key)?.find((other) => isOneEdit(name, other))
    if (found !== undefined) return found
  }
  return undefined
}

function shadowsOf(name: string): Set<string> {
  const shadows = new Set([name])
  for (let at = 0; at < name.length; at++) shadows.add(name.slice(0, at) + name.slice(at + 1))
  return shadows
}

/** One letter put in, left out, changed, or two neighbours turned. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
