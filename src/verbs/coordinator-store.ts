/** Which store a coordinator's verb works on: `--store`, the environment, or what stands in the data directory. */
import { resolve } from 'node:path'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { postgresAt, storeLocationOf } from '../coordinator/identity/store-of-directory.ts'
import { refuseRecoveringStore } from '../coordinator/recovery/recovery.ts'
import type { Store } from '../coordinator/store/contract.ts'
import { openStore, type StoreLocation } from '../coordinator/store/store-location.ts'
import { readFileBounded } from '../platform/files.ts'
import { becomeOwnerOf } from '../platform/owner.ts'
import type { Call } from './verb.ts'

const VARIABLE = 'SALLYPORT_STORE'
const MAX_URL_BYTES = 4096

/** @throws `USAGE` for a password on the command line; `CONFIG_INVALID` */
export async function storeOf(call: Call, folder: string): Promise<StoreLocation> {
  return (await chosenStore(call, folder)) ?? storeLocationOf(folder)
}

/** Undefined where neither option nor environment names one. */
export async function chosenStore(
  { options, ports }: Call,
  folder: string,
): Promise<StoreLocation | undefined> {
  const { store } = options
  if (store === undefined) {
    const url = ports.env[VARIABLE]
    return url === undefined || url === '' ? undefined : postgresAt(folder, url, VARIABLE)
  }
  if (/^postgres(?:ql)?:\/\//.test(store)) {
    refusePassword(store)
    return postgresAt(folder, store, '--store')
  }
  const path = resolve(ports.cwd, store)
  return postgresAt(folder, decodeUtf8(await readFileBounded(path, MAX_URL_BYTES)).trim(), path)
}

/** For what may write to the log, as the directory's owner. @throws what opening throws, `STORE_FAILED` before a recovery has ended, and what `work` does */
export async function withStore<T>(
  call: Call,
  folder: string,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const location = await storeOf(call, folder)
  await becomeOwnerOf(folder)
  const store = await openStore(location)
  try {
    await refuseRecoveringStore(store)
    return await work(store)
  } finally {
    await store.close()
  }
}

function refusePassword(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || (parsed.password === '' && !parsed.searchParams.has('password'))) return
  throw new SallyportError('USAGE', {
    message: '--store holds a password, which every user of this machine could read in the list of processes',
    help: `write the URL into a file of mode 0600 and name it: --store FILE; or set ${VARIABLE}, PGPASSWORD or PGPASSFILE`,
  })
}
