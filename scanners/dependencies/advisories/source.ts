/** The contract of a source of advisories, and what a match is. */
import type { AdvisorySource } from '../../../src/gate/scanner.ts'
import type { Advisory } from './record.ts'

/** One version of one package, however often it is installed; of ecosystem `GIT`: a repository's URL and a commit. */
export interface Query {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

export interface MatchResult {
  /** In the order of the queries; what affects each. */
  readonly matches: readonly (readonly Advisory[])[]
  /** Why the matches, of this call and those before, may not be all there are; a sentence each. */
  readonly gaps: readonly string[]
  /** What this call and those before were answered from. */
  readonly sources: readonly AdvisorySource[]
}

/**
 * Matches exactly the queries; never throws for a source that is missing, down or broken. It may be called again with
 * other queries.
 */
export type MatchAdvisories = (queries: readonly Query[]) => Promise<MatchResult>
