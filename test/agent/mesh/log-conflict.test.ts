/** From a log that contradicts itself to one that is believed again: only by the root, and only for the past. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCoordinatorOversight } from '../../../src/agent/mesh/coordinator-oversight.ts'
import {
  clearConflict,
  conflictPathIn,
  readConflict,
  recordConflict,
} from '../../../src/agent/mesh/log-conflict.ts'
import { LogFollower } from '../../../src/agent/mesh/log-follower.ts'
import type { StateFiles } from '../../../src/agent/state-files.ts'
import { emitLogEntry } from '../../../src/api/messages/log-entry.ts'
import { encodeUtf8 } from '../../../src/base/bytes.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { ed25519KeyPair } from '../../../src/base/ed25519.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import { type Clock, type Instant, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { parseCheckpointText } from '../../../src/tlog/checkpoint.ts'
import { parseNote } from '../../../src/tlog/note.ts'
import { signLogClearance } from '../../../src/trust/log-clearance.ts'
import { EMPTY_TRUST_STATE, type TrustState } from '../../../src/trust/ratchet.ts'
import { COORDINATOR_ID, LOG_KEY, TestLog } from '../../tlog/log-kit.ts'
import { NOW } from '../../trust/coordinator-kit.ts'

const ROOT = ed25519KeyPair(new Uint8Array(32).fill(7))

function log(...revisions: readonly number[]): TestLog {
  const digest = `sha256:${'0'.repeat(64)}`
  return new TestLog(
    revisions.map((revision) =>
      emitLogEntry({ type: 'environments', version: 1, at: '2026-11-22T08:00:00Z', revision, digest }),
    ),
  )
}

function noteOf(of: TestLog): string {
  return Buffer.from(of.files().get('checkpoint')!).toString()
}

/** An agent that has seen `[1, 2, 3]`, kept that, and is then shown `[1, 9, 9, 9]`. */
async function world() {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-conflict-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = conflictPathIn(folder)
  const seen = log(1, 2, 3)
  const shown = log(1, 9, 9, 9)
  const world = {
    path,
    folder,
    shown,
    log: seen,
    now: NOW as number,
    clearance: undefined as Uint8Array | undefined,
    trust: { ...EMPTY_TRUST_STATE, checkpoint: noteOf(seen) } as TrustState,
  }
  const clock: Clock = { now: () => world.now as Timestamp, monotonic: () => 0 as Instant }
  const newFollower = () =>
    new LogFollower({
      coordinatorId: COORDINATOR_ID,
      logKey: async () => LOG_KEY.publicKey,
      async fetch(name) {
        const bytes = world.log.files().get(name)
        if (bytes) return bytes
        throw new SallyportError('HTTP_FAILED', { message: 'not found' })
      },
    })
  const states = [
    {
      readTrust: async () => world.trust,
      async writeTrust(state: TrustState) {
        world.trust = state
      },
    },
  ] as unknown as StateFiles[]
  const open = async () =>
    createCoordinatorOversight({
      follower: newFollower(),
      issuerKeys: { keysFor: async () => new Map() },
      clock,
      conflict: await readConflict(path),
      onConflict: (reason, kept, note) => recordConflict(path, { reason, kept, seen: note ?? null }, clock),
      clear: () =>
        clearConflict({
          path,
          root: ROOT.publicKey,
          fetch: async () => world.clearance,
          newFollower,
          states,
          diagnostics: silentDiagnostics,
        }),
    })
  const oversight = await open()
  await oversight.freshness('shop', 'production')
  world.log = shown
  await expect(oversight.freshness('shop', 'production')).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  return { world, oversight, open }
}

function clearanceOf(of: TestLog, issuedAt: number, key = ROOT): Uint8Array {
  const { size, root } = parseCheckpointText(parseNote(noteOf(of)).text)
  return encodeUtf8(JSON.stringify(signLogClearance({ issuedAt: issuedAt as Timestamp, size, root }, key)))
}

test('the root clears what was noticed before, the kept checkpoints are forgotten, the evidence stays', async () => {
  const { world: it, oversight, open } = await world()
  it.clearance = clearanceOf(it.shown, it.now + MINUTE)
  await expect(oversight.freshness('shop', 'production')).resolves.toMatchObject({ at: it.now })
  expect(oversight.conflict).toBeUndefined()
  expect(it.trust.checkpoint).toBeNull()
  expect(await readConflict(it.path)).toBeUndefined()
  const [kept] = (await readdir(it.folder)).filter((name) => name.endsWith('.cleared'))
  expect(JSON.parse(await readFile(join(it.folder, kept!), 'utf8'))).toMatchObject({
    reason: expect.stringContaining('contradicts itself'),
  })
  expect((await open()).conflict).toBeUndefined()
})

test('an agent that was started after the contradiction is cleared as well', async () => {
  const { world: it, open } = await world()
  const again = await open()
  expect(again.conflict).toMatch(/contradicted itself before/)
  await expect(again.resolveConflict()).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  it.clearance = clearanceOf(it.shown, it.now + MINUTE)
  await again.resolveConflict()
  expect(again.conflict).toBeUndefined()
})

test.each([
  [
    'was issued before the contradiction was noticed',
    (it: { shown: TestLog; now: number }) => clearanceOf(it.shown, it.now - 1),
    'LOG_INCONSISTENT',
  ],
  [
    'vouches for another history',
    (it: { shown: TestLog; now: number }) => clearanceOf(log(1, 2, 3), it.now + MINUTE),
    'LOG_INCONSISTENT',
  ],
  [
    'vouches for more than the log has',
    (it: { shown: TestLog; now: number }) => clearanceOf(log(1, 9, 9, 9, 9), it.now + MINUTE),
    'LOG_INCONSISTENT',
  ],
  [
    'another key signed',
    (it: { shown: TestLog; now: number }) =>
      clearanceOf(it.shown, it.now + MINUTE, ed25519KeyPair(new Uint8Array(32).fill(8))),
    'SIGNATURE_INVALID',
  ],
  ['cannot be read', () => encodeUtf8('{'), 'JSON_INVALID'],
])('a clearance that %s clears nothing', async (_, make, code) => {
  const { world: it, oversight } = await world()
  it.clearance = make(it)
  await expect(oversight.freshness('shop', 'production')).rejects.toMatchObject({ code })
  expect(oversight.conflict).toBeDefined()
  expect(it.trust.checkpoint).not.toBeNull()
  expect(await readConflict(it.path)).toBeDefined()
})

test('a contradiction that comes after a clearance is not excused by it', async () => {
  const { world: it, oversight } = await world()
  it.clearance = clearanceOf(it.shown, it.now + MINUTE)
  await oversight.freshness('shop', 'production')
  it.now += 2 * MINUTE
  it.log = log(1, 9, 8, 8, 8)
  await expect(oversight.freshness('shop', 'production')).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  await expect(oversight.freshness('shop', 'production')).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
})
