/**
 * `logins` of environments.yml: with which issuers people log in, who of theirs may, how strongly, and as
 * what. Whoever is not on an issuer's list gets no session; an e-mail address never decides.
 */
import * as z from 'zod'
import { FLOWS, loginName } from '../../api/messages/login.ts'
import { durationText, issuerUrl } from '../../trust/vocabulary.ts'

const claimText = z.string().min(1).max(255)
const claimTexts = z.array(claimText).min(1).max(1000)

const userName = z
  .string()
  .max(255)
  .regex(/^[^\s@:*]+@[^\s@:*]*$/, 'must be a user as access rules write one: ada@example.org, ada@')

const grant = z
  .strictObject({
    subjects: claimTexts.optional(),
    /** Values of `rolesClaim`. */
    values: claimTexts.optional(),
  })
  .optional()

export const PRESETS = ['oidc', 'google', 'microsoft', 'okta', 'onelogin', 'github'] as const

export const loginSchema = z.strictObject({
  name: loginName,
  preset: z.enum(PRESETS),
  /** `oidc`: as the discovery document writes it. `okta`: a custom authorization server's. */
  issuer: issuerUrl.optional(),
  /** `microsoft`: the directory (tenant) id. */
  tenant: z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a directory id, a UUID in lower case')
    .optional(),
  /** `okta`, `onelogin`, GitHub Enterprise: the host, such as `acme.okta.com`. */
  domain: z
    .string()
    .max(253)
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/, 'must be a host name')
    .optional(),
  /** Path of a PEM file with the only CA that counts for this issuer, relative to this file. */
  ca: z.string().min(1).max(500).optional(),
  jwksOrigin: issuerUrl.optional(),
  clientId: claimText,
  /** Path of a file with the client's secret, relative to this file; the coordinator alone reads it. */
  clientSecret: z.string().min(1).max(500).optional(),
  /** Where the loopback flow comes back to, as registered. Default http://127.0.0.1/callback, with any port. */
  redirectUri: z
    .string()
    .regex(/^http:\/\/(?:127\.0\.0\.1|localhost)(?::[1-9]\d{0,4})?\/[a-z/-]{0,60}$/, 'must be on loopback')
    .optional(),
  /** A secret that the issuer wants from installed programs, and that everybody may know. */
  publicSecret: claimText.optional(),
  flows: z.array(z.enum(FLOWS)).min(1).max(3).optional(),
  allow: z.strictObject({
    subjects: claimTexts.optional(),
    /** Microsoft's `tid`. */
    tenants: claimTexts.optional(),
    /** Google's `hd`; ids of GitHub organisations. */
    organisations: claimTexts.optional(),
    /** Values of `rolesClaim`. */
    values: claimTexts.optional(),
    /** Whomever this issuer vouches for: where it is the organisation's own. */
    everybody: z.literal(true).optional(),
  }),
  /** How somebody must have logged in: any one of these stands in `amr`, in `acr` or in `acrs`. */
  mfa: z
    .strictObject({
      amr: z.array(claimText).min(1).max(16).optional(),
      acr: z.array(claimText).min(1).max(16).optional(),
    })
    .optional(),
  /** How long ago the issuer may have asked for credentials (`auth_time`). */
  maxLoginAge: durationText.optional(),
  /** How long a session lasts before the person logs in anew. Default 12h. */
  session: durationText.optional(),
  /** What access rules call an account, `ada@example.org`, by its subject. Others are `SUBJECT@NAME`, with the login's name. */
  users: z.record(userName, claimText).optional(),
  /** The claim that `values` are compared with. Default: the preset's. */
  rolesClaim: claimText.optional(),
  roles: z
    .strictObject({ admin: grant, operator: grant, approver: grant, auditor: grant, member: grant })
    .optional(),
})
export type Login = z.infer<typeof loginSchema>
export type Preset = Login['preset']

export const DEFAULT_SESSION = '12h'
