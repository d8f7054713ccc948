/** How many people must sign, and how many did: the greater of what environment and rule demand. */
import type { TrustRule } from '../../trust/trust-rule.ts'
import type { Environment } from '../environments/environments-file.ts'

export function quorumOf(environment: Environment, rule: TrustRule): number {
  return Math.max(environment.quorum ?? 0, rule.quorum ?? 0)
}
