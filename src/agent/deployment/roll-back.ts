/** Back to the last good release; before the first one, back to nothing. Doing it again changes nothing. */
import type { Plan } from '../machine/plan.ts'
import { readCurrent, switchCurrent } from '../release/current-link.ts'
import { hasSoundRelease } from '../release/staging.ts'
import { isForbidden } from './check-again.ts'
import { healthCheck } from './health-check.ts'
import type { Runtime } from './runtime.ts'

/** @returns true where what ran before runs and answers again */
export async function rollBack(runtime: Runtime, plan: Plan, say: (text: string) => void): Promise<boolean> {
  const target = plan.previous
  if (target === undefined && runtime.journal.facts().lastGood === plan.digest) {
    say('there is no other release to go back to: this one was good before, and is left as it is')
    return false
  }
  if (target === undefined) {
    await runtime.service.stop()
    await switchCurrent(runtime.layout, undefined)
    say('there was no release before: the service is stopped')
    return true
  }
  const reason = await unfit(runtime, target)
  if (reason !== undefined) {
    await runtime.service.stop()
    await switchCurrent(runtime.layout, undefined)
    say(`the release before cannot be gone back to: ${reason}; the service is stopped`)
    return false
  }
  if ((await readCurrent(runtime.layout)) !== target) await switchCurrent(runtime.layout, target)
  await ensureRunning(runtime, target)
  const unhealthy = await healthCheck(runtime, target, say).firstAnswer()
  if (unhealthy !== undefined) say(`the release before does not answer either: ${unhealthy}`)
  return unhealthy === undefined
}

/** Starts the release where it does not run; a unit that runs it is not restarted for nothing. */
export async function ensureRunning(runtime: Runtime, release: string): Promise<void> {
  const status = await runtime.service.status()
  const isUp = status.kind === 'running' && status.release === release
  // What systemd runs may be of the release that `current` named before: only a restart tells.
  if (isUp && runtime.application.config.service.kind === 'process') return
  await runtime.service.ensure(release)
}

/** Revoked and quarantined digests are no target, and a changed release is none either. */
async function unfit(runtime: Runtime, digest: string): Promise<string | undefined> {
  const forbidden = await isForbidden(runtime, digest)
  if (forbidden) return `it is ${forbidden}`
  return (await hasSoundRelease(runtime.layout, digest)) ? undefined : 'it is gone, or was changed'
}
