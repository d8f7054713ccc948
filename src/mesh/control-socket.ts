/**
 * How other commands of the same person reach a running session: a socket in a folder that only they may
 * enter (0700, and owned by them), never an open port of localhost. Where the kernel can be asked, each side
 * looks at the other's user as well, and speaks with its own only. It speaks HTTP: CONNECT leads into the
 * mesh, GET /v1/report says how the peers are reached.
 */
import { once } from 'node:events'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { SallyportError } from '../base/errors.ts'
import { startControlServer } from './control-server.ts'
import type { Dial } from './dialer.ts'
import { formatTarget, type Running } from './forward.ts'
import { isOwnPeer, peerUserOf, type UserOf } from './native/peer-credentials.ts'
import type { PeerReport, RelayStatus } from './peers.ts'

export interface SessionReport {
  readonly version: 1
  readonly addresses: readonly string[]
  readonly observed: readonly string[]
  readonly port: number
  readonly cipher: string
  readonly relays: readonly RelayStatus[]
  readonly peers: readonly PeerReport[]
}

/** Names the socket of the session that a command runs in. */
export const CONTROL_VARIABLE = 'SALLYPORT_CONTROL'
const ANSWER_MS = 5_000

type Environment = Readonly<Record<string, string | undefined>>

/**
 * @param userOf the kernel, but for tests
 * @throws `FILE_UNREADABLE` where the folder is another's, or open to others
 */
export async function startControlSocket(
  dial: Dial,
  report: () => SessionReport,
  env: Environment,
  userOf: UserOf = peerUserOf,
): Promise<Running> {
  const folder = controlFolder(env)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  checkFolder(folder)
  const path = join(folder, `${process.pid}.sock`)
  rmSync(path, { force: true })
  const server = await startControlServer(dial, path, {
    report: () => JSON.stringify(report()),
    mayEnter: (socket) => isOwnPeer(socket, userOf),
  })
  return {
    address: path,
    close() {
      server.close()
      rmSync(path, { force: true })
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
  try {
    checkFolder(folder)
  } catch {
    return undefined
  }
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

/** @throws an `Error` where nobody answers there, or another user does */
export async function askReport(path: string, userOf: UserOf = peerUserOf): Promise<SessionReport> {
  const socket = await openControl(path, userOf)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const asking = request({ createConnection: () => socket, path: '/v1/report', timeout: ANSWER_MS }, resolve)
  asking.once('timeout', () => asking.destroy(new Error('it took too long')))
  asking.once('error', (cause) => reject(unanswered(path, cause)))
  asking.end()
  const chunks: Buffer[] = await (await promise).toArray()
  return JSON.parse(Buffer.concat(chunks).toString()) as SessionReport
}

/** A connection into the mesh of the session. @throws an `Error` that says what the session said */
export async function dialByControl(path: string, host: string, port: number): Promise<Duplex> {
  const own = await openControl(path, peerUserOf)
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  const target = formatTarget({ host, port })
  const asking = request({ createConnection: () => own, method: 'CONNECT', path: target })
  asking.once('connect', (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy()
      return reject(new Error(`${target}: ${response.statusMessage}`))
    }
    if (head.length > 0) socket.unshift(head)
    resolve(socket)
  })
  asking.once('error', (cause) => reject(unanswered(path, cause)))
  asking.end()
  return promise
}

/** A name may be another's trap: nothing is said before it is known who listens. */
async function openControl(path: string, userOf: UserOf): Promise<Socket> {
  const socket = connect({ path, allowHalfOpen: true })
  await once(socket, 'connect').catch((cause: Error) => {
    throw unanswered(path, cause)
  })
  if (isOwnPeer(socket, userOf)) return socket
  socket.destroy()
  throw new Error(`${path} is served by another user`)
}

function unanswered(path: string, cause: Error): Error {
  return new Error(`${path} does not answer: ${cause.message}`, { cause })
}

function controlFolder(env: Environment): string {
  const runtime = env['XDG_RUNTIME_DIR']
  if (runtime) return join(runtime, 'sallyport')
  return join(env['HOME'] || homedir() || tmpdir(), '.sallyport', 'run')
}

function checkFolder(folder: string): void {
  const { mode, uid } = statSync(folder)
  if (process.platform === 'win32' || ((mode & 0o077) === 0 && uid === process.getuid?.())) return
  throw new SallyportError('FILE_UNREADABLE', {
    message: `${folder} is open to others (mode ${(mode & 0o777).toString(8)})`,
    help: `chmod 700 ${folder}`,
  })
}
