/** The coordinator on a real file system of 6 MiB, which needs root to mount, filled to the last block. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { readFileIfThere } from '../../src/platform/files.ts'
import { verifyLog } from '../../src/tlog/verify-log.ts'
import { startKit } from './coordinator-kit.ts'

test('on a full disk nobody is admitted, nothing breaks, and with room the same request is served', async () => {
  const place = await mkdtemp(join(tmpdir(), 'sallyport-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m,mode=700', 'tmpfs', place])
  onTestFinished(async () => {
    execFileSync('umount', ['-l', place])
    await rm(place, { recursive: true })
  })
  const kit = await startKit({ place })
  await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()
  const admission = runner.admission()
  const ballast = join(place, 'ballast')
  await writeFile(ballast, new Uint8Array(64 * 1024 * 1024)).catch(() => undefined)

  await expect(requestAdmission(runner.client, admission)).rejects.toThrow(/went wrong|cannot|not/)
  expect((await fetch(`${kit.coordinator().url}/healthz`)).status).toBe(200)

  await rm(ballast)
  const { self, unacknowledged } = await requestAdmission(runner.client, admission)
  expect(self.kind).toBe('runner')
  expect(unacknowledged).toEqual([])
  const read = (path: string, maxBytes: number) => readFileIfThere(join(kit.folder, 'log', path), maxBytes)
  const report = await verifyLog(
    { read },
    { describeEntry: (entry) => JSON.parse(`${Buffer.from(entry)}`).type },
  )
  expect(report.entries.get('admission')).toBe(1)
})
