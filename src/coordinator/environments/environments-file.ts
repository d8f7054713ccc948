/**
 * environments.yml: what operations demand of each environment. The floor (a repository may only
 * tighten), whose workflows may ask, quorum, freezes. Unknown keys are errors; what is not named is
 * refused.
 */
import * as z from 'zod'
import { encodeUtf8 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseTimestamp } from '../../base/time.ts'
import { pusherRuleSchema } from '../../trust/pusher-rule.ts'
import { trustFileSchema } from '../../trust/trust-file.ts'
import { trustRuleSchema } from '../../trust/trust-rule.ts'
import { digestText, durationText, environmentName, timestampText } from '../../trust/vocabulary.ts'
import { decodeYaml } from '../../trust/yaml.ts'
import { loginSchema } from '../logins/login-schema.ts'
import { findLoginProblem } from '../logins/resolved-login.ts'
import { relaysSchema } from '../relay/relay-settings.ts'

export const MAX_ENVIRONMENTS_BYTES = 1024 * 1024

/** Issuers and people are written as in an agent's trust file. */
const { issuers, people } = trustFileSchema.options[0].shape

const scannerId = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)
const versionText = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'must be a version such as 0.1.0')

const floorSchema = z.strictObject({
  /** Scanners that must have run and finished. */
  scanners: z.array(scannerId).min(1).max(64),
  /** Digests of gate policies that may have judged. */
  policies: z.array(digestText).min(1).max(64),
  /** The oldest version of Sallyport whose verdict counts. */
  minToolVersion: versionText.optional(),
  advisories: z.strictObject({
    /** The newest advisory that was known may be this old. */
    maxAge: durationText,
    /** Exact sets that count; absent: any that is young enough. */
    digests: z.array(digestText).min(1).max(64).optional(),
  }),
  /** How old the verdict may be. */
  maxVerdictAge: durationText,
})

const environmentSchema = z.strictObject({
  floor: floorSchema,
  provenance: z.enum(['required', 'none']).optional(),
  /** `builder.id` and the key that its provenance is signed with. */
  builders: z
    .array(z.strictObject({ id: z.url().max(500), key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }))
    .max(32)
    .optional(),
  /** How many people must sign, beside the workload. Default 0. */
  quorum: z.int().min(0).max(16).optional(),
  /** An environment where the same artifact must have been committed before. */
  after: environmentName.optional(),
  freezes: z
    .array(z.strictObject({ from: timestampText, until: timestampText, reason: z.string().min(1).max(200) }))
    .max(64)
    .optional(),
  /** How long an approval may be used. Default 4h. */
  approvalLifetime: durationText.optional(),
  /** How long a runner may stay. Default 1h. */
  maxLease: durationText.optional(),
  /** What `break-glass` lifts for an hour at most; default: freezes alone. */
  breakGlass: z
    .array(z.enum(['freezes', 'after', 'quorum']))
    .max(3)
    .optional(),
  /** What opens the tunnel: an approval (default), or a workload that a rule names. */
  tunnel: z.enum(['approval', 'workload']).optional(),
})

export const environmentsSchema = z.strictObject({
  version: z.literal(1),
  issuers,
  rules: z.array(trustRuleSchema).min(1).max(1000),
  people,
  /** With which issuers people log in, and as what. */
  logins: z.array(loginSchema).max(16).optional(),
  /** Workloads that may push this file and access.hujson. */
  pushers: z.array(pusherRuleSchema).max(16).optional(),
  relays: relaysSchema.optional(),
  environments: z.record(environmentName, environmentSchema),
})

export type Environments = z.infer<typeof environmentsSchema>
export type Environment = z.infer<typeof environmentSchema>
export type Floor = z.infer<typeof floorSchema>

export const DEFAULT_APPROVAL_LIFETIME = '4h'
export const DEFAULT_MAX_LEASE = '1h'

/** @throws `CONFIG_INVALID` with file, line and column of the first thing that does not fit */
export function parseEnvironments(text: string, source: string): Environments {
  const file = decodeYaml(environmentsSchema, encodeUtf8(text), {
    source,
    maxBytes: MAX_ENVIRONMENTS_BYTES,
    knownKeys: KNOWN_KEYS,
  })
  refuseContradictions(file, source)
  return file
}

/** The named environment, if there is one; a name that only objects have is none. */
export function findEnvironment(file: Environments, name: string): Environment | undefined {
  return Object.hasOwn(file.environments, name) ? file.environments[name] : undefined
}

function refuseContradictions(file: Environments, source: string): void {
  const known = file.issuers.map(({ issuer }) => issuer)
  for (const [index, rule] of file.rules.entries()) {
    if (!known.includes(rule.issuer))
      fail(source, `rules[${index}].issuer: ${rule.issuer} is not under "issuers"`)
    const unknown = rule.environments.find((name) => !findEnvironment(file, name))
    if (unknown !== undefined)
      fail(source, `rules[${index}].environments: ${unknown} is not under "environments"`)
  }
  for (const [index, { issuer }] of (file.pushers ?? []).entries()) {
    if (!known.includes(issuer)) fail(source, `pushers[${index}].issuer: ${issuer} is not under "issuers"`)
  }
  const problem = findLoginProblem(file.logins ?? [], file.people ?? [])
  if (problem !== undefined) fail(source, problem)
  for (const [name, environment] of Object.entries(file.environments)) {
    refuseEnvironment(file, name, environment, source)
  }
}

function refuseEnvironment(file: Environments, name: string, environment: Environment, source: string): void {
  const where = `environments.${name}`
  if (
    environment.after !== undefined &&
    (environment.after === name || !findEnvironment(file, environment.after))
  ) {
    fail(source, `${where}.after: ${environment.after} is not another environment`)
  }
  if ((environment.quorum ?? 0) > (file.people ?? []).length) {
    fail(
      source,
      `${where}.quorum: ${environment.quorum} people are wanted, "people" lists ${(file.people ?? []).length}`,
    )
  }
  if (environment.provenance === 'required' && !environment.builders?.length) {
    fail(source, `${where}.builders: provenance is required, but no builder is listed`)
  }
  for (const { from, until } of environment.freezes ?? []) {
    if (parseTimestamp(from) >= parseTimestamp(until))
      fail(source, `${where}.freezes: ${until} is not after ${from}`)
  }
}

function fail(source: string, message: string): never {
  throw new SallyportError('CONFIG_INVALID', { message, place: { file: source } })
}

const KNOWN_KEYS = [
  ...Object.keys(environmentsSchema.shape),
  ...Object.keys(environmentSchema.shape),
  ...Object.keys(floorSchema.shape),
  ...Object.keys(trustRuleSchema.shape),
  ...Object.keys(loginSchema.shape),
  ...Object.keys(pusherRuleSchema.shape),
  ...Object.keys(relaysSchema.shape),
]
