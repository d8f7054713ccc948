/** What an environment demands of the moment: no freeze, the artifact seen before in another one, somebody who can pull it. */

import type { SubmittedArtifact } from '../../api/messages/approval.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { Environment } from '../environments/environments-file.ts'
import { findFreeze, findFreezeOfFile, liftedNow } from '../environments/stops.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'

export interface NamedEnvironment {
  readonly name: string
  readonly environment: Environment
}

/** A broken glass lifts freezes, of file and person alike. @throws RequestRefusal `refused` */
export async function refuseFrozen(
  tx: Transaction,
  { name, environment }: NamedEnvironment,
  now: Timestamp,
): Promise<void> {
  if ((await liftedNow(tx, name, environment, now)).includes('freezes')) return
  const ofFile = findFreezeOfFile(environment, now)
  if (ofFile) {
    throw new RequestRefusal('refused', {
      message: `${name} is frozen until ${ofFile.until}: ${ofFile.reason}`,
      rule: `environments.${name}.freezes[${ofFile.index}]`,
    })
  }
  const freeze = await findFreeze(tx, name, now)
  if (!freeze) return
  const until = freeze.until === null ? 'somebody unfreezes it' : formatTimestamp(freeze.until)
  throw new RequestRefusal('refused', {
    message: `${name} is frozen until ${until}: ${freeze.reason}`,
    rule: `environments.${name}`,
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
