/** The scanner's section of the gate policy as a schema. Unknown keys are errors. */
import * as z from 'zod'
import { decode } from '../../src/base/decode.ts'
import { parseDuration } from '../../src/base/time.ts'
import { SEVERITIES } from '../../src/gate/finding.ts'
import sources from './advisories/sources.json' with { type: 'json' }
import type { DependencySettings } from './settings.ts'

const severity = z.enum(SEVERITIES)
const duration = z.string().refine(isDuration, 'write a whole number and a unit: 12h, 7d')

const licences = z.strictObject({
  allow: z.array(z.string()).optional(),
  deny: z.array(z.string()).default([]),
  exceptions: z.array(z.strictObject({ package: z.string().min(1), reason: z.string().min(1) })).default([]),
})

const raise = z.strictObject({
  'known-exploited': severity.optional(),
  epss: z.strictObject({ 'at-least': z.number().min(0).max(1), to: severity }).optional(),
})

const schema = z.strictObject({
  'private-registries': z.array(z.string()).default([]),
  'private-scopes': z.array(z.string()).default([]),
  'allowed-registries': z.array(z.string()).optional(),
  'api-url': z.url({ protocol: /^https?$/ }).default(sources.api),
  'max-advisory-age': duration.optional(),
  'cool-down': duration.optional(),
  'install-scripts': z.array(z.string()).default([]),
  licences: licences.optional(),
  raise: raise.default({}),
  vex: z
    .array(z.strictObject({ path: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .default([]),
})

/** @throws `POLICY_INVALID` */
export function decodeSettings(section: unknown): DependencySettings {
  const settings = decode(schema, section, {
    source: 'scanners.dependencies',
    code: 'POLICY_INVALID',
    knownKeys: [
      ...Object.keys(schema.shape),
      ...Object.keys(licences.shape),
      ...Object.keys(raise.shape),
      'at-least',
      'sha256',
    ],
  })
  const { licences: asked, raise: raised } = settings
  return {
    privateRegistries: settings['private-registries'],
    privateScopes: settings['private-scopes'],
    allowedRegistries: settings['allowed-registries'],
    apiUrl: settings['api-url'].replace(/\/+$/, ''),
    maxAgeMs: milliseconds(settings['max-advisory-age']),
    coolDownMs: milliseconds(settings['cool-down']),
    installScripts: settings['install-scripts'],
    licences: asked && { allow: asked.allow, deny: asked.deny, exceptions: asked.exceptions },
    raise: {
      knownExploited: raised['known-exploited'],
      epss: raised.epss && { atLeast: raised.epss['at-least'], to: raised.epss.to },
    },
    vex: settings.vex,
  }
}

function milliseconds(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDuration(text)
}

function isDuration(text: string): boolean {
  try {
    parseDuration(text)
    return true
  } catch {
    // The schema's own message says what is expected.
    return false
  }
}
