/**
 * People's answers over the same bytes: a login whose nonce is of them, a signature of their own key, or a
 * refusal. Persons are counted, not identities, by the list in environments.yml; an agent counts again by
 * its own.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { VoteRequest } from '../../api/messages/vote.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import { formatTimestamp } from '../../base/time.ts'
import { peekToken } from '../../trust/token.ts'
import type { TrustedPerson } from '../../trust/trust-file.ts'
import type { CoordinatorContext } from '../context.ts'
import { CHANGES } from '../environments/policy-changes.ts'
import { type Account, findPseudonym } from '../logins/person.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import { type Ballot, countBallot, findBallot, VOTES } from './ballot.ts'

/** An envelope has room for 32 signatures, one of them ours. */
const MAX_KEY_VOTES = 31

export interface RefusalRecord {
  readonly by: string
  /** For people; the log has none of it. */
  readonly reason: string
}

/** By the digest that was refused, and by the submission. */
export const REFUSALS = collection<RefusalRecord>('refusal')

/** @throws RequestRefusal `untrusted` for an answer that is not a listed person's to this question */
export async function vote(
  context: CoordinatorContext,
  digest: string,
  request: VoteRequest,
): Promise<{ given: number; wanted: number }> {
  const { ballot, registered } = await context.store.read(async (tx) => ({
    ballot: await findBallot(tx, digest),
    registered: await context.environments(tx),
  }))
  if (!ballot || !registered || !isOpen(context, ballot)) throw untrusted()
  if (ballot.signatures.length >= MAX_KEY_VOTES) {
    throw new RequestRefusal('too-many', { message: `at most ${MAX_KEY_VOTES} keys sign one envelope` })
  }
  const own =
    'token' in request
      ? { tokens: [request.token], signatures: [] }
      : { tokens: [], signatures: [request.signature] }
  // Only one who counts is stored: strangers cannot fill the table.
  const [person] = await countBallot(context, registered.file, { ...ballot, ...own })
  if (person === undefined) throw untrusted()
  const listed = registered.file.people?.find(({ id }) => id === person)
  await context.store.write('vote', (tx) => keepVote(context, tx, ballot, request, listed))
  await context.log.integrate()
  const after = await context.store.read((tx) => findBallot(tx, digest))
  const given = await countBallot(context, registered.file, after ?? ballot)
  return { given: given.length, wanted: ballot.wanted }
}

/** @param by as the log names who refuses. @throws RequestRefusal `not-found` for what does not wait */
export async function refuseBallot(
  context: CoordinatorContext,
  digest: string,
  refusal: RefusalRecord,
): Promise<void> {
  const now = context.clock.now()
  await context.store.write('vote refusal', async (tx) => {
    const ballot = await findBallot(tx, digest)
    if (!ballot || !isOpen(context, ballot)) {
      throw new RequestRefusal('not-found', { message: `nothing of the digest ${digest} waits for people` })
    }
    const { notAfter: expiresAt } = ballot.question
    await REFUSALS.insert(tx, { id: digest, value: refusal, now, expiresAt })
    if (ballot.kind === 'policy-change') {
      await CHANGES.change(tx, digest, (change) => ({ ...change, state: 'refused' }))
    } else {
      await REFUSALS.insert(tx, { id: ballot.submission.id, value: refusal, now, expiresAt })
      await tx.submissions.setState(ballot.submission.id, 'expired')
    }
    const at = formatTimestamp(now)
    await tx.log.append(
      emitLogEntry({ type: 'vote-refused', version: 1, at, by: refusal.by, subject: digest }),
    )
  })
  await context.log.integrate()
}

export function isOpen(context: CoordinatorContext, ballot: Ballot): boolean {
  if (ballot.question.notAfter <= context.clock.now()) return false
  if (ballot.kind === 'policy-change') return ballot.change.state === 'waiting'
  const { state, expiresAt } = ballot.submission
  return state === 'reserved' && expiresAt > context.clock.now()
}

async function keepVote(
  context: CoordinatorContext,
  tx: Transaction,
  { digest, kind, question }: Ballot,
  request: VoteRequest,
  person: TrustedPerson | undefined,
): Promise<void> {
  const now = context.clock.now()
  const expiresAt = kind === 'approval' ? question.notAfter : undefined
  const keep = { group: digest, now, ...(expiresAt === undefined ? {} : { expiresAt }) }
  let isNew: boolean
  if ('signature' in request) {
    const { keyid, sig } = request.signature
    isNew = await VOTES.insert(tx, { id: `${digest}/${keyid}`, value: { kind: 'key', keyid, sig }, ...keep })
  } else {
    const { issuer, subject } = identify(request.token)
    const { token } = request
    isNew =
      kind === 'approval'
        ? await tx.submissions.addPersonToken({ statement: digest, issuer, subject, token })
        : await VOTES.insert(tx, {
            id: `${digest}/${issuer}/${subject}`,
            value: { kind: 'login', issuer, subject, token },
            ...keep,
          })
  }
  if (!isNew) return
  const by = 'token' in request ? 'login' : 'key'
  const entry = { type: 'vote', version: 1, at: formatTimestamp(now), subject: digest, by } as const
  await tx.log.append(emitLogEntry({ ...entry, person: await pseudonymOfListed(tx, person) }))
}

/** The first of a person's identities that ever had a session. */
async function pseudonymOfListed(tx: Transaction, person: TrustedPerson | undefined): Promise<string | null> {
  for (const identity of person?.identities ?? []) {
    const known = await findPseudonym(tx, identity)
    if (known !== undefined) return known
  }
  return null
}

/** The token was verified just before. */
function identify(token: string): Account {
  const claims: unknown = JSON.parse(new TextDecoder().decode(decodeBase64url(token.split('.')[1] ?? '')))
  const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? String(claims.sub) : ''
  return { issuer: peekToken(token)?.issuer ?? '', subject }
}

function untrusted(): RequestRefusal {
  return new RequestRefusal('untrusted', { message: 'untrusted' })
}
