/**
 * Sessions of people: a key that the person's machine keeps, bound to an account by a login. What the
 * account may do is judged by the configuration of the moment, with every request.
 */

import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { Flow, Role, SessionReply } from '../../api/messages/login.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import { formatTimestamp, HOUR, type Timestamp } from '../../base/time.ts'
import { keyIdOf } from '../../trust/keys.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import { grantedRoles, useFirstAdminCode } from './first-admin.ts'
import { type AccountFacts, findStaleLogin, judgeAccount, type LoginJudgement } from './login-judgement.ts'
import { type Account, findPseudonym, personIdOf, pseudonymOf } from './person.ts'
import { type ResolvedLogin, resolveLogin } from './resolved-login.ts'

interface SessionRecord {
  /** Ed25519, base64url. */
  readonly sessionKey: string
  readonly login: string
  readonly account: AccountFacts
  readonly person: string
  readonly startedAt: Timestamp
  readonly ended: boolean
  /** The ID token whose nonce is of the session's key, for agents to see; null where we made the login. */
  readonly token: string | null
}

export const SESSIONS = collection<SessionRecord>('session')
/** Longer than a token is accepted: a key that had a session gets no second one. */
const KEEP_MS = HOUR

/** Who calls, once the session's key has signed. */
export interface PersonSession extends Account {
  /** The key's id, which is the session's. */
  readonly id: string
  readonly sessionKey: string
  readonly login: string
  readonly person: string
  readonly roles: readonly Role[]
  readonly expiresAt: Timestamp
}

export interface NewSession {
  readonly resolved: ResolvedLogin
  readonly account: AccountFacts
  readonly sessionKey: string
  readonly flow: Flow
  readonly firstAdmin: string | null
  /** By which others can verify that the key is this person's; null where the login was ours. */
  readonly token: string | null
}

/** @throws RequestRefusal `refused` who is not let in, logged where the person is known; `conflict` */
export async function openSession(
  context: CoordinatorContext,
  file: Environments,
  session: NewSession,
): Promise<PersonSession> {
  const { resolved, account } = session
  const now = context.clock.now()
  const judgement = judgeAccount(resolved, account)
  const stale = findStaleLogin(resolved, account, now)
  if (judgement.kind === 'refused') throw await refuse(context, account, judgement)
  if (stale !== undefined) {
    const place = `logins.${resolved.login.name}.maxLoginAge`
    throw await refuse(context, account, { kind: 'refused', place, claim: 'auth_time', reason: stale })
  }
  const opened = await context.store.write('session', (tx) => writeSession(context, tx, file, session))
  await context.log.integrate()
  context.diagnostics.log('info', 'a person logged in', { person: opened.person, login: opened.login })
  return opened
}

/** @returns undefined where there is none; what it may do is up to {@link judgeSession} */
export async function findSession(tx: Transaction, keyId: string): Promise<SessionRecord | undefined> {
  return (await SESSIONS.find(tx, keyId))?.value
}

/** @throws RequestRefusal `login-required`, `refused` */
export async function judgeSession(
  tx: Transaction,
  file: Environments | undefined,
  record: SessionRecord,
  now: Timestamp,
): Promise<PersonSession> {
  const login = file?.logins?.find(({ name }) => name === record.login)
  const resolved = login && resolveLogin(login)
  if (!file || !resolved || record.ended || now >= record.startedAt + resolved.sessionMs)
    throw loginRequired()
  const { account } = record
  const judgement = judgeAccount(resolved, account, await furtherRoles(tx, file, account))
  if (judgement.kind === 'refused') throw refusalOf(judgement)
  return {
    id: keyIdOf(decodeBase64url(record.sessionKey)),
    sessionKey: record.sessionKey,
    login: record.login,
    issuer: account.issuer,
    subject: account.subject,
    person: record.person,
    roles: judgement.roles,
    expiresAt: (record.startedAt + resolved.sessionMs) as Timestamp,
  }
}

export function describeSession(session: PersonSession): SessionReply {
  const { login, issuer, subject, person, roles, expiresAt } = session
  return { login, issuer, subject, person, roles: [...roles], expiresAt: formatTimestamp(expiresAt) }
}

async function writeSession(
  context: CoordinatorContext,
  tx: Transaction,
  file: Environments,
  { resolved, account, sessionKey, flow, firstAdmin, token }: NewSession,
): Promise<PersonSession> {
  const now = context.clock.now()
  const id = keyIdOf(decodeBase64url(sessionKey))
  const person = await pseudonymOf(tx, account, { random: context.random, now })
  const at = formatTimestamp(now)
  const record: SessionRecord = {
    sessionKey,
    login: resolved.login.name,
    account,
    person,
    startedAt: now,
    ended: false,
    token,
  }
  const expiresAt = (now + resolved.sessionMs + KEEP_MS) as Timestamp
  if (!(await SESSIONS.insert(tx, { id, group: personIdOf(account), value: record, now, expiresAt }))) {
    return repeat(tx, file, id, account, now)
  }
  if (firstAdmin !== null) {
    await useFirstAdminCode(tx, firstAdmin, account, now)
    await tx.log.append(emitLogEntry({ type: 'first-admin', version: 1, at, person }))
  }
  const { issuer } = account
  await tx.log.append(emitLogEntry({ type: 'login', version: 1, at, person, issuer, session: id, flow }))
  return judgeSession(tx, file, record, now)
}

/** The reply was lost: the same account gets the session that its key has. */
async function repeat(
  tx: Transaction,
  file: Environments,
  id: string,
  account: Account,
  now: Timestamp,
): Promise<PersonSession> {
  const before = await findSession(tx, id)
  const isSame = before?.account.issuer === account.issuer && before.account.subject === account.subject
  if (before && isSame && !before.ended) return judgeSession(tx, file, before, now)
  throw new RequestRefusal('conflict', {
    message: 'this key has, or had, a session',
    help: 'log in with a new one: sallyport login',
  })
}

/** Who stands under `people` is an approver; what the first admin's code granted counts as well. */
async function furtherRoles(tx: Transaction, file: Environments, account: Account): Promise<readonly Role[]> {
  const granted = await grantedRoles(tx, account)
  const isListed = file.people?.some(({ identities }) =>
    identities?.some(({ issuer, subject }) => issuer === account.issuer && subject === account.subject),
  )
  return isListed ? [...granted, 'approver'] : granted
}

type Refused = Extract<LoginJudgement, { kind: 'refused' }>

/** A person that we know stands in the log with the reason; a stranger is counted. */
async function refuse(
  context: CoordinatorContext,
  account: AccountFacts,
  refused: Refused,
): Promise<RequestRefusal> {
  const isKnown = await context.store.write('login refusal', async (tx) => {
    const person = await findPseudonym(tx, account)
    if (person === undefined) return false
    const at = formatTimestamp(context.clock.now())
    const { claim } = refused
    const rule = refused.place.slice(0, 200)
    await tx.log.append(emitLogEntry({ type: 'login-refused', version: 1, at, person, rule, claim }))
    return true
  })
  if (!isKnown) context.refusals.add()
  return refusalOf(refused)
}

function refusalOf({ place, claim, reason }: Refused): RequestRefusal {
  return new RequestRefusal('refused', { message: reason, rule: place, claim })
}

function loginRequired(): RequestRefusal {
  return new RequestRefusal('login-required', {
    message: 'the session has ended',
    help: 'log in again: sallyport login',
  })
}
