import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodeBase64 } from '../../src/base/bytes.ts'
import { registerEnvironments } from '../../src/coordinator/environments/registration.ts'
import { distribute } from '../../src/coordinator/netmap/distribution.ts'
import { nextMapVersion } from '../../src/coordinator/netmap/network-map.ts'
import { createRelayServer, PAIR_LIMITS } from '../../src/coordinator/relay/relay-server.ts'
import { leave, requestAdmission } from '../../src/mesh/control/membership.ts'
import { RelayClient } from '../../src/mesh/relay-client.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { type Envelope, unverifiedPayload } from '../../src/trust/dsse.ts'
import type { RelayToken } from '../../src/trust/relay-token.ts'
import { emitStunRequest, parseStunResponse, TRANSACTION_SIZE } from '../../src/tunnel/paths/stun.ts'
import { type ConnectedAgent, type Kit, startKit } from './coordinator-kit.ts'

test('STUN answers our own binding requests, and nothing else', async () => {
  const kit = await startKit()
  const [relay] = kit.coordinator().context.relays.current()
  const port = Number(relay?.stun?.split(':')[1])
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const heard: Buffer[] = []
  socket.on('message', (datagram) => heard.push(datagram))
  const transaction = systemRandom.bytes(TRANSACTION_SIZE)
  const request = emitStunRequest(transaction)
  const foreign = request.slice()
  foreign[foreign.length - 1]! ^= 1
  for (const datagram of [foreign, new Uint8Array(20), request.subarray(0, 20)])
    socket.send(datagram, port, '127.0.0.1')
  socket.send(request, port, '127.0.0.1')
  await once(socket, 'message')
  expect(heard).toHaveLength(1)
  const [answer = Buffer.alloc(0)] = heard
  expect(parseStunResponse(answer)?.observed.port).toBe(socket.address().port)
  socket.close()
})

test('a node is given tokens that name its peers, and another one when those change', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  await expect.poll(() => agent.credentials).toHaveLength(1)
  expect(agent.credentials[0]?.peers).toHaveLength(0)
  const runner = kit.runner()
  await requestAdmission(runner.client, runner.admission())
  await expect.poll(() => agent.credentials).toHaveLength(2)
  expect(agent.credentials[1]?.peers).toEqual(new Uint8Array(runner.keys.wireguard))
  await leave(runner.client)
  await expect.poll(() => agent.credentials).toHaveLength(3)
  expect(agent.credentials[2]?.peers).toHaveLength(0)
})

test('packets cross the live relay while the edge stands, and none after it', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = await admit(kit)
  const [a, b] = [await enterRelay(kit, runner), await enterRelay(kit, agent)]

  a.client.send(agent.keys.wireguard, Buffer.from('ping'))
  await expect.poll(() => b.heard).toEqual([`${encodeBase64(runner.keys.wireguard)} ping`])
  b.client.send(runner.keys.wireguard, Buffer.from('pong'))
  await expect.poll(() => a.heard).toEqual([`${encodeBase64(agent.keys.wireguard)} pong`])

  await leave(runner.client)
  // It is not here any more: the relay puts it out, and does not let it in again with the token that it still has.
  await expect.poll(() => a.client.state.kind).toBe('waiting')
  a.client.send(agent.keys.wireguard, Buffer.from('too late'))
  await expect
    .poll(() => JSON.stringify(a.client.state), { timeout: 5_000 })
    .toContain('not be here any more')
  expect(b.heard).toHaveLength(1)
})

test('an edge that is gone carries nothing, though both nodes stay', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = await admit(kit)
  const [a, b] = [await enterRelay(kit, runner), await enterRelay(kit, agent)]
  a.client.send(agent.keys.wireguard, Buffer.from('ping'))
  await expect.poll(() => b.heard).toHaveLength(1)
  const { context } = kit.coordinator()
  await context.store.write('test', async (tx) => {
    const version = await nextMapVersion(tx)
    for (const { id } of await tx.edges.listOf(agent.id)) await tx.edges.remove(id, version)
  })
  await distribute(context, [agent.id, runner.id])
  await expect.poll(() => agent.credentials.at(-1)?.peers).toHaveLength(0)
  // The runner keeps the token that names the agent: what the agent brings is enough.
  b.client.setCredential(agent.credentials.at(-1)!)
  const { dropped } = context.relay.counts()
  await expect
    .poll(() => {
      a.client.send(agent.keys.wireguard, Buffer.from('too late'))
      return context.relay.counts().dropped
    })
    .toBeGreaterThan(dropped)
  expect(b.heard.filter((text) => text.endsWith('late'))).toEqual([])
})

test('a token is of one node: another key that brings it is not let in', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  await expect.poll(() => agent.credentials).toHaveLength(1)
  const thief = await enterRelay(kit, { ...kit.runner(), credentials: agent.credentials }, 'waiting')
  expect(JSON.stringify(thief.client.state)).toContain('token')
})

test('a key that the coordinator gave no token is not let into the relay', async () => {
  const kit = await startKit()
  const nothing = { bytes: Uint8Array.of(0), peers: new Uint8Array() }
  const stranger = await enterRelay(kit, { ...kit.runner(), credentials: [nothing] }, 'waiting')
  expect(JSON.stringify(stranger.client.state)).toContain('token')
})

test('what a lease may send by the relay is said in environments.yml; what is over it is refused, and why is said', async () => {
  const kit = await startKit({ environments: (text) => `${text}relays: { quota: 1KiB }\n` })
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = await admit(kit)
  const [a, b] = [await enterRelay(kit, runner), await enterRelay(kit, agent)]
  a.client.send(agent.keys.wireguard, new Uint8Array(1_000))
  await expect.poll(() => b.heard).toHaveLength(1)
  a.client.send(agent.keys.wireguard, new Uint8Array(1_000))
  await expect.poll(() => a.client.state).toMatchObject({ kind: 'waiting', refusal: 'quota' })
  expect(JSON.stringify(a.client.state)).toContain("this lease's quota of bytes by this relay is used up")
  expect(b.heard).toHaveLength(1)
})

test('relays that environments.yml registers come into the map of those who are connected', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const { context } = kit.coordinator()
  const pin = `sha256:${'a'.repeat(64)}`
  await context.store.write('test', async (tx) => {
    const current = await tx.environments.current()
    const server = `{ url: "wss://relay.example:8441/v1/relay", pin: "${pin}", stun: "relay.example:8441" }`
    const text = `${current!.text}relays: { servers: [${server}] }\n`
    await registerEnvironments(tx, {
      text,
      source: 'test',
      replaces: current!.version,
      now: context.clock.now(),
    })
  })
  const { map } = await agent.until((change) => change.map.relays.length === 2)
  expect(map.relays).toContainEqual({
    id: expect.any(String),
    url: 'wss://relay.example:8441/v1/relay',
    stun: 'relay.example:8441',
    pin,
  })
  await expect.poll(() => JSON.stringify(tokenOf(agent).relays)).toContain('relay.example:8441')
})

test('a connection that has not logged in is one of few from its address', async () => {
  const relay = createRelayServer({
    judge: () => ({ kind: 'refused', reason: 'token' }),
    name: '127.0.0.1:1',
    clock: systemClock,
    random: systemRandom,
    ...PAIR_LIMITS,
    bounds: { unprovenPerAddress: 2 },
  })
  const server = createServer().listen(0, '127.0.0.1')
  server.on('upgrade', (request, socket, head) => relay.upgrade(request, socket, head))
  await once(server, 'listening')
  onTestFinished(() => {
    relay.close()
    server.closeAllConnections()
    server.close()
  })
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/v1/relay`
  const [first, second] = [new WebSocket(url), new WebSocket(url)]
  await Promise.all([once(first, 'message'), once(second, 'message')])
  const [error] = await once(new WebSocket(url), 'error')
  expect(String(error)).toContain('503')
  expect(relay.counts()).toMatchObject({ unproven: 2, turnedAway: 1 })
  first.close()
  await once(first, 'close')
  const third = new WebSocket(url)
  await once(third, 'message')
  // Whoever says something that is no login makes room as well.
  third.send(Uint8Array.of(99))
  await once(third, 'close')
  await once(new WebSocket(url), 'message')
})

/** Admitted, and connected. */
async function admit(kit: Kit) {
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  return kit.connect({ ...runner, id: self.id, name: self.name })
}

function tokenOf({ credentials }: ConnectedAgent): RelayToken {
  const { token } = JSON.parse(Buffer.from(credentials.at(-1)!.bytes).toString()) as { token: Envelope }
  return JSON.parse(Buffer.from(unverifiedPayload(token)).toString()) as RelayToken
}

/** Logs in to the kit's relay, and waits until that has ended one way or the other. */
async function enterRelay(
  kit: Kit,
  node: Pick<ConnectedAgent, 'keys' | 'wireguardKey' | 'credentials'>,
  expected: 'ready' | 'waiting' = 'ready',
) {
  const heard: string[] = []
  const [relay] = kit.coordinator().context.relays.current()
  const client = new RelayClient({
    url: relay!.url,
    identity: { privateKey: node.wireguardKey, publicKey: node.keys.wireguard },
    random: systemRandom,
    env: {},
    onPacket: (source, packet) => heard.push(`${source} ${Buffer.from(packet).toString()}`),
    onGone: () => undefined,
    onState: () => undefined,
  })
  onTestFinished(() => client.close())
  await expect.poll(() => node.credentials.length).toBeGreaterThan(0)
  client.setCredential(node.credentials.at(-1)!)
  await expect.poll(() => client.state.kind, { timeout: 5_000 }).toBe(expected)
  return { client, heard }
}
