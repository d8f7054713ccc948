/** Keep-alive (RFC 9293 §3.8.4): off unless asked for; an idle peer is probed, a silent one given up. */
import type { TcpConnection } from './connection.ts'

const MOST_INTERVAL_MS = 15_000
const MOST_PROBES = 9

export class KeepAlive {
  idleMs: number | undefined
  at = Number.POSITIVE_INFINITY
  probes = 0
  probedAt = Number.NEGATIVE_INFINITY
}

export function armKeepAlive(connection: TcpConnection, now: number): void {
  const { keepAlive } = connection
  keepAlive.probes = 0
  keepAlive.at = keepAlive.idleMs === undefined ? Number.POSITIVE_INFINITY : now + keepAlive.idleMs
}

/** The timer has fired. Heard from the peer meanwhile: it is set again, which saves moving it per packet. */
export function handleKeepAlive(connection: TcpConnection, now: number): 'wait' | 'probe' | 'give-up' {
  const { keepAlive, lastHeardAt } = connection
  const idleMs = keepAlive.idleMs ?? Number.POSITIVE_INFINITY
  // Whoever has answered since the last probe is alive, however late this timer is.
  if (lastHeardAt >= keepAlive.probedAt) keepAlive.probes = 0
  if (now - lastHeardAt < idleMs) {
    keepAlive.at = lastHeardAt + idleMs
    return 'wait'
  }
  if (keepAlive.probes >= MOST_PROBES) return 'give-up'
  keepAlive.probes++
  keepAlive.probedAt = now
  keepAlive.at = now + Math.min(idleMs, MOST_INTERVAL_MS)
  return 'probe'
}
