/** The next key list: the same keys, a new year, signed by the offline root. Serving processes read it when they start. */
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import type { Clock } from '../../base/time.ts'
import type { KeyList } from '../../trust/key-list.ts'
import { openDataDirectory } from '../identity/data-directory.ts'
import type { Store } from '../store/contract.ts'
import { putInForce, refuseForeignRoot } from './key-rotation.ts'

/** @throws `KEY_INVALID` for another coordinator's root */
export async function renewKeyList(
  folder: string,
  store: Store,
  root: Ed25519KeyPair,
  clock: Clock,
): Promise<KeyList> {
  const identity = await openDataDirectory(folder)
  refuseForeignRoot(identity, root)
  return putInForce({ folder, store, root, clock }, identity, identity.keys)
}
