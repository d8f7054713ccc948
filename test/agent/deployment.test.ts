import { chmod, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recoverApplication } from '../../src/agent/deployment/deploy.ts'
import type { DeploymentLine } from '../../src/agent/deployment/deployment-log.ts'
import { closeRuntime } from '../../src/agent/deployment/open-runtime.ts'
import { retryQuarantined } from '../../src/agent/deployment/retry-quarantined.ts'
import type { Runtime } from '../../src/agent/deployment/runtime.ts'
import { openJournal } from '../../src/agent/journal/file-journal.ts'
import { identifyProcess } from '../../src/agent/service/process-identity.ts'
import { sha256Hex } from '../../src/base/digest.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { addMs, DAY, HOUR, type Timestamp } from '../../src/base/time.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { verifyReceipt } from '../../src/trust/receipt.ts'
import {
  approvalOf,
  createWorld,
  deployTo,
  openWorld,
  runOnce,
  type World,
  wholeSeconds,
} from '../support/agent/agent-world.ts'
import { askService, releaseArtifact } from '../support/agent/small-service.ts'

const ONE = releaseArtifact({ version: 'one' })
const TWO = releaseArtifact({ version: 'two' })
const SICK = releaseArtifact({ version: 'sick', sick: true })
const CRASHING = releaseArtifact({ version: 'crashing', crashes: true })

let world: World
let runtime: Runtime

beforeEach(async () => {
  world = await createWorld()
  runtime = await openWorld(world)
})

afterEach(async () => {
  await closeRuntime(runtime)
  await world.end()
})

test('an approved artifact is deployed, answers, and its receipt is signed by the machine key', async () => {
  const lines: DeploymentLine[] = []
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 1, lines })
  expect(end.outcome).toEqual({ kind: 'committed' })
  expect(await askService(world.port)).toBe('one')
  expect(await readlink(runtime.layout.current)).toBe(`releases/${sha256Hex(ONE)}`)
  const { receipt } = verifyReceipt(JSON.parse(Buffer.from(end.receipt!).toString()), [
    runtime.machineKey.publicKey,
  ])
  expect(receipt.predicate).toMatchObject({
    outcome: 'committed',
    kind: 'deploy',
    previous: null,
    sameUser: true,
    anyWorkflow: false,
  })
  expect(lines.filter((line) => line.kind === 'state').map(({ state }) => state)).toEqual([
    'polled',
    'approval-verified',
    'space-reserved',
    'downloading',
    'digest-verified',
    'staged',
    'journalled',
    'pre-hook',
    'checked-again',
    'switched',
    'started',
    'health-window',
    'committed',
    'receipt',
    'finished',
  ])
})

test('a machine key of somebody else verifies no receipt', async () => {
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const envelope = JSON.parse(Buffer.from(end.receipt!).toString())
  const other = ed25519KeyPair(new Uint8Array(32).fill(3))
  expect(() => verifyReceipt(envelope, [other.publicKey])).toThrow(/must/)
})

test('the next release takes over, and nothing of the intake is left', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const end = await deployTo(runtime, world, { artifact: TWO, sequence: 2 })
  expect(end.outcome.kind).toBe('committed')
  expect(await askService(world.port)).toBe('two')
  expect(await readdir(runtime.layout.incoming)).toEqual([])
  expect((await readdir(runtime.layout.releases)).sort()).toEqual([sha256Hex(ONE), sha256Hex(TWO)].sort())
})

test('the service sees a clean environment', async () => {
  process.env['SALLYPORT_TEST_LEAK'] = 'secret'
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  delete process.env['SALLYPORT_TEST_LEAK']
  const names = Object.keys(JSON.parse((await askService(world.port, '/env')) ?? '{}'))
  expect(names.sort()).toEqual(
    [
      'HOME',
      'LANG',
      'PATH',
      'PORT',
      'SALLYPORT_APPLICATION',
      'SALLYPORT_ENVIRONMENT',
      'SALLYPORT_INSTANCE',
      'SALLYPORT_RELEASE',
      'SALLYPORT_SHARED',
    ].sort(),
  )
})

for (const [what, artifact] of [
  ['unhealthy', SICK],
  ['crashing', CRASHING],
] as const) {
  test(`a release that is ${what} is rolled back and quarantined, and the old one answers`, async () => {
    await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
    const lines: DeploymentLine[] = []
    const end = await deployTo(runtime, world, { artifact, sequence: 2, lines })
    expect(end.outcome).toMatchObject({
      kind: 'rolled-back',
      quarantined: true,
      restored: true,
      to: sha256Hex(ONE),
    })
    expect(await askService(world.port)).toBe('one')
    const again = await deployTo(runtime, world, { artifact, sequence: 3 })
    expect(again.outcome).toMatchObject({ kind: 'refused', failure: { code: 'quarantined' } })
    if (what === 'crashing') {
      expect(lines).toContainEqual(
        expect.objectContaining({ kind: 'output', from: 'service', text: 'cannot find the moon' }),
      )
    }
  })
}

test('the first release of all, unhealthy, is rolled back to nothing', async () => {
  const end = await deployTo(runtime, world, { artifact: SICK, sequence: 1 })
  expect(end.outcome).toMatchObject({ kind: 'rolled-back', restored: true })
  expect(await askService(world.port)).toBeUndefined()
})

test('a quarantined digest is tried again when a person gives a name for it', async () => {
  await deployTo(runtime, world, { artifact: SICK, sequence: 1 })
  const attempt = { artifact: SICK, sequence: 2 }
  await expect(retryQuarantined(runtime, approvalOf(attempt), '')).rejects.toThrow(/name of who asks/)
  await retryQuarantined(runtime, approvalOf(attempt), 'ada')
  expect((await deployTo(runtime, world, attempt)).outcome.kind).toBe('rolled-back')
  expect((await runtime.files.readQuarantine()).retries).toMatchObject([
    { by: 'ada', digest: sha256Hex(SICK) },
  ])
})

test('an artifact that is not the approved one is refused, and nothing is kept of it', async () => {
  const given = Buffer.from(ONE)
  given[ONE.length - 1]! ^= 1
  const end = await deployTo(runtime, world, { artifact: ONE, given, sequence: 1 })
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'digest-mismatch' } })
  expect(await readdir(runtime.layout.incoming)).toEqual([])
  expect(await readdir(runtime.layout.releases)).toEqual([])
})

test('an artifact that is longer than signed is refused without being read on', async () => {
  const end = await deployTo(runtime, world, {
    artifact: ONE,
    given: Buffer.concat([ONE, Buffer.alloc(1)]),
    sequence: 1,
  })
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'digest-mismatch' } })
})

test('an artifact that is cut short is a source lost; the same approval then goes on from there', async () => {
  const cut = await deployTo(runtime, world, { artifact: ONE, given: ONE.subarray(0, 100), sequence: 1 })
  expect(cut.outcome).toMatchObject({ kind: 'refused', failure: { code: 'source-lost' } })
  const lines: DeploymentLine[] = []
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 1, lines })
  expect(end.outcome.kind).toBe('committed')
  expect(lines).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('the first 100 are here') }),
  )
})

test('a partial download that was tampered with is hashed again, found out and fetched anew', async () => {
  await deployTo(runtime, world, { artifact: ONE, given: ONE.subarray(0, 100), sequence: 1 })
  const partial = join(runtime.layout.incoming, `${sha256Hex(ONE)}.partial`)
  await writeFile(partial, Buffer.alloc(100))
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  expect(end.outcome.kind).toBe('committed')
})

test('a key that is not trusted approves nothing', async () => {
  const signer = ed25519KeyPair(new Uint8Array(32).fill(9))
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 1, signer })
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'approval-refused' } })
  expect(end.plan).toBeUndefined()
  expect(end.receipt).toBeUndefined()
})

test('an older sequence is refused, and so is another approval of the same one', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 5 })
  for (const sequence of [4, 5]) {
    const end = await deployTo(runtime, world, { artifact: TWO, sequence })
    expect(end.outcome, String(sequence)).toMatchObject({
      kind: 'refused',
      failure: { message: expect.stringMatching(/SEQUENCE_(LOWER|REUSED)/) },
    })
  }
})

test('the ratchet stays after a deployment that failed', async () => {
  await deployTo(runtime, world, { artifact: SICK, sequence: 9 })
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 8 })
  expect(end.outcome).toMatchObject({ failure: { message: expect.stringContaining('SEQUENCE_LOWER') } })
})

test('a new approval of what runs already is answered with its receipt', async () => {
  const first = await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const second = await deployTo(runtime, world, { artifact: ONE, sequence: 2 })
  expect(second.outcome).toEqual({ kind: 'already-running' })
  expect(second.receipt).toEqual(first.receipt)
})

test('a revoked digest is not deployed, and not gone back to', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  await deployTo(runtime, world, { artifact: TWO, sequence: 2 })
  const revoked = await deployTo(runtime, world, { artifact: ONE, sequence: 3, kind: 'revoke' })
  expect(revoked.outcome).toEqual({ kind: 'revoked' })
  expect(await askService(world.port)).toBe('two')
  const end = await deployTo(runtime, world, { artifact: SICK, sequence: 4 })
  // What ran before was TWO, which is good; ONE is never a target.
  expect(end.outcome).toMatchObject({ kind: 'rolled-back', to: sha256Hex(TWO) })
  const back = await deployTo(runtime, world, { artifact: ONE, sequence: 5, kind: 'rollback' })
  expect(back.outcome).toMatchObject({ kind: 'refused', failure: { code: 'revoked' } })
})

test('a signed rollback goes back to a release that is here, without a download', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  await deployTo(runtime, world, { artifact: TWO, sequence: 2 })
  const end = await deployTo(runtime, world, {
    artifact: ONE,
    given: Buffer.from('nothing to read'),
    sequence: 3,
    kind: 'rollback',
  })
  expect(end.outcome.kind).toBe('committed')
  expect(await askService(world.port)).toBe('one')
})

test('a release that was changed on the disk is unpacked anew, never switched to', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  await deployTo(runtime, world, { artifact: TWO, sequence: 2 })
  const file = join(runtime.layout.releases, sha256Hex(ONE), 'server.mjs')
  await chmod(file, 0o644)
  await writeFile(file, 'evil()')
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 3 })
  expect(end.outcome.kind).toBe('committed')
  expect(await readFile(file, 'utf8')).toContain('createServer')
})

test('a rollback target that was changed on the disk is not run', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const file = join(runtime.layout.releases, sha256Hex(ONE), 'VERSION')
  await chmod(file, 0o644)
  await writeFile(file, 'evil')
  const end = await deployTo(runtime, world, { artifact: SICK, sequence: 2 })
  expect(end.outcome).toMatchObject({ kind: 'rolled-back', restored: false })
})

test('an approval whose window ends while the artifact comes is refused at the second check', async () => {
  const notAfter = wholeSeconds(addMs(systemClock.now(), HOUR))
  const reads = { count: 0 }
  const clock = {
    monotonic: systemClock.monotonic,
    // After the verification an hour and more has gone by.
    now: () => (reads.count++ < 8 ? systemClock.now() : addMs(systemClock.now(), 2 * HOUR)),
  }
  const end = await deployTo({ ...runtime, clock }, world, {
    artifact: ONE,
    sequence: 1,
    content: { notAfter },
  })
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'expired' } })
  expect(await askService(world.port)).toBeUndefined()
})

test('a clock far behind the journal stops deployments and leaves the service alone', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const clock = { monotonic: systemClock.monotonic, now: () => (systemClock.now() - DAY) as Timestamp }
  const end = await deployTo({ ...runtime, clock }, world, { artifact: TWO, sequence: 2 })
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'clock-behind' } })
  expect(await askService(world.port)).toBe('one')
})

test('an abort before the switch changes nothing', async () => {
  const end = await deployTo(runtime, world, { artifact: ONE, sequence: 1, signal: AbortSignal.abort() })
  expect(end.outcome.kind).toBe('refused')
  expect(await askService(world.port)).toBeUndefined()
})

test('a second agent for the same application is turned away, naming the first', async () => {
  await expect(openWorld(world)).rejects.toThrow(new RegExp(`process ${process.pid}`))
})

test('a service that died while no agent ran is started again by the next start', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const pid = runtime.journal.facts().service?.process?.pid ?? 0
  await closeRuntime(runtime)
  process.kill(-pid, 'SIGKILL')
  await expect.poll(() => identifyProcess(pid)).toBeUndefined()
  runtime = await openWorld(world)
  await recoverApplication(runtime, () => {})
  expect(runtime.journal.facts().service?.process?.pid).not.toBe(pid)
  await expect.poll(() => askService(world.port)).toBe('one')
})

test('a service that still runs is taken over with its process', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const before = runtime.journal.facts().service?.process
  await closeRuntime(runtime)
  runtime = await openWorld(world)
  await recoverApplication(runtime, () => {})
  expect(runtime.journal.facts().service?.process).toEqual(before)
  expect(await askService(world.port)).toBe('one')
})

test('releases beyond what is kept are removed, never the last good ones', async () => {
  for (let sequence = 1; sequence <= 6; sequence++) {
    const artifact = releaseArtifact({ version: `v${sequence}` })
    expect((await deployTo(runtime, world, { artifact, sequence })).outcome.kind).toBe('committed')
  }
  const kept = await readdir(runtime.layout.releases)
  expect(kept.sort()).toEqual([4, 5, 6].map((n) => sha256Hex(releaseArtifact({ version: `v${n}` }))).sort())
})

test('the journal stays small over many deployments, and says the same after a restart', async () => {
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  const facts = runtime.journal.facts()
  await closeRuntime(runtime)
  const reopened = await openJournal(runtime.layout.journal)
  expect(reopened.facts()).toEqual(facts)
  await reopened.close()
  runtime = await openWorld(world)
})

test('what runOnce does is what the verb does: recover, deploy, close', async () => {
  await closeRuntime(runtime)
  expect((await runOnce(world, { artifact: ONE, sequence: 1 })).outcome.kind).toBe('committed')
  runtime = await openWorld(world)
})
