/**
 * A vulnerability that a VEX statement clears stays in the report, under a rule and a severity of its
 * own, with the statement's reason. Malware is never cleared: suppress it by policy, with an owner.
 */
import { findClearance, type VexStatement } from '../inputs/vex.ts'
import { purlOf } from '../purl.ts'
import type { Installed } from './installed.ts'
import { CLEARED_RULE, type Vulnerability } from './vulnerability.ts'

export function clear(
  vulnerability: Vulnerability,
  { first }: Installed,
  statements: readonly VexStatement[],
): Vulnerability {
  const { finding, remedy } = vulnerability
  if (statements.length === 0 || remedy.kind === 'remove' || !finding.advisory) return vulnerability
  const ids = [finding.advisory.id, ...finding.advisory.aliases]
  const statement = findClearance(statements, purlOf(first), ids)
  if (!statement) return vulnerability
  const says = statement.status === 'fixed' ? 'is fixed' : 'does not affect it'
  return {
    remedy: { kind: 'none' },
    finding: {
      ...finding,
      rule: CLEARED_RULE,
      severity: 'none',
      title: `Not affected: ${finding.title}`,
      message: `${statement.source} says that ${finding.advisory.id} ${says}: ${statement.reason}.\n${finding.message}`,
    },
  }
}
