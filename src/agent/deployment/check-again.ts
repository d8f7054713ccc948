/** The second check, right before the switch: the world may have changed while the artifact came. */
import { formatElapsed, formatTimestamp } from '../../base/time.ts'
import { isRevoked } from '../../trust/ratchet.ts'
import { loadTrust } from '../config/load.ts'
import type { Plan } from '../machine/plan.ts'
import { checkRelease } from '../release/staging.ts'
import { StepFailed } from './failures.ts'
import { currentTime, refuseFrozen } from './plan-deployment.ts'
import type { Runtime } from './runtime.ts'

/** Window, freeze, revocation, quarantine, freshness, lock, and the release's manifest. @throws StepFailed, or `DEPLOYMENT_REFUSED` */
export async function checkAgain(runtime: Runtime, plan: Plan): Promise<void> {
  const now = await currentTime(runtime)
  if (now >= plan.notAfter) {
    throw new StepFailed('expired', `the approval was valid until ${formatTimestamp(plan.notAfter)}`)
  }
  refuseFrozen(runtime, now)
  await refuseForbidden(runtime, plan)
  await refuseStale(runtime, plan, now)
  await assertLockHeld(runtime)
  await checkRelease(runtime.layout, plan.digest)
}

/** True where the digest may not run here: revoked by a signed approval, or quarantined. */
export async function isForbidden(
  runtime: Runtime,
  digest: string,
): Promise<'revoked' | 'quarantined' | undefined> {
  const target = { application: runtime.application.name, environment: runtime.config.environment }
  if (isRevoked(await runtime.files.readTrust(), target, `sha256:${digest}`)) return 'revoked'
  const { entries } = await runtime.files.readQuarantine()
  return entries.some((entry) => entry.digest === digest) ? 'quarantined' : undefined
}

/** @throws StepFailed where another agent took the lock over */
export async function assertLockHeld(runtime: Runtime): Promise<void> {
  if (await runtime.lock.isHeld()) return
  throw new StepFailed('internal', 'another agent has taken the lock of this application')
}

async function refuseForbidden(runtime: Runtime, plan: Plan): Promise<void> {
  const forbidden = await isForbidden(runtime, plan.digest)
  if (forbidden) throw new StepFailed(forbidden, `sha256:${plan.digest} is ${forbidden} here`)
}

/** With a coordinator: what it said last must be fresh, and must not forbid. */
async function refuseStale(runtime: Runtime, plan: Plan, now: number): Promise<void> {
  const trust = await loadTrust(runtime.config)
  if (trust.signers !== 'coordinator') return
  const freshness = await runtime.oversight.freshness(plan.application, plan.environment)
  const { maxStalenessMs } = runtime.config
  if (!freshness || now - freshness.at > maxStalenessMs) {
    const age = freshness ? `${formatElapsed(now - freshness.at)} old` : 'absent'
    throw new StepFailed(
      'stale',
      `the newest checkpoint is ${age}, maxStaleness is ${formatElapsed(maxStalenessMs)}`,
    )
  }
  if (freshness.frozen !== undefined) throw new StepFailed('frozen', freshness.frozen)
  if (freshness.revokedApprovals.has(`sha256:${plan.approval}`)) {
    throw new StepFailed('revoked', 'the coordinator has revoked the approval')
  }
}
