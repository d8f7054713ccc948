/**
 * What time it is for a deployment: the greatest of the system's clock, the newest journalled time and
 * the newest verified checkpoint. A clock that was set back cannot bring an expired approval back; one
 * that is more than five minutes behind stops deployments, never services.
 */
import { MINUTE, type Timestamp } from '../base/time.ts'

export const MAX_CLOCK_BEHIND_MS = 5 * MINUTE

export type AgentTime =
  | { readonly kind: 'time'; readonly now: Timestamp }
  | { readonly kind: 'behind'; readonly now: Timestamp; readonly behindMs: number }

export function judgeTime(clock: Timestamp, ...known: readonly (Timestamp | undefined)[]): AgentTime {
  const now = Math.max(clock, ...known.filter((time) => time !== undefined)) as Timestamp
  const behindMs = now - clock
  return behindMs > MAX_CLOCK_BEHIND_MS ? { kind: 'behind', now, behindMs } : { kind: 'time', now }
}
