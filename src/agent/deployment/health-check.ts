/** The configured health of the application, asked of the release that runs. */
import { type ProbeResult, type ProbeSpec, probe } from '../health/probe.ts'
import { awaitFirstAnswer, type HealthPorts, watchWindow } from '../health/window.ts'
import { releaseFolder } from '../release/layout.ts'
import { commandEnvironment } from './open-runtime.ts'
import type { Runtime } from './runtime.ts'

export interface HealthCheck {
  /** One question. */
  ask(): Promise<ProbeResult>
  /** @returns the reason where no good answer came in time */
  firstAnswer(): Promise<string | undefined>
  /** @returns the reason where the window was not passed */
  window(): Promise<string | undefined>
}

export function healthCheck(runtime: Runtime, release: string, say: (text: string) => void): HealthCheck {
  const { health } = runtime.application.config
  const ask = async (): Promise<ProbeResult> =>
    await probe(toSpec(health), {
      timeoutMs: health.probeTimeout,
      cwd: releaseFolder(runtime.layout, release),
      env: await commandEnvironment({ ...runtime, environment: runtime.config.environment }, release),
      runAs: runtime.runAs,
    })
  const times = { intervalMs: health.interval, successes: health.successes, timeoutMs: health.timeout }
  const ports: HealthPorts = {
    clock: runtime.clock,
    probe: ask,
    status: () => runtime.service.status(),
    onAnswer: (result, inARow) =>
      say(result.kind === 'healthy' ? `healthy, ${inARow} in a row` : `not healthy: ${result.reason}`),
  }
  return {
    ask,
    firstAnswer: () => awaitFirstAnswer(times, ports),
    window: () => watchWindow(times, ports),
  }
}

function toSpec(health: Runtime['application']['config']['health']): ProbeSpec {
  if (health.kind !== 'http') return health
  const { kind, url, status, contains } = health
  return contains === undefined ? { kind, url, status } : { kind, url, status, contains }
}
