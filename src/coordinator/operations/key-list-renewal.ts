/** The next key list: the same keys, a new year, signed by the offline root. Serving processes read it when they start. */
import { join } from 'node:path'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8, equalBytes } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import { addMs, type Clock, formatTimestamp } from '../../base/time.ts'
import { writeFileAtomic } from '../../platform/files.ts'
import { type KeyList, signKeyList, verifyKeyList } from '../../trust/key-list.ts'
import { openDataDirectory } from '../identity/data-directory.ts'
import { KEY_LIST_LIFETIME } from '../identity/initialise.ts'
import type { Store } from '../store/contract.ts'

/** @throws `KEY_INVALID` for another coordinator's root */
export async function renewKeyList(
  folder: string,
  store: Store,
  root: Ed25519KeyPair,
  clock: Clock,
): Promise<KeyList> {
  const identity = await openDataDirectory(folder)
  if (!equalBytes(identity.root, root.publicKey)) {
    throw new SallyportError('KEY_INVALID', {
      message: 'this root key is not the one that made this coordinator',
      help: 'give the root.key of the operator folder that "coordinator init" wrote',
    })
  }
  const { epoch, sequence, keys } = identity.keyList
  const now = clock.now()
  const next = {
    epoch,
    sequence: sequence + 1,
    notBefore: formatTimestamp(now),
    notAfter: formatTimestamp(addMs(now, KEY_LIST_LIFETIME)),
    keys,
  }
  const envelope = signKeyList(next, root)
  const digest = formatDigest(sha256(encodeUtf8(envelope.payload)))
  const entry = { type: 'key-list', version: 1, at: formatTimestamp(now), epoch, digest } as const
  await store.write('key list', (tx) => tx.log.append(emitLogEntry({ ...entry, sequence: next.sequence })))
  await writeFileAtomic(join(folder, 'key-list.json'), `${JSON.stringify(envelope, null, 2)}\n`, 0o600)
  return verifyKeyList(envelope, root.publicKey)
}
