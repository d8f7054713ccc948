/**
 * The first admin (protocols §4): whoever reads a 0600 file of the data directory within 15 minutes, and
 * logs in with its code. Five tries; only its hash is stored. There is no default password anywhere.
 */
import { join } from 'node:path'
import type { Role } from '../../api/messages/login.ts'
import { encodeBase64url, encodeUtf8, equalConstantTime } from '../../base/bytes.ts'
import { sha256 } from '../../base/digest.ts'
import type { Random } from '../../base/random.ts'
import { type Clock, MINUTE, type Timestamp } from '../../base/time.ts'
import { writeFileAtomic } from '../../platform/files.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Store, Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import { type Account, personIdOf } from './person.ts'

const LIFETIME = 15 * MINUTE
const MAX_TRIES = 5
const PREFIX = 'sallyport-first-admin-v1:'
const ONLY = 'code'

interface CodeRecord {
  /** base64url of SHA-256. */
  readonly hash: string
  readonly tries: number
}

const CODES = collection<CodeRecord>('first-admin')
const GRANTS = collection<{ readonly roles: readonly Role[] }>('role-grant')

export interface FirstAdminContext {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  /** The data directory. */
  readonly folder: string
}

/** Makes a new code in place of any other. @returns its file, and until when it is good */
export async function makeFirstAdminCode(
  context: FirstAdminContext,
): Promise<{ file: string; expiresAt: Timestamp }> {
  const code = `${PREFIX}${encodeBase64url(context.random.bytes(16))}`
  const now = context.clock.now()
  const expiresAt = (now + LIFETIME) as Timestamp
  await context.store.write('first admin code', async (tx) => {
    await CODES.remove(tx, ONLY)
    await CODES.insert(tx, { id: ONLY, value: { hash: hashOf(code), tries: 0 }, now, expiresAt })
  })
  const file = join(context.folder, 'first-admin.code')
  await writeFileAtomic(file, `${code}\n`, 0o600)
  return { file, expiresAt }
}

/** Counts a wrong try in a write of its own, which the refusal does not undo. @throws RequestRefusal `refused` */
export async function tryFirstAdminCode(store: Store, code: string, now: Timestamp): Promise<void> {
  const isRight = await store.write('first admin try', async (tx) => {
    const found = await findCode(tx, now)
    if (!found) return false
    if (equalConstantTime(encodeUtf8(found.hash), encodeUtf8(hashOf(code)))) return true
    if (found.tries + 1 >= MAX_TRIES) await CODES.remove(tx, ONLY)
    else await CODES.change(tx, ONLY, (value) => ({ ...value, tries: value.tries + 1 }))
    return false
  })
  if (!isRight) throw wrongCode()
}

/** Consumes the code in the transaction that makes its holder an admin. @throws RequestRefusal `refused` */
export async function useFirstAdminCode(
  tx: Transaction,
  code: string,
  account: Account,
  now: Timestamp,
): Promise<void> {
  const found = await findCode(tx, now)
  if (found?.hash !== hashOf(code) || !(await CODES.remove(tx, ONLY))) throw wrongCode()
  const id = personIdOf(account)
  const isNew = await GRANTS.insert(tx, { id, value: { roles: ['admin'] }, now })
  if (!isNew) await GRANTS.change(tx, id, () => ({ roles: ['admin'] }))
}

/** Roles that were granted by a code. */
export async function grantedRoles(tx: Transaction, account: Account): Promise<readonly Role[]> {
  return (await GRANTS.find(tx, personIdOf(account)))?.value.roles ?? []
}

/** @returns false where none was */
export async function dropGrant(tx: Transaction, account: Account): Promise<boolean> {
  return GRANTS.remove(tx, personIdOf(account))
}

async function findCode(tx: Transaction, now: Timestamp): Promise<CodeRecord | undefined> {
  const found = await CODES.find(tx, ONLY)
  return found && (found.expiresAt ?? 0) > now ? found.value : undefined
}

function hashOf(code: string): string {
  return encodeBase64url(sha256(encodeUtf8(code)))
}

function wrongCode(): RequestRefusal {
  return new RequestRefusal('refused', {
    message: 'this code for the first admin is not valid (any more)',
    help: 'make a new one where the coordinator runs: sallyport coordinator first-admin --data DIR',
  })
}
