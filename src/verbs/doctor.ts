/** What the network of this machine lets through, and which parts of the tunnel work here. */
import { readFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { type Endpoint, formatEndpoint } from '../base/ip.ts'
import { chooseAead, listTiers, type TierReport } from '../mesh/aead-tiers.ts'
import { askReport, findControlSocket, type SessionReport } from '../mesh/control-socket.ts'
import { type DataPlaneReport, listDataPlanes } from '../mesh/data-planes.ts'
import { measureHandshakeCost } from '../mesh/handshake-cost.ts'
import { narrowestLink, tunnelMtu } from '../mesh/link-mtu.ts'
import { type NatKind, natKindOf } from '../mesh/nat-kind.ts'
import { probeRelay, type RelayReport } from '../mesh/relay-probe.ts'
import { isStunServer, resolveServer } from '../mesh/stun-client.ts'
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
    'reached, how far their clock is from ours, and how their STUN sees us. The relays of a running session are asked unnamed.',
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
  readonly nat: NatKind
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
  const named = readStunServers(call.options.stun ?? [])
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
  try {
    return await examineWith(transport, named, call)
  } finally {
    // What is open would keep the process from ending.
    transport.close()
  }
}

async function examineWith(transport: Transport, named: readonly string[], call: Call): Promise<Report> {
  const { clock } = call.ports
  const session = await askSession(call)
  const observed = await observeAll(transport, [...named, ...stunOf(relayUrls(call, session))])
  const addresses = localAddresses()
  const relays = await probeRelays(call, session)
  return {
    version: 1,
    udp: { port: transport.port },
    nat: natKindOf({ asked: named.length, observed, addresses, port: transport.port }),
    observed: [...new Set(observed.map(formatEndpoint))],
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
}

/** @throws `USAGE` */
function readStunServers(texts: readonly string[]): readonly string[] {
  const wrong = texts.find((text) => !isStunServer(text))
  if (wrong === undefined) return texts
  throw new SallyportError('USAGE', {
    message: `--stun ${JSON.stringify(wrong)} is no server`,
    help: 'write it as stun.example:3478, 192.0.2.1:3478 or [2001:db8::1]:3478',
  })
}

/** A coordinator answers STUN on the UDP port of its relay's number, unless it was told another. */
function stunOf(relays: readonly string[]): string[] {
  return relays
    .map((text) => URL.parse(text))
    .filter((url) => url !== null)
    .filter((url) => url.hostname !== '')
    .map((url) => `${url.hostname}:${url.port || (url.protocol === 'wss:' ? 443 : 80)}`)
}

/** What each address of each server says, of those that answer. */
async function observeAll(transport: Transport, servers: readonly string[]): Promise<Endpoint[]> {
  const endpoints = (await Promise.all([...new Set(servers)].map(resolveServer))).flat()
  const answers = endpoints.map((endpoint) => transport.observe(endpoint, STUN_TIMEOUT_MS))
  return (await Promise.all(answers)).filter((answer) => answer !== undefined)
}

/** Those that were named, and those of the session. */
function relayUrls(call: Call, session: SessionReport | null): string[] {
  return [...new Set([...(call.options.relay ?? []), ...(session?.relays ?? []).map(({ url }) => url)])]
}

async function probeRelays(call: Call, session: SessionReport | null): Promise<RelayReport[]> {
  const { clock, env, cwd } = call.ports
  const file = call.options.ca
  const ca = file === undefined ? undefined : await readFile(resolve(cwd, file), 'utf8')
  const options = { clock, env, timeoutMs: RELAY_TIMEOUT_MS, ...(ca === undefined ? {} : { ca }) }
  const pins = new Map(session?.relays.map(({ url, pin }) => [url, pin]))
  return Promise.all(
    relayUrls(call, session).map((url) => {
      const pin = pins.get(url)
      return probeRelay(url, { ...options, ...(pin === undefined ? {} : { pin }) })
    }),
  )
}

async function examineMtu(): Promise<Report['mtu']> {
  const narrowest = narrowestLink()
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

function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal)
    .map((each) => each.address)
}

const NAT_SENTENCES: Readonly<Record<NatKind, string>> = {
  unknown: 'not known (give --stun HOST:PORT, two of them)',
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
    `NAT        ${describeNat(report)}`,
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

function describeNat({ nat, observed }: Report): string {
  const isHalfKnown = nat === 'unknown' && observed.length > 0
  return isHalfKnown ? 'UDP passes; a second STUN server would tell the kind' : NAT_SENTENCES[nat]
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
  const relays = session.relays.map(
    ({ url, state, why }) => `relay      ${url} ${state}${why === undefined ? '' : ` (${why})`}`,
  )
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
