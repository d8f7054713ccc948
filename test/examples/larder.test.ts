import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeRuntime } from '../../src/agent/deployment/open-runtime.ts'
import { createWorld, deployTo, openWorld, type World } from '../support/agent/agent-world.ts'
import { askService } from '../support/agent/small-service.ts'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

let world: World

beforeEach(async () => {
  world = await createWorld()
})

afterEach(() => world.end())

test('the same files give the same release, byte for byte', async () => {
  const [first, second] = await Promise.all([buildLarder('larder-mended'), buildLarder('larder-mended')])
  expect(first).toEqual(second)
})

test('the mended larder is deployed, and the broken one is rolled back', async () => {
  const runtime = await openWorld(world)
  const good = await deployTo(runtime, world, { artifact: await buildLarder('larder-mended'), sequence: 1 })
  expect(good.outcome.kind).toBe('committed')
  expect(JSON.parse((await askService(world.port)) ?? '')).toMatchObject({
    service: 'larder',
    version: '1.0.1',
  })
  const bad = await deployTo(runtime, world, {
    artifact: await buildLarder('larder-mended', 'larder-broken'),
    sequence: 2,
  })
  expect(bad.outcome).toMatchObject({ kind: 'rolled-back', quarantined: true, restored: true })
  expect(JSON.parse((await askService(world.port)) ?? '')).toMatchObject({ version: '1.0.1' })
  await closeRuntime(runtime)
})

/** The larder with other folders laid over it, packed by its own build script. */
async function buildLarder(...overlays: readonly string[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-larder-'))
  for (const name of ['larder', ...overlays]) await cp(join(examples, name), folder, { recursive: true })
  execFileSync(process.execPath, ['build.mjs', '--out', 'larder.tar.gz'], { cwd: folder, stdio: 'pipe' })
  return await readFile(join(folder, 'larder.tar.gz'))
}
