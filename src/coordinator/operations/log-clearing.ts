/** A clearance of the log, signed by the offline root and laid where agents that stopped look for it. */
import { join } from 'node:path'
import { emitLogEntry, parseLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import { type Clock, formatTimestamp } from '../../base/time.ts'
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { logOrigin } from '../../tlog/checkpoint.ts'
import { verifyLog } from '../../tlog/verify-log.ts'
import { signLogClearance } from '../../trust/log-clearance.ts'
import { CLEARANCE_FILE } from '../http/log-files.ts'
import { logPath, openDataDirectory } from '../identity/data-directory.ts'
import { readEarlierLogKeys } from '../identity/earlier-keys.ts'
import type { Store } from '../store/contract.ts'
import { refuseForeignRoot } from './key-rotation.ts'

export interface ClearingRequest {
  readonly folder: string
  readonly store: Store
  readonly root: Ed25519KeyPair
  readonly clock: Clock
}

/**
 * @returns how many entries the root vouches for
 * @throws `KEY_INVALID` for another coordinator's root, `LOG_INCONSISTENT` for a log that does not hold by itself
 */
export async function clearLog({ folder, store, root, clock }: ClearingRequest): Promise<number> {
  const identity = await openDataDirectory(folder)
  refuseForeignRoot(identity, root)
  const files = logPath(folder)
  const { checkpoint } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(files, path), maxBytes) },
    {
      identity: {
        origin: logOrigin(identity.coordinatorId),
        publicKey: identity.keyList.keys.log,
        earlierKeys: await store.read((tx) => readEarlierLogKeys(tx, identity.root)),
      },
      describeEntry: (entry) => parseLogEntry(entry).type,
    },
  )
  const { size, root: treeRoot } = checkpoint
  const issuedAt = clock.now()
  const text = JSON.stringify(signLogClearance({ issuedAt, size, root: treeRoot }, root))
  const digest = formatDigest(sha256(encodeUtf8(text)))
  const at = formatTimestamp(issuedAt)
  await store.write('log clearance', (tx) =>
    tx.log.append(emitLogEntry({ type: 'log-clearance', version: 1, at, size, digest })),
  )
  await writeFileAtomic(join(files, CLEARANCE_FILE), `${text}\n`)
  return size
}
