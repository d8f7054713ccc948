/** Agents that are kept in memory: never other than those of the store, and few where rules name tags. */
import { expect, test } from 'vitest'
import { parseAccessRules } from '../../src/access/document.ts'
import { createAgentDirectoryReader } from '../../src/coordinator/access/agent-directory.ts'
import { openSqliteStore } from '../../src/coordinator/store/sqlite/sqlite-store.ts'
import { nodeOf } from './store/records.ts'

function rulesFor(destination: string) {
  const text = `{ "tagOwners": { "tag:web": [], "tag:db": [] },
    "grants": [{ "src": ["tag:web"], "dst": ["${destination}"], "ip": ["tcp:7070"] }] }`
  return parseAccessRules(text, 'the test').rules
}

async function directoryOf(changes: Parameters<typeof nodeOf>[1][]) {
  const store = openSqliteStore({ path: ':memory:' })
  await store.write('nodes', async (tx) => {
    for (const [index, change] of changes.entries())
      await tx.nodes.insert(nodeOf(index + 1, { changedVersion: index + 1, ...change }))
  })
  const read = createAgentDirectoryReader()
  const ids = (destination: string) =>
    store.read(async (tx) => (await read(tx)).candidatesOf(rulesFor(destination)).map(({ id }) => id))
  return { store, ids }
}

test('a rule about a tag looks at the agents of that tag, any other at all of them', async () => {
  const { ids, store } = await directoryOf([
    { tags: ['tag:web'] },
    { tags: ['tag:db'] },
    { tags: ['tag:db', 'tag:web'] },
    { kind: 'runner', tags: [] },
  ])
  expect(await ids('tag:db')).toEqual(['n-2', 'n-3'])
  for (const destination of ['*', '100.64.0.0/10', 'autogroup:tagged'])
    expect(await ids(destination), destination).toEqual(['n-1', 'n-2', 'n-3'])
  await store.close()
})

test('an agent that comes, changes or goes is seen by the next question', async () => {
  const { ids, store } = await directoryOf([{ tags: ['tag:db'] }])
  expect(await ids('tag:db')).toEqual(['n-1'])
  await store.write('comes', (tx) => tx.nodes.insert(nodeOf(9, { tags: ['tag:db'], changedVersion: 5 })))
  expect(await ids('tag:db')).toEqual(['n-1', 'n-9'])
  await store.write('goes', (tx) => tx.nodes.change('n-1', 6, { state: 'revoked' }))
  expect(await ids('tag:db')).toEqual(['n-9'])
  await store.write('runner', (tx) => tx.nodes.insert(nodeOf(10, { kind: 'runner', changedVersion: 7 })))
  expect(await ids('tag:db')).toEqual(['n-9'])
  await store.close()
})
