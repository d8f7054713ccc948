/** Joins a mesh by its coordinator, or a network by a wg-quick file, opens what was asked for, and leaves when it is told to. */
import { once } from 'node:events'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { unlessAborted } from '../base/interruption.ts'
import { readWholeTier } from '../mesh/aead-tiers.ts'
import type { SessionEnd } from '../mesh/control/control-session.ts'
import { chooseDataPlane, type OpenedPlane, openChosen } from '../mesh/data-planes.ts'
import type { DataPlaneKind, MeshNode } from '../mesh/mesh-node.ts'
import { tellDiagnostics } from '../mesh/node-events.ts'
import { runCommand, type Session, startSession } from '../mesh/session.ts'
import { openWgQuickDevice, openWgQuickNode } from '../mesh/wg-quick-node.ts'
import type { PeerId } from '../tunnel/wireguard/keys.ts'
import type { MeshMembership } from './mesh-membership.ts'
import type { Call, CommandExit, Verb } from './verb.ts'
import { readWgConfig } from './wg-config-file.ts'

const DEFAULT_TIMEOUT_MS = 30_000

export const connect: Verb = {
  name: 'connect',
  summary: 'Join a mesh, or the network of a wg-quick file, with or without privileges.',
  details:
    'By default with your session (sallyport login): a node of your own, which reaches what the access rules and the\n' +
    'agents let you; it ends with the session. With --application a workload joins by the identity of its job.\n' +
    'Prints one line when a peer answered through the tunnel, and why when none did. Stays until it is ' +
    'interrupted; with a command, until that ends: it is run with the proxy variables set, and its exit code is ours.',
  options: [
    'wg-config',
    'coordinator',
    'root',
    'ca',
    'application',
    'environment',
    'approval',
    'session',
    'person-key',
    'name',
    'relay-only',
    'port-mapping',
    'forward',
    'forward-udp',
    'expose',
    'dns',
    'socks5',
    'http-proxy',
    'proxy-auth',
    'connect-timeout',
    'data-plane',
    'tier',
    'cipher-tier',
    'verbose',
  ],
  examples: [
    'sallyport connect --forward 2222:web-1:22',
    'sallyport connect --wg-config wg0.conf --forward 8080:10.0.0.1:80',
    'sallyport connect --wg-config wg0.conf -- curl http://10.0.0.1/',
    'sallyport connect --coordinator https://coordinator.example:8440 --root sallyport-root-public-v1:… --application shop --environment production --approval shop.approval.json --socks5 127.0.0.1:1080',
  ],
  takesCommand: true,
  run,
}

async function run(call: Call): Promise<ExitCode | CommandExit> {
  // Asked for before anything is joined: whoever is interrupted leaves in good order.
  const { signal } = call.ports
  const { coordinator, application, 'wg-config': file } = call.options
  if (call.options['port-mapping'] && call.options['relay-only']) {
    throw new SallyportError('USAGE', {
      message: '--port-mapping opens a port for UDP, which --relay-only forbids',
      help: 'give one of them',
    })
  }
  if (file === undefined && application === undefined) {
    // Only a mesh needs the API and its schemas.
    const { findOwnSession, joinAsPerson, reachOpened } = await import('./connect-person.ts')
    const kept = await findOwnSession(call)
    if (kept) {
      const mesh = await unlessInterrupted(signal, joinAsPerson(call, kept))
      return use(call, signal, { ...joinedBy(mesh), reach: () => reachOpened(mesh) })
    }
  }
  if (coordinator === undefined) {
    const { node, refusals } = await openFileNode(call)
    const reach = async (): Promise<string[]> => [[await waitForPeer(node, call), ...refusals].join('; ')]
    return use(call, signal, { node, reach, leave: () => node.close() })
  }
  if (file !== undefined) {
    throw new SallyportError('USAGE', {
      message: '--coordinator and --wg-config name two networks',
      help: 'give one of them',
    })
  }
  const { joinByCoordinator, reachAgents } = await import('./connect-mesh.ts')
  const mesh = await unlessInterrupted(signal, joinByCoordinator(call))
  return use(call, signal, { ...joinedBy(mesh), reach: () => reachAgents(mesh) })
}

/** A membership that comes after the interruption is ended as soon as it is there. */
function unlessInterrupted(signal: AbortSignal, joining: Promise<MeshMembership>): Promise<MeshMembership> {
  const leave = async (): Promise<void> => {
    const mesh = await joining
    if (signal.aborted) await mesh.leave()
  }
  return unlessAborted(signal, joining).catch((error) => {
    void leave().catch(() => {})
    throw error
  })
}

function joinedBy(mesh: MeshMembership): Omit<Joined, 'reach'> {
  return { node: mesh.node, ended: mesh.ended, leave: () => mesh.leave() }
}

interface Joined {
  readonly node: MeshNode
  /** Waits until somebody answered through the tunnel. @returns what to say */
  reach(): Promise<string[]>
  leave(): Promise<void>
  /** Resolves when the coordinator ended it; absent where there is none. */
  readonly ended?: Promise<SessionEnd>
}

async function use(
  call: Call,
  signal: AbortSignal,
  { node, reach, leave, ended }: Joined,
): Promise<ExitCode | CommandExit> {
  const { options, ports } = call
  let session: Session | undefined
  // The peer's answer is under way while ports are opened, but where somebody may call one of them as soon as we are
  // there. A failure is told where it is waited for.
  const begun = options.expose?.length ? undefined : reach()
  begun?.catch(() => {})
  try {
    session = await startSession(
      node,
      {
        forwards: options.forward ?? [],
        exposes: options.expose ?? [],
        udpForwards: options['forward-udp'] ?? [],
        ...(options.dns === undefined ? {} : { dns: options.dns }),
        control: { env: ports.env },
        env: ports.env,
        ...(options.socks5 === undefined ? {} : { socks5: options.socks5 }),
        ...(options['http-proxy'] === undefined ? {} : { httpProxy: options['http-proxy'] }),
        proxyNeedsLogin: readProxyAuth(options['proxy-auth']),
        hasCommand: call.command.length > 0,
      },
      ports.random,
    )
    const answered = await unlessAborted(signal, begun ?? reach())
    for (const line of [...answered, ...session.lines]) ports.stderr(`${line}\n`)
    return await stay(call, signal, session, ended)
  } finally {
    session?.close()
    await leave()
  }
}

/**
 * A node by `--wg-config`.
 *
 * @param plane forces one
 * @throws `USAGE`, `FILE_UNREADABLE`, `LIMIT_EXCEEDED`, `CONFIG_INVALID`, `DATA_PLANE_UNAVAILABLE`
 */
export async function openFileNode(call: Call, plane?: DataPlaneKind): Promise<OpenedPlane<MeshNode>> {
  const { options, ports } = call
  const file = options['wg-config']
  if (file === undefined) {
    throw new SallyportError('USAGE', {
      message: 'nothing says which network to join',
      help: 'log in (sallyport login), or give --coordinator URL with --application, or --wg-config FILE, a file as wg-quick takes it',
    })
  }
  const config = await readWgConfig(call, file)
  const tier = options.tier === undefined ? undefined : readWholeTier(options.tier)
  const portMapping = options['port-mapping'] === true
  const needsProcess = opensWays(call) || tier?.isNative === false || portMapping
  const choice = chooseDataPlane(plane ?? options['data-plane'], needsProcess)
  ports.diagnostics.log('debug', 'data plane chosen', { kind: choice.kind, reason: choice.reason })
  if (tier?.isNative === false && choice.kind === 'tun') {
    throw new SallyportError('USAGE', {
      message: `--tier ${options.tier} calls no native code, and a TUN device can be had by ioctl(2) only`,
      help: 'take --data-plane userspace',
    })
  }
  const cipher = options['cipher-tier'] ?? tier?.ciphers
  const shared = {
    ...(cipher === undefined ? {} : { aead: cipher }),
    ...(tier === undefined ? {} : { isNative: tier.isNative }),
    onEvent: tellDiagnostics(ports.diagnostics),
  }
  return openChosen<MeshNode>(choice, (kind) =>
    kind === 'userspace'
      ? openWgQuickNode(config, { clock: ports.clock, random: ports.random, portMapping, ...shared })
      : openWgQuickDevice(kind, config, shared),
  )
}

/** Whether something was asked for that a node in this process serves by itself. */
function opensWays({ options, command }: Call): boolean {
  const lists = [options.forward, options['forward-udp'], options.expose]
  const ways = [options.dns, options.socks5, options['http-proxy']]
  return command.length > 0 || lists.some((list) => list?.length) || ways.some((way) => way !== undefined)
}

/**
 * Waits for the first peer that has an endpoint; without one for the first that calls.
 *
 * @returns the line that says so
 * @throws `AGENT_UNREACHABLE`
 */
async function waitForPeer(node: MeshNode, call: Call): Promise<string> {
  const timeoutMs = call.options['connect-timeout'] ?? DEFAULT_TIMEOUT_MS
  const peers = node.report()
  if (peers.length === 0)
    throw new SallyportError('CONFIG_INVALID', { message: 'the file has no [Peer] section' })
  const callable = peers.filter((peer) => peer.remote !== undefined)
  if (callable.length === 0)
    return `listening on UDP ${node.port} for ${peers.length} peer(s) without Endpoint, ${node.description}`
  const attempts = callable.map(async (peer) => ({
    id: peer.id,
    roundTripMs: await node.connect(peer.id, timeoutMs),
  }))
  const first = await Promise.any(attempts).catch((cause: AggregateError) => {
    throw cause.errors[0]
  })
  return describe(node, first.id, first.roundTripMs)
}

function describe(node: MeshNode, id: PeerId, roundTripMs: number | undefined): string {
  const remote = node.report().find((peer) => peer.id === id)?.remote ?? 'its own call'
  const took = roundTripMs === undefined ? '' : `, round trip ${roundTripMs.toFixed(1)} ms`
  return `connected to ${id} by ${remote}${took}, ${node.description}`
}

/** @throws `REQUEST_REFUSED` where the coordinator ended the membership */
async function stay(
  { command, ports }: Call,
  signal: AbortSignal,
  session: Session,
  ended: Promise<SessionEnd> | undefined,
): Promise<ExitCode | CommandExit> {
  const [program, ...rest] = command
  if (program !== undefined) {
    const env = { ...ports.env, ...session.environment }
    return {
      commandCode: await runCommand([program, ...rest], { env, cwd: ports.cwd, signal }),
    }
  }
  if (signal.aborted) return EXIT.ok
  const interrupted = once(signal, 'abort').then(() => undefined)
  const end = await Promise.race([interrupted, ...(ended ? [ended] : [])])
  if (end === undefined) return EXIT.ok
  throw new SallyportError('REQUEST_REFUSED', {
    message: `the coordinator ended this node: ${end}`,
    help: 'where your session has ended: sallyport login',
  })
}

function readProxyAuth(mode: string | undefined): boolean {
  if (mode === undefined || mode === 'session') return true
  if (mode === 'none') return false
  throw new SallyportError('USAGE', {
    message: `--proxy-auth ${JSON.stringify(mode)} is not known`,
    help: 'choose session or none',
  })
}
