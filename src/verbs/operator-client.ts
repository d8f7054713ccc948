/** A client whose requests an operator key signs, for the verbs that ask a running coordinator. */
import { resolve } from 'node:path'
import { type CoordinatorClient, createCoordinatorClient } from '../api/coordinator-client.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import type { ExitCode } from '../base/exit-codes.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import { parseKeyFile, parsePublicKey } from '../trust/keys.ts'
import type { Call } from './verb.ts'

const MAX_FILE_BYTES = 1024 * 1024
export const OPERATOR_OPTIONS = ['url', 'root', 'key', 'ca', 'json'] as const
export const OPERATOR_HOW =
  '--url https://coordinator.example --root sallyport-root-public-v1:… --key admin.key'

/** @throws `USAGE`, `KEY_INVALID`, `FILE_UNREADABLE` */
export async function withOperatorClient(
  call: Call,
  work: (client: CoordinatorClient) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { options, ports } = call
  const { url, root, key } = options
  if (url === undefined || root === undefined || key === undefined) {
    throw new SallyportError('USAGE', {
      message: '--url, --root and --key are needed',
      help: `give ${OPERATOR_HOW}`,
    })
  }
  const read = async (path: string) =>
    decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_FILE_BYTES))
  const http = createHttpClient(options.ca === undefined ? {} : { ca: await read(options.ca) })
  try {
    const client = createCoordinatorClient({
      url: url.replace(/\/$/, ''),
      root: parsePublicKey('root', root),
      key: parseKeyFile('operator', await read(key), key),
      http,
      clock: ports.clock,
      random: ports.random,
    })
    return await work(client)
  } finally {
    await http.close()
  }
}
