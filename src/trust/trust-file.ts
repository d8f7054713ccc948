/**
 * The trust file (`trust.yml`) of an agent: what it does not name is refused, whatever the coordinator
 * says. It chooses the mode; an approval file never can.
 *
 * - `signers: coordinator`: the key list under `root` names the approval key, and the workload's token,
 *   the trust rules, people and the log are checked as well.
 * - `signers: key`: the Ed25519 keys under `keys` sign, and nothing else vouches (small teams).
 */
import * as z from 'zod'
import { SallyportError } from '../base/errors.ts'
import { publicKeyPattern } from './keys.ts'
import { grantSchema, trustRuleSchema } from './trust-rule.ts'
import { counter, durationText, issuerUrl, numericId } from './vocabulary.ts'
import { decodeYaml } from './yaml.ts'

export const MAX_TRUST_FILE_BYTES = 256 * 1024

const issuerSchema = z.strictObject({
  issuer: issuerUrl,
  /** `issuer`: fetched over TLS. `snapshot`: a file signed by the operator root. */
  jwks: z.enum(['issuer', 'snapshot']).optional(),
  /** Path of the snapshot, relative to this file. */
  snapshot: z.string().min(1).max(500).optional(),
  /** Path of a PEM file with the only CA that counts for this issuer, relative to this file. */
  ca: z.string().min(1).max(500).optional(),
  /** The one other origin that `jwks_uri` may have. */
  jwksOrigin: issuerUrl.optional(),
})

const personSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/),
  /** Logins; `audience` is the client id that our login has at that issuer. */
  identities: z
    .array(
      z.strictObject({
        issuer: issuerUrl,
        subject: z.string().min(1).max(255),
        audience: z.string().min(1).max(255),
      }),
    )
    .max(16)
    .optional(),
  /** Keys of role `person`. */
  keys: z
    .array(z.string().regex(publicKeyPattern('person')))
    .max(8)
    .optional(),
  /** The person's account ids at the forge: who started or pushed a run does not count for its quorum. */
  accounts: z.array(numericId).max(16),
})

/** A person whose own node may reach what this machine exposes. */
const visitorSchema = z.strictObject({
  issuer: issuerUrl,
  subject: z.string().min(1).max(255),
  /** The client id of the login, where its token decides. */
  audience: z.string().min(1).max(255).optional(),
  /** Keys of role `person`: then one of them must sign, and no login decides. */
  keys: z
    .array(z.string().regex(publicKeyPattern('person')))
    .max(8)
    .default([]),
  /** Of the ports that the agent exposes in the mesh. */
  ports: z.array(z.int().min(1).max(65_535)).min(1).max(64),
})

const witnessKey = z
  .string()
  .regex(/^[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/, 'must be a C2SP verifier key')

const shared = {
  version: z.literal(1),
  /** Keys of role `operator`: may sign a rollback in the workload's and the people's place. */
  operators: z
    .array(z.string().regex(publicKeyPattern('operator')))
    .max(16)
    .optional(),
  /** Machine keys whose receipts count. */
  machines: z
    .array(z.string().regex(publicKeyPattern('machine')))
    .max(10_000)
    .optional(),
}

const coordinatorTrustSchema = z.strictObject({
  ...shared,
  signers: z.literal('coordinator'),
  root: z.string().regex(publicKeyPattern('root')),
  issuers: z.array(issuerSchema).min(1).max(16),
  rules: z.array(trustRuleSchema).min(1).max(1000),
  people: z.array(personSchema).max(1000).optional(),
  /** Whose own nodes are let in beside workloads; nobody's where absent. */
  visitors: z.array(visitorSchema).max(1000).optional(),
  /** How long before `notAfter` the token may have been issued. Default 24h. */
  maxApprovalAge: durationText.optional(),
  witnesses: z
    .strictObject({ keys: z.array(witnessKey).min(1).max(32), required: z.int().min(1).max(32) })
    .optional(),
})

const keyTrustSchema = z.strictObject({
  ...shared,
  signers: z.literal('key'),
  /** Keys of role `approval`, any one of which signs. */
  keys: z
    .array(z.string().regex(publicKeyPattern('approval')))
    .min(1)
    .max(16),
  /** Raised when a key was lost: sequences count anew, and approvals of the old epoch end. Default 1. */
  keyEpoch: counter.optional(),
  rules: z.array(grantSchema).min(1).max(1000),
})

export const trustFileSchema = z.discriminatedUnion('signers', [coordinatorTrustSchema, keyTrustSchema])

export type TrustFile = z.infer<typeof trustFileSchema>
export type CoordinatorTrust = z.infer<typeof coordinatorTrustSchema>
export type KeyTrust = z.infer<typeof keyTrustSchema>
export type TrustedPerson = z.infer<typeof personSchema>
export type Visitor = z.infer<typeof visitorSchema>
export type TrustedIssuer = z.infer<typeof issuerSchema>

export const DEFAULT_MAX_APPROVAL_AGE = '24h'

/** @throws `CONFIG_INVALID` with file, line and column of the first thing that does not fit */
export function parseTrustFile(bytes: Uint8Array, source: string): TrustFile {
  const trust = decodeYaml(trustFileSchema, bytes, {
    source,
    maxBytes: MAX_TRUST_FILE_BYTES,
    knownKeys: KNOWN_KEYS,
  })
  if (trust.signers === 'coordinator') refuseContradictions(trust, source)
  return trust
}

function refuseContradictions(trust: CoordinatorTrust, source: string): void {
  const issuers = trust.issuers.map(({ issuer }) => issuer)
  refuseRepeated(issuers, 'issuers', source)
  for (const { issuer, jwks, snapshot } of trust.issuers) {
    if ((jwks === 'snapshot') !== (snapshot !== undefined)) {
      fail(source, `issuers: ${issuer} needs "jwks: snapshot" and "snapshot: PATH" together`)
    }
  }
  for (const { application, issuer } of trust.rules) {
    if (!issuers.includes(issuer))
      fail(source, `rules: ${application} names the issuer ${issuer}, which is not under "issuers"`)
  }
  refuseContradictoryPeople(trust, source)
  for (const { issuer, subject, audience, keys } of trust.visitors ?? []) {
    if (keys.length > 0) continue
    if (audience === undefined)
      fail(source, `visitors: ${subject} needs "audience" (the login's client id) or "keys"`)
    if (!issuers.includes(issuer))
      fail(source, `visitors: ${subject} names the issuer ${issuer}, which is not under "issuers"`)
  }
  const { witnesses } = trust
  if (witnesses && witnesses.required > new Set(witnesses.keys).size) {
    fail(source, `witnesses.required is ${witnesses.required}, more than the keys that are listed`)
  }
}

/** One identity, key or account of two persons would let one person count twice. */
function refuseContradictoryPeople(trust: CoordinatorTrust, source: string): void {
  const people = trust.people ?? []
  refuseRepeated(
    people.map(({ id }) => id),
    'people',
    source,
  )
  refuseRepeated(
    people.flatMap(({ keys }) => keys ?? []),
    'people',
    source,
  )
  refuseRepeated(
    people.flatMap(({ accounts }) => accounts),
    'people',
    source,
  )
  refuseRepeated(
    people.flatMap(({ identities }) => (identities ?? []).map((login) => `${login.issuer} ${login.subject}`)),
    'people',
    source,
  )
  for (const rule of trust.rules) {
    if ((rule.quorum ?? 0) > people.length) {
      fail(source, `rules: ${rule.application} wants ${rule.quorum} people, "people" lists ${people.length}`)
    }
  }
}

function refuseRepeated(values: readonly string[], where: string, source: string): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index)
  if (repeated !== undefined) fail(source, `${where}: ${JSON.stringify(repeated)} stands twice`)
}

function fail(source: string, message: string): never {
  throw new SallyportError('CONFIG_INVALID', { message, place: { file: source } })
}

const KNOWN_KEYS = [
  ...Object.keys(coordinatorTrustSchema.shape),
  ...Object.keys(keyTrustSchema.shape),
  ...Object.keys(trustRuleSchema.shape),
  ...Object.keys(personSchema.shape),
  ...Object.keys(visitorSchema.shape),
  ...Object.keys(issuerSchema.shape),
  'workflow',
  'commits',
  'anyWorkflow',
]
