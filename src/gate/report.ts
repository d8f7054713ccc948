/** What the gate and a scan say, before it is written in one of the report formats. */
import type { FingerprintedFinding } from './fingerprint.ts'
import type { Suppression } from './policy/schema.ts'
import type { AdvisorySource, ControlAnswer, FileError, ScannerStatus } from './scanner.ts'

export type Verdict = 'passed' | 'failed' | 'undecided'

/** Every code with what it does to the verdict. Codes are API: documented in docs/gate.md, never renamed. */
export const REASON_EFFECTS = {
  'findings-over-threshold': 'failed',
  'scanner-partial': 'undecided',
  'scanner-failed': 'undecided',
  'scanner-skipped': 'undecided',
  'scanner-missing': 'undecided',
  'advisories-missing': 'undecided',
  'advisories-too-old': 'undecided',
  'tree-incomplete': 'undecided',
  'base-unavailable': 'undecided',
  'repository-unreadable': 'undecided',
  'nothing-to-scan': 'none',
} as const

export type ReasonCode = keyof typeof REASON_EFFECTS

export interface Reason {
  readonly code: ReasonCode
  readonly scanner?: string
  readonly count?: number
  /** For people. */
  readonly message: string
}

/** What was missing before a scanner ran, so that nobody knows. */
export interface Trouble {
  readonly code: 'base-unavailable' | 'repository-unreadable'
  readonly message: string
}

/** `new` where there is nothing to compare with. */
export type FindingState = 'new' | 'existing' | 'suppressed'

export interface ReportedFinding extends FingerprintedFinding {
  /** Unique within the report. */
  readonly id: string
  readonly state: FindingState
  /** Whether it takes part in a failed verdict. */
  readonly blocking: boolean
  readonly suppression: Pick<Suppression, 'reason' | 'owner' | 'expires'> | null
}

export interface ReportedScanner {
  readonly id: string
  readonly title: string
  readonly status: ScannerStatus
  readonly reason?: string
  readonly files: number
  readonly fileErrors: readonly FileError[]
}

export interface ScanReport {
  readonly scanners: readonly ReportedScanner[]
  /** Sorted by path, line, column, rule, fingerprint. */
  readonly findings: readonly ReportedFinding[]
  /** What ends several findings at once, most urgent first. */
  readonly remedies: readonly string[]
  /** Answers to a list of controls, sorted by number; empty where no scanner gives any. */
  readonly controls: readonly ControlAnswer[]
}

/** What was judged. */
export interface JudgedTree {
  /** `sha256:` over paths and contents of the files judged. */
  readonly digest: string
  /** The head commit, where the tree is exactly that. */
  readonly commit: string | null
  /** The commit that it was compared with. */
  readonly base: string | null
}

export interface GateReport extends ScanReport {
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly policy: { readonly source: string; readonly digest: string }
  readonly advisories: readonly AdvisorySource[]
  /** RFC 3339. */
  readonly judgedAt: string
  readonly tree: JudgedTree
}
