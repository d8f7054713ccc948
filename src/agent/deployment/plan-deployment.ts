/**
 * Verifies an approval and says what it asks for. The ratchet is stored, with fsync, before anything
 * is done about it (protocols.md §6).
 */
import { formatElapsed, parseTimestamp, type Timestamp } from '../../base/time.ts'
import { type VerifiedApproval, verifyApproval } from '../../trust/verify-approval.ts'
import { judgeTime } from '../agent-time.ts'
import { loadTrust } from '../config/load.ts'
import type { FailureCode } from '../machine/outcome.ts'
import type { Plan } from '../machine/plan.ts'
import { readCurrent } from '../release/current-link.ts'
import { StepFailed } from './failures.ts'
import type { Runtime } from './runtime.ts'

export interface PlannedDeployment {
  readonly plan: Plan
  readonly approval: VerifiedApproval
}

export interface MeasuredArtifact {
  readonly digest: Uint8Array
  readonly size: number
}

interface Claim {
  readonly deployment: string
  /** The bytes of `*.approval.json`. */
  readonly file: Uint8Array
  readonly artifact?: MeasuredArtifact
}

/** @throws StepFailed; then nothing was stored */
export async function planDeployment(runtime: Runtime, claim: Claim): Promise<PlannedDeployment> {
  const { deployment, file, artifact } = claim
  const { config, application, files, oversight } = runtime
  const now = await currentTime(runtime)
  const trust = await loadTrust(config)
  const state = await files.readTrust()
  const quarantine = await files.readQuarantine()
  const result = verifyApproval({
    file,
    trust,
    ...(artifact ? { artifact } : {}),
    target: { application: application.name, environment: config.environment },
    labels: config.labels,
    ...(await oversight.evidence(file, trust, state)),
    state,
    quarantined: new Set(quarantine.entries.map(({ digest }) => `sha256:${digest}`)),
    now,
  })
  if (result.kind === 'refused') {
    throw new StepFailed(
      REFUSED_AS[result.code] ?? 'approval-refused',
      `${result.code}: ${result.reason}; ${result.help}`,
    )
  }
  const plan = await toPlan(runtime, deployment, result)
  if (plan.kind !== 'revoke') refuseByConfig(runtime, plan, now)
  await files.writeTrust(result.state)
  return { plan, approval: result }
}

const REFUSED_AS: Readonly<Record<string, FailureCode>> = {
  ARTIFACT_QUARANTINED: 'quarantined',
  ARTIFACT_REVOKED: 'revoked',
  EXPIRED: 'expired',
  ARTIFACT_DIFFERS: 'digest-mismatch',
}

/** @throws StepFailed where the clock is behind what is known */
export async function currentTime(runtime: Runtime): Promise<Timestamp> {
  const { application, config, journal, clock, oversight } = runtime
  const freshness = await oversight.freshness(application.name, config.environment)
  const time = judgeTime(clock.now(), journal.facts().at, freshness?.at)
  if (time.kind === 'time') return time.now
  throw new StepFailed(
    'clock-behind',
    `the clock of this machine is ${formatElapsed(time.behindMs)} behind what it has seen; services are left alone`,
  )
}

/** @throws StepFailed within a freeze of the agent's own configuration */
export function refuseFrozen(runtime: Runtime, now: Timestamp): void {
  const freeze = runtime.application.freezes.find(({ from, to }) => from <= now && now < to)
  if (freeze) throw new StepFailed('frozen', `nothing is deployed now: ${freeze.reason}`)
}

async function toPlan(runtime: Runtime, deployment: string, approval: VerifiedApproval): Promise<Plan> {
  const { predicate, subject } = approval.statement
  const digest = subject[0]!.digest.sha256
  return {
    deployment,
    application: predicate.application,
    environment: predicate.environment,
    kind: predicate.kind,
    artifactName: subject[0]!.name,
    digest,
    size: predicate.artifact.size,
    mediaType: predicate.artifact.mediaType,
    approval: approval.approval.replace('sha256:', ''),
    anyWorkflow: approval.anyWorkflow,
    sequence: predicate.sequence,
    notAfter: parseTimestamp(predicate.notAfter),
    before: await readCurrent(runtime.layout),
    previous: await rollbackTarget(runtime, digest),
    attempt: 1,
  }
}

/** The newest good release that is another one; before the first journal, what `current` names. */
async function rollbackTarget(runtime: Runtime, digest: string): Promise<string | undefined> {
  const { lastGood, goodBefore } = runtime.journal.facts()
  const candidates = [lastGood, goodBefore, await readCurrent(runtime.layout)]
  return candidates.find((candidate) => candidate !== undefined && candidate !== digest)
}

function refuseByConfig(runtime: Runtime, plan: Plan, now: Timestamp): void {
  refuseFrozen(runtime, now)
  const { artifact } = runtime.application.config.limits
  if (plan.size > artifact) {
    throw new StepFailed('too-large', `the artifact has ${plan.size} bytes, limits.artifact is ${artifact}`)
  }
}
