/**
 * Time as values. `Instant` is monotonic and says how long; `Timestamp` is the wall clock and says
 * when. Cores take both as arguments and never read a clock.
 */
import { SallyportError } from './errors.ts'

declare const role: unique symbol

/** Monotonic milliseconds since an arbitrary origin. */
export type Instant = number & { readonly [role]: 'instant' }

/** Milliseconds since 1970-01-01T00:00:00Z by the wall clock. */
export type Timestamp = number & { readonly [role]: 'timestamp' }

export interface Clock {
  monotonic(): Instant
  now(): Timestamp
}

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

export function addMs<T extends Instant | Timestamp>(time: T, ms: number): T {
  return (time + ms) as T
}

/** RFC 3339 in UTC with `Z`, whole seconds or milliseconds. @throws `ENCODING_INVALID` */
export function parseTimestamp(text: string): Timestamp {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms)) {
    throw new SallyportError('ENCODING_INVALID', {
      message: `not a time: ${JSON.stringify(text.slice(0, 60))}`,
      help: 'write it as 2026-11-22T09:30:00Z (RFC 3339, UTC)',
    })
  }
  return ms as Timestamp
}

/** RFC 3339 in UTC; milliseconds only where they are not zero. */
export function formatTimestamp(time: Timestamp): string {
  return new Date(time).toISOString().replace('.000Z', 'Z')
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY }

/** Reads `90s`, `15m`, `6h`, `30d`, `250ms` as milliseconds. @throws `ENCODING_INVALID` */
export function parseDuration(text: string): number {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text)
  const unit = match?.[2] === undefined ? undefined : UNITS[match[2]]
  if (!match?.[1] || unit === undefined) {
    throw new SallyportError('ENCODING_INVALID', {
      message: `not a duration: ${JSON.stringify(text.slice(0, 60))}`,
      help: 'write a whole number and a unit: 250ms, 90s, 15m, 6h, 30d',
    })
  }
  return Number(match[1]) * unit
}

/** Milliseconds as a person reads them: `850 ms`, `12.3 s`, `4 m 10 s`. */
export function formatElapsed(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`
  return `${Math.floor(ms / MINUTE)} m ${Math.round((ms % MINUTE) / SECOND)} s`
}
