/** `relay serve` as a process of its own: registered, found by nodes, killed while a stream runs, restarted, drained. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseIp } from '../../src/base/ip.ts'
import { registerEnvironments } from '../../src/coordinator/environments/registration.ts'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { meshPeerOf } from '../../src/mesh/map-peers.ts'
import { Node } from '../../src/mesh/node.ts'
import type { RelayCredential } from '../../src/mesh/peers.ts'
import { RelayClient } from '../../src/mesh/relay-client.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { peerId, privateKey } from '../../src/tunnel/wireguard/keys.ts'
import { findFreePort } from '../support/free-port.ts'
import { type CommandProcess, startCommand } from '../verbs/command-process.ts'
import { type ConnectedAgent, type Kit, startKit } from './coordinator-kit.ts'

/** Processes start slowly where others run beside. */
const PATIENCE = { timeout: 20_000 }

test('a relay that is killed while a stream runs over it is left within seconds, and the stream goes on', async () => {
  const kit = await startKit()
  const relays = await Promise.all([serveRelay(kit), serveRelay(kit)])
  await register(kit, ...relays)
  // Not the coordinator's own: it is in this process.
  const { a, b } = await openPair(kit, relays)
  const received: string[] = []
  b.node.listen(80, (stream) => {
    stream.on('data', (chunk: Buffer) => {
      received.push(chunk.toString())
      stream.write(chunk)
    })
    stream.on('error', () => undefined)
  })
  const stream = await a.node.dial(b.address, 80, 10_000)
  const echoed: string[] = []
  stream.on('data', (chunk: Buffer) => echoed.push(chunk.toString()))
  const errors: unknown[] = []
  stream.on('error', (error) => errors.push(error))
  stream.write('before;')
  await expect.poll(() => echoed.join(''), PATIENCE).toBe('before;')
  await expect.poll(() => relayOf(a.node), PATIENCE).toBeDefined()
  const used = relays.find(({ url }) => url === relayOf(a.node))!

  await used.process.kill('SIGKILL')
  stream.write('after;')

  await expect.poll(() => echoed.join(''), PATIENCE).toBe('before;after;')
  expect(received.join('')).toBe('before;after;')
  expect(errors).toEqual([])
  for (const { node } of [a, b]) await expect.poll(() => relayOf(node), PATIENCE).not.toBe(used.url)
}, 90_000)

test('a relay that ends in good order says so, and the next packet goes by another', async () => {
  const kit = await startKit()
  const relay = await serveRelay(kit)
  await register(kit, relay)
  const node = await connectRunner(kit)
  const client = await enter(relay, node)
  await relay.process.kill('SIGTERM')
  expect((await relay.process.result).code).toBe(0)
  expect(client.state).toMatchObject({ kind: 'waiting' })
  expect(client.states).toContain('the relay refused us: it is shutting down')
}, 90_000)

test('what the relay was shown stays: a key list after a restart, a folder for one coordinator', async () => {
  const kit = await startKit()
  const relay = await serveRelay(kit)
  await register(kit, relay)
  const node = await connectRunner(kit)
  await enter(relay, node)
  await relay.process.kill('SIGTERM')
  const kept = JSON.parse(await readFile(join(relay.folder, 'key-list.json'), 'utf8'))
  expect(kept).toEqual(kit.coordinator().context.identity.keyListEnvelope)
  const again = await serveRelay(kit, relay)
  expect(again.pin).toBe(relay.pin)
  await enter(again, node)
  await again.process.kill('SIGTERM')
  const other = await startKit()
  const refused = startCommand(serveArguments(other, relay.folder, again.port), { cwd: relay.folder })
  expect(await refused.result).toMatchObject({ code: 2 })
  expect(refused.output()).toContain('is not signed by the root that was given')
}, 90_000)

test('a relay answers its health, counts for Prometheus, and nothing else', async () => {
  const kit = await startKit()
  const relay = await serveRelay(kit)
  await register(kit, relay)
  await enter(relay, await connectRunner(kit))
  const ask = async (path: string) => (await fetchInsecurely(`${relay.origin}${path}`)).status
  expect([await ask('/healthz'), await ask('/readyz'), await ask('/metrics'), await ask('/')]).toEqual([
    200, 200, 404, 404,
  ])
  const metrics = await (await fetch(`http://127.0.0.1:${relay.metricsPort}/metrics`)).text()
  expect(metrics).toContain('sallyport_relay_connections{state="member"} 1\n')
  expect(metrics).toContain('sallyport_relay_connections{state="unproven"} 0\n')
}, 90_000)

test('a relay that shows another certificate than the pinned one is told nothing', async () => {
  const kit = await startKit()
  const relay = await serveRelay(kit)
  await register(kit, relay)
  const node = await connectRunner(kit)
  const client = await enter({ ...relay, pin: `sha256:${'0'.repeat(64)}` }, node, 'waiting')
  expect(JSON.stringify(client.state)).toContain(`shows a certificate with ${relay.pin}, not the pinned`)
  const metrics = await (await fetch(`http://127.0.0.1:${relay.metricsPort}/metrics`)).text()
  expect(metrics).toContain('sallyport_relay_connections{state="member"} 0\n')
}, 90_000)

test('a token that does not name this relay, or is of another coordinator, is refused', async () => {
  const kit = await startKit()
  const relay = await serveRelay(kit)
  // Not registered: the token is for the coordinator's own relay alone.
  const node = await connectRunner(kit)
  expect(JSON.stringify((await enter(relay, node, 'waiting')).state)).toContain('token')
  const other = await startKit()
  await register(other, relay)
  const stranger = await connectRunner(other)
  expect(JSON.stringify((await enter(relay, stranger, 'waiting')).state)).toContain('token')
}, 90_000)

interface ServedRelay {
  readonly process: CommandProcess
  readonly folder: string
  readonly url: string
  readonly origin: string
  readonly pin: string
  readonly port: number
  readonly metricsPort: number
}

/** @param before whose folder and port it takes over */
async function serveRelay(kit: Kit, before?: ServedRelay): Promise<ServedRelay> {
  const folder = before?.folder ?? (await mkdtemp(join(tmpdir(), 'sallyport-relay-')))
  const port = before?.port ?? (await findFreePort())
  const metricsPort = before?.metricsPort ?? (await findFreePort())
  const args = [...serveArguments(kit, folder, port), '--metrics', `127.0.0.1:${metricsPort}`]
  const process = startCommand(args, { cwd: folder })
  onTestFinished(async () => {
    await process.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  await process.waitFor(/"pin"/)
  const { url, pin } = JSON.parse(/^\{.*\}$/m.exec(process.output())![0]) as { url: string; pin: string }
  return { process, folder, url, pin, port, metricsPort, origin: `https://127.0.0.1:${port}` }
}

function serveArguments(kit: Kit, folder: string, port: number): string[] {
  const root = formatPublicKey('root', kit.root)
  const address = `127.0.0.1:${port}`
  return ['relay', 'serve', '--data', folder, '--root', root, '--listen', address, '--tls', 'self']
}

async function register(kit: Kit, ...relays: ServedRelay[]): Promise<void> {
  const servers = relays.map(({ url, pin }) => `{ url: "${url}", pin: "${pin}" }`).join(', ')
  const { context } = kit.coordinator()
  await context.store.write('test', async (tx) => {
    const current = await tx.environments.current()
    const text = `${current!.text}relays: { servers: [${servers}] }\n`
    await registerEnvironments(tx, {
      text,
      source: 'test',
      replaces: current!.version,
      now: context.clock.now(),
    })
  })
  await expect.poll(() => context.relays.current().length, PATIENCE).toBe(1 + relays.length)
}

async function connectRunner(kit: Kit): Promise<ConnectedAgent> {
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  const connected = await kit.connect({ ...runner, id: self.id, name: self.name })
  await expect.poll(() => connected.credentials.length, PATIENCE).toBeGreaterThan(0)
  return connected
}

/** A runner and an agent, each with a tunnel that goes by relays alone. */
async function openPair(kit: Kit, relays: readonly ServedRelay[]) {
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = await connectRunner(kit)
  await expect.poll(() => agent.credentials.at(-1)?.peers.length, PATIENCE).toBe(32)
  const [a, b] = [await openTunnel(runner, relays), await openTunnel(agent, relays)]
  await a.node.connect(peerId(b.node.publicKey), 20_000)
  return { a, b }
}

async function openTunnel(
  member: ConnectedAgent,
  relays: readonly ServedRelay[],
): Promise<{ node: Node; address: string }> {
  const { self, peers } = member.session.map!
  const node = await Node.open({
    privateKey: privateKey(new Uint8Array(member.wireguardKey.bytes)),
    addresses: [{ address: parseIp(self.ipv4), bits: 32 }],
    clock: systemClock,
    random: systemRandom,
    relayOnly: true,
    env: {},
  })
  onTestFinished(() => node.close())
  node.setRelays(relays.map(({ url, pin }) => ({ url, pin, stun: null })))
  node.setRelayCredential(member.credentials.at(-1)!)
  node.setPeers([...peers.values()].map((peer) => meshPeerOf(peer, [80])))
  return { node, address: self.ipv4 }
}

function relayOf(node: Node): string | undefined {
  const path = node.report()[0]?.path
  return path?.kind === 'relayed' ? path.relay : undefined
}

async function enter(
  relay: Pick<ServedRelay, 'url' | 'pin'>,
  node: ConnectedAgent,
  expected: 'ready' | 'waiting' = 'ready',
): Promise<RelayClient & { readonly states: readonly string[] }> {
  const states: string[] = []
  const client = new RelayClient({
    url: relay.url,
    pin: relay.pin,
    identity: { privateKey: node.wireguardKey, publicKey: node.keys.wireguard },
    random: systemRandom,
    env: {},
    onPacket: () => undefined,
    onGone: () => undefined,
    onState: (state) => states.push('why' in state ? state.why : state.kind),
  })
  onTestFinished(() => client.close())
  let given: RelayCredential | undefined
  await expect
    .poll(() => {
      const newest = node.credentials.at(-1)!
      if (newest !== given) client.setCredential(newest)
      given = newest
      return client.state.kind
    }, PATIENCE)
    .toBe(expected)
  return Object.assign(client, { states })
}

async function fetchInsecurely(url: string): Promise<{ status: number | undefined }> {
  const { get } = await import('node:https')
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false }, (response) => {
      response.resume()
      resolve({ status: response.statusCode })
    }).once('error', reject)
  })
}
