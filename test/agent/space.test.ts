import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deploy, newDeploymentId, recoverApplication } from '../../src/agent/deployment/deploy.ts'
import { closeRuntime } from '../../src/agent/deployment/open-runtime.ts'
import type { Runtime } from '../../src/agent/deployment/runtime.ts'
import type { Source } from '../../src/agent/sources/source.ts'
import { SallyportError } from '../../src/base/errors.ts'
import { approvalOf, createWorld, deployTo, openWorld, type World } from '../support/agent/agent-world.ts'
import { askService, releaseArtifact } from '../support/agent/small-service.ts'

/* A full disk, injected through the contracts: wherever it comes, the old or the new release answers. */

const ONE = releaseArtifact({ version: 'one' })
const TWO = releaseArtifact({ version: 'two' })

let world: World
let runtime: Runtime

beforeEach(async () => {
  world = await createWorld()
  runtime = await openWorld(world)
  await deployTo(runtime, world, { artifact: ONE, sequence: 1 })
  await closeRuntime(runtime)
})

afterEach(() => world.end())

const WRITES = [
  'polled',
  'approval-verified',
  'staged',
  'journalled',
  'checked-again',
  'switched',
  'started',
  'health-window',
  'committed',
  'receipt',
  'finished',
]

for (const write of WRITES) {
  test(`a disk that is full when ${write} is journalled leaves a release that answers, and a next start that recovers`, async () => {
    runtime = await openWorld(world, {
      wrapJournal: (journal) => ({
        ...boundJournal(journal),
        append: async (record) => {
          if (record.kind === 'state' && record.state.kind === write) throw diskFull()
          await journal.append(record)
        },
      }),
    })
    await expect(deployTo(runtime, world, { artifact: TWO, sequence: 2 })).rejects.toThrow(/ENOSPC/)
    expect(['one', 'two']).toContain(await askService(world.port))
    await closeRuntime(runtime)
    runtime = await openWorld(world)
    await recoverApplication(runtime, () => {})
    expect(['one', 'two']).toContain(await askService(world.port))
    const next = await deployTo(runtime, world, {
      artifact: releaseArtifact({ version: 'three' }),
      sequence: 3,
    })
    expect(next.outcome).toMatchObject({ kind: 'committed' })
    await closeRuntime(runtime)
  })
}

test('a disk that fills while the artifact comes is a clean failure, and what came is kept for a resume', async () => {
  runtime = await openWorld(world)
  const source: Source = {
    kind: 'file',
    label: 'a disk that fills',
    open: async () => ({ offset: 0, bytes: failing(), close: () => {} }),
  }
  const end = await deploy(
    runtime,
    {
      deployment: newDeploymentId(runtime.clock.now(), runtime.random),
      approval: approvalOf({ artifact: TWO, sequence: 2 }),
      source,
    },
    () => {},
    new AbortController().signal,
  )
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'no-space' } })
  expect((await readdir(runtime.layout.releases)).filter((name) => name.startsWith('.'))).toEqual([])
  expect(await askService(world.port)).toBe('one')
  const next = await deployTo(runtime, world, { artifact: TWO, sequence: 2 })
  expect(next.outcome).toMatchObject({ kind: 'committed' })
  await closeRuntime(runtime)
})

test('when the ratchet cannot be stored, nothing is done at all', async () => {
  runtime = await openWorld(world, {
    wrapFiles: (files) => ({ ...files, writeTrust: () => Promise.reject(diskFull()) }),
  })
  const end = await deployTo(runtime, world, { artifact: TWO, sequence: 2 })
  expect(end.outcome).toMatchObject({ kind: 'refused', failure: { code: 'no-space' } })
  expect(await readdir(join(runtime.layout.releases))).toHaveLength(1)
  await closeRuntime(runtime)
})

async function* failing(): AsyncGenerator<Uint8Array> {
  yield TWO.subarray(0, 50)
  throw diskFull()
}

function diskFull(): Error {
  const cause = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  return new SallyportError('FILE_UNWRITABLE', { message: cause.message, cause })
}

function boundJournal(journal: Runtime['journal']): Runtime['journal'] {
  return {
    facts: () => journal.facts(),
    close: () => journal.close(),
    append: (record) => journal.append(record),
  }
}
