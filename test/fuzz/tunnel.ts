/** Targets of the tunnel and of a node: WireGuard, probes, STUN, the relay, the filter, names, files, proxies. */
import { decodeHex, equalBytes } from '../../src/base/bytes.ts'
import type { ErrorCode } from '../../src/base/error-codes.ts'
import { SallyportError } from '../../src/base/errors.ts'
import { parseEndpoint } from '../../src/base/ip.ts'
import type { Instant } from '../../src/base/time.ts'
import {
  DNS_TYPE,
  emitDnsQuery,
  emitDnsResponse,
  parseDnsQuery,
  parseDnsResponse,
} from '../../src/mesh/dns/message.ts'
import { parseExpose, parseForward } from '../../src/mesh/forward.ts'
import { emitSocksDatagram, parseSocksDatagram } from '../../src/mesh/socks5-udp.ts'
import { parseWgQuick } from '../../src/mesh/wg-quick.ts'
import { classify } from '../../src/tunnel/filter/classify.ts'
import { PeerFilter } from '../../src/tunnel/filter/filter.ts'
import { parseMappingAnswer } from '../../src/tunnel/paths/port-mapping.ts'
import { isProbe, openProbe, type ProbeKeys, probeKeys, sealProbe } from '../../src/tunnel/paths/probe.ts'
import {
  emitStunRequest,
  emitStunResponse,
  parseStunRequest,
  parseStunResponse,
} from '../../src/tunnel/paths/stun.ts'
import { Forwarder, type RelaySession } from '../../src/tunnel/relay/forwarder.ts'
import { emitFrame, parseFrame, RELAY_FRAME_MAX, type RelayFrame } from '../../src/tunnel/relay/frame.ts'
import { nodePrimitives as crypto } from '../../src/tunnel/wireguard/primitives-node.ts'
import { grantPlainly } from '../support/relay-grants.ts'
import { icmp, ipv4, ipv6, tcp, udp } from '../tunnel/filter/packets.ts'
import { Pair, seededRandom } from '../tunnel/wireguard/pair.ts'
import { netstackTargets } from './netstack.ts'
import { type FuzzTarget, violated } from './target.ts'

const ENDPOINTS = ['192.0.2.1:51820', '[2001:db8::1]:9'].map(parseEndpoint)
const TRANSACTION = new Uint8Array(12).fill(7)
const KEY = new Uint8Array(32).fill(3)

export function tunnelTargets(): FuzzTarget[] {
  return [
    wireguard(),
    ...netstackTargets(),
    { name: 'filter', seeds: innerPackets(), run: runFilter },
    { name: 'relay-frame', seeds: FRAMES.map(emitFrame), run: runFrame },
    { name: 'relay-server', seeds: FRAMES.map(emitFrame), run: runForwarder },
    { name: 'probe', seeds: SEALED_PROBES, run: runProbe },
    { name: 'probe-body', seeds: probeBodies(), run: runProbeBody },
    { name: 'stun-request', seeds: [emitStunRequest(TRANSACTION)], run: runStunRequest },
    { name: 'stun-response', seeds: stunResponses(), run: runStunResponse },
    { name: 'port-mapping', seeds: MAPPING_ANSWERS.map(decodeHex), run: runPortMapping },
    { name: 'dns-query', seeds: [emitDnsQuery(1, 'web-1.mesh.example', DNS_TYPE.a)!], run: runDnsQuery },
    { name: 'dns-response', seeds: dnsResponses(), run: runDnsResponse },
    { name: 'wg-quick', seeds: [bytesOf(WG_QUICK)], run: runWgQuick },
    { name: 'socks5-datagram', seeds: socksDatagrams(), run: runSocksDatagram },
    { name: 'forward-rule', seeds: FORWARDS.map(bytesOf), run: runForwardRule },
  ]
}

const FRAMES: readonly RelayFrame[] = [
  { kind: 'challenge', ephemeral: KEY, nonce: KEY },
  { kind: 'login', publicKey: KEY, proof: KEY, credential: KEY },
  { kind: 'welcome', maxPacket: 1_400, keepaliveSeconds: 30 },
  { kind: 'send', destination: KEY, packet: TRANSACTION },
  { kind: 'receive', source: KEY, packet: TRANSACTION },
  { kind: 'gone', publicKey: KEY, reason: 'left' },
  { kind: 'keepalive' },
  { kind: 'refused', reason: 'rate' },
  { kind: 'renewal', credential: KEY },
  { kind: 'peers', keys: KEY },
]

const FORWARDS = ['8080:10.0.0.1:80', '[::1]:8080:[fd00::1]:80', '127.0.0.1:0:web-1:443', '80:localhost:3000']

const WG_QUICK = `[Interface]
PrivateKey = ${Buffer.from(KEY).toString('base64')}
Address = 10.0.0.2/32, fd00::2/128
ListenPort = 51820
DNS = 10.0.0.1, mesh.example # names
MTU = 1380
Table = off

[Peer]
PublicKey = ${Buffer.from(KEY).fill(4).toString('base64')}
PresharedKey = ${Buffer.from(KEY).fill(5).toString('base64')}
AllowedIPs = 10.0.0.0/8, ::/0
Endpoint = [2001:db8::1]:51820
PersistentKeepalive = 25
`

/** The seeds were all taken before: whatever comes out as a packet is forged. */
function wireguard(): FuzzTarget {
  const pair = new Pair({ seed: 'fuzz', device: { measureHandshakeCost: () => 10 } })
  pair.send(pair.a)
  pair.run(200)
  for (let i = 0; i < 4; i++) pair.inject(pair.b, pair.sentBy(pair.a, 1)[0]!.bytes)
  pair.run(5_000)
  const cookie = pair.sentBy(pair.b, 3).map((sent) => sent.bytes)
  const seeds = [...pair.sent.map((sent) => sent.bytes), ...cookie]
  const { device } = pair.b
  device.drain()
  const now = pair.now as number
  let runs = 0
  return {
    name: 'wireguard',
    seeds,
    run(input) {
      device.receive(input, pair.a.address, (now + (runs++ % 100_000)) as Instant)
      for (const output of device.drain()) {
        const isCookie = output.kind === 'datagram' && output.bytes.length === 64
        if (!isCookie) violated(`a forged datagram led to ${output.kind}`)
      }
    },
  }
}

function innerPackets(): Uint8Array[] {
  return [
    ipv4({ protocol: 6, payload: tcp(1_000, 80) }),
    ipv4({ protocol: 17, payload: udp(1_000, 53, [1, 2]), fragment: { offset: 0, more: true, id: 1 } }),
    ipv4({ protocol: 1, payload: icmp(3, [0, 0, 0, 0, ...ipv4({ protocol: 17, payload: udp(53, 1_000) })]) }),
    ipv6({ protocol: 0, payload: [44, 0, 1, 4, 0, 0, 0, 0, 6, 0, 0, 1, 0, 0, 0, 9, ...tcp(9, 80)] }),
    ipv6({ protocol: 51, payload: [6, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...tcp(9, 80)] }),
  ]
}

const filter = new PeerFilter([{ kind: 'tcp', ports: [{ first: 80, last: 80 }] }])

/** What the filter lets in by its one rule is TCP to port 80, and reads so to everybody. */
function runFilter(input: Uint8Array): void {
  const packet = classify(input)
  if (!filter.admits(input, 0 as Instant)) return
  if (packet === undefined) violated('what hides its transport came in')
  const isRule = packet.protocol === 6 && (packet.fragment === 'later' || packet.destinationPort === 80)
  if (!isRule) violated(`protocol ${packet.protocol} to port ${packet.destinationPort} came in`)
}

function runFrame(input: Uint8Array): void {
  const frame = parseFrame(input)
  if (!frame) return
  if (input.length > RELAY_FRAME_MAX) violated('a frame over the bound')
  if (!equalBytes(emitFrame(frame), input)) violated(`a ${frame.kind} frame is not what was read`)
}

function runForwarder(input: Uint8Array): void {
  const said: Uint8Array[] = []
  const options = {
    crypto,
    name: 'relay.example:443',
    keepaliveSeconds: 30,
    bytesPerSecond: 1_000,
    bytesPerHour: 10_000,
  }
  const forwarder = new Forwarder({ ...options, judge: (key, bytes) => grantPlainly(key, bytes) })
  const session: RelaySession = { send: (bytes) => said.push(bytes) > 0, close: () => {} }
  forwarder.connect(session, new Uint8Array(64).fill(9), 0 as Instant)
  forwarder.receive(session, input, 1 as Instant)
  forwarder.receive(session, input, 2 as Instant)
  if (forwarder.members > 0) violated('somebody logged in without a proof')
  if (said.length > 2) violated(`${said.length} frames answer a stranger`)
}

const keys = pairKeys()
const random = seededRandom('probes')

function pairKeys(): ProbeKeys {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(1))
  const theirs = crypto.publicOf(crypto.importPrivateKey(new Uint8Array(32).fill(2)))
  const shared = crypto.agree(mine, crypto.importPublicKey(theirs))!
  return probeKeys(crypto, shared, crypto.publicOf(mine), theirs)
}

function sealedProbes(): Uint8Array[] {
  return [
    sealProbe(crypto, keys, { kind: 'ping', transaction: TRANSACTION }, random),
    sealProbe(crypto, keys, { kind: 'pong', transaction: TRANSACTION, observed: ENDPOINTS[0] }, random),
    sealProbe(crypto, keys, { kind: 'candidates', transaction: TRANSACTION, endpoints: ENDPOINTS }, random),
  ]
}

/** Only what was sealed by the pair opens. */
function runProbe(input: Uint8Array): void {
  if (!isProbe(input) || !openProbe(crypto, keys, input)) return
  if (!SEALED_PROBES.some((seed) => equalBytes(seed, input))) violated('a forged probe opened')
}

const SEALED_PROBES = sealedProbes()

function probeBodies(): Uint8Array[] {
  return SEALED_PROBES.map((bytes) => {
    const header = bytes.subarray(0, 12)
    return crypto.openExtended(keys.key, bytes.subarray(12, 36), bytes.subarray(36), header)!
  })
}

/** A peer that holds the keys may seal anything. */
function runProbeBody(body: Uint8Array): void {
  const nonce = new Uint8Array(24)
  const header = SEALED_PROBES[0]!.subarray(0, 12)
  const bytes = Buffer.concat([header, nonce, crypto.sealExtended(keys.key, nonce, body, header)])
  const probe = openProbe(crypto, keys, bytes)
  if (probe?.kind === 'candidates' && probe.endpoints.length > 16) violated('more candidates than may be')
}

function runStunRequest(input: Uint8Array): void {
  const transaction = parseStunRequest(input)
  if (transaction && transaction.length !== 12) violated('a transaction of another length')
}

function stunResponses(): Uint8Array[] {
  // Without the fingerprint, the last eight bytes, what is changed is still read.
  const whole = ENDPOINTS.map((endpoint) => emitStunResponse(TRANSACTION, endpoint))
  const bare = whole.map((bytes) => {
    const cut = bytes.slice(0, -8)
    new DataView(cut.buffer).setUint16(2, cut.length - 20)
    return cut
  })
  return [...whole, ...bare]
}

const MAPPING_WISH = { nonce: TRANSACTION, internalPort: 51_820 }
/** A granted port and a refusal by PCP; both answers of NAT-PMP. */
const MAPPING_ANSWERS = [
  '0281000000000e100000002a000000000000000000000000070707070707070707070707' +
    '11000000ca6cc35000000000000000000000ffffcb007109',
  '028100080000003c0000002a000000000000000000000000070707070707070707070707' +
    '11000000ca6c000000000000000000000000ffff00000000',
  '008000000000002acb007109',
  '008100000000002aca6cc35000000e10',
]

function runPortMapping(input: Uint8Array): void {
  const answer = parseMappingAnswer(input, MAPPING_WISH)
  if (answer?.kind === 'mapped' && answer.external.port === 0) violated('a port that nobody can send to')
}

function runStunResponse(input: Uint8Array): void {
  const response = parseStunResponse(input)
  if (!response) return
  const { address } = response.observed
  if (address.bytes.length !== (address.family === 4 ? 4 : 16)) violated('an address of another length')
}

const QUERY = emitDnsQuery(1, 'web-1.mesh.example', DNS_TYPE.a)!

function runDnsQuery(input: Uint8Array): void {
  const question = parseDnsQuery(input)
  if (!question) return
  const answer = emitDnsResponse(question, 0, [])
  if (answer.length > input.length) violated('an empty answer is longer than its question')
}

function dnsResponses(): Uint8Array[] {
  const question = parseDnsQuery(QUERY)!
  return [[ENDPOINTS[0]!.address], []].map((addresses) => emitDnsResponse(question, 0, addresses))
}

function runDnsResponse(input: Uint8Array): void {
  const answer = parseDnsResponse(input, QUERY)
  if (!answer) return
  if (answer.addresses.some(({ bytes }) => bytes.length !== 4)) violated('an address of another length')
}

function runWgQuick(input: Uint8Array): void {
  const config = orRefused(['CONFIG_INVALID', 'LIMIT_EXCEEDED'], () =>
    parseWgQuick(Buffer.from(input).toString(), 'wg0.conf'),
  )
  if (config && config.privateKey.reveal().length !== 32) violated('a key of another length')
}

function socksDatagrams(): Uint8Array[] {
  const name = Buffer.from([0, 0, 0, 3, 5, 119, 101, 98, 45, 49, 0, 80, 1, 2])
  return [...ENDPOINTS.map((endpoint) => emitSocksDatagram(TRANSACTION, endpoint)), name]
}

function runSocksDatagram(input: Uint8Array): void {
  const datagram = parseSocksDatagram(Buffer.from(input))
  if (datagram && datagram.data.length > input.length) violated('more data than came')
}

function runForwardRule(input: Uint8Array): void {
  const text = Buffer.from(input).toString()
  const rule = orRefused(['USAGE'], () => parseForward(text))
  orRefused(['USAGE'], () => parseExpose(text))
  if (rule && !(rule.port > 0 && rule.port < 65_536 && rule.host !== '')) violated('a rule to nowhere')
}

function orRefused<T>(codes: readonly ErrorCode[], run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof SallyportError && codes.includes(error.code)) return undefined
    throw error
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
