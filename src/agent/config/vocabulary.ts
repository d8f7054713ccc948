/** The words of `agent.yml` that have units or shapes of their own; values come out in ms and bytes. */
import * as z from 'zod'
import { parsePrefix } from '../../base/ip.ts'
import { parseDuration } from '../../base/time.ts'

/** `90s` as milliseconds. */
export const duration = z
  .string()
  .regex(/^\d{1,9}(?:ms|s|m|h|d)$/, 'must be a duration such as 250ms, 90s, 15m, 24h')
  .transform(parseDuration)

const SIZE_UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 }

/** `64MiB` as bytes. */
export const size = z
  .string()
  .regex(/^\d{1,7}(?:B|KiB|MiB|GiB)$/, 'must be a size such as 64KiB, 512MiB, 2GiB')
  .transform((text) => {
    const [, count, unit] = /^(\d+)(\w+)$/.exec(text) ?? []
    return Number(count) * (SIZE_UNITS[unit ?? ''] ?? Number.NaN)
  })

/** An argument list; the first is the program. Never a shell line. */
export const argv = z
  .array(
    z
      .string()
      .max(4096)
      .refine((text) => !text.includes('\0'), 'must not hold a NUL'),
  )
  .min(1, 'must be an argument list with at least the program')
  .max(256)

export const environment = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a variable name'),
  z.string().max(32_768),
)

export const addressPrefix = z
  .string()
  .refine(isPrefix, 'must be an address or a prefix such as 192.0.2.0/24')
  .transform(parsePrefix)

function isPrefix(text: string): boolean {
  try {
    parsePrefix(text)
    return true
  } catch {
    // The one thing asked here is whether it can be read.
    return false
  }
}
