/** Hooks: commands of the configuration around the switch. After a crash a hook may run again. */
import type { Plan } from '../machine/plan.ts'
import { releaseFolder } from '../release/layout.ts'
import { describeEnd, runCommand } from '../service/command-run.ts'
import { findByEnvironment } from '../service/process-identity.ts'
import { commandEnvironment } from './open-runtime.ts'
import type { Runtime } from './runtime.ts'

const HOOK_VARIABLE = 'SALLYPORT_HOOK'

/** @returns the reason where it failed; `undefined` where it passed, or there is none */
export async function runHook(
  runtime: Runtime,
  plan: Plan,
  which: 'pre' | 'post',
  onLine: (line: string) => void,
): Promise<string | undefined> {
  const hook = runtime.application.config.hooks[which]
  if (!hook) return undefined
  const env = await commandEnvironment({ ...runtime, environment: plan.environment }, plan.digest)
  const end = await runCommand({
    command: hook.command,
    cwd: releaseFolder(runtime.layout, plan.digest),
    env: { ...env, SALLYPORT_PREVIOUS: plan.previous ?? '', [HOOK_VARIABLE]: plan.deployment },
    runAs: runtime.runAs,
    timeoutMs: hook.timeout,
    onLine,
  })
  if (end.kind === 'exited' && end.code === 0) return undefined
  return `the ${which}-hook ${describeEnd(end, hook.timeout)}`
}

/** A hook outlives an agent that is killed: before it runs again, the first one is ended. */
export function endOrphanedHooks(deployment: string): number {
  const orphans = findByEnvironment(HOOK_VARIABLE, deployment)
  for (const pid of orphans) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended since it was seen.
    }
  }
  return orphans.length
}
