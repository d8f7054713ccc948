/** A login of environments.yml with its preset's facts filled in, and what contradicts itself refused. */
import type { Flow, LoginSummary } from '../../api/messages/login.ts'
import { parseDuration, SECOND } from '../../base/time.ts'
import type { TrustedIssuer, TrustedPerson } from '../../trust/trust-file.ts'
import { issuerUrl } from '../../trust/vocabulary.ts'
import { DEFAULT_SESSION, type Login } from './login-schema.ts'
import { PRESET_FACTS, type PresetFacts } from './presets.ts'

export interface ResolvedLogin {
  readonly login: Login
  readonly facts: PresetFacts
  readonly issuer: string
  /** For its keys. */
  readonly trusted: TrustedIssuer
  readonly flows: readonly Flow[]
  readonly rolesClaim: string
  readonly sessionMs: number
}

/** Of a login that {@link findLoginProblem} passed. */
export function resolveLogin(login: Login): ResolvedLogin {
  const facts = PRESET_FACTS[login.preset]
  const issuer = facts.issuer(login) ?? ''
  const jwksOrigin = login.jwksOrigin ?? facts.jwksOrigin
  return {
    login,
    facts,
    issuer,
    trusted: {
      issuer,
      ...(login.ca === undefined ? {} : { ca: login.ca }),
      ...(jwksOrigin === undefined ? {} : { jwksOrigin }),
    },
    flows: login.flows ?? [facts.flows[0]],
    rolesClaim: login.rolesClaim ?? facts.rolesClaim,
    sessionMs: parseDuration(login.session ?? DEFAULT_SESSION),
  }
}

/** @returns what is wrong, as `logins[0].allow: …`; undefined where nothing is */
export function findLoginProblem(
  logins: readonly Login[],
  people: readonly TrustedPerson[],
): string | undefined {
  const names = logins.map(({ name }) => name)
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) return `logins: ${JSON.stringify(repeated)} stands twice`
  for (const [index, login] of logins.entries()) {
    const problem = problemOf(login)
    if (problem !== undefined) return `logins[${index}].${problem}`
  }
  return findBorrowedName(logins) ?? findBorrowedClient(logins, people)
}

/** `SUBJECT@LOGIN` is the name of an account that has no other: nobody else may have it. One account has one name. */
function findBorrowedName(logins: readonly Login[]): string | undefined {
  const names = new Set(logins.map(({ name }) => name))
  for (const { name, users = {} } of logins) {
    const borrowed = Object.keys(users).find((user) => names.has(user.slice(user.lastIndexOf('@') + 1)))
    if (borrowed !== undefined)
      return `logins.${name}.users: ${JSON.stringify(borrowed)} looks like an account of a login of that name`
    const subjects = Object.values(users)
    const repeated = subjects.find((subject, index) => subjects.indexOf(subject) !== index)
    if (repeated !== undefined) return `logins.${name}.users: ${JSON.stringify(repeated)} has two names`
  }
  return undefined
}

function problemOf(login: Login): string | undefined {
  const { preset, allow, mfa, publicSecret } = login
  const { facts, issuer, flows } = resolveLogin(login)
  if (issuer === '') return `${facts.needs}: the preset ${preset} needs it`
  if (!issuerUrl.safeParse(issuer).success) return `domain: ${issuer} is no issuer`
  if (login.issuer !== undefined && !['oidc', 'okta'].includes(preset)) {
    return `issuer: the preset ${preset} has its own, ${issuer}`
  }
  const flow = flows.find((candidate) => !facts.flows.includes(candidate))
  if (flow !== undefined) return `flows: the preset ${preset} has no ${flow} flow`
  if (flows.includes('browser') && login.clientSecret === undefined) {
    return 'clientSecret: the browser flow needs a client with a secret'
  }
  if (flows.includes('loopback') && login.clientSecret !== undefined) {
    return 'clientSecret: the command line cannot keep one; the loopback flow wants a public client of its own'
  }
  if (publicSecret !== undefined && !flows.includes('loopback')) {
    return 'publicSecret: only the loopback flow hands it out'
  }
  if (Object.keys(allow).length === 0) {
    return 'allow: name subjects, tenants, organisations or values, or say "everybody: true"'
  }
  if (allow.everybody && facts.isPublic) {
    return `allow.everybody: anybody may have an account at ${issuer}; name subjects or organisations`
  }
  if (mfa && !facts.saysHow) {
    return `mfa: tokens of ${issuer} do not say how somebody logged in; demand it there`
  }
  if (mfa && Object.keys(mfa).length === 0) return 'mfa: name values under amr or acr'
  return undefined
}

/**
 * What counts as a person's approval is a login that the command line made, over a nonce that it computed
 * itself. With a client whose codes reach the coordinator, the coordinator could choose the nonce.
 */
function findBorrowedClient(logins: readonly Login[], people: readonly TrustedPerson[]): string | undefined {
  for (const resolved of logins.map(resolveLogin)) {
    if (resolved.flows.every((flow) => flow === 'loopback')) continue
    const { issuer, login } = resolved
    const person = people.find(({ identities }) =>
      identities?.some((identity) => identity.issuer === issuer && identity.audience === login.clientId),
    )
    if (person) {
      return (
        `people: approvals of ${person.id} would count with the client ${login.clientId} of the login ` +
        `${login.name}, which the coordinator uses itself; register a client for loopback alone`
      )
    }
  }
  return undefined
}

/** What a stranger may know, so that the command line can ask the issuer. */
export function summarise({ login, issuer, flows, facts }: ResolvedLogin, ca: string | null): LoginSummary {
  return {
    name: login.name,
    preset: login.preset,
    issuer,
    clientId: login.clientId,
    publicSecret: login.publicSecret ?? null,
    flows: [...flows],
    redirectUri: login.redirectUri ?? 'http://127.0.0.1/callback',
    scope: facts.scope,
    acrValues: login.mfa?.acr ?? [],
    maxAge: login.maxLoginAge === undefined ? null : Math.floor(parseDuration(login.maxLoginAge) / SECOND),
    ca,
  }
}
