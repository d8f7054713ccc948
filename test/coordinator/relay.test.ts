import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { decodeBase64url, encodeBase64 } from '../../src/base/bytes.ts'
import { leave, requestAdmission } from '../../src/mesh/control/membership.ts'
import { RelayClient } from '../../src/mesh/relay-client.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { emitStunRequest, parseStunResponse, TRANSACTION_SIZE } from '../../src/tunnel/paths/stun.ts'
import { type Kit, type Runner, startKit } from './coordinator-kit.ts'

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

test('the relay lets keys talk that share a current edge, and no others, and only while they do', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const other = await kit.enrol({ name: 'other' })
  const runner = kit.runner()
  const key = (bytes: Uint8Array) => encodeBase64(bytes)
  const { edgeIndex } = kit.coordinator().context
  expect(edgeIndex.mayLogIn(key(runner.keys.wireguard))).toBe(false)

  const { peers } = await requestAdmission(runner.client, runner.admission())

  expect(key(decodeBase64url(peers[0]!.wireguardKey))).toBe(key(agent.keys.wireguard))
  expect(edgeIndex.mayLogIn(key(runner.keys.wireguard))).toBe(true)
  expect(edgeIndex.mayTalk(key(runner.keys.wireguard), key(agent.keys.wireguard))).toBe(true)
  expect(edgeIndex.mayTalk(key(agent.keys.wireguard), key(runner.keys.wireguard))).toBe(true)
  expect(edgeIndex.mayTalk(key(runner.keys.wireguard), key(other.keys.wireguard))).toBe(false)
  await leave(runner.client)
  expect(edgeIndex.mayLogIn(key(runner.keys.wireguard))).toBe(false)
  expect(edgeIndex.mayTalk(key(runner.keys.wireguard), key(agent.keys.wireguard))).toBe(false)
})

test('packets cross the live relay while the edge stands, and none after it', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()
  await requestAdmission(runner.client, runner.admission())
  const [a, b] = [await enterRelay(kit, runner), await enterRelay(kit, agent)]

  a.client.send(agent.keys.wireguard, Buffer.from('ping'))
  await expect.poll(() => b.heard).toEqual([`${encodeBase64(runner.keys.wireguard)} ping`])
  b.client.send(runner.keys.wireguard, Buffer.from('pong'))
  await expect.poll(() => a.heard).toEqual([`${encodeBase64(agent.keys.wireguard)} pong`])

  await leave(runner.client)
  // The edge is gone: the relay puts the runner out, and does not let it in again.
  await expect.poll(() => a.client.state.kind).toBe('waiting')
  a.client.send(agent.keys.wireguard, Buffer.from('too late'))
  await expect.poll(() => JSON.stringify(a.client.state), { timeout: 5_000 }).toContain('refused')
  expect(b.heard).toHaveLength(1)
})

test('a key without an edge is not let into the relay', async () => {
  const kit = await startKit()
  const stranger = await enterRelay(kit, kit.runner(), 'waiting')
  expect(JSON.stringify(stranger.client.state)).toContain('refused')
})

/** Logs in to the kit's relay, and waits until that has ended one way or the other. */
async function enterRelay(
  kit: Kit,
  node: Pick<Runner, 'keys' | 'wireguardKey'>,
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
  await expect.poll(() => client.state.kind, { timeout: 5_000 }).toBe(expected)
  return { client, heard }
}
