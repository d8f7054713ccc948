/** Paths that a person gives are relative to where the person is. */
import { resolve } from 'node:path'
import type { Ports } from './verb.ts'

/** `{ [name]: absolute path }`, or nothing where the option was not given. */
export function pathOption<Name extends string>(
  name: Name,
  value: string | undefined,
  ports: Ports,
): { readonly [K in Name]?: string } {
  if (value === undefined) return {}
  return { [name]: resolve(ports.cwd, value) } as { readonly [K in Name]?: string }
}
