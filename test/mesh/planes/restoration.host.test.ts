/**
 * The machine is as it was, however the session ended: by itself, by SIGKILL, or by SIGKILL of its watchdog
 * too. In a namespace with a default route and a resolver of its own.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { layWires, skip, type Wires, why } from './wires.ts'

const MAIN = resolve(import.meta.dirname, '../../../src/cli/main.ts')
const RESOLVER = "# the machine's own\nnameserver 192.0.2.53\n"
const EVERYTHING = { allowed: '0.0.0.0/0, ::/0', own: 'DNS = 10.98.0.1, mesh.example\n' }

let wires: Wires
let folder: string
let resolver: string
let before: string
const children: ChildProcess[] = []

beforeAll(() => {
  if (skip) return
  wires = layWires()
  folder = mkdtempSync(join(tmpdir(), 'sallyport-restore-'))
  resolver = `/etc/netns/${wires.near}/resolv.conf`
  mkdirSync(`/etc/netns/${wires.near}`, { recursive: true })
  execFileSync('ip', ['-n', wires.near, 'route', 'add', 'default', 'via', '10.99.0.1'])
  writeFileSync(join(folder, 'far.conf'), wires.farConfig, { mode: 0o600 })
  writeFileSync(join(folder, 'near.conf'), wires.nearConfig(EVERYTHING), { mode: 0o600 })
  start(wires.far, 'far.conf', ['--data-plane', 'userspace', '--expose', '80:127.0.0.1:80'])
})

beforeEach(() => {
  if (skip) return
  writeFileSync(resolver, RESOLVER)
  before = state()
})

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  if (skip) return
  wires.close()
  rmSync(`/etc/netns/${wires.near}`, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

test.skipIf(skip)(
  `while joined all goes into the tunnel but the way to the endpoint, and names too${why}`,
  async () => {
    const session = await join1()
    const routes = state()
    expect(routes).toContain('0.0.0.0/1 dev sallyport0')
    expect(routes).toContain('128.0.0.0/1 dev sallyport0')
    expect(routes).toMatch(/10\.99\.0\.1 dev veth/)
    expect(readFileSync(resolver, 'utf8')).toBe(
      '# sallyport sallyport0\nnameserver 10.98.0.1\nsearch mesh.example\n',
    )
    session.kill('SIGTERM')
    await expect.poll(state, { timeout: 10_000 }).toBe(before)
    expect(readFileSync(resolver, 'utf8')).toBe(RESOLVER)
  },
)

test.skipIf(skip)(
  `a session that is killed leaves nothing: its watchdog undoes what it did${why}`,
  async () => {
    const session = await join1()
    execFileSync('kill', ['-9', `${session.pid}`])
    await expect.poll(state, { timeout: 10_000 }).toBe(before)
    await expect.poll(() => readFileSync(resolver, 'utf8')).toBe(RESOLVER)
  },
)

test.skipIf(skip)(`where the watchdog was killed too, the next session undoes it first${why}`, async () => {
  const session = await join1()
  for (const pid of watchdogsOf(session.pid!)) execFileSync('kill', ['-9', pid])
  execFileSync('kill', ['-9', `${session.pid}`])
  await expect.poll(() => state().includes('sallyport0'), { timeout: 10_000 }).toBe(false)
  expect(readFileSync(resolver, 'utf8')).not.toBe(RESOLVER)
  const next = await join1()
  next.kill('SIGTERM')
  await expect.poll(state, { timeout: 10_000 }).toBe(before)
  expect(readFileSync(resolver, 'utf8')).toBe(RESOLVER)
})

test.skipIf(skip)(`a resolver that somebody else set meanwhile is left alone${why}`, async () => {
  const session = await join1()
  writeFileSync(resolver, 'nameserver 198.51.100.1\n')
  session.kill('SIGTERM')
  await expect.poll(state, { timeout: 10_000 }).toBe(before)
  expect(readFileSync(resolver, 'utf8')).toBe('nameserver 198.51.100.1\n')
})

test.skipIf(skip)(`with Table = off a device comes, and no route${why}`, async () => {
  const file = 'no-routes.conf'
  writeFileSync(join(folder, file), wires.nearConfig({ own: 'Table = off\n' }), { mode: 0o600 })
  const session = start(wires.near, file, ['--data-plane', 'tun'])
  expect(await said(session, /^connected .*\n/m)).toContain('(sallyport0, no routes)')
  expect(state()).toContain('sallyport0')
  expect(state()).not.toContain('10.98.0.1')
  session.kill('SIGTERM')
  await expect.poll(state, { timeout: 10_000 }).toBe(before)
})

test.skipIf(skip)(`without MTU a device has what the link to the endpoint leaves${why}`, async () => {
  execFileSync('ip', ['-n', wires.near, 'link', 'set', 'veth', 'mtu', '1400'])
  try {
    const session = await join1()
    const device = spawnSync('ip', ['-n', wires.near, 'link', 'show', 'sallyport0'], { encoding: 'utf8' })
    expect(device.stdout).toContain('mtu 1320')
    session.kill('SIGTERM')
    await expect.poll(state, { timeout: 10_000 }).toBe(before)
  } finally {
    execFileSync('ip', ['-n', wires.near, 'link', 'set', 'veth', 'mtu', '1500'])
  }
})

test.skipIf(skip)(
  `a route that is there already is an error that names it, and nothing stays changed${why}`,
  async () => {
    execFileSync('ip', ['-n', wires.near, 'route', 'add', '0.0.0.0/1', 'dev', 'lo'])
    try {
      const withRoute = state()
      const session = start(wires.near, 'near.conf', ['--data-plane', 'tun'])
      expect(await said(session, /NETWORK_CHANGE_FAILED/)).toContain('route add 0.0.0.0/1')
      await expect.poll(state, { timeout: 10_000 }).toBe(withRoute)
      expect(readFileSync(resolver, 'utf8')).toBe(RESOLVER)
    } finally {
      execFileSync('ip', ['-n', wires.near, 'route', 'del', '0.0.0.0/1', 'dev', 'lo'])
    }
  },
)

async function join1(): Promise<ChildProcess> {
  const session = start(wires.near, 'near.conf', ['--data-plane', 'tun'])
  expect(await said(session, /^connected .*\n/m)).toMatch(
    /tun data plane \(sallyport0, 2 route\(s\), names by file\)/,
  )
  return session
}

function start(namespace: string, file: string, rest: readonly string[]): ChildProcess {
  const command = [process.execPath, MAIN, 'connect', '--wg-config', join(folder, file), ...rest]
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
