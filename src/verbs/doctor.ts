/** What the network of this machine lets through, and which parts of the tunnel work here. */
import { readFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { formatEndpoint, parseEndpoint } from '../base/ip.ts'
import { chooseAead, listTiers, type TierReport } from '../mesh/aead-tiers.ts'
import { askReport, findControlSocket, type SessionReport } from '../mesh/control-socket.ts'
import { type DataPlaneReport, listDataPlanes } from '../mesh/data-planes.ts'
import { measureHandshakeCost } from '../mesh/handshake-cost.ts'
import { narrowestLink, tunnelMtu } from '../mesh/link-mtu.ts'
import { probeRelay, type RelayReport } from '../mesh/relay-probe.ts'
import { Transport } from '../mesh/transport.ts'
import { privateKey } from '../tunnel/wireguard/keys.ts'
import type { Call, Verb } from './verb.ts'

const STUN_TIMEOUT_MS = 3_000
const RELAY_TIMEOUT_MS = 5_000
/** What control messages are refused beyond. */
const MAX_SKEW_MS = 60_000

export const doctor: Verb = {
  name: 'doctor',
  summary: 'Report what the tunnel finds on this machine: UDP, NAT, relays, MTU, cipher, clock.',
  details:
    'With --stun HOST:PORT, given twice, it says what kind of NAT is between; with --relay URL whether relays are ' +
    'reached and how far their clock is from ours. The relays of a running session are asked unnamed.',
  options: ['stun', 'relay', 'ca', 'json'],
  examples: [
    'sallyport doctor',
    'sallyport doctor --stun 192.0.2.1:3478 --stun 192.0.2.2:3478',
    'sallyport doctor --relay wss://coordinator.example:8440/v1/relay',
  ],
  run,
}

interface Report {
  readonly version: 1
  readonly udp: { readonly port: number } | { readonly error: string }
  readonly nat: 'unknown' | 'blocked' | 'none' | 'easy' | 'hard'
  readonly observed: readonly string[]
  readonly addresses: readonly string[]
  readonly relays: readonly RelayReport[]
  /** Of the narrowest link, and the greatest in the tunnel over it; null where the system does not say. */
  readonly mtu: { readonly link: string; readonly linkMtu: number; readonly tunnelMtu: number } | null
  /** The first that works serves. */
  readonly ciphers: readonly TierReport[]
  readonly handshakeCostMs: number
  readonly dataPlanes: readonly DataPlaneReport[]
  /** Whether datagrams go and come many at a call. */
  readonly udpBatches: boolean
  /** `offsetMs`: ours minus the relays', the middle of what they say; null where none says. */
  readonly clock: { readonly now: string; readonly offsetMs: number | null }
  /** The session of `connect` that runs here. */
  readonly session: SessionReport | null
}

async function run(call: Call): Promise<ExitCode> {
  const report = await examine(call)
  if (call.options.json) call.ports.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else call.ports.stderr(render(report))
  return EXIT.ok
}

async function examine(call: Call): Promise<Report> {
  const { clock, random } = call.ports
  const transport = await Transport.open({
    clock,
    random,
    privateKey: privateKey(random.bytes(32)),
    mesh: [],
    port: 0,
    aead: await chooseAead(),
    onDatagram: () => {},
    onPath: () => {},
  })
  const servers = (call.options.stun ?? []).map(parseEndpoint)
  const answers = await Promise.all(servers.map((server) => transport.observe(server, STUN_TIMEOUT_MS)))
  const observed = answers.filter((answer) => answer !== undefined).map(formatEndpoint)
  const addresses = localAddresses()
  const session = await askSession(call)
  const relays = await probeRelays(call, session)
  const report: Report = {
    version: 1,
    udp: { port: transport.port },
    nat: natKind(servers.length, observed, addresses, transport.port),
    observed,
    addresses,
    relays,
    mtu: await examineMtu(),
    ciphers: await listTiers(clock),
    dataPlanes: listDataPlanes(),
    udpBatches: transport.linkKind === 'batched',
    handshakeCostMs: Number(measureHandshakeCost(clock).toFixed(3)),
    clock: { now: new Date(clock.now()).toISOString(), offsetMs: offsetOf(relays) },
    session,
  }
  transport.close()
  return report
}

/** Those that were named, and those of the session. */
async function probeRelays(call: Call, session: SessionReport | null): Promise<RelayReport[]> {
  const { clock, env, cwd } = call.ports
  const file = call.options.ca
  const ca = file === undefined ? undefined : await readFile(resolve(cwd, file), 'utf8')
  const urls = new Set([...(call.options.relay ?? []), ...(session?.relays ?? []).map(({ url }) => url)])
  const options = { clock, env, timeoutMs: RELAY_TIMEOUT_MS, ...(ca === undefined ? {} : { ca }) }
  return Promise.all([...urls].map((url) => probeRelay(url, options)))
}

async function examineMtu(): Promise<Report['mtu']> {
  const narrowest = await narrowestLink()
  return narrowest
    ? { link: narrowest.link, linkMtu: narrowest.mtu, tunnelMtu: tunnelMtu(narrowest.mtu) }
    : null
}

function offsetOf(relays: readonly RelayReport[]): number | null {
  const offsets = relays.flatMap((relay) =>
    relay.answers && relay.clockOffsetMs !== null ? [relay.clockOffsetMs] : [],
  )
  return offsets.sort((a, b) => a - b)[offsets.length >> 1] ?? null
}

/** A session that is not to be reached, or one of several, is not shown. */
async function askSession(call: Call): Promise<SessionReport | null> {
  const path = await findControlSocket(call.ports.env).catch(() => undefined)
  return path === undefined ? null : await askReport(path).catch(() => null)
}

/** RFC 4787: one address and port for all servers is endpoint-independent mapping, which hole punching gets through. */
function natKind(
  asked: number,
  observed: readonly string[],
  addresses: readonly string[],
  port: number,
): Report['nat'] {
  if (asked === 0) return 'unknown'
  if (observed.length === 0) return 'blocked'
  if (observed.every((each) => addresses.some((address) => each === `${address}:${port}`))) return 'none'
  if (observed.length < 2) return 'unknown'
  return new Set(observed).size === 1 ? 'easy' : 'hard'
}

function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal)
    .map((each) => each.address)
}

const NAT_SENTENCES: Readonly<Record<Report['nat'], string>> = {
  unknown: 'not known (give --stun twice)',
  blocked: 'no answer: UDP does not pass, the relay would be used',
  none: 'none: this machine is reached as it is',
  easy: 'easy: direct paths are likely',
  hard: 'hard: a port per destination; direct paths only to peers without NAT',
}

function render(report: Report): string {
  const udp =
    'port' in report.udp
      ? `port ${report.udp.port} opened, ${report.udpBatches ? 'in batches (GSO, GRO)' : 'a datagram at a call'}`
      : report.udp.error
  return [
    `UDP        ${udp}`,
    `NAT        ${NAT_SENTENCES[report.nat]}`,
    `seen as    ${report.observed.join(', ') || '–'}`,
    `addresses  ${report.addresses.join(', ') || 'none'}`,
    ...describeRelays(report.relays),
    `MTU        ${describeMtu(report.mtu)}`,
    ...report.ciphers.map(
      (tier, index) => `${index === 0 ? 'ciphers ' : '        '}   ${describeTier(tier, report.ciphers)}`,
    ),
    ...report.dataPlanes.map(
      (plane, index) => `${index === 0 ? 'planes' : '      '}     ${describePlane(plane)}`,
    ),
    `handshake  ${report.handshakeCostMs} ms of one core for a stranger's`,
    `clock      ${describeClock(report.clock)}`,
    ...describeSession(report.session),
    '',
  ].join('\n')
}

function describeRelays(relays: readonly RelayReport[]): string[] {
  if (relays.length === 0) return ['relays     none named (give --relay URL), and no session runs']
  return relays.map((relay) => {
    const state = relay.answers ? `answers, ${Math.round(relay.tookMs)} ms` : `does not answer: ${relay.why}`
    return `relay      ${relay.url} ${state}`
  })
}

function describeMtu(mtu: Report['mtu']): string {
  if (!mtu) return 'not known: this system does not say'
  return `${mtu.linkMtu} of ${mtu.link}; in the tunnel up to ${mtu.tunnelMtu}`
}

function describeClock({ now, offsetMs }: Report['clock']): string {
  if (offsetMs === null) return `${now}, compared with nobody`
  const seconds = (offsetMs / 1_000).toFixed(1)
  const judgement =
    Math.abs(offsetMs) > MAX_SKEW_MS ? 'too far: signed messages will be refused' : 'near enough'
  return `${now}, ${seconds} s from the relays' (${judgement})`
}

function describeSession(session: SessionReport | null): string[] {
  if (!session) return ['session    none runs here']
  const peers = session.peers.map((peer) => {
    const by = peer.path.kind === 'plain' ? (peer.remote ?? 'no endpoint') : peer.path.kind
    return `peer       ${peer.id} ${peer.connected ? 'connected' : 'not connected'}, ${by}`
  })
  const relays = session.relays.map((relay) => `relay      ${relay.url} ${relay.state}`)
  return [`session    ${session.addresses.join(', ')}, ${session.cipher} cipher`, ...peers, ...relays]
}

function describePlane(plane: DataPlaneReport): string {
  return plane.works ? `${plane.kind}: works` : `${plane.kind}: not here, ${plane.why}`
}

function describeTier(tier: TierReport, tiers: readonly TierReport[]): string {
  if (!tier.works) return `${tier.name}: not here, ${tier.why}`
  const serves = tier === tiers.find((each) => each.works) ? ' (serves)' : ''
  return `${tier.name}: ${tier.packetsPerSecond} packets/s both ways, ${tier.mebibytesPerSecond} MiB/s${serves}`
}
