/**
 * Documents: the many small things that people make (sessions, logins under way, votes, freezes …), each
 * read by its id or with its group, in one table. A change is a compare-and-swap on the revision, so that
 * what is used once is used once whichever replica asks.
 */
import type { Timestamp } from '../../base/time.ts'
import type { Transaction } from './contract.ts'

export type DocumentKind =
  | 'person'
  | 'role-grant'
  | 'first-admin'
  | 'session'
  | 'login'
  | 'vote'
  | 'refusal'
  | 'policy-change'
  | 'freeze'
  | 'break-glass'
  | 'enrolment-request'
  | 'person-slot'
  | 'person-node'
  | 'recovery-report'

export interface DocumentRecord {
  readonly kind: DocumentKind
  readonly id: string
  /** What it is listed with; null where it is only read by its id. */
  readonly group: string | null
  /** 1 when it was made, one more with each change. */
  readonly revision: number
  /** JSON text. */
  readonly body: string
  readonly createdAt: Timestamp
  /** It may be forgotten after that; null: never. */
  readonly expiresAt: Timestamp | null
}

export interface DocumentTable {
  /** @returns false where one of this kind and id stands already */
  insert(document: DocumentRecord): Promise<boolean>
  find(kind: DocumentKind, id: string): Promise<DocumentRecord | undefined>
  /** By creation, then id; of one group, or all of the kind. */
  list(kind: DocumentKind, group: string | undefined, limit: number): Promise<readonly DocumentRecord[]>
  /** @returns false where its revision is another by now */
  replace(document: DocumentRecord, expectedRevision: number): Promise<boolean>
  /** @returns false where there was none */
  remove(kind: DocumentKind, id: string): Promise<boolean>
  /** Forgets all of a kind. @returns how many */
  clear(kind: DocumentKind): Promise<number>
  /** Forgets what expired before. */
  prune(before: Timestamp): Promise<void>
}

export interface Stored<T> {
  readonly id: string
  readonly value: T
  readonly createdAt: Timestamp
  readonly expiresAt: Timestamp | null
}

export interface NewDocument<T> {
  readonly id: string
  readonly group?: string
  readonly value: T
  readonly now: Timestamp
  readonly expiresAt?: Timestamp
}

/** The documents of one kind, with their type. */
export interface Collection<T> {
  /** @returns false where the id is taken */
  insert(tx: Transaction, document: NewDocument<T>): Promise<boolean>
  find(tx: Transaction, id: string): Promise<Stored<T> | undefined>
  list(tx: Transaction, group?: string): Promise<readonly Stored<T>[]>
  /**
   * @param change the value as it is to be; undefined leaves it
   * @returns false where it is not there, was left, or another transaction was first
   */
  change(tx: Transaction, id: string, change: (value: T) => T | undefined): Promise<boolean>
  remove(tx: Transaction, id: string): Promise<boolean>
}

/** As many of one kind or group as are ever listed. */
const MAX_LISTED = 10_000

export function collection<T>(kind: DocumentKind): Collection<T> {
  return {
    insert: (tx, { id, group, value, now, expiresAt }) =>
      tx.documents.insert({
        kind,
        id,
        group: group ?? null,
        revision: 1,
        body: JSON.stringify(value),
        createdAt: now,
        expiresAt: expiresAt ?? null,
      }),
    async find(tx, id) {
      const record = await tx.documents.find(kind, id)
      return record && toStored<T>(record)
    },
    async list(tx, group) {
      return (await tx.documents.list(kind, group, MAX_LISTED)).map((record) => toStored<T>(record))
    },
    async change(tx, id, change) {
      const record = await tx.documents.find(kind, id)
      const value = record && change(JSON.parse(record.body))
      if (!record || value === undefined) return false
      const next = { ...record, body: JSON.stringify(value), revision: record.revision + 1 }
      return tx.documents.replace(next, record.revision)
    },
    remove: (tx, id) => tx.documents.remove(kind, id),
  }
}

function toStored<T>({ id, body, createdAt, expiresAt }: DocumentRecord): Stored<T> {
  return { id, value: JSON.parse(body), createdAt, expiresAt }
}
