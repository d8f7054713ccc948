/**
 * The gate policy (`.sallyport/policy.yml`) as a schema: what may stand in it, what it means and what
 * holds where nothing is said. docs/gate-policy.md explains it to people; `sallyport schema
 * gate-policy` prints it for editors.
 */
import * as z from 'zod'
import { parseDuration } from '../../base/time.ts'
import { SEVERITIES } from '../finding.ts'
import { parseExpiry } from './expiry.ts'

const RANKED = ['critical', 'high', 'medium', 'low', 'none'] as const

const severityWord = z.enum(RANKED)

const threshold = z
  .union([
    z.enum([...RANKED, 'never']),
    z.strictObject({
      critical: z.int().min(0).optional(),
      high: z.int().min(0).optional(),
      medium: z.int().min(0).optional(),
      low: z.int().min(0).optional(),
      none: z.int().min(0).optional(),
    }),
  ])
  .describe(
    'A severity: findings of it and worse block. "never": none blocks. A map: per severity, how many are let through; severities not named do not block.',
  )

const duration = z
  .string()
  .refine((text) => reads(parseDuration, text), 'write a whole number and a unit: 250ms, 90s, 15m, 6h, 30d')
  .meta({ pattern: '^\\d{1,9}(ms|s|m|h|d)$', examples: ['90s'] })

const size = z
  .string()
  .regex(/^[1-9]\d{0,8}(B|KiB|MiB|GiB)$/, 'write a whole number and a unit: 512KiB, 64MiB')
  .meta({ examples: ['64MiB'] })

const glob = z
  .string()
  .min(1)
  .max(1_000)
  .describe('A pattern over whole paths: *, ?, [a-z], and ** for any folders.')
const name = z.string().min(1).max(500)

const expiry = z
  .string()
  .refine((text) => reads(parseExpiry, text), 'write a day, 2027-01-31, or a time, 2027-01-31T12:00:00Z')
  .describe('The last day (UTC) or the instant until which it holds.')

const suppression = z
  .strictObject({
    scanner: name.optional().describe('Only findings of this scanner.'),
    rule: name.optional().describe('The id of the rule.'),
    path: glob.optional(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{32}$/, 'a fingerprint has 32 lower-case hex digits')
      .optional(),
    advisory: name.optional().describe('The id of the advisory, or one of its aliases.'),
    package: z
      .strictObject({ ecosystem: name.optional(), name })
      .optional()
      .describe('Only findings about this package.'),
    versions: name
      .optional()
      .describe('Only these versions of the package, in the ecosystem\'s own order: ">=1.2.0 <1.3.0".'),
    reason: z.string().min(1).max(2_000),
    owner: name.describe('Who answers for it.'),
    expires: expiry,
  })
  .refine(
    ({ rule, path, fingerprint, advisory, package: about }) =>
      [rule, path, fingerprint, advisory, about].some((selector) => selector !== undefined),
    'name what is suppressed: rule, path, fingerprint, advisory or package',
  )
  .refine(
    ({ versions, package: about }) => versions === undefined || about !== undefined,
    '"versions" needs "package"',
  )

const scannerSection = z.strictObject({
  enabled: z.boolean().default(true),
  timeout: duration.default('120s').describe('After this time the scanner counts as failed.'),
  settings: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("The scanner's own settings: see its README."),
})

export const gatePolicySchema = z
  .strictObject({
    version: z.literal(1),
    block: z
      .enum(['new', 'all'])
      .default('new')
      .describe('Which findings can block where there is a base: new ones, or existing ones as well.'),
    thresholds: z
      .record(z.string(), threshold)
      .default({})
      .describe('Per scanner, and "default" for those not named.'),
    unknownSeverity: severityWord.default('high').describe('What a finding of unknown severity blocks like.'),
    confidence: z
      .enum(['high', 'medium', 'low'])
      .default('low')
      .describe('Findings that are less sure than this do not block.'),
    require: z
      .array(name)
      .default([])
      .describe('Scanners that must have run: where one was skipped, the verdict is undecided.'),
    paths: z
      .strictObject({ include: z.array(glob).default([]), exclude: z.array(glob).default([]) })
      .prefault({})
      .describe('Which paths are judged: those that match include (all where it is empty) and not exclude.'),
    scanners: z.record(z.string(), scannerSection.prefault({})).default({}),
    suppressions: z.array(suppression).max(10_000).default([]),
    advisories: z
      .strictObject({
        maxAge: duration
          .optional()
          .describe('Advisories whose newest entry is older make the verdict undecided.'),
      })
      .prefault({}),
    registries: z
      .strictObject({
        private: z
          .array(name)
          .default([])
          .describe(
            'Registries (URL or host) and scopes (@name) whose packages no public advisory is about.',
          ),
      })
      .prefault({}),
    limits: z
      .strictObject({
        file: size.default('64MiB').describe('Larger files are not read, which makes the verdict undecided.'),
      })
      .prefault({}),
  })
  .meta({ title: 'Sallyport gate policy' })

/** The policy as it is decoded, every default applied. */
export type GatePolicy = z.infer<typeof gatePolicySchema>
export type Suppression = GatePolicy['suppressions'][number]
export type Threshold = z.infer<typeof threshold>

/** Every key that may stand somewhere, for "did you mean". */
export const POLICY_KEYS: readonly string[] = [
  ...Object.keys(gatePolicySchema.shape),
  ...Object.keys(scannerSection.shape),
  ...Object.keys(suppression.shape),
  ...SEVERITIES,
  'include',
  'exclude',
  'maxAge',
  'private',
  'file',
  'ecosystem',
  'name',
]

/** For `sallyport schema gate-policy`. */
export function gatePolicyJsonSchema(): unknown {
  return z.toJSONSchema(gatePolicySchema, { io: 'input' })
}

function reads(parse: (text: string) => number, text: string): boolean {
  try {
    parse(text)
    return true
  } catch {
    // The schema's own message says what is expected.
    return false
  }
}
