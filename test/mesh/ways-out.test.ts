/** Several relays, a proxy on the way to them, and how the outside sees a node. */
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { parsePrefix } from '../../src/base/ip.ts'
import { startStunServer } from '../../src/coordinator/relay/stun-server.ts'
import { Node, type NodeOptions } from '../../src/mesh/node.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { peerId, privateKey } from '../../src/tunnel/wireguard/keys.ts'
import { createTlsIdentity } from '../support/certificates.ts'
import { plainCredential } from '../support/relay-grants.ts'
import { type RelayServerOptions, startRelayServer } from './relay-server.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

test.each([
  { name: 'breaks its connections', fail: (relay: Relay) => relay.stop() },
  { name: 'keeps its connections and forwards nothing', fail: (relay: Relay) => relay.goDeaf() },
])('where the first of two relays $name, the second serves within seconds', async ({ fail }) => {
  const relays = [await startRelay(), await startRelay()]
  const [a, b] = await pair({ relayOnly: true }, relays)
  await a.connect(peerId(b.publicKey), 5_000)
  b.listen(80, (stream) => stream.end('by the other'))
  await expect.poll(() => a.report()[0]?.path).toMatchObject({ kind: 'relayed', relay: relays[0]!.url })
  await fail(relays[0]!)
  const stream = await a.dial('10.9.0.2', 80, 15_000)
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('by the other')
  await expect
    .poll(() => a.report()[0]?.path, { timeout: 15_000 })
    .toMatchObject({ kind: 'relayed', relay: relays[1]!.url })
}, 40_000)

test('a relay is reached through the proxy of the environment, by CONNECT', async () => {
  const tls = createTlsIdentity()
  const relay = await startRelay({ tls: { key: tls.keyPem, cert: tls.certificatePem } })
  const asked: string[] = []
  const proxy = await startProxy(asked)
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy}` }
  const [a, b] = await pair({ relayOnly: true, relayCa: tls.caPem, env }, [relay])
  expect(await a.connect(peerId(b.publicKey), 5_000)).toBeGreaterThan(0)
  expect(asked).toEqual([`127.0.0.1:${relay.port}`, `127.0.0.1:${relay.port}`])
})

test('NO_PROXY leaves the proxy out', async () => {
  const tls = createTlsIdentity()
  const relay = await startRelay({ tls: { key: tls.keyPem, cert: tls.certificatePem } })
  const env = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' }
  const [a, b] = await pair({ relayOnly: true, relayCa: tls.caPem, env }, [relay])
  expect(await a.connect(peerId(b.publicKey), 5_000)).toBeGreaterThan(0)
})

test("a relay's STUN responder tells a node how it is seen", async () => {
  const stun = await startStunServer('127.0.0.1', 0)
  cleanups.push(() => stun.close())
  const node = await open('10.9.0.1/32', {})
  expect(node.observed).toEqual([])
  node.setRelays([{ url: (await startRelay()).url, stun: `localhost:${stun.port}` }])
  await expect.poll(() => node.observed).toEqual([`127.0.0.1:${node.port}`])
})

test('a STUN server that does not answer leaves a node without an outside address', async () => {
  const node = await open('10.9.0.1/32', { stunServers: ['127.0.0.1:9', 'no-such-name.invalid:3478'] })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(node.observed).toEqual([])
})

type Relay = Awaited<ReturnType<typeof startRelayServer>>

async function startRelay(options: RelayServerOptions = {}): Promise<Relay> {
  const relay = await startRelayServer(options)
  cleanups.push(() => relay.stop().catch(() => {}))
  return relay
}

async function pair(options: Partial<NodeOptions>, relays: readonly Relay[]): Promise<[Node, Node]> {
  const [a, b] = [await open('10.9.0.1/32', options), await open('10.9.0.2/32', options)]
  const peer = (node: Node, address: string) => ({
    publicKey: node.publicKey,
    endpoints: [],
    allowedIps: [parsePrefix(address)],
    filter: [{ kind: 'any' as const }],
  })
  for (const node of [a, b]) node.setRelays(relays.map(({ url }) => ({ url, stun: null })))
  a.setRelayCredential(plainCredential([b.publicKey]))
  b.setRelayCredential(plainCredential([a.publicKey]))
  a.setPeers([peer(b, '10.9.0.2/32')])
  b.setPeers([peer(a, '10.9.0.1/32')])
  return [a, b]
}

async function open(address: string, options: Partial<NodeOptions>): Promise<Node> {
  const node = await Node.open({
    privateKey: privateKey(systemRandom.bytes(32)),
    addresses: [parsePrefix(address)],
    clock: systemClock,
    random: systemRandom,
    listenAddress: '127.0.0.1',
    ...options,
  })
  cleanups.push(() => node.close())
  return node
}

async function startProxy(asked: string[]): Promise<number> {
  const proxy = createHttp()
  proxy.on('connect', (request, client) => {
    asked.push(request.url ?? '')
    const [host, port] = request.url!.split(':')
    const upstream = connect(Number(port), host!, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      upstream.pipe(client).pipe(upstream)
    })
    for (const socket of [client, upstream]) socket.on('error', () => {})
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  cleanups.push(() => void proxy.close())
  return (proxy.address() as AddressInfo).port
}
