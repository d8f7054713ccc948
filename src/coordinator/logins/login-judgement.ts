/**
 * May this account have a session, and as what: asked at the login, and again with each request, by the
 * configuration of that moment, so that whoever is struck off the list is out at once. Pure.
 */
import { ROLES, type Role } from '../../api/messages/login.ts'
import type { Json } from '../../base/json.ts'
import { parseDuration, SECOND, type Timestamp } from '../../base/time.ts'
import type { Claims } from '../../trust/token.ts'
import type { ResolvedLogin } from './resolved-login.ts'

/** What an issuer said of an account: ids and how it logged in; no name, no e-mail address. */
export interface AccountFacts {
  readonly issuer: string
  readonly subject: string
  readonly clientId: string
  readonly tenant: string | null
  readonly organisations: readonly string[]
  /** Values of the roles claim. */
  readonly values: readonly string[]
  readonly amr: readonly string[]
  readonly acr: readonly string[]
  /** When the issuer asked for credentials; null where it does not say. */
  readonly authenticatedAt: Timestamp | null
}

export type LoginJudgement =
  | { readonly kind: 'granted'; readonly roles: readonly Role[] }
  | { readonly kind: 'refused'; readonly place: string; readonly claim: string; readonly reason: string }

const MAX_VALUES = 200
const MAX_TEXT = 255

/** @returns undefined where a subject is missing */
export function factsOf(resolved: ResolvedLogin, claims: Claims): AccountFacts | undefined {
  const { sub, tid, amr, acr, acrs, auth_time: authTime } = claims
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_TEXT) return undefined
  const { organisationClaim } = resolved.facts
  return {
    issuer: claims.iss,
    subject: sub,
    clientId: resolved.login.clientId,
    tenant: texts(tid)[0] ?? null,
    organisations: organisationClaim === undefined ? [] : texts(claims[organisationClaim]),
    values: texts(claims[resolved.rolesClaim]),
    amr: texts(amr),
    acr: [...texts(acr), ...texts(acrs)],
    authenticatedAt:
      typeof authTime === 'number' && Number.isSafeInteger(authTime)
        ? ((authTime * SECOND) as Timestamp)
        : null,
  }
}

/** @param more roles that stand elsewhere: by the first admin's code, or under `people` */
export function judgeAccount(
  resolved: ResolvedLogin,
  account: AccountFacts,
  more: readonly Role[] = [],
): LoginJudgement {
  const { login, issuer } = resolved
  const place = `logins.${login.name}`
  if (account.issuer !== issuer || account.clientId !== login.clientId) {
    return { kind: 'refused', place, claim: 'iss', reason: 'the login has another issuer or client by now' }
  }
  if (!isAllowed(resolved, account)) {
    const reason = `the account ${account.subject} of ${issuer} is not on the list`
    return { kind: 'refused', place: `${place}.allow`, claim: 'sub', reason }
  }
  if (!isStrong(resolved, account)) {
    const how = [...account.amr, ...account.acr].join(', ') || 'nothing'
    const reason = `this login must have a second factor; the issuer says ${how}`
    return { kind: 'refused', place: `${place}.mfa`, claim: 'amr', reason }
  }
  return { kind: 'granted', roles: rolesOf(resolved, account, more) }
}

/** At the login only: later the session's own length counts. @returns why not */
export function findStaleLogin(
  { login }: ResolvedLogin,
  { authenticatedAt }: AccountFacts,
  now: Timestamp,
): string | undefined {
  if (login.maxLoginAge === undefined) return undefined
  if (authenticatedAt === null) return 'the issuer does not say when it asked for credentials (auth_time)'
  if (now - authenticatedAt <= parseDuration(login.maxLoginAge)) return undefined
  return `the issuer asked for credentials more than ${login.maxLoginAge} ago`
}

function isAllowed({ login: { allow } }: ResolvedLogin, account: AccountFacts): boolean {
  return (
    allow.everybody === true ||
    contains(allow.subjects, [account.subject]) ||
    contains(allow.tenants, account.tenant === null ? [] : [account.tenant]) ||
    contains(allow.organisations, account.organisations) ||
    contains(allow.values, account.values)
  )
}

function isStrong({ login: { mfa } }: ResolvedLogin, { amr, acr }: AccountFacts): boolean {
  return mfa === undefined || contains(mfa.amr, amr) || contains(mfa.acr, acr)
}

function rolesOf({ login: { roles } }: ResolvedLogin, account: AccountFacts, more: readonly Role[]): Role[] {
  const granted = new Set<Role>(['member', ...more])
  for (const role of ROLES) {
    const grant = roles?.[role]
    if (contains(grant?.subjects, [account.subject]) || contains(grant?.values, account.values))
      granted.add(role)
  }
  return ROLES.filter((role) => granted.has(role))
}

function contains(listed: readonly string[] | undefined, values: readonly string[]): boolean {
  return values.some((value) => listed?.includes(value) ?? false)
}

/** A claim as a list of texts, bounded; anything else is none. */
function texts(claim: Json | undefined): string[] {
  const list: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return list
    .filter((value): value is string => typeof value === 'string' && value !== '' && value.length <= MAX_TEXT)
    .slice(0, MAX_VALUES)
}
