/**
 * The machine is as it was, however the session ended: by itself, by SIGKILL, or by SIGKILL of its watchdog
 * too. In a namespace with a default route and a resolver of its own.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listDataPlanes } from '../../../src/mesh/data-planes.ts'
import type { DataPlaneKind } from '../../../src/mesh/mesh-node.ts'
import { layWires, skip, type Wires, why } from './wires.ts'

const MAIN = resolve(import.meta.dirname, '../../../src/cli/main.ts')
const RESOLVER = "# the machine's own\nnameserver 192.0.2.53\n"
const EVERYTHING = { allowed: '0.0.0.0/0, ::/0', own: 'DNS = 10.98.0.1, mesh.example\n' }

let wires: Wires
let folder: string
let resolver: string
let before: string
const children: ChildProcess[] = []

const devices = listDataPlanes().filter(({ kind }) => kind !== 'userspace')

describe.each(devices)('$kind', (report) => {
  const plane = report.kind
  const absent = skip || !report.works
  const because = report.works ? why : ` (skipped: ${report.why})`

  beforeAll(() => {
    if (absent) return
    wires = layWires()
    folder = mkdtempSync(joinPath(tmpdir(), 'sallyport-restore-'))
    resolver = `/etc/netns/${wires.near}/resolv.conf`
    mkdirSync(`/etc/netns/${wires.near}`, { recursive: true })
    execFileSync('ip', ['-n', wires.near, 'route', 'add', 'default', 'via', '10.99.0.1'])
    writeFileSync(joinPath(folder, 'far.conf'), wires.farConfig, { mode: 0o600 })
    writeFileSync(joinPath(folder, 'near.conf'), wires.nearConfig(EVERYTHING), { mode: 0o600 })
    start(wires.far, 'far.conf', ['--data-plane', 'userspace', '--expose', '80:127.0.0.1:80'])
  })

  beforeEach(() => {
    if (absent) return
    writeFileSync(resolver, RESOLVER)
    before = state()
  })

  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    if (absent) return
    wires.close()
    rmSync(`/etc/netns/${wires.near}`, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })

  test.skipIf(absent)(
    `while joined all goes into the tunnel but the way to the endpoint, and names too${because}`,
    async () => {
      const session = await join(plane)
      const routes = state()
      expect(routes).toMatch(/0\.0\.0\.0\/1 dev sallyport\d+/)
      expect(routes).toMatch(/128\.0\.0\.0\/1 dev sallyport\d+/)
      expect(routes).toMatch(/10\.99\.0\.1 dev veth/)
      expect(readFileSync(resolver, 'utf8')).toMatch(
        /^# sallyport sallyport\d+\nnameserver 10\.98\.0\.1\nsearch mesh\.example\n$/,
      )
      session.kill('SIGTERM')
      await expect.poll(state, { timeout: 10_000 }).toBe(before)
      expect(readFileSync(resolver, 'utf8')).toBe(RESOLVER)
    },
  )

  test.skipIf(absent)(
    `a session that is killed leaves nothing: its watchdog undoes what it did${because}`,
    async () => {
      const session = await join(plane)
      execFileSync('kill', ['-9', `${session.pid}`])
      await expect.poll(state, { timeout: 10_000 }).toBe(before)
      await expect.poll(() => readFileSync(resolver, 'utf8')).toBe(RESOLVER)
    },
  )

  test.skipIf(absent)(
    `where the watchdog was killed too, the next session undoes it first${because}`,
    async () => {
      const session = await join(plane)
      for (const pid of watchdogsOf(session.pid!)) execFileSync('kill', ['-9', pid])
      execFileSync('kill', ['-9', `${session.pid}`])
      // A TUN device goes with its process; the kernel's own stays.
      await expect.poll(() => state().includes('sallyport'), { timeout: 10_000 }).toBe(plane === 'kernel')
      expect(readFileSync(resolver, 'utf8')).not.toBe(RESOLVER)
      const next = await join(plane)
      next.kill('SIGTERM')
      await expect.poll(state, { timeout: 10_000 }).toBe(before)
      expect(readFileSync(resolver, 'utf8')).toBe(RESOLVER)
    },
  )

  test.skipIf(absent)(`a resolver that somebody else set meanwhile is left alone${because}`, async () => {
    const session = await join(plane)
    writeFileSync(resolver, 'nameserver 198.51.100.1\n')
    session.kill('SIGTERM')
    await expect.poll(state, { timeout: 10_000 }).toBe(before)
    expect(readFileSync(resolver, 'utf8')).toBe('nameserver 198.51.100.1\n')
  })

  test.skipIf(absent)(`with Table = off a device comes, and no route${because}`, async () => {
    const file = 'no-routes.conf'
    writeFileSync(joinPath(folder, file), wires.nearConfig({ own: 'Table = off\n' }), { mode: 0o600 })
    const session = start(wires.near, file, ['--data-plane', plane])
    expect(await said(session, /^connected .*\n/m)).toMatch(/\(sallyport\d+, no routes\)/)
    expect(state()).toContain('sallyport')
    expect(state()).not.toContain('10.98.0.1')
    session.kill('SIGTERM')
    await expect.poll(state, { timeout: 10_000 }).toBe(before)
  })

  test.skipIf(absent)(`without MTU a device has what the link to the endpoint leaves${because}`, async () => {
    execFileSync('ip', ['-n', wires.near, 'link', 'set', 'veth', 'mtu', '1400'])
    try {
      const session = await join(plane)
      const links = spawnSync('ip', ['-n', wires.near, '-o', 'link'], { encoding: 'utf8' }).stdout
      expect(links).toMatch(/ sallyport\d+: .* mtu 1320 /)
      session.kill('SIGTERM')
      await expect.poll(state, { timeout: 10_000 }).toBe(before)
    } finally {
      execFileSync('ip', ['-n', wires.near, 'link', 'set', 'veth', 'mtu', '1500'])
    }
  })

  test.skipIf(absent)(
    `a route that is there already is an error that names it, and nothing stays changed${because}`,
    async () => {
      execFileSync('ip', ['-n', wires.near, 'route', 'add', '0.0.0.0/1', 'dev', 'lo'])
      try {
        const withRoute = state()
        const session = start(wires.near, 'near.conf', ['--data-plane', plane])
        expect(await said(session, /NETWORK_CHANGE_FAILED/)).toContain('route add 0.0.0.0/1')
        await expect.poll(state, { timeout: 10_000 }).toBe(withRoute)
        expect(readFileSync(resolver, 'utf8')).toBe(RESOLVER)
      } finally {
        execFileSync('ip', ['-n', wires.near, 'route', 'del', '0.0.0.0/1', 'dev', 'lo'])
      }
    },
  )
})

async function join(plane: DataPlaneKind): Promise<ChildProcess> {
  const session = start(wires.near, 'near.conf', ['--data-plane', plane])
  expect(await said(session, /^connected .*\n/m)).toMatch(
    /(tun|kernel) data plane \(sallyport\d+, 2 route\(s\), names by file\)/,
  )
  return session
}

function start(namespace: string, file: string, rest: readonly string[]): ChildProcess {
  const command = [process.execPath, MAIN, 'connect', '--wg-config', joinPath(folder, file), ...rest]
  const child = spawn('ip', ['netns', 'exec', namespace, ...command], { stdio: ['ignore', 'ignore', 'pipe'] })
  children.push(child)
  return child
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  const { promise, resolve: done, reject } = Promise.withResolvers<string>()
  let text = ''
  child.stderr?.on('data', (chunk) => {
    text += chunk
    if (pattern.test(text)) done(text)
  })
  child.once('exit', (code) => (pattern.test(text) ? done(text) : reject(new Error(`${code}: ${text}`))))
  return promise
}

/** Links and routes of the near side, as `ip` says them. */
function state(): string {
  const say = (...args: string[]) => spawnSync('ip', ['-n', wires.near, ...args], { encoding: 'utf8' }).stdout
  const links = say('-o', 'link').replace(/^(\d+: [^:@]+).*$/gm, '$1')
  return `${links}${say('route')}${say('-6', 'route')}`
}

function watchdogsOf(pid: number): string[] {
  const found = spawnSync('ps', ['-o', 'pid=', '--ppid', `${pid}`], { encoding: 'utf8' }).stdout
  return found.split(/\s+/).filter((each) => each !== '')
}
