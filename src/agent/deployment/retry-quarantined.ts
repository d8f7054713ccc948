/** Lifts the quarantine of the digest that an approval names, for one more try, in the name of a person. */
import { SallyportError } from '../../base/errors.ts'
import { parseApprovalFile } from '../../trust/approval-file.ts'
import { unverifiedPayload } from '../../trust/dsse.ts'
import { parseApprovalStatement } from '../../trust/statement.ts'
import { releaseFromQuarantine } from '../state-files.ts'
import type { Runtime } from './runtime.ts'

/**
 * Nothing is granted by it: the approval is verified as ever afterwards.
 *
 * @param by the person's name, which stays in the record
 * @throws `USAGE` for a name that says nothing
 */
export async function retryQuarantined(runtime: Runtime, approval: Uint8Array, by: string): Promise<void> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,99}$/u.test(by)) {
    throw new SallyportError('USAGE', {
      message: `--retry-quarantined needs the name of who asks, not ${JSON.stringify(by.slice(0, 100))}`,
    })
  }
  const statement = parseApprovalStatement(unverifiedPayload(parseApprovalFile(approval).envelope))
  const digest = statement.subject[0]!.digest.sha256
  const quarantine = await runtime.files.readQuarantine()
  if (!quarantine.entries.some((entry) => entry.digest === digest)) return
  const retry = { digest, at: runtime.clock.now(), by }
  await runtime.files.writeQuarantine(releaseFromQuarantine(quarantine, retry))
  runtime.diagnostics.log('info', 'a quarantine was lifted', { digest, by })
}
