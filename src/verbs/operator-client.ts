/** A client for the verbs that ask a running coordinator: signed by an operator key, or by a person's session. */
import { resolve } from 'node:path'
import { type CoordinatorClient, createCoordinatorClient } from '../api/coordinator-client.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import type { Ed25519KeyPair } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import type { ExitCode } from '../base/exit-codes.ts'
import { readAuthority } from '../platform/authority.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import { parseKeyFile, parsePublicKey } from '../trust/keys.ts'
import { readSession, sessionPath } from './session-file.ts'
import type { Call } from './verb.ts'

const MAX_FILE_BYTES = 1024 * 1024
export const OPERATOR_OPTIONS = ['url', 'root', 'key', 'ca', 'session', 'json'] as const
export const OPERATOR_HOW =
  '--url https://coordinator.example --root sallyport-root-public-v1:… --key admin.key'

interface Connection {
  readonly url: string
  readonly root: string
  /** PEM. */
  readonly ca: string | undefined
  readonly key: Ed25519KeyPair
}

/** @throws `USAGE`, `KEY_INVALID`, `FILE_UNREADABLE` */
export async function withOperatorClient(
  call: Call,
  work: (client: CoordinatorClient) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { ports } = call
  const { url, root, ca, key } = await findConnection(call)
  const http = createHttpClient(ca === undefined ? {} : { ca })
  try {
    const client = createCoordinatorClient({
      url: url.replace(/\/$/, ''),
      root: parsePublicKey('root', root),
      key,
      http,
      clock: ports.clock,
      random: ports.random,
    })
    return await work(client)
  } finally {
    await http.close()
  }
}

/** `--key` means an operator key; without it the session counts, and says which coordinator. */
async function findConnection(call: Call): Promise<Connection> {
  const { options, ports } = call
  const { url, root, key } = options
  const read = async (path: string) =>
    decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_FILE_BYTES))
  if (key === undefined) {
    const kept = await readSession(sessionPath(call))
    if (kept)
      return { url: url ?? kept.url, root: root ?? kept.root, ca: kept.ca ?? undefined, key: kept.key }
  }
  if (url === undefined || root === undefined || key === undefined) {
    throw new SallyportError('USAGE', {
      message: 'there is no session, and --url, --root and --key are not given',
      help: `log in (sallyport login), or give ${OPERATOR_HOW}`,
    })
  }
  const place = (path: string) => resolve(ports.cwd, path)
  const ca = options.ca === undefined ? undefined : await readAuthority(options.ca, url, place)
  return { url, root, ca, key: parseKeyFile('operator', await read(key), key) }
}
