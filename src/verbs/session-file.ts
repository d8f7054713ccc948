/**
 * A person's session on their own machine: the coordinator, its root, and the key that signs requests. A
 * file that only its owner reads; the key is made here, and leaves it never.
 */
import { rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import * as z from 'zod'
import type { SessionReply } from '../api/messages/login.ts'
import { sessionSchema } from '../api/messages/login.ts'
import { decodeBase64url, encodeBase64url } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { makePrivateFolder, readFileIfThere, writeFileAtomic } from '../platform/files.ts'
import type { Call } from './verb.ts'

const MAX_BYTES = 256 * 1024

const fileSchema = z.strictObject({
  version: z.literal(1),
  url: z.string().max(500),
  root: z.string().max(200),
  /** PEM, where the coordinator's TLS has a CA of its own. */
  ca: z.string().nullable(),
  /** The private half, base64url. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  session: sessionSchema,
})

export interface KeptSession {
  readonly url: string
  readonly root: string
  readonly ca: string | null
  readonly key: Ed25519KeyPair
  readonly session: SessionReply
}

/** `--session`, else `session.json` under the state folder of this account. */
export function sessionPath({ options, ports }: Call): string {
  if (options.session !== undefined) return resolve(ports.cwd, options.session)
  return join(stateFolder(ports.env), 'sallyport', 'session.json')
}

/** @throws `CONFIG_INVALID`; `FILE_UNREADABLE` for a file that others may read */
export async function readSession(path: string): Promise<KeptSession | undefined> {
  const bytes = await readFileIfThere(path, MAX_BYTES)
  if (!bytes) return undefined
  await refuseShared(path)
  const value = parseStrictJson(bytes, { source: path, maxBytes: MAX_BYTES })
  const { url, root, ca, key, session } = decode(fileSchema, value, { source: path })
  return { url, root, ca, key: ed25519KeyPair(decodeBase64url(key)), session }
}

/** @throws `FILE_UNWRITABLE` */
export async function writeSession(path: string, kept: KeptSession): Promise<void> {
  const { key, ...rest } = kept
  const content: z.infer<typeof fileSchema> = {
    version: 1,
    ...rest,
    key: encodeBase64url(key.privateKey.reveal()),
  }
  await makePrivateFolder(dirname(path))
  await writeFileAtomic(path, `${JSON.stringify(content, null, 2)}\n`, 0o600)
}

export async function removeSession(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Modes mean nothing on Windows, where the profile's own access list holds. */
async function refuseShared(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const { mode } = await stat(path)
  if ((mode & 0o077) === 0) return
  throw new SallyportError('FILE_UNREADABLE', {
    message: `${path} may be read by others (mode ${(mode & 0o777).toString(8)})`,
    help: `log in again, or take their access away: chmod 600 ${path}`,
    place: { file: path },
  })
}

function stateFolder(env: Call['ports']['env']): string {
  const home = homedir()
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  const xdg = env['XDG_STATE_HOME']
  // The XDG specification: a relative path is ignored.
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(env['HOME'] ?? home, '.local', 'state')
}
