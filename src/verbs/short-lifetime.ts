/** `--lifetime` of what may last an hour at most: longer is an error, not an hour. */
import { SallyportError } from '../base/errors.ts'
import { HOUR, SECOND } from '../base/time.ts'
import type { Call } from './verb.ts'

/** Seconds; an hour where nothing is said. @throws `USAGE` */
export function shortLifetime({ options }: Call, leastMs: number = SECOND): number {
  const lifetime = options.lifetime ?? HOUR
  if (lifetime >= leastMs && lifetime <= HOUR) return Math.ceil(lifetime / SECOND)
  throw new SallyportError('USAGE', {
    message: `--lifetime is ${lifetime / SECOND} s, it may be ${leastMs / SECOND} s to an hour`,
    help: 'give --lifetime 30m, or leave it out for an hour',
  })
}
