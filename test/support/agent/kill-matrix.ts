/**
 * An agent that is killed with SIGKILL before and after each durable write of a deployment. Each time the
 * next start must leave the old or the new release answering, and the next deployment must work. The
 * deployments follow one another in one folder, as they would on a server.
 */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recoverApplication } from '../../../src/agent/deployment/deploy.ts'
import { closeRuntime } from '../../../src/agent/deployment/open-runtime.ts'
import { approvalOf, createWorld, openWorld, runOnce, type World } from './agent-world.ts'
import { askService, releaseArtifact } from './small-service.ts'

export type KillRow = readonly [write: string, when: 'before' | 'after']

const bothSides = (writes: readonly string[]): KillRow[] =>
  writes.flatMap((write) => [[write, 'before'] as const, [write, 'after'] as const])

export const GOOD_ROWS: readonly KillRow[] = bothSides([
  'trust',
  'state:polled',
  'state:approval-verified',
  'state:space-reserved',
  'state:downloading',
  'state:digest-verified',
  'state:staged',
  'state:journalled',
  'state:pre-hook',
  'state:checked-again',
  'state:switched',
  'service-stopped',
  'service-starting',
  'service-started',
  'state:started',
  'state:health-window',
  'state:committed',
  'state:receipt',
  'state:finished',
])
export const SICK_ROWS: readonly KillRow[] = bothSides([
  'state:rolling-back',
  'state:rolled-back',
  'quarantine',
  'state:quarantined',
])

const killedAgent = fileURLToPath(new URL('./killed-agent.ts', import.meta.url))

let world: World
let sequence = 0
let answering = ''

/** One test for each row, in one folder. */
export function testKills(goodRows: readonly KillRow[], sickRows: readonly KillRow[]): void {
  beforeAll(async () => {
    world = await createWorld()
    await deployGood()
  })
  afterAll(() => world.end())
  test.each(goodRows)(
    'kill -9 at %s, %s: the old or the new release answers, the next deployment works',
    testGood,
  )
  test.each(sickRows)(
    'kill -9 at %s, %s, of a sick release: the old release answers, the next deployment works',
    testSick,
  )
}

async function testGood(write: string, when: string): Promise<void> {
  const version = `v${++sequence}`
  expect(await runUntilKilled(releaseArtifact({ version }), write, when)).toBe('SIGKILL')
  await restart()
  expect([answering, version]).toContain(await askService(world.port))
  await deployGood()
}

async function testSick(write: string, when: string): Promise<void> {
  const version = `sick${++sequence}`
  expect(await runUntilKilled(releaseArtifact({ version, sick: true }), write, when)).toBe('SIGKILL')
  await restart()
  expect(await askService(world.port)).toBe(answering)
  await deployGood()
}

async function deployGood(): Promise<void> {
  const version = `v${++sequence}`
  const end = await runOnce(world, { artifact: releaseArtifact({ version }), sequence })
  expect(end.outcome).toEqual({ kind: 'committed' })
  expect(await askService(world.port)).toBe(version)
  answering = version
}

/** What a restart of the agent does, and that it does it once: a second one finds nothing to do. */
async function restart(): Promise<void> {
  const runtime = await openWorld(world)
  await recoverApplication(runtime, () => {})
  expect(['finished', undefined]).toContain(runtime.journal.facts().state?.kind)
  expect(await recoverApplication(runtime, () => {})).toBeUndefined()
  await expect.poll(() => askService(world.port)).toBeDefined()
  await closeRuntime(runtime)
}

async function runUntilKilled(artifact: Uint8Array, write: string, when: string): Promise<string | null> {
  const path = join(world.folder, 'killed.tar.gz')
  const approval = join(world.folder, 'killed.approval.json')
  await writeFile(path, artifact)
  await writeFile(approval, approvalOf({ artifact, sequence }))
  const child = spawn(process.execPath, [killedAgent, world.folder, approval, path, write, when], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return await new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
}
