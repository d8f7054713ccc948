/** The scanner's section of the gate policy. Unknown keys are errors. */
import * as z from 'zod'
import { decode } from '../../src/base/decode.ts'
import { parseDuration } from '../../src/base/time.ts'
import sources from './advisories/sources.json' with { type: 'json' }

const schema = z.strictObject({
  'private-registries': z.array(z.string()).default([]),
  'private-scopes': z.array(z.string()).default([]),
  'allowed-registries': z.array(z.string()).optional(),
  'api-url': z.url({ protocol: /^https?$/ }).default(sources.api),
  'max-advisory-age': z.string().optional(),
})

export interface DependencySettings {
  /** URLs or hosts of registries whose packages no public advisory is about. */
  readonly privateRegistries: readonly string[]
  /** `@scope` or `vendor/` prefixes of private names. */
  readonly privateScopes: readonly string[]
  /** Registries that a package may come from; `undefined` allows all. */
  readonly allowedRegistries: readonly string[] | undefined
  readonly apiUrl: string
  readonly maxAgeMs: number | undefined
}

/** @throws `POLICY_INVALID` */
export function decodeSettings(section: unknown): DependencySettings {
  const settings = decode(schema, section ?? {}, {
    source: 'scanners.dependencies',
    code: 'POLICY_INVALID',
    knownKeys: Object.keys(schema.shape),
  })
  const age = settings['max-advisory-age']
  return {
    privateRegistries: settings['private-registries'],
    privateScopes: settings['private-scopes'],
    allowedRegistries: settings['allowed-registries'],
    apiUrl: settings['api-url'].replace(/\/+$/, ''),
    maxAgeMs: age === undefined ? undefined : parseDuration(age),
  }
}
