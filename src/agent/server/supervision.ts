/** Keeps services running between deployments: one that has ended by itself is started again, ever more slowly. */
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../../base/errors.ts'
import { serviceLogPath } from '../deployment/open-runtime.ts'
import type { Runtime } from '../deployment/runtime.ts'
import { capServiceLog } from '../service/capped-log.ts'

export interface SupervisionTimes {
  readonly intervalMs: number
  readonly firstBackoffMs: number
  readonly maxBackoffMs: number
}

export const SUPERVISION_TIMES: SupervisionTimes = {
  intervalMs: 1_000,
  firstBackoffMs: 1_000,
  maxBackoffMs: 60_000,
}

/**
 * Returns when the signal is aborted.
 *
 * @param exclusive runs a step while no deployment is under way
 */
export async function supervise(
  runtime: Runtime,
  exclusive: <T>(step: () => Promise<T>) => Promise<T>,
  signal: AbortSignal,
  times: SupervisionTimes = SUPERVISION_TIMES,
): Promise<void> {
  let backoffMs = times.firstBackoffMs
  while (!signal.aborted) {
    const restarted = await exclusive(() => checkService(runtime))
    const waitMs = restarted ? backoffMs : times.intervalMs
    backoffMs = restarted ? Math.min(backoffMs * 2, times.maxBackoffMs) : decay(backoffMs, times)
    await sleep(waitMs, undefined, { signal }).catch(() => undefined)
  }
}

/** A service that has stayed up for a while is trusted again, step by step. */
function decay(backoffMs: number, times: SupervisionTimes): number {
  return Math.max(times.firstBackoffMs, backoffMs - times.intervalMs / 10)
}

/** @returns true where it had ended and was started again */
async function checkService(runtime: Runtime): Promise<boolean> {
  const { service, application, layout, diagnostics } = runtime
  try {
    const { service: spec } = application.config
    if (spec.kind !== 'process') return false
    await capServiceLog(serviceLogPath(layout), spec.log)
    const status = await service.status()
    if (status.kind !== 'ended') return false
    diagnostics.log('warn', 'a service has ended and is started again', { application: application.name })
    await service.ensure(status.release)
    return true
  } catch (error) {
    diagnostics.log('warn', 'a service could not be supervised', {
      application: application.name,
      reason: messageOf(error),
    })
    return true
  }
}
