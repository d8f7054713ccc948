/**
 * New online keys, put in force by the offline root: the keys are written beside the old ones, the event goes
 * into the log, and the new key list, replaced in one step, decides which count. A power cut leaves the
 * old keys in force or the new ones. The old private keys are removed; nothing of theirs is signed any more.
 *
 * A new approval key begins a new epoch: approvals of the epoch before are refused by every agent that has
 * seen the new list, and their ratchets begin anew (protocols §1, §6).
 */
import { join } from 'node:path'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8, equalBytes } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import { addMs, type Clock, formatTimestamp } from '../../base/time.ts'
import { writeFileAtomic } from '../../platform/files.ts'
import type { Envelope } from '../../trust/dsse.ts'
import {
  type KeyList,
  ONLINE_ROLES,
  type OnlineRole,
  signKeyList,
  verifyKeyList,
} from '../../trust/key-list.ts'
import type { CoordinatorIdentity } from '../identity/coordinator-identity.ts'
import { openDataDirectory, settleKeys, stageKeys } from '../identity/data-directory.ts'
import { lockDataDirectory } from '../identity/directory-lock.ts'
import { keepKeyList } from '../identity/earlier-keys.ts'
import { KEY_LIST_LIFETIME } from '../identity/initialise.ts'
import type { Store } from '../store/contract.ts'

export interface RotationOptions {
  readonly folder: string
  readonly store: Store
  readonly root: Ed25519KeyPair
  /** Which keys are replaced; every one where it is empty. */
  readonly roles: readonly OnlineRole[]
  readonly clock: Clock
  readonly random: Random
}

/** @throws `KEY_INVALID` for another coordinator's root, `DATA_DIRECTORY_INVALID` while the coordinator serves */
export async function rotateKeys(options: RotationOptions): Promise<KeyList> {
  const { folder, random } = options
  const unlock = lockDataDirectory(folder)
  try {
    const identity = await openDataDirectory(folder)
    refuseForeignRoot(identity, options.root)
    await settleKeys(folder, identity.keyList)
    const roles = options.roles.length === 0 ? ONLINE_ROLES : options.roles
    const fresh = Object.fromEntries(roles.map((role) => [role, ed25519KeyPair(random.bytes(32))]))
    await stageKeys(folder, fresh)
    return await putInForce(options, identity, { ...identity.keys, ...fresh })
  } finally {
    unlock()
  }
}

export function refuseForeignRoot({ root }: CoordinatorIdentity, offered: Ed25519KeyPair): void {
  if (equalBytes(root, offered.publicKey)) return
  throw new SallyportError('KEY_INVALID', {
    message: 'this root key is not the one that made this coordinator',
    help: 'give the root.key of the operator folder that "coordinator init" wrote',
  })
}

/** The same keys, or new ones, for another year. */
export async function putInForce(
  { folder, store, root, clock }: Pick<RotationOptions, 'folder' | 'store' | 'root' | 'clock'>,
  identity: CoordinatorIdentity,
  keys: CoordinatorIdentity['keys'],
): Promise<KeyList> {
  const { keyList, keyListEnvelope } = identity
  const isNewEpoch = !equalBytes(keys.approval.publicKey, keyList.keys.approval)
  const now = clock.now()
  const envelope = signKeyList(
    {
      epoch: keyList.epoch + (isNewEpoch ? 1 : 0),
      sequence: keyList.sequence + 1,
      notBefore: formatTimestamp(now),
      notAfter: formatTimestamp(addMs(now, KEY_LIST_LIFETIME)),
      keys: Object.fromEntries(ONLINE_ROLES.map((role) => [role, keys[role].publicKey])) as KeyList['keys'],
    },
    root,
  )
  const next = verifyKeyList(envelope, root.publicKey)
  await store.write('key list', async (tx) => {
    await tx.log.append(entryOf(next, envelope, formatTimestamp(now)))
    await keepKeyList(tx, keyListEnvelope)
  })
  await writeFileAtomic(join(folder, 'key-list.json'), `${JSON.stringify(envelope, null, 2)}\n`, 0o600)
  await settleKeys(folder, next)
  return next
}

function entryOf({ epoch, sequence }: KeyList, envelope: Envelope, at: string): Uint8Array {
  const digest = formatDigest(sha256(encodeUtf8(envelope.payload)))
  return emitLogEntry({ type: 'key-list', version: 1, at, epoch, sequence, digest })
}
