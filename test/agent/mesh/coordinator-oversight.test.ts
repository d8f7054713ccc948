import { expect, test } from 'vitest'
import { createCoordinatorOversight } from '../../../src/agent/mesh/coordinator-oversight.ts'
import { LogFollower } from '../../../src/agent/mesh/log-follower.ts'
import { emitLogEntry } from '../../../src/api/messages/log-entry.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import { type Clock, type Instant, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { EMPTY_TRUST_STATE } from '../../../src/trust/ratchet.ts'
import { verifyApproval } from '../../../src/trust/verify-approval.ts'
import { COORDINATOR_ID, LOG_KEY, TestLog } from '../../tlog/log-kit.ts'
import { file, input, issuer, NOW, trust } from '../../trust/coordinator-kit.ts'

function entries(...revisions: readonly number[]): Uint8Array[] {
  return revisions.map((revision) =>
    emitLogEntry({
      type: 'environments',
      version: 1,
      at: '2026-11-22T08:00:00Z',
      revision,
      digest: `sha256:${'0'.repeat(64)}`,
    }),
  )
}

function world(options: { conflict?: string; kept?: string } = {}) {
  const state = {
    log: new TestLog(entries(1, 2, 3)) as TestLog | undefined,
    now: NOW as number,
    conflicts: [] as { reason: string; kept: string | null; seen: string | undefined }[],
    keysAskedFor: [] as string[],
    kept: options.kept ?? null,
  }
  const clock: Clock = { now: () => state.now as Timestamp, monotonic: () => 0 as Instant }
  const follower = new LogFollower({
    coordinatorId: COORDINATOR_ID,
    logKey: async () => LOG_KEY.publicKey,
    async fetch(path) {
      const bytes = state.log?.files().get(path)
      if (bytes) return bytes
      throw new SallyportError('HTTP_FAILED', { message: 'connection refused' })
    },
  })
  const oversight = createCoordinatorOversight({
    follower,
    issuerKeys: {
      async keysFor(_issuers, token) {
        state.keysAskedFor.push(token)
        return new Map([[issuer.url, issuer.keys()]])
      },
    },
    clock,
    conflict: options.conflict,
    kept: {
      read: async () => state.kept,
      async write(note) {
        state.kept = note
      },
    },
    onConflict: async (reason, kept, seen) => void state.conflicts.push({ reason, kept, seen }),
  })
  return { state, oversight }
}

const evidence = (oversight: ReturnType<typeof world>['oversight'], checkpoint: string | null = null) =>
  oversight.evidence(file(), trust(), { ...EMPTY_TRUST_STATE, checkpoint })

test('keys are asked for by the approval’s own token, and the log is read', async () => {
  const { state, oversight } = world()
  const found = await evidence(oversight)
  expect([...found.issuers.keys()]).toEqual([issuer.url])
  expect(state.keysAskedFor).toHaveLength(1)
  expect(state.conflicts).toEqual([])
})

test('a file that cannot be read asks for no keys and breaks nothing', async () => {
  const { state, oversight } = world()
  const found = await oversight.evidence(new Uint8Array([0x7b]), trust(), EMPTY_TRUST_STATE)
  expect(found.issuers.size).toBe(0)
  expect(state.keysAskedFor).toEqual([])
})

test('a log that forked is recorded once with both checkpoints, and nothing is deployed afterwards', async () => {
  const { state, oversight } = world()
  await evidence(oversight)
  const before = state.log!.checkpoint()
  const kept = new TestLog(entries(1, 2)).checkpoint()
  state.log = new TestLog(entries(1, 2, 8, 9))
  const refused = await evidence(oversight, kept)
  expect(verifyApproval({ ...input(), ...refused })).toMatchObject({
    kind: 'refused',
    code: 'LOG_INCONSISTENT',
  })
  await expect(oversight.freshness('shop', 'production')).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  expect(state.conflicts).toEqual([
    { reason: expect.stringContaining('contradicts itself'), kept, seen: before },
  ])

  state.log = new TestLog(entries(1, 2, 3))
  const later = await evidence(oversight)
  expect(verifyApproval({ ...input(), ...later })).toMatchObject({
    kind: 'refused',
    code: 'LOG_INCONSISTENT',
  })
  await expect(oversight.freshness('shop', 'production')).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  expect(oversight.conflict).toMatch(/contradicts itself/)
  expect(state.conflicts).toHaveLength(1)
})

test('a checkpoint kept from an earlier run that is no state of this log is a conflict', async () => {
  const { state, oversight } = world()
  const kept = new TestLog(entries(7, 8)).checkpoint()
  const refused = await evidence(oversight, kept)
  expect(verifyApproval({ ...input(), ...refused })).toMatchObject({
    kind: 'refused',
    code: 'LOG_INCONSISTENT',
  })
  expect(state.conflicts).toMatchObject([{ kept }])
})

test('what was read is kept, and a log that is shorter after a restart is a conflict, whoever deploys', async () => {
  const before = world()
  await before.oversight.followLog()
  const kept = before.state.kept!
  expect(kept).toBe(before.state.log!.checkpoint())

  const { state, oversight } = world({ kept })
  state.log = new TestLog(entries(1, 2))
  await expect(oversight.followLog()).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  expect(state.conflicts).toMatchObject([{ kept }])
  expect(state.kept).toBe(kept)
})

test('a log that goes on from what was kept is read on', async () => {
  const { state, oversight } = world({ kept: new TestLog(entries(1, 2)).checkpoint() })
  await oversight.followLog()
  expect(state.kept).toBe(state.log!.checkpoint())
  expect(oversight.conflict).toBeUndefined()
})

test('a conflict that an earlier run recorded holds: a restart is no way out', async () => {
  const { oversight } = world({ conflict: 'it contradicted itself before' })
  const refused = await evidence(oversight)
  expect(verifyApproval({ ...input(), ...refused })).toMatchObject({
    kind: 'refused',
    code: 'LOG_INCONSISTENT',
  })
  await expect(oversight.freshness('shop', 'production')).rejects.toThrow('it contradicted itself before')
})

test('a coordinator that is away is no conflict, and its last word is as old as it is', async () => {
  const { state, oversight } = world()
  expect((await oversight.freshness('shop', 'production'))?.at).toBe(NOW)
  state.log = undefined
  state.now += 20 * MINUTE
  expect((await oversight.freshness('shop', 'production'))?.at).toBe(NOW)
  const refused = await evidence(oversight)
  expect(verifyApproval({ ...input(), ...refused })).toMatchObject({
    kind: 'refused',
    code: 'LOG_INCONSISTENT',
  })
  expect(state.conflicts).toEqual([])
  state.log = new TestLog(entries(1, 2, 3, 4))
  expect((await oversight.freshness('shop', 'production'))?.at).toBe(NOW + 20 * MINUTE)
})

test('a coordinator that was never heard gives no freshness', async () => {
  const { state, oversight } = world()
  state.log = undefined
  expect(await oversight.freshness('shop', 'production')).toBeUndefined()
})
