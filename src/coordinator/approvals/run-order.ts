/** A re-run of an old run is no way to downgrade (protocols §5). */
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'

/** @throws RequestRefusal `refused` where a later run of the target was approved already */
export async function checkRunId(
  tx: Transaction,
  { application, environment }: { readonly application: string; readonly environment: string },
  runId: string,
): Promise<void> {
  const highest = await tx.submissions.highestRunId(application, environment)
  if (BigInt(runId) >= highest) return
  throw new RequestRefusal('refused', {
    message: `run ${runId} is older than run ${highest}, which was approved for ${application} in ${environment}`,
    help: 'start a new run, or ask for a rollback',
    rule: 'run',
    claim: 'run_id',
  })
}
