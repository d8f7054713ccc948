/**
 * The two waits after a start: for the first good answer, and then the window, in which so many
 * answers in a row must be good. A service that has ended fails at once: another process may still
 * answer at its port.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Instant } from '../../base/time.ts'
import type { ServiceStatus } from '../service/service.ts'
import type { ProbeResult } from './probe.ts'

export interface HealthTimes {
  readonly intervalMs: number
  /** Good answers in a row that the window asks for. */
  readonly successes: number
  /** Until the first good answer, and again for the window. */
  readonly timeoutMs: number
}

export interface HealthPorts {
  readonly clock: Clock
  readonly probe: () => Promise<ProbeResult>
  readonly status: () => Promise<ServiceStatus>
  readonly onAnswer: (result: ProbeResult, inARow: number) => void
  readonly signal?: AbortSignal
}

/** @returns the reason where it did not answer in time */
export function awaitFirstAnswer(times: HealthTimes, ports: HealthPorts): Promise<string | undefined> {
  return awaitInARow(1, times, ports)
}

/** @returns the reason where the window was not passed in time */
export function watchWindow(times: HealthTimes, ports: HealthPorts): Promise<string | undefined> {
  return awaitInARow(times.successes, times, ports)
}

async function awaitInARow(
  wanted: number,
  times: HealthTimes,
  ports: HealthPorts,
): Promise<string | undefined> {
  const end = (ports.clock.monotonic() + times.timeoutMs) as Instant
  let inARow = 0
  let last = 'it was never asked'
  for (;;) {
    const result = await ports.probe()
    // Asked after the probe: who answered must still be the one that was started.
    const status = await ports.status()
    if (status.kind === 'ended' || status.kind === 'stopped')
      return `the service has ended; last answer: ${say(result)}`
    inARow = result.kind === 'healthy' ? inARow + 1 : 0
    if (result.kind === 'unhealthy') last = result.reason
    ports.onAnswer(result, inARow)
    if (inARow >= wanted) return undefined
    if (ports.signal?.aborted) return 'stopped'
    if (ports.clock.monotonic() + times.intervalMs >= end) {
      return `${wanted} good answers in a row did not come within ${times.timeoutMs} ms; last bad one: ${last}`
    }
    await sleep(times.intervalMs)
  }
}

function say(result: ProbeResult): string {
  return result.kind === 'healthy' ? 'good, but of another process' : result.reason
}
