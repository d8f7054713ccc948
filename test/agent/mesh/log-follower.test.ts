import { expect, test } from 'vitest'
import { LogFollower } from '../../../src/agent/mesh/log-follower.ts'
import { emitLogEntry } from '../../../src/api/messages/log-entry.ts'
import { encodeUtf8 } from '../../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../../src/base/ed25519.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import { verifyConsistency } from '../../../src/tlog/proof.ts'
import { treeRoot } from '../../../src/tlog/tree.ts'
import { COORDINATOR_ID, LOG_KEY, TestLog } from '../../tlog/log-kit.ts'

const AT = '2026-11-22T08:00:00Z'
const REVOKED = `sha256:${'5'.repeat(64)}`

/** Entries that are told apart by their revision. */
function entries(from: number, to: number): Uint8Array[] {
  return Array.from({ length: to - from }, (_, index) =>
    emitLogEntry({
      type: 'environments',
      version: 1,
      at: AT,
      revision: from + index + 1,
      digest: `sha256:${'0'.repeat(64)}`,
    }),
  )
}

function revocation(): Uint8Array {
  return emitLogEntry({
    type: 'approval-revoked',
    version: 1,
    at: AT,
    application: 'shop',
    environment: 'production',
    approval: REVOKED,
  })
}

class Served {
  log: TestLog
  readonly fetched: string[] = []
  damage: (path: string, bytes: Uint8Array) => Uint8Array = (_path, bytes) => bytes

  constructor(log: TestLog) {
    this.log = log
  }

  readonly fetch = async (path: string): Promise<Uint8Array> => {
    this.fetched.push(path)
    const bytes = this.log.files().get(path)
    if (!bytes) throw new SallyportError('HTTP_FAILED', { message: `GET ${path}: status 404` })
    return this.damage(path, bytes)
  }
}

function follow(initial: readonly Uint8Array[]) {
  const served = new Served(new TestLog(initial))
  const follower = new LogFollower({
    coordinatorId: COORDINATOR_ID,
    logKey: async () => LOG_KEY.publicKey,
    fetch: served.fetch,
  })
  return { served, follower }
}

test('a log is read once; then only the bundle that has grown, and the checkpoint', async () => {
  const { served, follower } = follow(entries(0, 300))
  await follower.update()
  expect(served.fetched).toEqual(['checkpoint', 'tile/entries/000', 'tile/entries/001.p/44'])
  served.log = new TestLog(entries(0, 310))
  served.fetched.length = 0
  await follower.update()
  expect(served.fetched).toEqual(['checkpoint', 'tile/entries/001.p/54'])
  expect(follower.checkpoint).toBe(served.log.checkpoint())
})

test('the proof between two sizes that were read is the one of the log itself', async () => {
  const { served, follower } = follow(entries(0, 300))
  await follower.update()
  const proof = follower.consistency(7, 290)!
  const root = (size: number) => treeRoot(size, served.log.read)
  expect(verifyConsistency({ first: 7, firstRoot: root(7), second: 290, secondRoot: root(290), proof })).toBe(
    true,
  )
  expect(follower.consistency(7, 301)).toBeUndefined()
})

test('an approval that the log revokes is revoked as soon as the log was read', async () => {
  const { served, follower } = follow(entries(0, 3))
  await follower.update()
  expect([...follower.revokedApprovals]).toEqual([])
  served.log = new TestLog([...entries(0, 3), revocation()])
  await follower.update()
  expect([...follower.revokedApprovals]).toEqual([REVOKED])
})

test('a log that was rolled back is inconsistent', async () => {
  const { served, follower } = follow(entries(0, 5))
  await follower.update()
  const kept = follower.checkpoint
  served.log = new TestLog(entries(0, 4))
  await expect(follower.update()).rejects.toMatchObject({
    code: 'LOG_INCONSISTENT',
    message: expect.stringContaining('it has 4 entries, and had 5 before'),
  })
  expect(follower.checkpoint).toBe(kept)
})

test('a log that was forked behind us is inconsistent, though each checkpoint is signed', async () => {
  const { served, follower } = follow(entries(0, 5))
  await follower.update()
  const kept = follower.checkpoint
  served.log = new TestLog([...entries(0, 4), ...entries(90, 93)])
  await expect(follower.update()).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  expect(follower.checkpoint).toBe(kept)
})

test('a fork of the same size is inconsistent', async () => {
  const { served, follower } = follow(entries(0, 5))
  await follower.update()
  served.log = new TestLog([...entries(0, 4), ...entries(90, 91)])
  await expect(follower.update()).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
})

test('entries that do not give the signed root are inconsistent', async () => {
  const { served, follower } = follow(entries(0, 5))
  const other = new TestLog(entries(50, 55)).files()
  served.damage = (path, bytes) => (path === 'checkpoint' ? bytes : other.get(path)!)
  await expect(follower.update()).rejects.toMatchObject({
    code: 'LOG_INCONSISTENT',
    message: expect.stringContaining('its 5 entries do not give the root that it signed'),
  })
  expect(follower.checkpoint).toBeUndefined()
})

test('a checkpoint that another key signed is refused, and nothing is read after it', async () => {
  const { served, follower } = follow(entries(0, 5))
  served.log = new TestLog(entries(0, 5), ed25519KeyPair(new Uint8Array(32).fill(0x66)))
  await expect(follower.update()).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
  expect(served.fetched).toEqual(['checkpoint'])
})

test("another coordinator's checkpoint under the same key is refused", async () => {
  const { served, follower } = follow(entries(0, 5))
  served.log = new TestLog(entries(0, 5), LOG_KEY, 'D'.repeat(43))
  await expect(follower.update()).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
})

test.each<[what: string, damage: (bytes: Uint8Array) => Uint8Array]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['empty', () => new Uint8Array()],
  ['longer than its entries', (bytes) => Uint8Array.of(...bytes, 0)],
])('a bundle that is %s is no evidence against the log: it is read again', async (_what, damage) => {
  const { served, follower } = follow(entries(0, 5))
  served.damage = (path, bytes) => (path === 'checkpoint' ? bytes : damage(bytes))
  await expect(follower.update()).rejects.toMatchObject({ code: 'HTTP_FAILED' })
  served.damage = (_path, bytes) => bytes
  await follower.update()
  expect(follower.checkpoint).toBe(served.log.checkpoint())
})

test('an entry that we do not understand stops the reading each time: it could be a revocation', async () => {
  const unknown = encodeUtf8(JSON.stringify({ type: 'approval-revoked-v2', approval: REVOKED }))
  const { served, follower } = follow([...entries(0, 2), unknown])
  await expect(follower.update()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  await expect(follower.update()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  expect(served.log.entries).toHaveLength(3)
  expect(follower.checkpoint).toBeUndefined()
})

test('a checkpoint kept from before is an earlier state of this log, or it is told', async () => {
  const { follower } = follow(entries(0, 9))
  await follower.update()
  expect(() => follower.check(new TestLog(entries(0, 4)).checkpoint())).not.toThrow()
  expect(() => follower.check(new TestLog(entries(50, 54)).checkpoint())).toThrow(
    /first 4 entries are not those/,
  )
  expect(() => follower.check(new TestLog(entries(0, 10)).checkpoint())).toThrow(
    /it has 9 entries, and had 10 before/,
  )
})

test('two updates at once read the log once', async () => {
  const { served, follower } = follow(entries(0, 5))
  await Promise.all([follower.update(), follower.update()])
  expect(served.fetched).toEqual(['checkpoint', 'tile/entries/000.p/5'])
})
