/** The registered version of environments.yml: replaced by compare-and-swap, each version logged. */

import { resolve } from 'node:path'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { Transaction } from '../store/contract.ts'
import { type Environments, parseEnvironments } from './environments-file.ts'

export interface Registration {
  readonly text: string
  /** Names the text in errors. */
  readonly source: string
  /** Where the files that it names lie; absent: the data directory. */
  readonly folder?: string
  /** The version that the writer has seen; null where there is none. */
  readonly replaces: number | null
  /** `keyid` of who sends it, for the log; absent: whoever holds the data directory. */
  readonly by?: string
  readonly now: Timestamp
}

export interface RegisteredEnvironments {
  readonly version: number
  readonly digest: string
  readonly file: Environments
}

/** @throws `CONFIG_INVALID`; `STORE_CONFLICT` where another version was registered meanwhile */
export async function registerEnvironments(
  tx: Transaction,
  { text, source, folder, replaces, by, now }: Registration,
): Promise<RegisteredEnvironments> {
  const file = parseEnvironments(text, source)
  const current = await tx.environments.current()
  if ((current?.version ?? null) !== replaces) {
    throw new SallyportError('STORE_CONFLICT', {
      message: `the registered environments are version ${current?.version ?? 'none'}, not ${replaces ?? 'none'}`,
      help: 'read the registered version, join the changes, and send it again',
    })
  }
  const version = (current?.version ?? 0) + 1
  const digest = formatDigest(sha256(encodeUtf8(text)))
  await tx.environments.insert({ version, text, digest, folder: folder ?? null, createdAt: now })
  const at = formatTimestamp(now)
  const entry = { type: 'environments', version: 1, at, revision: version, digest } as const
  await tx.log.append(emitLogEntry({ ...entry, ...(by === undefined ? {} : { by }) }))
  return { version, digest, file }
}

/** Parses each version once. */
export type EnvironmentsReader = (tx: Transaction) => Promise<RegisteredEnvironments | undefined>

export function createEnvironmentsReader(): EnvironmentsReader {
  let last: RegisteredEnvironments | undefined
  return async (tx) => {
    const current = await tx.environments.currentVersion()
    if (current && last?.version === current.version && last.digest === current.digest) return last
    const record = current && (await tx.environments.current())
    if (!record) return undefined
    const { version, digest, text, folder } = record
    const file = parseEnvironments(text, `environments.yml, version ${version}`)
    last = { version, digest, file: anchorFiles(file, folder) }
    return last
  }
}

/** Paths in the file are relative to where it lay when it was registered. */
function anchorFiles(file: Environments, folder: string | null): Environments {
  if (folder === null) return file
  const issuers = file.issuers.map((issuer) => ({
    ...issuer,
    ...(issuer.ca === undefined ? {} : { ca: resolve(folder, issuer.ca) }),
    ...(issuer.snapshot === undefined ? {} : { snapshot: resolve(folder, issuer.snapshot) }),
  }))
  const logins = file.logins?.map((login) => ({
    ...login,
    ...(login.ca === undefined ? {} : { ca: resolve(folder, login.ca) }),
    ...(login.clientSecret === undefined ? {} : { clientSecret: resolve(folder, login.clientSecret) }),
  }))
  return { ...file, issuers, ...(logins === undefined ? {} : { logins }) }
}
