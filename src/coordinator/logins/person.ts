/**
 * A person as the coordinator knows one: issuer and subject. The transparency log names a person by an
 * HMAC under a key of that person alone; with the key deleted, the entries lead to nobody any more.
 */
import { createHmac } from 'node:crypto'
import { decodeBase64url, encodeBase64url } from '../../base/bytes.ts'
import { labelledHash } from '../../base/digest.ts'
import type { Random } from '../../base/random.ts'
import type { Timestamp } from '../../base/time.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'

export interface Account {
  readonly issuer: string
  readonly subject: string
}

interface PersonRecord extends Account {
  /** base64url. */
  readonly pseudonymKey: string
}

const PERSONS = collection<PersonRecord>('person')

/** The id of a person's documents. */
export function personIdOf({ issuer, subject }: Account): string {
  return encodeBase64url(labelledHash('sallyport/person-id/v1', issuer, subject))
}

/** The name in the log; the key is made with the first entry. */
export async function pseudonymOf(
  tx: Transaction,
  account: Account,
  { random, now }: { readonly random: Random; readonly now: Timestamp },
): Promise<string> {
  const id = personIdOf(account)
  const known = (await PERSONS.find(tx, id))?.value
  if (known) return pseudonym(known)
  const { issuer, subject } = account
  const person = { issuer, subject, pseudonymKey: encodeBase64url(random.bytes(32)) }
  await PERSONS.insert(tx, { id, value: person, now })
  return pseudonym(person)
}

/** @returns undefined for one who never had a session */
export async function findPseudonym(tx: Transaction, account: Account): Promise<string | undefined> {
  const known = (await PERSONS.find(tx, personIdOf(account)))?.value
  return known && pseudonym(known)
}

/** Whom the log names so. */
export async function findByPseudonym(tx: Transaction, name: string): Promise<Account | undefined> {
  return (await PERSONS.list(tx)).map(({ value }) => value).find((person) => pseudonym(person) === name)
}

/** Cuts the log's entries off from the person, for good. @returns false where nobody of that id is known */
export async function forgetPerson(tx: Transaction, account: Account): Promise<boolean> {
  return PERSONS.remove(tx, personIdOf(account))
}

function pseudonym({ issuer, subject, pseudonymKey }: PersonRecord): string {
  const subjectHash = labelledHash('sallyport/pseudonym/v1', issuer, subject)
  return encodeBase64url(createHmac('sha256', decodeBase64url(pseudonymKey)).update(subjectHash).digest())
}
