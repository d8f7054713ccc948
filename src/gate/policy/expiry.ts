/** Until when a suppression holds. */
import { DAY, formatTimestamp, parseTimestamp } from '../../base/time.ts'

/** The first instant at which a suppression holds no longer. Throws for anything but a day or a time. */
export function parseExpiry(text: string): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  const instant = parseTimestamp(isDay ? `${text}T00:00:00Z` : text)
  // The 30th of February would otherwise silently be a day in March.
  if (!formatTimestamp(instant).startsWith(text.slice(0, 10))) throw new RangeError(`no such day: ${text}`)
  // A day counts as a whole: it holds until the day is over.
  return isDay ? instant + DAY : instant
}
