import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareRestoration, restoreLeftovers, scriptOf } from '../../../src/mesh/tun/restoration.ts'

const skip = process.platform !== 'linux'
const why = skip ? ' (skipped: this is no Linux)' : ''
let folder: string
let marker: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-restoration-'))
  marker = join(folder, 'restored by')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(skip)(`it is run once, and its script is of its owner only${why}`, () => {
  const restoration = prepareRestoration('tun9', scriptOf([['mkdir', marker]]), folder)
  const [file = ''] = readdirSync(folder)
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o700)
  restoration.run()
  expect(existsSync(marker)).toBe(true)
  rmSync(marker, { recursive: true })
  restoration.run()
  expect(existsSync(marker)).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(skip)(`a process that is killed is cleaned up after by its watchdog${why}`, async () => {
  const child = await startHolder()
  child.kill('SIGKILL')
  await expect.poll(() => existsSync(marker), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => readdirSync(folder)).toEqual(['restored by'])
})

test.skipIf(skip)(`leftovers of the dead are run, of the living not${why}`, async () => {
  const child = await startHolder()
  expect(restoreLeftovers(folder)).toBe(0)
  const watchdogs = execFileSync('ps', ['-o', 'pid=', '--ppid', `${child.pid}`], { encoding: 'utf8' })
  for (const pid of watchdogs.trim().split(/\s+/)) process.kill(Number(pid), 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(marker)).toBe(false)
  expect(restoreLeftovers(folder)).toBe(1)
  expect(existsSync(marker)).toBe(true)
  expect(restoreLeftovers(folder)).toBe(0)
})

/** A process that has prepared a restoration and waits to be killed. */
async function startHolder() {
  const module = resolve(import.meta.dirname, '../../../src/mesh/tun/restoration.ts')
  const program =
    `import { prepareRestoration, scriptOf } from ${JSON.stringify(module)}\n` +
    `prepareRestoration('tun9', scriptOf([['mkdir', ${JSON.stringify(marker)}]]), ${JSON.stringify(folder)})\n` +
    "process.stdout.write('ready')\nsetInterval(() => {}, 1000)"
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
