/**
 * How other commands of the same person reach a running session: a socket in a folder that only they may
 * enter (0700, and owned by them: the folder's mode is the check of the peer), never an open port of
 * localhost. It speaks HTTP: CONNECT leads into the mesh, GET /v1/report says how the peers are reached.
 */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { SallyportError } from '../base/errors.ts'
import type { Dial } from './dialer.ts'
import type { Running } from './forward.ts'
import { startControlServer } from './http-proxy.ts'
import type { PeerReport } from './peers.ts'

export interface SessionReport {
  readonly version: 1
  readonly addresses: readonly string[]
  readonly observed: readonly string[]
  readonly port: number
  readonly cipher: string
  readonly relays: readonly { readonly url: string; readonly state: string }[]
  readonly peers: readonly PeerReport[]
}

/** Names the socket of the session that a command runs in. */
export const CONTROL_VARIABLE = 'SALLYPORT_CONTROL'
const ANSWER_MS = 5_000

type Environment = Readonly<Record<string, string | undefined>>

/** @throws `FILE_UNREADABLE` where the folder is another's, or open to others */
export async function startControlSocket(
  dial: Dial,
  report: () => SessionReport,
  env: Environment,
): Promise<Running> {
  const folder = controlFolder(env)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await checkFolder(folder)
  const path = join(folder, `${process.pid}.sock`)
  await rm(path, { force: true })
  const server = await startControlServer(dial, path, () => JSON.stringify(report()))
  return {
    address: path,
    close() {
      server.close()
      void rm(path, { force: true })
    },
  }
}

/**
 * The socket to use: the one that the environment names, else the only one that is there.
 *
 * @throws `USAGE` where several sessions run and nothing says which
 */
export async function findControlSocket(env: Environment): Promise<string | undefined> {
  const named = env[CONTROL_VARIABLE]
  if (named !== undefined) return named
  const folder = controlFolder(env)
  if (
    !(await checkFolder(folder).then(
      () => true,
      () => false,
    ))
  )
    return undefined
  const paths = (await readdir(folder))
    .filter((name) => name.endsWith('.sock'))
    .map((name) => join(folder, name))
  const alive: string[] = []
  for (const path of paths) {
    if (await askReport(path).catch(() => undefined)) alive.push(path)
    // What a killed session left behind.
    else await rm(path, { force: true })
  }
  if (alive.length <= 1) return alive[0]
  throw new SallyportError('USAGE', {
    message: `${alive.length} sessions are running: ${alive.join(', ')}`,
    help: `set ${CONTROL_VARIABLE} to the one that is meant`,
  })
}

export async function askReport(path: string): Promise<SessionReport> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const asking = request({ socketPath: path, path: '/v1/report', timeout: ANSWER_MS }, resolve)
  asking.once('timeout', () => asking.destroy(new Error(`${path} does not answer`)))
  asking.once('error', reject)
  asking.end()
  const chunks: Buffer[] = await (await promise).toArray()
  return JSON.parse(Buffer.concat(chunks).toString()) as SessionReport
}

/** A connection into the mesh of the session. @throws an `Error` that says what the session said */
export function dialByControl(path: string, host: string, port: number): Promise<Duplex> {
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const asking = request({ socketPath: path, method: 'CONNECT', path: target })
  asking.once('connect', (response, socket, head) => {
    if (response.statusCode !== 200)
      return reject(new Error(`the session said ${response.statusCode} to ${target}`))
    if (head.length > 0) socket.unshift(head)
    resolve(socket)
  })
  asking.once('error', reject)
  asking.end()
  return promise
}

function controlFolder(env: Environment): string {
  const runtime = env['XDG_RUNTIME_DIR']
  if (runtime) return join(runtime, 'sallyport')
  return join(env['HOME'] || homedir() || tmpdir(), '.sallyport', 'run')
}

async function checkFolder(folder: string): Promise<void> {
  const { mode, uid } = await stat(folder)
  if (process.platform === 'win32' || ((mode & 0o077) === 0 && uid === process.getuid?.())) return
  throw new SallyportError('FILE_UNREADABLE', {
    message: `${folder} is open to others (mode ${(mode & 0o777).toString(8)})`,
    help: `chmod 700 ${folder}`,
  })
}
