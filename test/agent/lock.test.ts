import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLockHolder, takeLock } from '../../src/agent/lock.ts'
import { identifyProcess } from '../../src/agent/service/process-identity.ts'
import { systemRandom } from '../../src/platform/random.ts'

test('a lock is held by one, and free again after its release', async () => {
  const path = await lockPath()
  const lock = await takeLock(path, systemRandom)
  expect(await findLockHolder(path)).toMatchObject({ pid: process.pid })
  await expect(takeLock(path, systemRandom)).rejects.toMatchObject({ code: 'AGENT_BUSY' })
  await lock.release()
  expect(await findLockHolder(path)).toBeUndefined()
  await (await takeLock(path, systemRandom)).release()
})

test("a lock whose process id is somebody else's by now is taken over", async () => {
  const path = await lockPath()
  const own = identifyProcess(process.pid)
  await writeFile(path, JSON.stringify({ ...own, startTime: '1', token: 'old' }))
  const lock = await takeLock(path, systemRandom)
  expect(lock.takenOverFrom).toMatchObject({ startTime: '1' })
  expect(await lock.isHeld()).toBe(true)
})

test('a lock of another boot, and one that cannot be read, are taken over', async () => {
  for (const text of [JSON.stringify({ ...identifyProcess(process.pid), boot: 'another' }), '', 'garbage']) {
    const path = await lockPath()
    await writeFile(path, text)
    expect(await (await takeLock(path, systemRandom)).isHeld()).toBe(true)
  }
})

test('of many who take a stale lock at once, one gets it', async () => {
  for (let round = 0; round < 20; round++) {
    const path = await lockPath()
    await writeFile(path, JSON.stringify({ pid: 4_000_000, startTime: '1', boot: 'another' }))
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path, systemRandom)))
    const held = await Promise.all(
      taken.map(async (result) => result.status === 'fulfilled' && (await result.value.isHeld())),
    )
    expect(held.filter(Boolean)).toHaveLength(1)
    expect(await readdir(join(path, '..'))).toEqual(['lock'])
  }
})

async function lockPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'sallyport-lock-')), 'lock')
}
