/** What an environment demands of the moment: no freeze, the artifact seen before in another one, somebody who can pull it. */

import type { SubmittedArtifact } from '../../api/messages/approval.ts'
import { parseTimestamp, type Timestamp } from '../../base/time.ts'
import type { Environment } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'

export interface NamedEnvironment {
  readonly name: string
  readonly environment: Environment
}

/** @throws RequestRefusal `refused` */
export function refuseFrozen({ name, environment }: NamedEnvironment, now: Timestamp): void {
  const freezes = environment.freezes ?? []
  const index = freezes.findIndex(
    ({ from, until }) => parseTimestamp(from) <= now && now < parseTimestamp(until),
  )
  if (index < 0) return
  const { until, reason } = freezes[index]!
  throw new RequestRefusal('refused', {
    message: `${name} is frozen until ${until}: ${reason}`,
    rule: `environments.${name}.freezes[${index}]`,
  })
}

/** Promotion without a rebuild: the same digest, committed before. @throws RequestRefusal `refused` */
export async function checkPromotion(
  tx: Transaction,
  { name, environment }: NamedEnvironment,
  artifact: SubmittedArtifact,
): Promise<void> {
  const { after } = environment
  if (after === undefined || (await tx.receipts.hasCommitted(artifact.digest, after))) return
  throw new RequestRefusal('refused', {
    message: `${artifact.digest} has no committed receipt in ${after}`,
    help: `deploy this very artifact to ${after} first`,
    rule: `environments.${name}.after`,
  })
}

/** Where the runner is the only source, an agent must be there to pull from it. @throws RequestRefusal `refused` */
export async function checkSources(
  tx: Transaction,
  isConnected: (nodeId: string) => boolean,
  target: { readonly application: string; readonly environment: string },
  artifact: SubmittedArtifact,
): Promise<void> {
  if (!artifact.locations.every((location) => location.startsWith('mesh:'))) return
  const agents = await tx.nodes.listAgents(target.application, target.environment)
  if (agents.some(({ id }) => isConnected(id))) return
  throw new RequestRefusal('refused', {
    message: `${artifact.name} is only on the runner, and no agent of ${target.application} in ${target.environment} is connected`,
    help: 'start an agent, or put the artifact where an agent can fetch it later (https:, oci:, release:)',
    rule: 'locations',
  })
}
