import { chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../../verbs/command-process.ts'

/** `nobody` of every Linux: the service's user stands in for it. */
const SERVICE = 65_534
const NEEDS_ROOT = process.getuid?.() === 0 ? '' : ' (skipped: needs root)'
const asRoot = test.skipIf(NEEDS_ROOT !== '')

async function initialised(): Promise<{ base: string; run: (...args: string[]) => Promise<void> }> {
  const base = await mkdtemp(join(tmpdir(), 'sallyport-service-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  await chown(base, SERVICE, SERVICE)
  await mkdir(join(base, 'data'), { mode: 0o700 })
  await chown(join(base, 'data'), SERVICE, SERVICE)
  const run = async (...args: string[]): Promise<void> => {
    const { code, stderr } = await runCommand(args, { cwd: base })
    if (code !== 0) throw new Error(`sallyport ${args.join(' ')}: ${code}\n${stderr}`)
  }
  await run('coordinator', 'init', '--data', 'data', '--operator', 'operator')
  return { base, run }
}

async function owners(folder: string): Promise<[string, number][]> {
  const names = await readdir(folder, { recursive: true })
  return Promise.all(
    names.map(async (name) => [name, (await stat(join(folder, name))).uid] as [string, number]),
  )
}

asRoot(`what root does to a service's coordinator stays the service's${NEEDS_ROOT}`, async () => {
  const { base, run } = await initialised()
  await run('keys', 'renew', '--data', 'data', '--key', 'operator/root.key')
  await run('keys', 'rotate', '--data', 'data', '--key', 'operator/root.key')
  await run('coordinator', 'enroll', '--data', 'data', '--application', 'shop', '--environment', 'production')
  await run('coordinator', 'first-admin', '--data', 'data')
  await run('coordinator', 'doctor', '--data', 'data')
  await run('coordinator', 'backup', '--data', 'data', '--out', 'backup')
  for (const [name, uid] of await owners(join(base, 'data'))) expect([name, uid]).toEqual([name, SERVICE])
})

asRoot(
  `a restore by root is the service's, and one that fails leaves the folder itself${NEEDS_ROOT}`,
  async () => {
    const { base, run } = await initialised()
    await run('coordinator', 'backup', '--data', 'data', '--out', 'backup')
    await mkdir(join(base, 'new'), { mode: 0o700 })
    await chown(join(base, 'new'), SERVICE, SERVICE)
    await writeFile(join(base, 'newest'), 'no checkpoint')
    const args = ['coordinator', 'restore', '--data', 'new', '--backup', 'backup'] as const
    await expect(run(...args, '--checkpoint', 'newest')).rejects.toThrow()
    expect(await readdir(join(base, 'new'))).toEqual([])
    await run(...args)
    for (const [name, uid] of await owners(join(base, 'new'))) expect([name, uid]).toEqual([name, SERVICE])
  },
)

asRoot(`the store is for its owner only${NEEDS_ROOT}`, async () => {
  const { base } = await initialised()
  expect((await stat(join(base, 'data', 'store.sqlite'))).mode & 0o777).toBe(0o600)
})
