/** What `--wg-config` takes for a file, and what it says of one that it takes or does not. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CommandResult, runCommand } from './command-process.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
/** Nobody is called: what is read is all that there is to see. */
const CONFIG = `[Interface]\nPrivateKey = ${KEY}\nAddress = 10.9.0.1/24\n[Peer]\nPublicKey = ${KEY}\nAllowedIPs = 10.9.0.2/32\n`
const WARNING = 'warning: wg0.conf holds a private key, and everybody may read it: chmod 600 wg0.conf\n'

test.skipIf(process.platform === 'win32')('a file that everybody may read is warned of', async () => {
  const cwd = await folderWith(CONFIG)
  for (const [mode, warned] of [
    [0o644, true],
    [0o640, false],
    [0o600, false],
  ] as const) {
    await chmod(join(cwd, 'wg0.conf'), mode)
    const { stderr } = await connect(cwd, 'wg0.conf')
    expect(stderr.includes(WARNING), mode.toString(8)).toBe(warned)
    expect(stderr).not.toContain(KEY)
  }
})

test.skipIf(process.platform === 'win32')('a pipe is read to its end', async () => {
  const cwd = await folderWith(CONFIG)
  execFileSync('mkfifo', [join(cwd, 'pipe')])
  const run = connect(cwd, 'pipe')
  await writeFile(join(cwd, 'pipe'), CONFIG.replace('10.9.0.1/24', '10.9.0.1/33'))
  expect((await run).stderr).toMatch(/^error: pipe:3: /)
})

test.skipIf(process.platform === 'win32')(
  'a file without end is read as far as a file may be long',
  async () => {
    const { stderr, code } = await connect(await folderWith(CONFIG), '/dev/zero')
    expect([code, stderr]).toEqual([2, expect.stringContaining('/dev/zero is larger than 1048576 bytes')])
  },
)

test('a folder and a file that is not there are told with their names', async () => {
  const cwd = await folderWith(CONFIG)
  expect((await connect(cwd, '.')).stderr).toMatch(/^error: \.: .*\[FILE_UNREADABLE\]/)
  expect((await connect(cwd, 'wg1.conf')).stderr).toMatch(/^error: wg1\.conf: .*\[FILE_UNREADABLE\]/)
})

function connect(cwd: string, file: string): Promise<CommandResult> {
  const words = ['connect', '--wg-config', file, '--data-plane', 'userspace', '--connect-timeout', '1s']
  return runCommand([...words, '--', 'true'], { cwd })
}

async function folderWith(config: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-wg-config-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'wg0.conf'), config)
  return folder
}
