/** The rules for secrets: their shape in `rules.json`, and what a scan needs made from it. */
import type { Confidence, Severity } from '../../src/gate/finding.ts'
import { CHECKS, type CheckName } from './checks.ts'
import rules from './rules.json' with { type: 'json' }

/** One kind of secret, as written in `rules.json`. Every repetition in a pattern is bounded, so that time is linear. */
export interface SecretRuleData {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** One of these must occur in the file, or the pattern is not tried. */
  readonly keywords: readonly string[]
  /** The group `secret` is what is hidden and identified. */
  readonly pattern: string
  readonly ignoreCase?: boolean
  /** Pattern of the paths that it is for; all by default. */
  readonly paths?: string
  /** Bits a character; below it is no secret. */
  readonly minEntropy?: number
  readonly check?: string
  /** Patterns of values that are known to be harmless. */
  readonly allow?: readonly string[]
  /** Values that are less severe, such as keys of a test mode. */
  readonly lower?: { readonly pattern: string; readonly severity: string }
  /** What to do at the provider. */
  readonly revoke: string
  readonly link?: string
}

export interface SecretRule {
  readonly data: SecretRuleData
  readonly pattern: RegExp
  readonly keywords: readonly string[]
  readonly paths: RegExp | undefined
  readonly allow: readonly RegExp[]
  readonly lower: { readonly pattern: RegExp; readonly severity: Severity } | undefined
  readonly check: (typeof CHECKS)[CheckName] | undefined
}

export const SECRET_RULES: readonly SecretRule[] = (rules as readonly SecretRuleData[]).map(compileRule)

/** @throws Error for a rule that names an unknown check or has no group `secret`: a bug in the data. */
export function compileRule(data: SecretRuleData): SecretRule {
  if (!data.pattern.includes('(?<secret>')) throw new Error(`rule ${data.id} has no group "secret"`)
  if (data.check !== undefined && !(data.check in CHECKS)) {
    throw new Error(`rule ${data.id} names the unknown check ${data.check}`)
  }
  return {
    data,
    pattern: new RegExp(data.pattern, data.ignoreCase ? 'dgi' : 'dg'),
    keywords: data.ignoreCase ? data.keywords.map((word) => word.toLowerCase()) : data.keywords,
    paths: data.paths === undefined ? undefined : new RegExp(data.paths),
    allow: (data.allow ?? []).map((pattern) => new RegExp(pattern)),
    lower: data.lower && {
      pattern: new RegExp(data.lower.pattern),
      severity: data.lower.severity as Severity,
    },
    check: data.check === undefined ? undefined : CHECKS[data.check as CheckName],
  }
}
