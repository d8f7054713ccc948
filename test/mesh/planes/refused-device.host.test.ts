/** A machine that shows /dev/net/tun and lets nobody use it, as containers do: root without CAP_NET_ADMIN. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layWires, skip as noWires, why as noWiresWhy, type Wires } from './wires.ts'

const MAIN = resolve(import.meta.dirname, '../../../src/cli/main.ts')
const noSetpriv = spawnSync('sh', ['-c', 'command -v setpriv']).status !== 0
const skip = noWires || noSetpriv
const why = noWires ? noWiresWhy : noSetpriv ? ' (skipped: no setpriv)' : ''

let wires: Wires
let folder: string
const ended: (() => void)[] = []

beforeAll(() => {
  if (skip) return
  wires = layWires()
  folder = mkdtempSync(join(tmpdir(), 'sallyport-refused-'))
  writeFileSync(join(folder, 'far.conf'), wires.farConfig, { mode: 0o600 })
  writeFileSync(join(folder, 'near.conf'), wires.nearConfig(), { mode: 0o600 })
  start(wires.far, [], 'far.conf', '--data-plane', 'userspace', '--expose', '80:127.0.0.1:80')
})

afterAll(() => {
  for (const end of ended) end()
  if (skip) return
  wires.close()
  rmSync(folder, { recursive: true, force: true })
})

const POWERLESS = ['setpriv', '--bounding-set', '-net_admin', '--inh-caps', '-net_admin']

test.skipIf(skip)(`without a wish, the userspace plane serves, and one line says why${why}`, async () => {
  const { said } = start(wires.near, POWERLESS, 'near.conf')
  const line = await said(/^connected .*\n/m)
  expect(line).toMatch(
    /^connected to \S+ by 10\.99\.0\.1:51820, .*userspace data plane .*; the tun data plane: .*EPERM/m,
  )
})

test.skipIf(skip)(`asked for by name it is an error that says what was refused${why}`, async () => {
  const { said, child } = start(wires.near, POWERLESS, 'near.conf', '--data-plane', 'tun')
  expect(await said(/DATA_PLANE_UNAVAILABLE/)).toMatch(/the tun data plane: .*EPERM/)
  await expect.poll(() => child.exitCode).not.toBeNull()
  expect(child.exitCode).toBe(2)
})

function start(namespace: string, before: readonly string[], file: string, ...rest: readonly string[]) {
  const command = [...before, process.execPath, MAIN, 'connect', '--wg-config', join(folder, file), ...rest]
  const child = spawn('ip', ['netns', 'exec', namespace, ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_RUNTIME_DIR: folder },
  })
  ended.push(() => child.kill('SIGKILL'))
  let text = ''
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  const said = async (pattern: RegExp): Promise<string> => {
    await expect.poll(() => text, { timeout: 20_000 }).toMatch(pattern)
    return text
  }
  return { child, said }
}
