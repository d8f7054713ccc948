/** Two nodes and a relay on loopback: WebSocket, the login, and the move to a direct way and back. */
import { afterEach, expect, test } from 'vitest'
import { encodeBase64 } from '../../src/base/bytes.ts'
import { parseEndpoint, parsePrefix } from '../../src/base/ip.ts'
import { Node, type NodeEvent, type NodeOptions } from '../../src/mesh/node.ts'
import type { RelayInfo } from '../../src/mesh/peers.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { peerId, privateKey } from '../../src/tunnel/wireguard/keys.ts'
import { plainCredential } from '../support/relay-grants.ts'
import { type RelayServerOptions, startRelayServer } from './relay-server.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

test('with UDP blocked a stream crosses the relay, which both sides reach by WebSocket', async () => {
  const relay = await startRelay()
  const [a, b] = await pair(relay.url, { relayOnly: true })
  expect(await a.connect(peerId(b.publicKey), 5_000)).toBeGreaterThan(0)
  b.listen(80, (stream) => stream.end('by the relay'))
  const stream = await a.dial('10.8.0.2', 80)
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('by the relay')
  await expect.poll(() => a.report()[0]?.path).toMatchObject({ kind: 'relayed', relay: relay.url })
  expect(relay.forwarder.counts.forwarded).toBeGreaterThan(0)
})

test('nodes that know nothing of each other but the relay find the direct way by their offers', async () => {
  const relay = await startRelay()
  const [a, b] = await pair(relay.url, { relayOnly: false })
  await a.connect(peerId(b.publicKey), 5_000)
  await expect.poll(() => a.report()[0]?.path.kind, { timeout: 8_000 }).toBe('direct')
  await expect.poll(() => b.report()[0]?.path.kind, { timeout: 8_000 }).toBe('direct')
}, 20_000)

test('a relay that dies and comes back is used again', async () => {
  const first = await startRelay()
  const [a, b] = await pair(first.url, { relayOnly: true })
  await a.connect(peerId(b.publicKey), 5_000)
  b.listen(80, (stream) => stream.end('still here'))
  await first.stop()
  await startRelay({ port: first.port })
  await expect
    .poll(
      () =>
        a.dial('10.8.0.2', 80, 2_000).then(
          (stream) => stream.toArray(),
          () => [],
        ),
      { timeout: 15_000 },
    )
    .not.toEqual([])
}, 25_000)

test('a relay where one of two keys is not granted the other carries nothing between them', async () => {
  const relay = await startRelay()
  const [a, b] = await pair(relay.url, { relayOnly: true })
  b.setRelayCredential(plainCredential([new Uint8Array(32).fill(9)]))
  await expect(a.connect(peerId(b.publicKey), 1_500)).rejects.toMatchObject({ code: 'AGENT_UNREACHABLE' })
  expect(relay.forwarder.counts.forwarded).toBe(0)
})

test('a relay that names other senders changes nothing: the keys say who sent', async () => {
  const relay = await startRelay()
  const [a, b] = await pair(relay.url, { relayOnly: true })
  await a.connect(peerId(b.publicKey), 5_000)
  b.listen(80, (stream) => stream.end('from b'))
  relay.swapSenders(encodeBase64(new Uint8Array(32).fill(9)))
  const stream = await a.dial('10.8.0.2', 80)
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('from b')
  expect(a.report()).toHaveLength(1)
})

test('of several relays each side sends by the nearest, and by the next when that one dies', async () => {
  const far = await startRelay({ delayMs: 300 })
  const near = await startRelay()
  const relays = [far, near].map(({ url }) => ({ url, stun: null }))
  const [a, b] = await pair(relays, { relayOnly: true })
  await a.connect(peerId(b.publicKey), 10_000)
  for (const node of [a, b])
    await expect
      .poll(() => node.report()[0]?.path, { timeout: 10_000 })
      .toMatchObject({ kind: 'relayed', relay: near.url })
  b.listen(80, (stream) => stream.end('still here'))
  await near.stop()
  await expect
    .poll(
      () =>
        a.dial('10.8.0.2', 80, 4_000).then(
          (stream) => stream.toArray(),
          () => [],
        ),
      { timeout: 20_000 },
    )
    .not.toEqual([])
  expect(a.report()[0]?.path).toMatchObject({ relay: far.url })
}, 40_000)

test('a relay that refuses says why, once, and who cannot be reached is told so', async () => {
  const relay = await startRelay({ judge: () => ({ kind: 'refused', reason: 'quota' }) })
  const events: NodeEvent[] = []
  const [a, b] = await pair(relay.url, { relayOnly: true, onEvent: (event) => events.push(event) })
  const attempt = a.connect(peerId(b.publicKey), 3_000)
  await expect(attempt).rejects.toMatchObject({
    code: 'AGENT_UNREACHABLE',
    message: expect.stringContaining(`${relay.url}: the relay refused us: this lease's quota of bytes`),
  })
  expect(a.relays).toMatchObject([{ url: relay.url, why: expect.stringContaining('quota') }])
  const refusals = events.filter(({ kind }) => kind === 'relay-refused')
  // Two nodes, each of which has tried more than once.
  expect(refusals).toHaveLength(2)
  expect(refusals[0]).toMatchObject({ relay: relay.url, why: expect.stringContaining('is used up') })
})

test('a node without a token waits, says so, and is let in as soon as it has one', async () => {
  const relay = await startRelay()
  const node = await open('10.8.0.1/32', { relayOnly: true })
  node.setRelays([{ url: relay.url, stun: null }])
  await expect.poll(() => relay.forwarder.unproven).toBe(1)
  relay.forwarder.drain()
  await expect.poll(() => node.relays[0]?.why).toBe('the coordinator has given us no token for it')
  node.setRelayCredential(plainCredential([new Uint8Array(32).fill(9)]))
  await expect.poll(() => node.relays[0]?.state).toBe('ready')
})

test('a relay without TLS is refused, but on this machine', async () => {
  await expect(pair('ws://relay.example/v1/relay', { relayOnly: true })).rejects.toThrow('is no relay')
})

async function startRelay(options: RelayServerOptions = {}) {
  const relay = await startRelayServer(options)
  cleanups.push(() => relay.stop().catch(() => {}))
  return relay
}

async function pair(
  relays: string | readonly RelayInfo[],
  options: Partial<NodeOptions> & { relayOnly: boolean },
): Promise<[Node, Node]> {
  const [a, b] = [await open('10.8.0.1/32', options), await open('10.8.0.2/32', options)]
  if (typeof relays !== 'string') for (const node of [a, b]) node.setRelays(relays)
  const peer = (node: Node, address: string) => ({
    publicKey: node.publicKey,
    endpoints: options.relayOnly ? [parseEndpoint('127.0.0.1:9')] : [],
    ...(typeof relays === 'string' ? { relay: relays } : {}),
    allowedIps: [parsePrefix(address)],
    filter: [{ kind: 'any' as const }],
  })
  a.setRelayCredential(plainCredential([b.publicKey]))
  b.setRelayCredential(plainCredential([a.publicKey]))
  a.setPeers([peer(b, '10.8.0.2/32')])
  b.setPeers([peer(a, '10.8.0.1/32')])
  return [a, b]
}

async function open(address: string, options: Partial<NodeOptions>): Promise<Node> {
  const node = await Node.open({
    privateKey: privateKey(systemRandom.bytes(32)),
    addresses: [parsePrefix(address)],
    clock: systemClock,
    random: systemRandom,
    ...options,
  })
  cleanups.push(() => node.close())
  return node
}
