/**
 * Does what the machine commands, for one deployment. Each method answers with an event or throws;
 * what it throws becomes the event `failed` with the step's own code.
 */
import { statfs } from 'node:fs/promises'
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { Command } from '../machine/command.ts'
import type { Event } from '../machine/event.ts'
import type { FailureCode } from '../machine/outcome.ts'
import type { Plan } from '../machine/plan.ts'
import { readCommittedReceipt, signDeploymentReceipt, storeReceipt } from '../receipt.ts'
import { readCurrent, switchCurrent } from '../release/current-link.ts'
import { pruneReleases } from '../release/retention.ts'
import { checkRelease, hasSoundRelease, removeStaging, stageRelease } from '../release/staging.ts'
import { capServiceLog, sizeOfServiceLog, tailServiceLog } from '../service/capped-log.ts'
import { LineCutter } from '../service/output.ts'
import { Intake, removePartial } from '../sources/intake.ts'
import type { Source } from '../sources/source.ts'
import { addToQuarantine } from '../state-files.ts'
import { assertLockHeld, checkAgain } from './check-again.ts'
import type { DeploymentLine, DeploymentLog } from './deployment-log.ts'
import { StepFailed } from './failures.ts'
import { healthCheck } from './health-check.ts'
import { runHook } from './hooks.ts'
import { serviceLogPath } from './open-runtime.ts'
import { type MeasuredArtifact, planDeployment } from './plan-deployment.ts'
import { rollBack } from './roll-back.ts'
import type { Runtime } from './runtime.ts'

export interface DeploymentRequest {
  readonly deployment: string
  /** The bytes of `*.approval.json`; absent when a journalled deployment is recovered. */
  readonly approval?: Uint8Array
  /** Measured beforehand, where the artifact is at hand: then another one is refused before all else. */
  readonly artifact?: MeasuredArtifact
  /** Absent for a revocation, and where the release is here already. */
  readonly source?: Source
}

/** What a command's failure is called where it has no better name. */
const FAILS_AS: Readonly<Record<Command['kind'], FailureCode>> = {
  journal: 'internal',
  'discard-intake': 'internal',
  quarantine: 'internal',
  'verify-approval': 'approval-refused',
  'reserve-space': 'no-space',
  'open-source': 'source-lost',
  download: 'source-lost',
  stage: 'archive-refused',
  'record-intent': 'release-changed',
  'run-pre-hook': 'pre-hook-failed',
  'check-again': 'release-changed',
  switch: 'switch-failed',
  'start-service': 'start-failed',
  'await-answer': 'unhealthy',
  'watch-health': 'unhealthy',
  'run-post-hook': 'post-hook-failed',
  'roll-back': 'internal',
  'sign-receipt': 'internal',
}

export function failureCodeOf(command: Command): FailureCode {
  return FAILS_AS[command.kind]
}

export class Performer {
  readonly #runtime: Runtime
  readonly #request: DeploymentRequest
  readonly #log: DeploymentLog
  readonly #signal: AbortSignal
  #intake: Intake | undefined
  /** Where the service's log stood when this release was started. */
  #logStart = 0

  constructor(runtime: Runtime, request: DeploymentRequest, log: DeploymentLog, signal: AbortSignal) {
    this.#runtime = runtime
    this.#request = request
    this.#log = log
    this.#signal = signal
  }

  /** @returns `undefined` for commands that have no answer @throws whatever kept the step from being done */
  async perform(command: Command): Promise<Event | undefined> {
    switch (command.kind) {
      case 'journal':
        return await this.#journal(command)
      case 'discard-intake':
        return await this.#discardIntake(command.plan, command.keepPartial)
      case 'verify-approval':
        return await this.#verifyApproval()
      case 'reserve-space':
        return await this.#reserveSpace(command.plan)
      case 'open-source':
        return await this.#openSource(command.plan)
      case 'download':
        return await this.#download(command.plan)
      case 'stage':
        return await this.#stage(command.plan)
      case 'record-intent':
        await assertLockHeld(this.#runtime)
        await checkRelease(this.#runtime.layout, command.plan.digest)
        return { kind: 'intent-recorded' }
      default:
        return await this.#performSwitchSide(command)
    }
  }

  async #performSwitchSide(command: Command): Promise<Event | undefined> {
    switch (command.kind) {
      case 'run-pre-hook':
        return await this.#runPreHook(command.plan)
      case 'check-again':
        await checkAgain(this.#runtime, command.plan)
        return { kind: 'check-passed' }
      case 'switch':
        await switchCurrent(this.#runtime.layout, command.plan.digest)
        return { kind: 'switched-over' }
      case 'start-service':
        return await this.#startService(command.plan)
      case 'await-answer':
        return await this.#health(command.plan, 'first-answer')
      case 'watch-health':
        return await this.#health(command.plan, 'window')
      case 'run-post-hook':
        return await this.#runPostHook(command.plan)
      case 'roll-back':
        return {
          kind: 'rolled-over',
          restored: await rollBack(this.#runtime, command.plan, (text) => this.#note(text)),
        }
      case 'quarantine':
        return await this.#quarantine(command.plan, command.reason)
      case 'sign-receipt':
        return await this.#signReceipt(command)
      default:
        throw new Error(`this is a bug: nobody performs ${command.kind}`)
    }
  }

  async #journal(command: Extract<Command, { kind: 'journal' }>): Promise<undefined> {
    const { journal, clock } = this.#runtime
    const { state } = command
    await journal.append({ kind: 'state', at: clock.now(), state })
    this.#say({ kind: 'state', state: state.kind })
    if (state.kind === 'finished') this.#say({ kind: 'outcome', outcome: state.outcome })
  }

  async #verifyApproval(): Promise<Event> {
    const { deployment, approval, artifact } = this.#request
    if (!approval) throw new Error('this is a bug: there is no approval to verify')
    const { plan } = await planDeployment(this.#runtime, {
      deployment,
      file: approval,
      ...(artifact ? { artifact } : {}),
    })
    this.#note(`approval ${plan.approval.slice(0, 12)} verified: ${plan.kind} sequence ${plan.sequence}`)
    if (plan.kind !== 'revoke' && (await this.#runsAlready(plan))) {
      this.#note('this digest runs already and is healthy')
      return { kind: 'already-running', plan }
    }
    return { kind: 'approval-accepted', plan }
  }

  async #runsAlready(plan: Plan): Promise<boolean> {
    const { layout, service, journal } = this.#runtime
    if ((await readCurrent(layout)) !== plan.digest || journal.facts().lastGood !== plan.digest) return false
    const status = await service.status()
    if (status.kind === 'ended' || status.kind === 'stopped') return false
    if ((await readCommittedReceipt(layout, plan.digest)) === undefined) return false
    return (await healthCheck(this.#runtime, plan.digest, () => {}).ask()).kind === 'healthy'
  }

  async #reserveSpace(plan: Plan): Promise<Event> {
    const { layout, application } = this.#runtime
    if (await hasSoundRelease(layout, plan.digest)) return { kind: 'space-found' }
    const { bavail, bsize } = await statfs(layout.folder)
    const free = bavail * bsize
    // The artifact itself, and about three times as much unpacked; what is really needed shows later.
    const needed = plan.size * 4 + application.config.limits.keepFree
    if (free >= needed) return { kind: 'space-found' }
    throw new StepFailed('no-space', `${free} bytes are free on the disk, about ${needed} are needed`)
  }

  async #openSource(plan: Plan): Promise<Event> {
    const { layout } = this.#runtime
    if (await hasSoundRelease(layout, plan.digest)) {
      this.#note('the release is here already, and unchanged')
      return { kind: 'release-present' }
    }
    this.#intake = await this.#beginIntake(plan)
    const from = this.#intake.resumedFrom
    this.#note(
      `${this.#source().label}: ${plan.size} bytes${from > 0 ? `, the first ${from} are here already` : ''}`,
    )
    return { kind: 'source-opened' }
  }

  #beginIntake(plan: Plan): Promise<Intake> {
    return Intake.begin(this.#runtime.layout, plan, this.#source(), this.#signal)
  }

  #source(): Source {
    if (this.#request.source) return this.#request.source
    throw new StepFailed('source-refused', 'nobody said where the artifact is, and it is not here')
  }

  async #download(plan: Plan): Promise<Event> {
    const resumed = (this.#intake?.resumedFrom ?? 0) > 0
    try {
      await this.#readIntake(plan)
    } catch (error) {
      if (!resumed || !(error instanceof SallyportError) || error.code !== 'VERIFICATION_REFUSED') throw error
      // The part that was here may have been damaged: once more, from the beginning.
      this.#note('the resumed download differs; it is fetched anew')
      await this.#intake?.close(false)
      this.#intake = await this.#beginIntake(plan)
      await this.#readIntake(plan)
    }
    this.#note(`sha256:${plan.digest} verified`)
    return { kind: 'artifact-complete' }
  }

  async #readIntake(plan: Plan): Promise<void> {
    let told = 0
    await this.#intake?.complete((bytes) => {
      const tenth = Math.floor((bytes / Math.max(1, plan.size)) * 10)
      if (tenth <= told || plan.size < 16 * 1024 * 1024) return
      told = tenth
      this.#note(`${tenth * 10} % of ${plan.size} bytes`)
    })
  }

  async #stage(plan: Plan): Promise<Event> {
    const { layout, application } = this.#runtime
    const { format, fileName, limits } = application.config
    const intake = this.#intake
    if (!intake) throw new Error('this is a bug: nothing was taken in')
    await stageRelease(layout, plan.digest, intake.randomAccess(), {
      format,
      fileName,
      limits: { maxEntries: limits.entries, maxBytes: limits.unpacked, maxRatio: limits.ratio },
    })
    this.#intake = undefined
    await intake.close(false)
    return { kind: 'release-staged' }
  }

  async #discardIntake(plan: Plan, keepPartial: boolean): Promise<undefined> {
    await this.#intake?.close(keepPartial)
    this.#intake = undefined
    if (!keepPartial) await removePartial(this.#runtime.layout, plan.digest)
    await removeStaging(this.#runtime.layout)
  }

  async #runPreHook(plan: Plan): Promise<Event> {
    const failed = await runHook(this.#runtime, plan, 'pre', (text) => this.#output('pre-hook', text))
    if (failed !== undefined) throw new StepFailed('pre-hook-failed', failed)
    return { kind: 'hook-passed' }
  }

  async #startService(plan: Plan): Promise<Event> {
    this.#logStart = await sizeOfServiceLog(serviceLogPath(this.#runtime.layout))
    await this.#runtime.service.ensure(plan.digest)
    return { kind: 'service-started' }
  }

  async #runPostHook(plan: Plan): Promise<Event> {
    const failed = await runHook(this.#runtime, plan, 'post', (text) => this.#output('post-hook', text))
    await this.#prune(plan)
    if (failed === undefined) return { kind: 'post-hook-ended' }
    this.#note(failed)
    return { kind: 'post-hook-ended', warning: { code: 'post-hook-failed', message: failed } }
  }

  async #health(plan: Plan, wait: 'first-answer' | 'window'): Promise<Event> {
    const check = healthCheck(this.#runtime, plan.digest, (text) => this.#note(text))
    const failed = wait === 'window' ? await check.window() : await check.firstAnswer()
    if (failed === undefined) return { kind: wait === 'window' ? 'window-passed' : 'service-answered' }
    await this.#showServiceLog()
    throw new StepFailed('unhealthy', failed)
  }

  /** The service's last words, for the person who reads why it failed. */
  async #showServiceLog(): Promise<void> {
    const tail = await tailServiceLog(serviceLogPath(this.#runtime.layout), this.#logStart, 4096)
    const lines: string[] = []
    const cutter = new LineCutter((line) => lines.push(line))
    cutter.push(tail)
    cutter.end()
    for (const line of lines.slice(-20)) this.#output('service', line)
  }

  async #quarantine(plan: Plan, reason: string): Promise<Event> {
    const { files, clock } = this.#runtime
    // A revocation stands in the trust state already, where no retry can lift it.
    if (plan.kind !== 'revoke') {
      const entry = { digest: plan.digest, at: clock.now(), deployment: plan.deployment, reason }
      await files.writeQuarantine(addToQuarantine(await files.readQuarantine(), entry))
    }
    return { kind: 'digest-quarantined' }
  }

  async #signReceipt(command: Extract<Command, { kind: 'sign-receipt' }>): Promise<Event> {
    const { layout, machineKey, clock, runAs } = this.#runtime
    const { plan, outcome } = command
    const receipt = signDeploymentReceipt(
      {
        plan,
        outcome,
        finishedAt: clock.now(),
        sameUser: runAs.owner === undefined,
      },
      machineKey,
    )
    await storeReceipt(layout, plan, outcome, receipt)
    return { kind: 'receipt-signed' }
  }

  /** Housekeeping: what it cannot remove is no reason to fail a deployment that is committed. */
  async #prune(plan: Plan): Promise<void> {
    const { layout, application, journal, diagnostics } = this.#runtime
    const needed = new Set(
      [plan.digest, plan.previous, journal.facts().lastGood].filter((digest) => digest !== undefined),
    )
    try {
      const removed = await pruneReleases(layout, application.config.keep, needed)
      if (removed.length > 0) this.#note(`${removed.length} old releases were removed`)
      const { service } = application.config
      if (service.kind === 'process') await capServiceLog(serviceLogPath(layout), service.log)
    } catch (error) {
      diagnostics.log('warn', 'old releases could not be removed', { reason: messageOf(error) })
    }
  }

  #note(text: string): void {
    this.#say({ kind: 'note', text })
  }

  #output(from: 'pre-hook' | 'post-hook' | 'service', text: string): void {
    this.#say({ kind: 'output', from, text })
  }

  #say(line: DistributiveOmit<DeploymentLine, 'at' | 'deployment'>): void {
    this.#log({
      at: this.#runtime.clock.now(),
      deployment: this.#request.deployment,
      ...line,
    } as DeploymentLine)
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
