/** Rules that lack the input they need: said aloud, so that they do not pass in silence. */
import type { ScanInputs } from './inputs/scan-inputs.ts'
import type { DependencySettings } from './settings.ts'

export interface SkippedRule {
  readonly rule: string
  readonly reason: string
}

export function skippedRules(
  ecosystems: ReadonlySet<string>,
  inputs: ScanInputs,
  settings: DependencySettings,
): SkippedRule[] {
  const lacking = (given: ReadonlyMap<string, unknown>) =>
    [...ecosystems].filter((ecosystem) => !given.has(ecosystem)).sort()
  const skipped: SkippedRule[] = []
  const unnamed = lacking(inputs.popular)
  if (unnamed.length > 0) {
    const reason = `no list of popular names was given for ${unnamed.join(', ')}`
    skipped.push({ rule: 'name-near-popular', reason })
  }
  const undated = lacking(inputs.published)
  if (settings.coolDownMs === undefined) {
    skipped.push({ rule: 'younger-than-cool-down', reason: 'policy asks for no cool-down' })
  } else if (undated.length > 0) {
    const reason = `no publish dates were given for ${undated.join(', ')}`
    skipped.push({ rule: 'younger-than-cool-down', reason })
  }
  if (!settings.licences) skipped.push({ rule: 'licence-not-allowed', reason: 'policy names no licences' })
  return skipped
}

/** What policy asks for and nobody gave: the answer is not known then. */
export function missingInputs({ kev, epss }: ScanInputs, { raise }: DependencySettings): string[] {
  return [
    ...(raise.knownExploited && !kev ? ['policy raises by known-exploited, and there is no kev.json'] : []),
    ...(raise.epss && !epss ? ['policy raises by epss, and there is no epss.csv'] : []),
  ]
}
