/** Two replicas on one PostgreSQL, nodes split between them: what one writes, the other's nodes hear. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { decodeBase64 } from '../../src/base/bytes.ts'
import {
  completeApproval,
  leave,
  requestAdmission,
  requestApproval,
} from '../../src/mesh/control/membership.ts'
import { RelayClient } from '../../src/mesh/relay-client.ts'
import { readFileIfThere } from '../../src/platform/files.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { verifyLog } from '../../src/tlog/verify-log.ts'
import { POSTGRES_REASON, type PostgresServer, startPostgres } from '../support/postgres.ts'
import { copyIdentity, type Kit, peerOf, startKit } from './coordinator-kit.ts'

let server: PostgresServer
beforeAll(async () => {
  if (POSTGRES_REASON === undefined) server = await startPostgres()
})
afterAll(() => server?.close())

async function startPair() {
  const first = await startKit({ database: await server.createDatabase() })
  const second = await first.replica()
  return { first, second }
}

/** An agent of staging that is connected to this replica. */
async function agentAt(kit: Kit, name: string) {
  return kit.connect(await kit.enrol({ name, environment: 'staging' }))
}

async function admitAt(kit: Kit) {
  const runner = kit.runner()
  const reply = await requestAdmission(runner.client, runner.admission())
  return { runner, ...reply }
}

async function verified(folder: string) {
  const types: string[] = []
  const report = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(folder, 'log', path), maxBytes) },
    {
      describeEntry: (entry) => {
        types.push(parseLogEntry(entry).type)
        return types.at(-1)!
      },
    },
  )
  return { note: report.note, types }
}

describe.skipIf(POSTGRES_REASON !== undefined)(
  `two replicas${POSTGRES_REASON === undefined ? '' : `, ${POSTGRES_REASON}`}`,
  () => {
    test('a runner that is admitted at one is held by the agents of both before it hears of it', async () => {
      const { first, second } = await startPair()
      const agents = [await agentAt(first, 'here'), await agentAt(second, 'there')]
      for (const kit of [first, second]) {
        const { self, unacknowledged, peers } = await admitAt(kit)
        expect(unacknowledged).toEqual([])
        expect(peers.map(({ name }) => name).sort()).toEqual(['here', 'there'])
        for (const agent of agents) expect(peerOf(agent, self.id).name).toBe(self.name)
      }
    })

    test('what an agent of the other refuses is told to the runner, however many reasons it has', async () => {
      const { first, second } = await startPair()
      const enrolled = await second.enrol({ environment: 'staging' })
      const agent = await second.connect(enrolled, {
        refuse: ({ map }) =>
          [...map.peers.keys()].map((node) => ({ node, reason: `no ${'x'.repeat(1_900)}` })),
      })
      for (let count = 1; count <= 6; count++) {
        const { refused, unacknowledged } = await admitAt(first)
        expect(unacknowledged).toEqual([])
        expect(refused).toEqual([{ name: agent.name, reason: expect.stringMatching(/^no x{250}/) }])
      }
    })

    test('an agent of the other that stays silent is named after the wait', async () => {
      const { first, second } = await startPair()
      await second.connect(await second.enrol({ environment: 'staging' }), { silent: true })
      expect((await admitAt(first)).unacknowledged).toEqual(['web-1'])
    })

    test('a runner that leaves at one is dropped by the agents of the other', async () => {
      const { first, second } = await startPair()
      const agent = await agentAt(second, 'there')
      const { runner, self } = await admitAt(first)
      await leave(runner.client)
      await agent.until(({ removed }) => removed.includes(self.id))
      expect(agent.session.map?.peers.has(self.id)).toBe(false)
    })

    test('a node that was away resumes at the other with what changed', async () => {
      const { first, second } = await startPair()
      const enrolled = await first.enrol({ environment: 'staging' })
      const before = await first.connect(enrolled)
      const stays = await admitAt(first)
      const goes = await admitAt(first)
      await before.until(({ map }) => map.peers.has(goes.self.id))
      await before.session.close()
      await leave(goes.runner.client)
      const comes = await admitAt(second)
      const after = await second.connect(enrolled)
      expect([...(after.session.map?.peers.keys() ?? [])].sort()).toEqual(
        [stays.self.id, comes.self.id].sort(),
      )
    })

    test('revocation at one ends the stream at the other, and the agent is not let in again at either', async () => {
      const { first, second } = await startPair()
      const agent = await agentAt(second, 'there')
      const admin = first.client(first.admin)
      await admin.call('revokeNode', { params: { id: agent.id }, body: {} })
      await expect.poll(() => agent.session.isConnected).toBe(false)
      await expect.poll(() => second.coordinator().context.sessions.find(agent.id)).toBeUndefined()
      const ask = agent.client.call('leave', { params: undefined, body: {} })
      expect(await ask).toMatchObject({ kind: 'refused', problem: { kind: 'revoked' } })
    })

    test('two live sessions of one machine key, one at each: both are suspended', async () => {
      const { first, second } = await startPair()
      const agent = await agentAt(first, 'twice')
      const thief = second.connect(agent)
      thief.catch(() => undefined)
      await expect
        .poll(async () => {
          const node = await second.coordinator().context.store.read((tx) => tx.nodes.find(agent.id))
          return node?.state
        })
        .toBe('suspended')
      await expect.poll(() => first.coordinator().context.sessions.find(agent.id)).toBeUndefined()
      expect(second.coordinator().context.sessions.find(agent.id)).toBeUndefined()
    })

    test('an agent that moves to the other replica is connected there, and nowhere else', async () => {
      const { first, second } = await startPair()
      const enrolled = await first.enrol({ environment: 'staging' })
      const before = await first.connect(enrolled)
      await before.session.close()
      await second.connect(enrolled)
      const admin = first.client(first.admin)
      const listed = async () => {
        const result = await admin.call('nodes', { params: undefined, body: undefined })
        return result.kind === 'done' ? result.value.nodes.map(({ connected }) => connected) : []
      }
      await expect.poll(listed).toEqual([true])
    })

    test('a push at one takes edges away from nodes of the other', async () => {
      const { first, second } = await startPair()
      const agent = await agentAt(second, 'there')
      const { self } = await admitAt(first)
      await agent.until(({ map }) => map.peers.has(self.id))
      const access = { text: '{ "grants": [] }', replaces: null }
      const body = { environments: null, access, dryRun: false, acceptLockOut: true }
      await first.client(first.admin).call('push', { params: undefined, body })
      await agent.until(({ removed }) => removed.includes(self.id))
    })

    test('a nonce that one has taken is used at the other', async () => {
      const { first, second } = await startPair()
      const limits = { keepMs: 60_000, perMinute: 600 }
      const consume = (kit: Kit) =>
        kit
          .coordinator()
          .context.store.writeApart('nonce', (tx) => tx.nonces.consume('key', 'n', kit.clock.now(), limits))
      expect(await consume(first)).toBe('fresh')
      expect(await consume(second)).toBe('used')
    })

    test('one token at both at once is one lease', async () => {
      const { first, second } = await startPair()
      const runner = first.runner()
      const admission = runner.admission()
      const clients = [first.client(runner.identity), second.client(runner.identity)]
      const replies = await Promise.all(clients.map((client) => requestAdmission(client, admission)))
      expect(new Set(replies.map(({ self }) => self.id)).size).toBe(1)
      const { types } = await verified(first.folder)
      expect(types.filter((type) => type === 'admission')).toHaveLength(1)
    })

    test('both integrate one log under load: no gap, no fork, the same files', async () => {
      const { first, second } = await startPair()
      const kits = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? first : second))
      const admitted = await Promise.all(kits.map(admitAt))
      expect(new Set(admitted.map(({ self }) => self.ipv4)).size).toBe(24)
      expect(new Set(admitted.map(({ self }) => self.name)).size).toBe(24)
      const { log } = first.coordinator().context
      await log.integrate()
      await second.coordinator().context.log.follow()
      const [one, other] = [await verified(first.folder), await verified(second.folder)]
      expect(one.note).toBe(other.note)
      expect(one.types.filter((type) => type === 'admission')).toHaveLength(24)
    })

    test('an approval that one signed is proven by the other, whose log is never older than what was seen', async () => {
      const { first, second } = await startPair()
      const agent = await first.enrol({ environment: 'production' })
      const http = createHttpClient()
      onTestFinished(() => http.close())
      const checkpointOf = async (kit: Kit) => {
        const url = `${kit.coordinator().url}/log/checkpoint`
        const { body } = await http.request({ method: 'GET', url, maxBytes: 10_000, timeoutMs: 5_000 })
        return Number(Buffer.from(body).toString().split('\n')[1])
      }
      for (let round = 0; round < 3; round++) {
        const runner = first.runner()
        const submitted = await requestApproval(runner.client, runner.submission())
        const tokens = submitted.statements.map((each) => runner.statementToken(decodeBase64(each)))
        expect((await completeApproval(runner.client, submitted.submission, tokens)).kind).toBe('signed')
        const seen = await checkpointOf(first)
        expect(await checkpointOf(second)).toBeGreaterThanOrEqual(seen)
        const latest = await second
          .client(agent.identity)
          .call('latestApproval', { params: { application: 'shop' }, body: undefined })
        expect(latest).toMatchObject({
          kind: 'done',
          value: { approval: expect.stringContaining('c2sp.org/tlog-proof') },
        })
      }
    })

    test('what one replica gave opens the relay of the other, and packets cross it', async () => {
      const { first, second } = await startPair()
      const agent = await agentAt(first, 'here')
      const { runner, self } = await admitAt(second)
      const connected = await second.connect({ ...runner, id: self.id, name: self.name })
      await expect.poll(() => agent.credentials.at(-1)?.peers.length, { timeout: 10_000 }).toBe(32)
      await expect.poll(() => connected.credentials.length, { timeout: 10_000 }).toBeGreaterThan(0)
      const host = new URL(second.coordinator().url).host
      await expect
        .poll(() => first.coordinator().context.relays.current().length, { timeout: 10_000 })
        .toBe(2)
      const heard: string[] = []
      const clients = [agent, connected].map((node) => {
        const client = new RelayClient({
          url: `ws://${host}/v1/relay`,
          identity: { privateKey: node.wireguardKey, publicKey: node.keys.wireguard },
          random: systemRandom,
          env: {},
          onPacket: (_, packet) => heard.push(Buffer.from(packet).toString()),
          onGone: () => undefined,
          onState: () => undefined,
        })
        onTestFinished(() => client.close())
        return { node, client }
      })
      let given = ''
      await expect
        .poll(
          () => {
            const newest = clients.map(({ node }) => node.credentials.length).join()
            if (newest !== given)
              for (const { node, client } of clients) client.setCredential(node.credentials.at(-1)!)
            given = newest
            return clients.map(({ client }) => client.state.kind)
          },
          { timeout: 15_000 },
        )
        .toEqual(['ready', 'ready'])
      clients[0]!.client.send(runner.keys.wireguard, Buffer.from('from the other replica'))
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['from the other replica'])
    })

    test('maps name the relays of both, and of one again when the other ends', async () => {
      const { first, second } = await startPair()
      const relaysOf = (kit: Kit) =>
        kit
          .coordinator()
          .context.relays.current()
          .map(({ url }) => new URL(url).host)
      const hosts = [first, second].map((kit) => new URL(kit.coordinator().url).host).sort()
      await expect.poll(() => relaysOf(first)).toEqual(hosts)
      expect(relaysOf(second)).toEqual(hosts)
      const agent = await agentAt(first, 'here')
      expect(agent.session.map?.relays).toHaveLength(2)
      await second.coordinator().close()
      await expect.poll(() => agent.session.map?.relays.length, { timeout: 15_000 }).toBe(1)
    })

    test('killed -9 under load, one leaves the other the whole log and its nodes', async () => {
      const first = await startKit({ database: await server.createDatabase() })
      const agent = await agentAt(first, 'here')
      const folder = await copyIdentity(first.folder, await mkdtemp(join(dirname(first.folder), 'doomed-')))
      const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))
      const doomed = spawn(process.execPath, [child, folder, '', '0'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      onTestFinished(() => void doomed.kill('SIGKILL'))
      const [line] = (await once(doomed.stdout, 'data')) as [Buffer]
      const url = line.toString().trim()
      const enrolled = await first.enrol({ name: 'moving', environment: 'staging' })
      const moving = await first.connect({ ...enrolled, client: first.clientAt(url, enrolled.identity) })
      const acknowledged: string[] = []
      const load = async () => {
        for (let count = 0; count < 100; count++) {
          const runner = first.runner()
          try {
            const { self } = await requestAdmission(first.clientAt(url, runner.identity), runner.admission())
            acknowledged.push(self.id)
          } catch {
            return
          }
        }
      }
      const ended = once(doomed, 'exit')
      const before = [load(), load()]
      setTimeout(() => doomed.kill('SIGKILL'), 900)
      await Promise.all([...before, ended])

      await moving.session.close()
      const moved = await first.connect(enrolled)
      const { self, unacknowledged } = await admitAt(first)
      expect(unacknowledged).toEqual([])
      expect([agent, moved].map(({ session }) => session.map?.peers.has(self.id))).toEqual([true, true])
      const nodes = await first.coordinator().context.store.read((tx) => tx.nodes.list())
      expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
      const { types } = await verified(first.folder)
      expect(types.filter((type) => type === 'admission').length).toBeGreaterThanOrEqual(
        acknowledged.length + 1,
      )
    })
  },
)
