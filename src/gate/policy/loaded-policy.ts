/** A policy with where it came from, and the one that holds where a repository has none. */
import { formatDigest, sha256 } from '../../base/digest.ts'
import type { GatePolicy } from './schema.ts'

export const POLICY_PATH = '.sallyport/policy.yml'
export const MAX_POLICY_BYTES = 1024 * 1024

/** Under this id stand the findings about the policy itself. */
export const POLICY_SCANNER = 'policy'

/** A policy and where it came from. */
export interface LoadedPolicy {
  readonly policy: GatePolicy
  /** `built-in`, `.sallyport/policy.yml`, `.sallyport/policy.yml@<commit>`, `file`. */
  readonly source: string
  /** `sha256:` of the bytes that were read. */
  readonly digest: string
  /** The line of each suppression, by its position. */
  readonly suppressionLines: readonly number[]
}

/** What holds where a repository has no policy. */
export const BUILT_IN_TEXT = `version: 1
block: new
thresholds:
  default: high
  compliance: never
unknownSeverity: high
`

/** {@link BUILT_IN_TEXT} as it is read: a tree without a policy needs neither a parser nor the schema. */
const BUILT_IN: GatePolicy = {
  version: 1,
  block: 'new',
  thresholds: { default: 'high', compliance: 'never' },
  unknownSeverity: 'high',
  confidence: 'low',
  require: [],
  paths: { include: [], exclude: [] },
  scanners: {},
  suppressions: [],
  advisories: {},
  registries: { private: [] },
  limits: { file: '64MiB' },
}

export function builtInPolicy(): LoadedPolicy {
  const digest = formatDigest(sha256(new TextEncoder().encode(BUILT_IN_TEXT)))
  return { policy: BUILT_IN, source: 'built-in', digest, suppressionLines: [] }
}
