/**
 * What a person asked of a joined node: forwards, exposed ports, proxies, a command. Ends as a whole. What few ask for is
 * loaded when they do.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { messageOf, SallyportError } from '../base/errors.ts'
import { interruptionOf } from '../base/interruption.ts'
import { formatIp } from '../base/ip.ts'
import type { Random } from '../base/random.ts'
import { CONTROL_VARIABLE, type SessionReport, startControlSocket } from './control-socket.ts'
import { meshOrDirect } from './dialer.ts'
import {
  formatTarget,
  parseExpose,
  parseForward,
  type Running,
  startExpose,
  startForward,
} from './forward.ts'
import { startHttpProxy } from './http-proxy.ts'
import type { MeshNode } from './mesh-node.ts'
import { createCredentials, type ProxyCredentials, proxyUrl } from './proxy-credentials.ts'
import { udpFlows } from './udp-flow.ts'

export interface SessionWishes {
  readonly forwards: readonly string[]
  readonly exposes: readonly string[]
  /** `[HOST:]PORT:HOST:PORT`, UDP. */
  readonly udpForwards?: readonly string[]
  /** `HOST:PORT` of a resolver for the names of the mesh. */
  readonly dns?: string
  /** Where other commands of the person reach this session; without it they do not. */
  readonly control?: { readonly env: Readonly<Record<string, string | undefined>> }
  /** Says by HTTPS_PROXY and its like how the proxies reach what is not of the mesh; directly without it. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** `HOST:PORT` */
  readonly socks5?: string
  readonly httpProxy?: string
  /** False: whoever reaches the port reaches the mesh. */
  readonly proxyNeedsLogin: boolean
  /** A command wants proxies even where none was asked for. */
  readonly hasCommand: boolean
}

export interface Session {
  /** What a person should know, one line each. */
  readonly lines: readonly string[]
  /** For a command: the proxies, in the variables that programs know. */
  readonly environment: Readonly<Record<string, string>>
  close(): void
}

const ANY_LOCAL = '127.0.0.1:0'
const LOCAL_NAMES = 'localhost,127.0.0.1,::1'

/** @throws `USAGE`, `TUNNEL_PORT_IN_USE`; then nothing is left running. */
export async function startSession(node: MeshNode, wishes: SessionWishes, random: Random): Promise<Session> {
  const started: Running[] = []
  const close = (): void => {
    for (const each of started) each.close()
  }
  try {
    const lines: string[] = []
    for (const text of wishes.forwards) {
      const rule = parseForward(text)
      const forward = await startForward(node, rule)
      started.push(forward)
      lines.push(`forward  ${forward.address} → ${formatTarget(rule)}`)
    }
    for (const text of wishes.exposes) {
      const rule = parseExpose(text)
      started.push(await startExpose(node, rule))
      lines.push(`expose   mesh port ${rule.meshPort} → ${formatTarget(rule)}`)
    }
    for (const text of wishes.udpForwards ?? []) {
      const { startForwardUdp } = await import('./forward-udp.ts')
      const rule = parseForward(text)
      const forward = await startForwardUdp(node, rule)
      started.push(forward)
      lines.push(`udp      ${forward.address} → ${formatTarget(rule)}`)
    }
    if (wishes.dns !== undefined) {
      const { startDnsServer } = await import('./dns/server.ts')
      const server = await startDnsServer((name) => node.lookUp(name), parseListen(wishes.dns))
      started.push(server)
      lines.push(`dns      ${server.address}`)
    }
    const proxies = await startProxies(node, wishes, random, started)
    const control = await startControl(node, wishes, started)
    const environment = { ...proxies.environment, ...control.environment }
    return { lines: [...lines, ...proxies.lines, ...control.lines], environment, close }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Runs a command with the session's variables.
 *
 * @returns its exit code, 128 and the signal's number where one ended it
 * @throws `COMMAND_NOT_FOUND`, `COMMAND_NOT_EXECUTABLE`
 */
export function runCommand(
  command: readonly [string, ...string[]],
  options: { env: Readonly<Record<string, string | undefined>>; cwd: string; signal: AbortSignal },
): Promise<number> {
  const [file, ...args] = command
  const child = spawn(file, args, { stdio: 'inherit', env: { ...options.env }, cwd: options.cwd })
  const pass = (): void => void child.kill(signalOf(options.signal))
  options.signal.addEventListener('abort', pass, { once: true })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.on('error', (cause) => reject(notRun(file, cause)))
  child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  return promise.finally(() => options.signal.removeEventListener('abort', pass))
}

function notRun(file: string, cause: NodeJS.ErrnoException): SallyportError {
  if (cause.code === 'ENOENT') {
    return new SallyportError('COMMAND_NOT_FOUND', {
      message: `there is no program ${JSON.stringify(file)}`,
      help: 'give a program and its arguments after --; a line for a shell goes by: -- sh -c LINE',
      cause,
    })
  }
  return new SallyportError('COMMAND_NOT_EXECUTABLE', {
    message: `${JSON.stringify(file)} cannot be run: ${cause.message}`,
    help: 'see that it is a program, not a folder, and that you may execute it (chmod +x)',
    cause,
  })
}

/** A machine where the socket cannot be is no reason not to join. */
async function startControl(
  node: MeshNode,
  wishes: SessionWishes,
  started: Running[],
): Promise<Pick<Session, 'lines' | 'environment'>> {
  if (!wishes.control) return { lines: [], environment: {} }
  try {
    const socket = await startControlSocket(
      meshOrDirect(node, wishes.env),
      () => reportOf(node),
      wishes.control.env,
    )
    started.push(socket)
    return { lines: [], environment: { [CONTROL_VARIABLE]: socket.address } }
  } catch (error) {
    return { lines: [`control  off: ${messageOf(error)}`], environment: {} }
  }
}

function reportOf(node: MeshNode): SessionReport {
  return {
    version: 1,
    addresses: node.addresses.map(formatIp),
    observed: node.observed,
    port: node.port,
    cipher: node.tier,
    relays: node.relays,
    peers: node.report(),
  }
}

async function startProxies(
  node: MeshNode,
  wishes: SessionWishes,
  random: Random,
  started: Running[],
): Promise<Pick<Session, 'lines' | 'environment'>> {
  const credentials = wishes.proxyNeedsLogin ? createCredentials(random) : undefined
  const socks5 = wishes.socks5 ?? (wishes.hasCommand ? ANY_LOCAL : undefined)
  const http = wishes.httpProxy ?? (wishes.hasCommand ? ANY_LOCAL : undefined)
  const dial = meshOrDirect(node, wishes.env)
  const lines: string[] = []
  let environment: Record<string, string> = {}
  if (socks5 !== undefined) {
    const { startSocks5 } = await import('./socks5.ts')
    const proxy = await startSocks5(dial, udpFlows(node, 'direct'), { ...parseListen(socks5), credentials })
    started.push(proxy)
    const url = proxyUrl('socks5h', proxy.address, credentials)
    environment = { ...environment, ...variables(['ALL_PROXY'], url) }
    lines.push(describeProxy(url, wishes.socks5 !== undefined, credentials))
  }
  if (http !== undefined) {
    const proxy = await startHttpProxy(dial, { ...parseListen(http), credentials })
    started.push(proxy)
    const url = proxyUrl('http', proxy.address, credentials)
    environment = { ...environment, ...variables(['HTTP_PROXY', 'HTTPS_PROXY'], url), SALLYPORT_PROXY: url }
    // A list that keeps 10.0.0.0/8 from another proxy would keep the mesh from ours, which passes on all else anyway.
    if (wishes.hasCommand) environment = { ...environment, ...variables(['NO_PROXY'], LOCAL_NAMES) }
    lines.push(describeProxy(url, wishes.httpProxy !== undefined, credentials))
  }
  return { lines: lines.filter((line) => line !== ''), environment }
}

/** Only what was asked for is printed; a command's own proxies are its business. */
function describeProxy(url: string, wasAsked: boolean, credentials: ProxyCredentials | undefined): string {
  if (!wasAsked) return ''
  return credentials
    ? `proxy    ${url}`
    : `proxy    ${url}  (no credentials: every program of this machine reaches the mesh)`
}

function variables(names: readonly string[], value: string): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, value],
      [name.toLowerCase(), value],
    ]),
  )
}

function parseListen(text: string): { host: string; port: number } {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(text)
  const host = match?.[1] ?? match?.[2]
  if (host !== undefined && Number(match?.[3]) <= 65_535) return { host, port: Number(match?.[3]) }
  throw new SallyportError('USAGE', {
    message: `${JSON.stringify(text)} is no address to listen on`,
    help: 'write it as 127.0.0.1:1080; port 0 takes any',
  })
}

function signalOf(signal: AbortSignal): NodeJS.Signals {
  return interruptionOf(signal.reason)?.signal ?? 'SIGTERM'
}
