/** What is asked of systemd, and what its answers mean; a program of the test's own answers for it. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSystemdService, loadStateOf } from '../../src/agent/service/systemd-service.ts'

const RELEASE = 'a'.repeat(64)
const posix = test.skipIf(process.platform === 'win32')

/** @param answer the script's end: what it prints, and its exit code */
function fakeSystemctl(answer: string): { program: string; asked: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-systemctl-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const program = join(folder, 'systemctl')
  const log = join(folder, 'asked')
  writeFileSync(program, `#!/bin/sh\necho "$*" >>'${log}'\n${answer}\n`)
  chmodSync(program, 0o755)
  return { program, asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) }
}

function serviceOf(program: string, release: string | undefined = RELEASE) {
  return createSystemdService({
    unit: 'shop.service',
    timeoutMs: 5_000,
    currentRelease: async () => release,
    program,
  })
}

posix('a release is ensured by a restart, and ended by a stop', async () => {
  const { program, asked } = fakeSystemctl('exit 0')
  const service = serviceOf(program)
  await service.ensure(RELEASE)
  await service.stop()
  expect(asked()).toEqual(['restart -- shop.service', 'stop -- shop.service'])
})

posix('what systemd refuses is an error with its words and the next step', async () => {
  const { program } = fakeSystemctl('echo "Unit shop.service not found." >&2; exit 5')
  await expect(serviceOf(program).ensure(RELEASE)).rejects.toMatchObject({
    code: 'PROCESS_FAILED',
    message: 'systemctl restart shop.service ended with code 5: Unit shop.service not found.',
    help: 'look at: journalctl -u shop.service',
  })
})

posix.each([
  ['echo active; exit 0', RELEASE, { kind: 'running', release: RELEASE }],
  ['echo inactive; exit 3', RELEASE, { kind: 'stopped' }],
  ['echo failed; exit 3', RELEASE, { kind: 'ended', release: RELEASE }],
  // Somebody else's: nothing was deployed by us.
  ['echo active; exit 0', undefined, { kind: 'stopped' }],
])('%j with the release %s is %j', async (answer, release, expected) => {
  const { program } = fakeSystemctl(answer)
  const service = createSystemdService({
    unit: 'shop.service',
    timeoutMs: 5_000,
    currentRelease: async () => release,
    program,
  })
  expect(await service.status()).toEqual(expected)
})

posix('how a unit is known is asked of systemd, and that there is none is said', async () => {
  const { program, asked } = fakeSystemctl('echo not-found')
  expect(await loadStateOf('shop.service', program)).toBe('not-found')
  expect(asked()).toEqual(['show --property=LoadState --value -- shop.service'])
  const none = fakeSystemctl('echo "System has not been booted with systemd as init system" >&2; exit 1')
  await expect(loadStateOf('shop.service', none.program)).rejects.toThrow('has not been booted with systemd')
})
