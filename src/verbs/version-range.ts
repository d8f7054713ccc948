/**
 * Ranges of versions as a suppression writes them, in the ecosystem's own order: `>=1.2.0 <1.3.0`,
 * alternatives with `||`, a bare version for exactly that one.
 */
import { compareVersions, orderingOf } from '../../scanners/dependencies/versions/ecosystems.ts'
import type { VersionMatcher } from '../gate/policy/suppressions.ts'

const COMPARATOR = /^(>=|<=|>|<|=)?\s*([^\s<>=|,]+)$/

export const matchesVersionRange: VersionMatcher = (ecosystem, version, range) => {
  const alternatives = range.split('||').map((text) => holdsAll(ecosystem, version, text))
  if (alternatives.includes(undefined)) return undefined
  return alternatives.includes(true)
}

function holdsAll(ecosystem: string, version: string, text: string): boolean | undefined {
  // A space after an operator belongs to its version.
  const parts = text
    .replace(/([<>=])\s+/g, '$1')
    .split(/[\s,]+/)
    .filter(Boolean)
  if (parts.length === 0) return undefined
  const answers = parts.map((part) => holds(ecosystem, version, part))
  return answers.includes(undefined) ? undefined : !answers.includes(false)
}

function holds(ecosystem: string, version: string, comparator: string): boolean | undefined {
  const match = COMPARATOR.exec(comparator)
  const ordering = orderingOf(ecosystem)
  const order = match?.[2] && ordering ? compareVersions(ordering, version, match[2]) : undefined
  if (order === undefined) return undefined
  switch (match?.[1]) {
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    default:
      return order === 0
  }
}
