/** A signed or received JSON document to a typed value: strict JSON, a strict schema, and no hidden key. */
import type * as z from 'zod'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { type JsonLimits, parseStrictJson } from '../base/json.ts'

/** @throws `LIMIT_EXCEEDED`, `JSON_INVALID`, `ENCODING_INVALID`, `CONFIG_INVALID` */
export function decodeDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array, limits: JsonLimits): T {
  const value = parseStrictJson(bytes, limits)
  refuseHiddenKeys(value, limits.source)
  return decode(schema, value, { source: limits.source })
}

/**
 * A record of the schema library passes over a key `__proto__` without a word, where must-understand
 * asks for a refusal.
 *
 * @throws `CONFIG_INVALID`
 */
export function refuseHiddenKeys(value: unknown, source: string): void {
  if (typeof value !== 'object' || value === null) return
  if (Object.hasOwn(value, '__proto__')) {
    throw new SallyportError('CONFIG_INVALID', {
      message: '__proto__: this key is not known',
      place: { file: source },
    })
  }
  for (const member of Object.values(value)) refuseHiddenKeys(member, source)
}
