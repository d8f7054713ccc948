/** The rule of the gate about the policy file that a change proposes: whoever merges it must be able to use it. */
import { SallyportError } from '../../base/errors.ts'
import type { Finding } from '../finding.ts'
import { plainReason } from '../plain-reason.ts'
import { POLICY_PATH } from './loaded-policy.ts'

/** The bytes of a policy file, why it cannot be read, or `null` where there is none. */
export type PolicyFile = Uint8Array | SallyportError | null

/** @param scanners the ids that a policy may name */
export async function checkPolicyFile(
  file: PolicyFile,
  scanners: readonly string[],
): Promise<readonly Finding[]> {
  if (file === null) return []
  if (file instanceof SallyportError) return [invalid(file)]
  const { readPolicy } = await import('./read-policy.ts')
  try {
    readPolicy(file, POLICY_PATH, { scanners })
    return []
  } catch (error) {
    if (error instanceof SallyportError) return [invalid(error)]
    throw error
  }
}

function invalid({ message, help, place }: SallyportError): Finding {
  const line = place?.line ?? 1
  const todo = help === undefined ? '' : ` To do: ${plainReason(help)}.`
  return {
    rule: 'policy-invalid',
    severity: 'high',
    confidence: 'high',
    title: 'The gate policy cannot be understood',
    message: `${plainReason(message)}. Once it is merged, every gate that reads it ends with a configuration error.${todo}`,
    path: POLICY_PATH,
    line,
    column: place?.column ?? 1,
    endLine: line,
    package: null,
    advisory: null,
    identity: [],
  }
}
