/** One deployment from an approval to its end, and what a start finds unfinished. */
import { encodeHex } from '../../base/bytes.ts'
import { messageOf } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Plan } from '../machine/plan.ts'
import { recover } from '../machine/recovery.ts'
import { deploymentOf, type State } from '../machine/state.ts'
import { begin } from '../machine/transition.ts'
import { readCommittedReceipt, readReceipt } from '../receipt.ts'
import { readCurrent } from '../release/current-link.ts'
import { removeStaging } from '../release/staging.ts'
import type { DeploymentLog } from './deployment-log.ts'
import { drive } from './drive.ts'
import { endOrphanedHooks } from './hooks.ts'
import { type DeploymentRequest, Performer } from './performer.ts'
import type { Runtime } from './runtime.ts'

export interface DeploymentEnd {
  readonly deployment: string
  readonly outcome: Outcome
  /** Absent where no approval was verified. */
  readonly plan?: Plan
  /** The signed envelope, as JSON; absent together with the plan. */
  readonly receipt?: Uint8Array
}

/** Sorts by time. */
export function newDeploymentId(now: Timestamp, random: Random): string {
  const time = formatTimestamp(now)
    .replace(/[-:]|\.\d+/g, '')
    .toLowerCase()
  return `d${time}-${encodeHex(random.bytes(4))}`
}

/** @throws only what keeps the journal from being written; every refusal is an outcome */
export async function deploy(
  runtime: Runtime,
  request: DeploymentRequest,
  log: DeploymentLog,
  signal: AbortSignal,
): Promise<DeploymentEnd> {
  const performer = new Performer(runtime, request, log, signal)
  const state = await drive(begin(request.deployment), performer, runtime, signal)
  return await toEnd(runtime, state)
}

/**
 * Finishes what the agent before this one left, and sees to it that the current release runs.
 *
 * @returns the end of the deployment that was unfinished; `undefined` where there was none
 */
export async function recoverApplication(
  runtime: Runtime,
  log: DeploymentLog,
): Promise<DeploymentEnd | undefined> {
  const found = runtime.journal.facts().state
  const end = found && found.kind !== 'finished' ? await finish(runtime, found, log) : undefined
  await removeStaging(runtime.layout)
  await settle(runtime)
  return end
}

/** The current release runs, whatever became of the last deployment. */
export async function settle(runtime: Runtime): Promise<void> {
  const { layout, service, diagnostics } = runtime
  const current = await readCurrent(layout)
  if (current === undefined) return
  const status = await service.status()
  if (status.kind === 'running' || status.kind === 'unsupervised') return
  try {
    await service.ensure(current)
    diagnostics.log('info', 'the service was started', { release: current })
  } catch (error) {
    diagnostics.log('warn', 'the service could not be started', {
      release: current,
      reason: messageOf(error),
    })
  }
}

async function finish(runtime: Runtime, found: State, log: DeploymentLog): Promise<DeploymentEnd> {
  const deployment = deploymentOf(found)
  endOrphanedHooks(deployment)
  runtime.diagnostics.log('info', 'an unfinished deployment is recovered', { deployment, state: found.kind })
  // A recovery is not for anybody to abort: it ends what was begun.
  const signal = new AbortController().signal
  const performer = new Performer(runtime, { deployment }, log, signal)
  return await toEnd(runtime, await drive(recover(found), performer, runtime, signal))
}

async function toEnd(runtime: Runtime, state: State): Promise<DeploymentEnd> {
  if (state.kind !== 'finished') throw new Error(`this is a bug: a deployment ended in ${state.kind}`)
  const { deployment, outcome, plan } = state
  const receipt = plan && (await findReceipt(runtime, plan, outcome))
  return { deployment, outcome, ...(plan ? { plan } : {}), ...(receipt ? { receipt } : {}) }
}

async function findReceipt(runtime: Runtime, plan: Plan, outcome: Outcome): Promise<Uint8Array | undefined> {
  if (outcome.kind === 'already-running') return await readCommittedReceipt(runtime.layout, plan.digest)
  return await readReceipt(runtime.layout, plan.deployment)
}
