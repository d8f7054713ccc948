/** The checks, as in `rules.json`: what each asks, of what, and what it speaks to. */
import type { Confidence, Severity } from '../../src/gate/finding.ts'
import rules from './rules.json' with { type: 'json' }

/** How a check is answered. */
export type Question =
  /** No finding of these rules of another scanner (`*`: of any), where a path of the tree matches `applies`. */
  | {
      readonly kind: 'no-findings'
      readonly scanner: string
      readonly rules: readonly string[]
      readonly applies: string
      readonly minSeverity?: Severity
    }
  /** No advisory at or above the threshold (the gate policy's where it has one) in what the tree depends on. */
  | { readonly kind: 'advisories'; readonly scanner: string; readonly threshold: Severity }
  | { readonly kind: 'lockfiles' }
  | { readonly kind: 'thresholds' }
  | { readonly kind: 'suppressions' }
  | { readonly kind: 'security-policy' }
  | { readonly kind: 'code-owners' }
  /** A file that matches one of the patterns. */
  | { readonly kind: 'file'; readonly patterns: readonly string[]; readonly expected: string }

export interface ComplianceRule {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly osps: readonly string[]
  readonly supports: readonly string[]
  /** Why it matters and what to do. */
  readonly message: string
  readonly link: string
  readonly question: Question
}

export const COMPLIANCE_RULES = rules as unknown as readonly ComplianceRule[]
