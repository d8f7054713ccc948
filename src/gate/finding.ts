/** What a scanner says about one place, and how sure and how bad it is. */

/** From worst to least; `unknown` stands outside the order and blocks like `high` unless policy says otherwise. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none', 'unknown'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** How a package is used, as far as its lockfile says. */
export type DependencyScope = 'prod' | 'dev' | 'optional' | 'peer' | 'test' | 'build' | 'unknown'

export interface FindingPackage {
  /** OSV's name of the ecosystem. */
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  readonly direct: boolean | null
  readonly scope: DependencyScope
  /** Shortest first; each from a direct dependency to this package, as `name@version`. */
  readonly paths: readonly (readonly string[])[]
  /** The smallest upgrade that ends the finding, where the lockfile lets us know. */
  readonly fix: FindingFix | null
}

export interface FindingFix {
  readonly name: string
  readonly version: string
  /** `name@version` of the direct dependency by way of which a range holds it back, and which must move. */
  readonly heldBackBy?: string
}

export interface FindingAdvisory {
  readonly id: string
  readonly aliases: readonly string[]
  /** Versions that end it, lowest first. */
  readonly fixed: readonly string[]
  /** Where something is known of its use by attackers. */
  readonly exploitation?: Exploitation
}

export interface Exploitation {
  /** The day since which attackers are known to use it (CISA's KEV), `null` if they are not. */
  readonly knownSince: string | null
  /** Of being used within 30 days (FIRST's EPSS), 0 to 1. */
  readonly probability: number | null
}

export interface Finding {
  /** kebab-case, never reused. */
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** One line. */
  readonly title: string
  /** Why it matters, and what to do. */
  readonly message: string
  /** Relative to the scanned tree, with `/`. */
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly package: FindingPackage | null
  readonly advisory: FindingAdvisory | null
  /** What makes it the same finding when lines move (matched text, package and advisory); never a line number. */
  readonly identity: readonly string[]
  /** A link that explains the rule or the advisory. */
  readonly link?: string
}
