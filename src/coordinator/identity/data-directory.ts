/**
 * The coordinator's data directory (0700). Only `init` makes one, in a place that is empty or absent;
 * everything else refuses a directory without its marker, so that a lost disk is never mistaken for a
 * new coordinator.
 *
 *     coordinator.json   who this coordinator is
 *     key-list.json      the key list, signed by the operator root
 *     keys/<role>.key    online keys, 0600; `<role>.next.key` while they are replaced
 *     store.sqlite       nodes, leases, approvals, log entries
 *     log/               checkpoint and tiles, static files
 */
import { chmod, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { decodeBase64url, decodeUtf8, encodeBase64url } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../../base/ed25519.ts'
import { hasSystemCode, messageOf, SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import {
  createFile,
  makePrivateFolder,
  readFileBounded,
  readFileIfThere,
  syncFolder,
  writeFileAtomic,
} from '../../platform/files.ts'
import { type Envelope, envelopeSchema } from '../../trust/dsse.ts'
import { type KeyList, ONLINE_ROLES, type OnlineRole, verifyKeyList } from '../../trust/key-list.ts'
import { coordinatorIdOf, emitKeyFile, keyIdOf, parseKeyFile } from '../../trust/keys.ts'
import type { CoordinatorIdentity } from './coordinator-identity.ts'

const MAX_FILE_BYTES = 64 * 1024

const markerSchema = z.strictObject({
  version: z.literal(1),
  coordinator: z.string(),
  /** The root's public key, base64url. */
  root: z.string(),
  /** Operator keys whose signature makes a request an admin's, base64url. */
  admins: z.array(z.string()).max(64),
})

export interface NewDirectory {
  readonly root: Ed25519PublicKey
  readonly admins: readonly Ed25519PublicKey[]
  readonly keyList: Envelope
  readonly keys: Readonly<Record<OnlineRole, Ed25519KeyPair>>
}

export function storePath(folder: string): string {
  return join(folder, 'store.sqlite')
}

export function logPath(folder: string): string {
  return join(folder, 'log')
}

/** The marker is written last: a directory whose making was cut short is no coordinator's. */
export async function createDataDirectory(folder: string, content: NewDirectory): Promise<void> {
  await makePrivateFolder(folder)
  await chmod(folder, 0o700)
  await makePrivateFolder(join(folder, 'keys'))
  await makePrivateFolder(logPath(folder))
  for (const role of ONLINE_ROLES) {
    await createFile(keyPath(folder, role), emitKeyFile(role, content.keys[role].privateKey), 0o600)
  }
  await createFile(join(folder, 'key-list.json'), `${JSON.stringify(content.keyList, null, 2)}\n`, 0o600)
}

/** The last step of `init`. */
export async function markDataDirectory(folder: string, content: NewDirectory): Promise<void> {
  const marker: z.infer<typeof markerSchema> = {
    version: 1,
    coordinator: coordinatorIdOf(content.root),
    root: encodeBase64url(content.root),
    admins: content.admins.map(encodeBase64url),
  }
  await createFile(markerPath(folder), `${JSON.stringify(marker, null, 2)}\n`, 0o600)
}

/** @throws `DATA_DIRECTORY_INVALID` for a directory that `init` did not make, or whose keys are not its key list's */
export async function openDataDirectory(folder: string): Promise<CoordinatorIdentity> {
  const bytes = await readFileIfThere(markerPath(folder), MAX_FILE_BYTES)
  if (!bytes) throw invalid(folder, 'it has no coordinator.json')
  const marker = decode(markerSchema, parse(bytes, markerPath(folder)), { source: markerPath(folder) })
  const root = decodeBase64url(marker.root) as Ed25519PublicKey
  if (coordinatorIdOf(root) !== marker.coordinator)
    throw invalid(folder, 'its root is not that of its coordinator id')
  const listPath = join(folder, 'key-list.json')
  const envelope = decode(envelopeSchema, parse(await readFileBounded(listPath, MAX_FILE_BYTES), listPath), {
    source: listPath,
  })
  const keyList = verifyKeyList(envelope, root)
  return {
    coordinatorId: marker.coordinator,
    root,
    admins: marker.admins.map((key) => decodeBase64url(key) as Ed25519PublicKey),
    keyList,
    keyListEnvelope: envelope,
    keys: await readKeys(folder, keyList.keys),
  }
}

async function readKeys(
  folder: string,
  listed: Readonly<Record<OnlineRole, Ed25519PublicKey>>,
): Promise<Record<OnlineRole, Ed25519KeyPair>> {
  const pairs = await Promise.all(
    ONLINE_ROLES.map(async (role) => {
      // The list decides: a rotation that was cut short has put its keys in force with it, or not.
      const pair =
        (await readListed(keyPath(folder, role), role, listed)) ??
        (await readListed(nextKeyPath(folder, role), role, listed))
      if (!pair) throw invalid(folder, `its ${role} key is not the one that the key list names`)
      return [role, pair] as const
    }),
  )
  return Object.fromEntries(pairs) as Record<OnlineRole, Ed25519KeyPair>
}

/** @returns undefined for no key, or one that is not on the list */
async function readListed(
  path: string,
  role: OnlineRole,
  listed: Readonly<Record<OnlineRole, Ed25519PublicKey>>,
): Promise<Ed25519KeyPair | undefined> {
  const bytes = await readFileIfThere(path, MAX_FILE_BYTES)
  if (!bytes) return undefined
  const pair = parseKeyFile(role, decodeUtf8(bytes), path)
  return keyIdOf(pair.publicKey) === keyIdOf(listed[role]) ? pair : undefined
}

/** Puts new keys beside those in force. */
export async function stageKeys(
  folder: string,
  fresh: Readonly<Partial<Record<OnlineRole, Ed25519KeyPair>>>,
): Promise<void> {
  for (const role of ONLINE_ROLES) {
    const pair = fresh[role]
    if (pair) await writeFileAtomic(nextKeyPath(folder, role), emitKeyFile(role, pair.privateKey), 0o600)
  }
}

/** Staged keys that the list names replace the old ones; others never came into force and go. */
export async function settleKeys(folder: string, { keys }: KeyList): Promise<void> {
  for (const role of ONLINE_ROLES) {
    const next = nextKeyPath(folder, role)
    if (await readListed(next, role, keys)) await rename(next, keyPath(folder, role))
    else await rm(next, { force: true })
  }
  await syncFolder(join(folder, 'keys'))
}

/**
 * Takes back what could not be finished, before there was a marker. A folder that was there stays: its owner may
 * not be able to make it again.
 */
export async function discardDataDirectory(folder: string, wasThere: boolean): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
  if (!wasThere) await rmdir(folder)
}

/**
 * @param help what to do about a folder that is in use
 * @returns whether the folder is there
 * @throws `DATA_DIRECTORY_INVALID`
 */
export async function refuseOccupied(folder: string, help: string): Promise<boolean> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (cause) {
    if (hasSystemCode(cause, 'ENOENT')) return false
    throw new SallyportError('DATA_DIRECTORY_INVALID', { message: `${folder}: ${messageOf(cause)}`, cause })
  }
  if (names.length === 0) return true
  throw new SallyportError('DATA_DIRECTORY_INVALID', {
    message: `${folder} is not empty: it holds ${names.slice(0, 3).join(', ')}`,
    help: wasCutShort(names)
      ? `"coordinator init", "backup" or "restore" was cut short there: empty ${folder} and begin again`
      : help,
  })
}

function wasCutShort(names: readonly string[]): boolean {
  return names.includes('keys') && !names.includes('coordinator.json')
}

function markerPath(folder: string): string {
  return join(folder, 'coordinator.json')
}

function keyPath(folder: string, role: OnlineRole): string {
  return join(folder, 'keys', `${role}.key`)
}

function nextKeyPath(folder: string, role: OnlineRole): string {
  return join(folder, 'keys', `${role}.next.key`)
}

function parse(bytes: Uint8Array, source: string): unknown {
  return parseStrictJson(bytes, { source, maxBytes: MAX_FILE_BYTES })
}

function invalid(folder: string, why: string): SallyportError {
  return new SallyportError('DATA_DIRECTORY_INVALID', {
    message: `${folder} is no coordinator's data directory: ${why}`,
    help: `make one with: sallyport coordinator init --data ${folder}`,
  })
}
