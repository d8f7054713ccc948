/** Keys replaced under a running mesh: who follows, what is refused, and what a power cut leaves. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { LogFollower } from '../../../src/agent/mesh/log-follower.ts'
import { ed25519KeyPair } from '../../../src/base/ed25519.ts'
import { openDataDirectory, settleKeys, stageKeys } from '../../../src/coordinator/identity/data-directory.ts'
import { requestAdmission } from '../../../src/mesh/control/membership.ts'
import { createHttpClient } from '../../../src/platform/http.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import type { Envelope } from '../../../src/trust/dsse.ts'
import { verifyLogClearance } from '../../../src/trust/log-clearance.ts'
import { runVerb } from '../../verbs/run-verb.ts'
import { type Kit, startKit } from '../coordinator-kit.ts'

async function verb(kit: Kit, ...args: string[]) {
  return runVerb(args, { cwd: dirname(kit.folder), now: new Date(kit.clock.now()).toISOString() })
}

async function rotate(kit: Kit, ...roles: string[]) {
  const port = Number(new URL(kit.coordinator().url).port)
  await kit.coordinator().close()
  const named = roles.flatMap((role) => ['--online-key', role])
  const result = await verb(
    kit,
    'keys',
    'rotate',
    '--data',
    'data',
    '--key',
    'operator/root.key',
    '--json',
    ...named,
  )
  expect(result.code, result.stderr).toBe(0)
  await kit.restart({ port })
  return result.json()
}

function follower(kit: Kit, client = kit.runner().client) {
  const http = createHttpClient()
  return new LogFollower({
    coordinatorId: client.coordinatorId,
    logKey: async () => (await client.keyList()).keys.log,
    doubtLogKey: () => client.doubtKeyList(),
    async fetch(path, maxBytes) {
      const { status, body } = await http.request({
        method: 'GET',
        url: `${client.url}/log/${path}`,
        maxBytes,
        timeoutMs: 5_000,
      })
      if (status !== 200) throw new Error(`${path}: ${status}`)
      return body
    },
  })
}

test('all keys are replaced, and an agent, its reading of the log, and a runner go on', async () => {
  const kit = await startKit()
  const before = kit.coordinator().context.identity
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const reading = follower(kit, agent.client)
  await reading.update()
  const kept = reading.checkpoint!

  const done = await rotate(kit)

  expect(done).toMatchObject({
    epoch: 2,
    sequence: 2,
    replaced: ['control', 'approval', 'vsa', 'log', 'relay'],
  })
  const after = kit.coordinator().context.identity
  for (const [role, { publicKey }] of Object.entries(after.keys))
    expect(publicKey).not.toEqual(before.keys[role as keyof typeof before.keys].publicKey)
  const runner = kit.runner()
  // The agent comes back by itself, and acknowledges a peer under the new control key.
  await expect
    .poll(() => kit.coordinator().context.sessions.find(agent.id) !== undefined, { timeout: 60_000 })
    .toBe(true)
  const { self, unacknowledged } = await requestAdmission(runner.client, runner.admission())
  expect(unacknowledged).toEqual([])
  expect(agent.session.map?.peers.has(self.id)).toBe(true)
  await reading.update()
  expect(() => reading.check(kept)).not.toThrow()
  expect(reading.checkpoint).not.toBe(kept)
}, 90_000)

test('one key is replaced alone, and the epoch stays while the approval key does', async () => {
  const kit = await startKit()
  const reading = follower(kit)
  const { identity } = kit.coordinator().context
  expect(await rotate(kit, 'log')).toMatchObject({ epoch: 1, sequence: 2, replaced: ['log'] })
  const { keys } = kit.coordinator().context.identity
  expect(keys.control.publicKey).toEqual(identity.keys.control.publicKey)
  expect(keys.log.publicKey).not.toEqual(identity.keys.log.publicKey)
  await expect(follower(kit).update()).resolves.toBeUndefined()
  expect(reading.checkpoint).toBeUndefined()
})

test('a reading of the log follows a key that was replaced while it stood', async () => {
  const kit = await startKit()
  const client = kit.runner().client
  const reading = follower(kit, client)
  await reading.update()
  await rotate(kit, 'log')
  await reading.update()
  await rotate(kit, 'log', 'control')
  // The first call hears another control key, and asks for the list again.
  await reading.update().catch(() => undefined)
  await reading.update()
  await kit.enrol({ name: 'later' })
  await reading.update()
})

test('the log says when keys were replaced, doctor and a backup hold, and nothing of the old keys is left', async () => {
  const kit = await startKit()
  const old = await readFile(join(kit.folder, 'keys/log.key'), 'utf8')
  await rotate(kit)
  const { store } = kit.coordinator().context
  const entries = (await store.read((tx) => tx.log.list(0, 1000))).map((entry) =>
    JSON.parse(Buffer.from(entry).toString()),
  )
  expect(
    entries.filter(({ type }) => type === 'key-list').map(({ sequence, epoch }) => [sequence, epoch]),
  ).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect((await verb(kit, 'coordinator', 'doctor', '--data', 'data')).stderr).not.toContain('PROBLEM')
  expect((await readdir(join(kit.folder, 'keys'))).sort()).toEqual([
    'approval.key',
    'control.key',
    'log.key',
    'relay.key',
    'vsa.key',
  ])
  expect(await readFile(join(kit.folder, 'keys/log.key'), 'utf8')).not.toBe(old)
  const backup = await verb(kit, 'coordinator', 'backup', '--data', 'data', '--out', 'backup')
  expect(backup.code).toBe(0)
  await writeFile(join(dirname(kit.folder), 'taken.txt'), backup.stdout)
  const restored = await verb(
    kit,
    'coordinator',
    'restore',
    '--data',
    'restored',
    '--backup',
    'backup',
    '--checkpoint',
    'taken.txt',
  )
  expect(restored.code, restored.stderr).toBe(0)
})

test('a backup taken between the rotation and the next start is whole', async () => {
  const kit = await startKit()
  await kit.coordinator().close()
  await verb(kit, 'keys', 'rotate', '--data', 'data', '--key', 'operator/root.key')
  expect((await verb(kit, 'coordinator', 'doctor', '--data', 'data')).stderr).not.toContain('PROBLEM')
  expect((await verb(kit, 'coordinator', 'backup', '--data', 'data', '--out', 'backup')).code).toBe(0)
  const restored = await verb(
    kit,
    'coordinator',
    'restore',
    '--data',
    'restored',
    '--backup',
    'backup',
    '--checkpoint',
    'data/log/checkpoint',
  )
  expect(restored.code, restored.stderr).toBe(0)
  await kit.restart({ folder: join(dirname(kit.folder), 'restored') })
  await expect(follower(kit).update()).resolves.toBeUndefined()
})

test.each([
  ['while the coordinator serves', ['--key', 'operator/root.key'], /another coordinator serves/],
  ['with a key that is no root', ['--key', 'operator/admin.key'], /operator secret key/],
  [
    'of a role that nobody knows',
    ['--key', 'operator/root.key', '--online-key', 'root'],
    /"root" is not known/,
  ],
])('a rotation is refused %s, and changes nothing', async (_, args, why) => {
  const kit = await startKit()
  const list = await readFile(join(kit.folder, 'key-list.json'), 'utf8')
  const { code, stderr } = await verb(kit, 'keys', 'rotate', '--data', 'data', ...args)
  expect(code).toBe(2)
  expect(stderr).toMatch(why)
  expect(await readFile(join(kit.folder, 'key-list.json'), 'utf8')).toBe(list)
})

test('keys that were staged and never came into force are passed over and removed', async () => {
  const kit = await startKit()
  const before = await openDataDirectory(kit.folder)
  await stageKeys(kit.folder, { log: ed25519KeyPair(systemRandom.bytes(32)) })
  expect((await openDataDirectory(kit.folder)).keys.log.publicKey).toEqual(before.keys.log.publicKey)
  await settleKeys(kit.folder, before.keyList)
  expect(await readdir(join(kit.folder, 'keys'))).not.toContain('log.next.key')
})

test('keys that came into force before a power cut are those that count', async () => {
  const kit = await startKit()
  const { keyList } = await openDataDirectory(kit.folder)
  await rename(join(kit.folder, 'keys/log.key'), join(kit.folder, 'keys/log.next.key'))
  await writeFile(join(kit.folder, 'keys/log.key'), await readFile(join(kit.folder, 'keys/log.next.key')))
  const other = await startKit()
  await writeFile(join(kit.folder, 'keys/log.key'), await readFile(join(other.folder, 'keys/log.key')))
  expect((await openDataDirectory(kit.folder)).keys.log.publicKey).toEqual(keyList.keys.log)
  await settleKeys(kit.folder, keyList)
  expect((await openDataDirectory(kit.folder)).keys.log.publicKey).toEqual(keyList.keys.log)
})

test('an older key list of the same root is not taken again by who has seen a newer one', async () => {
  const kit = await startKit()
  const old = await readFile(join(kit.folder, 'key-list.json'), 'utf8')
  const oldKeys = await Promise.all(
    ['control', 'approval', 'vsa', 'log', 'relay'].map(
      async (role) => [role, await readFile(join(kit.folder, `keys/${role}.key`), 'utf8')] as const,
    ),
  )
  const client = kit.runner().client
  await client.keyList()
  await rotate(kit)
  client.doubtKeyList()
  expect((await client.keyList()).sequence).toBe(2)
  // Whoever stole the old keys and the address serves the old list, as the root signed it.
  const port = Number(new URL(kit.coordinator().url).port)
  await kit.coordinator().close()
  await writeFile(join(kit.folder, 'key-list.json'), old)
  for (const [role, text] of oldKeys) await writeFile(join(kit.folder, `keys/${role}.key`), text)
  await kit.restart({ port, folder: kit.folder }).catch(() => undefined)
  client.doubtKeyList()
  await expect(client.keyList()).rejects.toThrow()
})

test('a clearance of the log is signed by the root, logged, and passed on to whoever asks', async () => {
  const kit = await startKit()
  const url = () => `${kit.coordinator().url}/log/clearance`
  expect((await fetch(url())).status).toBe(404)
  const refused = await verb(kit, 'keys', 'clear-log', '--data', 'data', '--key', 'operator/admin.key')
  expect(refused.code).toBe(2)
  const done = await verb(kit, 'keys', 'clear-log', '--data', 'data', '--key', 'operator/root.key', '--json')
  expect(done.code, done.stderr).toBe(0)
  const reply = await fetch(url())
  expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  const { root } = kit.coordinator().context.identity
  const clearance = verifyLogClearance((await reply.json()) as Envelope, root)
  expect(clearance.size).toBe(done.json().size)
  const entries = await kit.coordinator().context.store.read((tx) => tx.log.list(0, 1000))
  expect(JSON.parse(Buffer.from(entries.at(-1)!).toString())).toMatchObject({
    type: 'log-clearance',
    size: clearance.size,
  })
})
