/**
 * The people who approved the same statement bytes (protocols §5): by a login whose nonce is of them, or
 * by a signature of their own key in the envelope. Persons are counted, not identities; who started the
 * run or pushed the commit does not count. The list is the verifier's own.
 */
import { parseTimestamp, SECOND, type Timestamp } from '../base/time.ts'
import { personNonce } from './audience.ts'
import { type Envelope, findSigners } from './dsse.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { parsePublicKey } from './keys.ts'
import type { ApprovalStatement } from './statement.ts'
import { type Claims, MAX_CLOCK_SKEW, verifyToken } from './token.ts'
import type { TrustedPerson } from './trust-file.ts'

export interface PeopleEvidence {
  readonly envelope: Envelope
  readonly tokens: readonly string[]
  /** What they approve. */
  readonly question: PeopleQuestion
  readonly issuers: ReadonlyMap<string, IssuerKeys>
}

export interface PeopleQuestion {
  /** The exact bytes. */
  readonly bytes: Uint8Array
  /** When it may be answered. */
  readonly notBefore: Timestamp
  readonly notAfter: Timestamp
  /** Accounts at the forge of those who asked: theirs does not count. */
  readonly involved: readonly string[]
  /** Id of the person who asked. */
  readonly askedBy?: string
}

export interface PeopleCount {
  /** Ids of the distinct persons who count. */
  readonly approved: readonly string[]
  /** Why the others do not, for people. */
  readonly discounted: readonly string[]
}

/** The question that an approval statement asks. */
export function questionOf({ predicate }: ApprovalStatement, bytes: Uint8Array): PeopleQuestion {
  const { notBefore, notAfter, source } = predicate
  return {
    bytes,
    notBefore: parseTimestamp(notBefore),
    notAfter: parseTimestamp(notAfter),
    involved: [source?.actorId, source?.pusherId].filter((account) => account !== undefined),
  }
}

export function countPeople(people: readonly TrustedPerson[], evidence: PeopleEvidence): PeopleCount {
  const signed = new Set<TrustedPerson>(people.filter((person) => hasSigned(person, evidence.envelope)))
  const discounted: string[] = []
  for (const token of evidence.tokens) {
    const person = findPerson(people, token, evidence)
    if (person) signed.add(person)
    else discounted.push('a login that is not of a listed person, or not for this statement')
  }
  const { involved, askedBy } = evidence.question
  const approved: string[] = []
  for (const person of signed) {
    if (person.id === askedBy || person.accounts.some((account) => involved.includes(account))) {
      discounted.push(`${person.id} started this run, or pushed this commit or change`)
    } else approved.push(person.id)
  }
  return { approved: approved.sort(), discounted }
}

function hasSigned(person: TrustedPerson, envelope: Envelope): boolean {
  const keys = (person.keys ?? []).map((text) => parsePublicKey('person', text))
  return keys.length > 0 && findSigners(envelope, keys).length > 0
}

function findPerson(
  people: readonly TrustedPerson[],
  token: string,
  evidence: PeopleEvidence,
): TrustedPerson | undefined {
  const audiences = new Set(
    people.flatMap(({ identities }) => (identities ?? []).map(({ audience }) => audience)),
  )
  for (const audience of audiences) {
    const result = verifyToken(token, { issuers: evidence.issuers, audience })
    if (result.kind === 'refused' || !vouchesFor(result.claims, evidence)) continue
    const { iss, sub } = result.claims
    return people.find(({ identities }) =>
      identities?.some(
        (login) => login.issuer === iss && login.subject === sub && login.audience === audience,
      ),
    )
  }
  return undefined
}

/** The login was made for these bytes, and while the approval was being made or valid. */
function vouchesFor(claims: Claims, { question }: PeopleEvidence): boolean {
  const { bytes, notBefore, notAfter } = question
  const issuedAt = claims.iat * SECOND
  return (
    claims['nonce'] === personNonce(bytes) && issuedAt >= notBefore - MAX_CLOCK_SKEW && issuedAt <= notAfter
  )
}
