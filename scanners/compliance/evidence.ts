/** What checks look at: the paths, the few files that this scanner reads, and the other scanners' results. */

import type { Timestamp } from '../../src/base/time.ts'
import type { Severity } from '../../src/gate/finding.ts'
import type { ScannerResult } from '../../src/gate/scanner.ts'

export interface Evidence {
  readonly paths: readonly string[]
  /** Text by path; `undefined` for a file that could not be read. */
  readonly texts: ReadonlyMap<string, string | undefined>
  readonly results: ReadonlyMap<string, ScannerResult>
  readonly now: Timestamp
  /** The least severe advisory that counts, where the gate policy says so. */
  readonly advisoryThreshold: Severity | undefined
}
