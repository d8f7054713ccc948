import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRuntime } from '../../src/agent/deployment/open-runtime.ts'
import { createWorld, deployTo, openWorld, type World } from '../support/agent/agent-world.ts'
import { askService, releaseArtifact } from '../support/agent/small-service.ts'

/* A real file system of 4 MiB, which needs root to mount; it is filled to the last block. */

let world: World
let root: string

beforeAll(async () => {
  world = await createWorld()
  root = join(world.folder, 'apps')
  await mkdir(root)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=755', 'tmpfs', root])
})

afterAll(async () => {
  const runtime = await openWorld(world)
  await runtime.service.stop()
  await closeRuntime(runtime)
  execFileSync('umount', ['-l', root])
  await world.end()
})

test('on a disk that is full to the last block the old release stays, and with room the next one comes', async () => {
  const runtime = await openWorld(world)
  const one = await deployTo(runtime, world, { artifact: releaseArtifact({ version: 'one' }), sequence: 1 })
  expect(one.outcome.kind).toBe('committed')
  const ballast = join(root, 'ballast')
  await writeFile(ballast, new Uint8Array(64 * 1024 * 1024)).catch(() => undefined)
  const full = await deployTo(runtime, world, { artifact: releaseArtifact({ version: 'two' }), sequence: 2 })
  expect(full.outcome).toMatchObject({ kind: 'refused', failure: { code: 'no-space' } })
  expect(await askService(world.port)).toBe('one')
  // The end of the deployment was written down all the same, from the journal's reserve.
  expect(await readFile(runtime.layout.journal, 'utf8')).toContain('"no-space"')
  await rm(ballast)
  const next = await deployTo(runtime, world, { artifact: releaseArtifact({ version: 'two' }), sequence: 2 })
  expect(next.outcome.kind).toBe('committed')
  expect(await askService(world.port)).toBe('two')
  await closeRuntime(runtime)
})
