import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { decodeBase64url, encodeBase64 } from '../../src/base/bytes.ts'
import { leave, requestAdmission } from '../../src/mesh/control/membership.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { emitStunRequest, parseStunResponse, TRANSACTION_SIZE } from '../../src/tunnel/paths/stun.ts'
import { startKit } from './coordinator-kit.ts'

test('STUN answers our own binding requests, and nothing else', async () => {
  const kit = await startKit()
  const [relay] = kit.coordinator().context.relays
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
