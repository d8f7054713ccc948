/** Advisories by package: what a match is drawn from, wherever they are kept. */
import type { Advisory, Affected } from './record.ts'

export interface Candidate {
  readonly advisory: Advisory
  /** The entries of the record for this package. */
  readonly affected: readonly Affected[]
}

export interface AdvisoryStore {
  /** Those of the keys that have candidates; for thousands of packages much cheaper than asking for each. */
  known(keys: ReadonlySet<string>): ReadonlySet<string>
  /** By {@link packageKey}; withdrawn records are not here. */
  candidates(key: string): readonly Candidate[]
  /** The newest `modified`, RFC 3339. */
  readonly asOf: string | null
  close(): void
}
