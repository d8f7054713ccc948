import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataDirectory } from '../../../src/coordinator/identity/data-directory.ts'
import { type InitOptions, initialise } from '../../../src/coordinator/identity/initialise.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { systemRandom } from '../../../src/platform/random.ts'

async function place(): Promise<Pick<InitOptions, 'folder' | 'operatorFolder' | 'clock' | 'random'>> {
  const base = await mkdtemp(join(tmpdir(), 'sallyport-initialise-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  await mkdir(join(base, 'data'))
  return {
    folder: join(base, 'data'),
    operatorFolder: join(base, 'operator'),
    clock: systemClock,
    random: systemRandom,
  }
}

test('environments that cannot be read make nothing, and the same command can be given again', async () => {
  const options = await place()
  const environments = { text: 'version: 1\nissuers: nonsense\n', source: 'environments.yml' }
  await expect(initialise({ ...options, environments })).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  expect(await readdir(options.folder)).toEqual([])
  await initialise(options)
  await openDataDirectory(options.folder)
})

test('a failure in the middle takes back what was made, and leaves the folder itself', async () => {
  const options = await place()
  // The store cannot be opened: keys and key list are there by then.
  const store = { kind: 'sqlite', path: join(options.folder, 'absent', 'store.sqlite') } as const
  await expect(initialise({ ...options, store })).rejects.toThrow()
  expect(await readdir(options.folder)).toEqual([])
  expect(await readdir(options.operatorFolder)).toEqual([])
  await initialise(options)
  await openDataDirectory(options.folder)
})

test('keys of another coordinator in the operator folder are not written over', async () => {
  const options = await place()
  await mkdir(options.operatorFolder)
  await writeFile(join(options.operatorFolder, 'admin.key'), 'of another')
  await expect(initialise(options)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' })
  expect(await readdir(options.folder)).toEqual([])
  expect(await readdir(options.operatorFolder)).toEqual(['admin.key'])
})

test('one that was cut short says so', async () => {
  const options = await place()
  await mkdir(join(options.folder, 'keys'))
  await expect(initialise(options)).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_INVALID',
    help: expect.stringContaining('cut short'),
  })
})
