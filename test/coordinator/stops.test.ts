/** Freezes of people and the broken glass: what they stop, what they lift, and what stands in the log. */
import { expect, test } from 'vitest'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { decodeBase64 } from '../../src/base/bytes.ts'
import { formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { completeApproval, requestApproval } from '../../src/mesh/control/membership.ts'
import { type Kit, startKit } from './coordinator-kit.ts'

const params = { environment: 'production' }
const inProduction = (line: string) => (text: string) =>
  text.replace('  production:\n', `  production:\n    ${line}\n`)

async function submit(kit: Kit) {
  const runner = kit.runner()
  return requestApproval(runner.client, runner.submission())
}

const freezeOf = (kit: Kit, until: string | null = null) =>
  kit.client(kit.admin).call('freeze', { params, body: { until, reason: 'incident 42' } })
const breakGlassOf = (kit: Kit, lifetimeSeconds = 3_600) =>
  kit.client(kit.admin).call('breakGlass', { params, body: { lifetimeSeconds, reason: 'shop is down' } })

test('nothing is submitted or signed while a person has frozen the environment, and then it is', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const before = await requestApproval(runner.client, runner.submission())
  const tokens = before.statements.map((statement) => runner.statementToken(decodeBase64(statement)))
  expect((await freezeOf(kit)).kind).toBe('done')

  await expect(submit(kit)).rejects.toThrow(/frozen until somebody unfreezes it: incident 42/)
  await expect(completeApproval(runner.client, before.submission, tokens)).rejects.toThrow(/frozen/)
  const unfrozen = await kit.client(kit.admin).call('unfreeze', { params, body: {} })

  expect(unfrozen.kind).toBe('done')
  expect(await kit.client(kit.admin).call('unfreeze', { params, body: {} })).toMatchObject({
    problem: { kind: 'not-found' },
  })
  expect((await completeApproval(runner.client, before.submission, tokens)).kind).toBe('signed')
})

test('a freeze ends by its time, and one that would have ended is refused', async () => {
  const kit = await startKit()
  const past = formatTimestamp((kit.clock.now() - MINUTE) as Timestamp)
  expect(await freezeOf(kit, past)).toMatchObject({ kind: 'refused', problem: { kind: 'malformed' } })
  await freezeOf(kit, formatTimestamp((kit.clock.now() + MINUTE) as Timestamp))
  await expect(submit(kit)).rejects.toThrow(/frozen/)
  kit.clock.move(MINUTE)
  expect((await submit(kit)).statements).toHaveLength(1)
})

test('a broken glass lifts freezes of file and person for its time, and no quorum unless the file says so', async () => {
  const environments = inProduction(
    'quorum: 1\n    freezes: [{ from: 2020-01-01T00:00:00Z, until: 2099-01-01T00:00:00Z, reason: holidays }]',
  )
  const kit = await startKit({ environments })
  await freezeOf(kit)
  await expect(submit(kit)).rejects.toThrow(/holidays/)
  expect(await breakGlassOf(kit)).toMatchObject({ value: { lifts: ['freezes'] } })
  expect((await submit(kit)).quorum).toBe(1)
  kit.clock.move(HOUR)
  await expect(submit(kit)).rejects.toThrow(/holidays/)
})

test('with the quorum listed it waives that of the environment, but a rule’s own stays', async () => {
  const environments = inProduction('quorum: 2\n    breakGlass: [quorum]')
  const kit = await startKit({ environments })
  expect((await submit(kit)).quorum).toBe(2)
  await breakGlassOf(kit)
  expect((await submit(kit)).quorum).toBe(0)
  await kit.client(kit.admin).call('endBreakGlass', { params, body: {} })
  expect((await submit(kit)).quorum).toBe(2)

  const strict = await startKit({
    environments: (text) => environments(text).replace('    gate:\n', '    quorum: 1\n    gate:\n'),
  })
  await breakGlassOf(strict)
  expect((await submit(strict)).quorum).toBe(1)
})

test('a broken glass lets no failed verdict through', async () => {
  const kit = await startKit({ environments: inProduction('breakGlass: [freezes, after, quorum]') })
  await breakGlassOf(kit)
  const runner = kit.runner()
  const verdict = Buffer.from(JSON.stringify({ verdict: 'failed' }))
  await expect(requestApproval(runner.client, runner.submission({ verdict }))).rejects.toThrow()
})

test('each stands in the log with who did it, and no reason in words', async () => {
  const kit = await startKit()
  await freezeOf(kit)
  await kit.client(kit.admin).call('unfreeze', { params, body: {} })
  await breakGlassOf(kit)
  await kit.client(kit.admin).call('endBreakGlass', { params, body: {} })
  const { store } = kit.coordinator().context
  const entries = await store.read(async (tx) => tx.log.list(0, await tx.log.size()))
  const types = entries.map(parseLogEntry).map(({ type }) => type)
  expect(types.slice(-4)).toEqual(['freeze', 'unfreeze', 'break-glass', 'break-glass-end'])
  const text = entries.map((entry) => Buffer.from(entry).toString()).join()
  expect(text).not.toMatch(/incident|shop is down/)
})

test('an environment that is not there is not frozen', async () => {
  const kit = await startKit()
  const body = { until: null, reason: 'x' }
  expect(
    await kit.client(kit.admin).call('freeze', { params: { environment: 'toString' }, body }),
  ).toMatchObject({
    problem: { kind: 'not-found' },
  })
})
