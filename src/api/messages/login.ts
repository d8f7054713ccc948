/**
 * How people log in (protocols §4). A session is a key that the person's own machine made and keeps: the
 * login binds it, every request is signed by it, and no bearer string exists that could be stolen.
 */
import * as z from 'zod'
import { issuerUrl, timestampText } from '../../trust/vocabulary.ts'
import { counterNumber, keyText, nodeName, sentence, tokenText } from './vocabulary.ts'

/** What a person may be. Each route names the roles that may call it; no role contains another. */
export const ROLES = ['admin', 'operator', 'approver', 'auditor', 'member'] as const
export const roleName = z.enum(ROLES)
export type Role = z.infer<typeof roleName>

/**
 * `loopback`: the command line asks the issuer itself, code with PKCE (RFC 8252). `device`: RFC 8628, for
 * machines without a browser. `browser`: the coordinator asks, and its pages are seen.
 */
export const FLOWS = ['loopback', 'device', 'browser'] as const
export const flowName = z.enum(FLOWS)
export type Flow = z.infer<typeof flowName>

export const loginName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1 to 32 of a-z, 0-9 and -')
export const attemptId = z.string().regex(/^l-[0-9a-f]{32}$/, 'must be a login id')
export const firstAdminCode = z.string().regex(/^sallyport-first-admin-v1:[A-Za-z0-9_-]{22}$/)

const loginSummary = z.strictObject({
  name: loginName,
  preset: z.string().max(32),
  issuer: issuerUrl,
  clientId: z.string().max(255),
  /** Of a client that is public all the same: some issuers want one from installed programs. */
  publicSecret: z.string().max(500).nullable(),
  flows: z.array(flowName).min(1),
  /** For the loopback flow; without a port, any is good. */
  redirectUri: z.string().max(100),
  scope: z.string().max(500),
  /** `acr_values` to ask for; empty: none. */
  acrValues: z.array(z.string().max(255)).max(16),
  /** `max_age` to ask for, seconds. */
  maxAge: counterNumber.nullable(),
  /** A PEM of the only CA that counts for this issuer. */
  ca: z
    .string()
    .max(64 * 1024)
    .nullable(),
})
export type LoginSummary = z.infer<typeof loginSummary>
export const loginList = z.strictObject({ logins: z.array(loginSummary) })

export const sessionSchema = z.strictObject({
  login: loginName,
  issuer: issuerUrl,
  subject: z.string().max(255),
  /** As the transparency log names this person. */
  person: keyText,
  roles: z.array(roleName),
  expiresAt: timestampText,
})
export type SessionReply = z.infer<typeof sessionSchema>

/** `keyid` of the session's key. */
export const sessionPath = z.strictObject({ session: keyText })
export const sessionSummary = z.strictObject({
  ...sessionSchema.shape,
  session: keyText,
  startedAt: timestampText,
  /** Names of the person's nodes that it keeps in the mesh. */
  nodes: z.array(nodeName),
})
export type SessionSummary = z.infer<typeof sessionSummary>
export const sessionList = z.strictObject({ sessions: z.array(sessionSummary) })

/** Whom to forget. */
export const accountSchema = z.strictObject({ issuer: issuerUrl, subject: z.string().min(1).max(255) })
export const forgetReply = z.strictObject({
  /** False where nobody of that id was known. */
  known: z.boolean(),
  sessions: counterNumber,
  nodes: counterNumber,
})

/** An ID token whose `nonce` is of the session's key. */
export const sessionRequest = z.strictObject({
  sessionKey: keyText,
  login: loginName,
  token: tokenText,
  firstAdmin: firstAdminCode.nullable(),
})
export type SessionRequest = z.infer<typeof sessionRequest>

export const attemptRequest = z.strictObject({
  sessionKey: keyText,
  login: loginName,
  flow: z.enum(['device', 'browser']),
  firstAdmin: firstAdminCode.nullable(),
})
export type AttemptRequest = z.infer<typeof attemptRequest>

export const attemptReply = z.strictObject({
  attempt: attemptId,
  /** Where the person goes. */
  url: z.string().max(2_000),
  /** What the person types or compares there. */
  code: z.string().max(64),
  /** Ask no more often. */
  intervalSeconds: z.int().min(1).max(3_600),
  expiresAt: timestampText,
})
export type AttemptReply = z.infer<typeof attemptReply>

export const attemptPath = z.strictObject({ id: attemptId })
export const attemptResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pending'), intervalSeconds: z.int().min(1).max(3_600) }),
  z.strictObject({ kind: z.literal('refused'), reason: sentence }),
  z.strictObject({ kind: z.literal('done'), session: sessionSchema }),
])
export type AttemptResult = z.infer<typeof attemptResult>
