/** An agent is deleted while a stream to it is open: both ends are cut off at once, by the map and not by a timeout. */
import type { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { parseIp } from '../../src/base/ip.ts'
import { startControlSession } from '../../src/mesh/control/control-session.ts'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { meshPeerOf } from '../../src/mesh/map-peers.ts'
import { Node } from '../../src/mesh/node.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { privateKey } from '../../src/tunnel/wireguard/keys.ts'
import { enterMesh } from '../../src/verbs/mesh-membership.ts'
import { type EnrolledAgent, type Kit, startKit } from './coordinator-kit.ts'

test.each([
  false,
  true,
])('an agent that is deleted while its stream is open (by relays alone: %s)', async (relayOnly) => {
  const kit = await startKit()
  const agent = await kit.enrol({ environment: 'staging' })
  const served = Promise.withResolvers<Duplex>()
  const { ended } = await serveAsAgent(kit, agent, relayOnly, (stream) => served.resolve(stream))
  const runner = kit.runner()
  const admission = await requestAdmission(runner.client, runner.admission())
  const mesh = await enterMesh(
    { client: runner.client, machineKey: runner.identity, wireguardKey: secretOf(runner) },
    admission,
    { ca: undefined, relayOnly, ports: [] },
    { clock: kit.clock, random: systemRandom, diagnostics: silentDiagnostics },
  )
  onTestFinished(() => mesh.leave().catch(() => undefined))
  const stream = await mesh.node.dial(mesh.agents[0]!.address, 7070, 20_000)
  const errors: unknown[] = []
  const other = await served.promise
  const closed = new Promise((resolve) => other.once('close', resolve))
  stream.on('error', (error) => errors.push(error))
  stream.write('under way')

  await kit.client(kit.admin).call('revokeNode', { params: { id: agent.id }, body: {} })

  expect(await ended).toBe('revoked')
  await expect.poll(() => errors, { timeout: 10_000 }).toMatchObject([{ code: 'EHOSTUNREACH' }])
  await closed
  await expect(mesh.node.dial(mesh.agents[0]!.address, 7070, 500)).rejects.toMatchObject({
    code: 'ETIMEDOUT',
  })
}, 60_000)

/** What an agent does with its map, but for its judgement of peers. @returns why its session ended */
async function serveAsAgent(
  kit: Kit,
  agent: EnrolledAgent,
  relayOnly: boolean,
  onStream: (stream: Duplex) => void,
): Promise<{ readonly ended: Promise<string> }> {
  const opened = Promise.withResolvers<Node>()
  let node: Node | undefined
  const session = startControlSession({
    client: agent.client,
    key: agent.identity,
    clock: kit.clock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
    onExpired: () => undefined,
    onRelayCredential: (credential) => node?.setRelayCredential(credential),
    async onMap({ map }) {
      node ??= await Node.open({
        privateKey: secretOf(agent),
        addresses: [{ address: parseIp(map.self.ipv4), bits: 32 }],
        clock: kit.clock,
        random: systemRandom,
        relayOnly,
      })
      node.setRelays(map.relays)
      node.setPeers([...map.peers.values()].map((peer) => meshPeerOf(peer, [7070])))
      opened.resolve(node)
      return []
    },
  })
  const first = await opened.promise
  first.listen(7070, (stream) => {
    stream.on('error', () => undefined)
    onStream(stream)
  })
  onTestFinished(async () => {
    session.close()
    await first.close()
  })
  // As an agent that is sent away: it is of no mesh any more.
  const ended = session.ended.then((end) => {
    first.setPeers([])
    return end
  })
  return { ended }
}

function secretOf({ wireguardKey }: Pick<EnrolledAgent, 'wireguardKey'>) {
  return privateKey(new Uint8Array(wireguardKey.bytes))
}
