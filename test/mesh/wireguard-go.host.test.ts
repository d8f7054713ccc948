/**
 * Our node against a real peer, Debian's wireguard-go, and the kernel's TCP behind it:
 *
 * ```
 *   netns "w"                                    netns "s"
 *   kernel TCP, curl, http server                sallyport connect (no privileges used)
 *   wg0 10.98.0.1  (wireguard-go)                userspace host 10.98.0.2
 *   veth 10.99.0.1 ───────── netem ───────────── veth 10.99.0.2
 * ```
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const missing = [
  process.getuid?.() === 0 ? '' : 'root',
  existsSync('/dev/net/tun') ? '' : '/dev/net/tun',
  ...['wireguard-go', 'wg', 'ip', 'tc', 'curl'].map((program) => (has(program) ? '' : program)),
].filter((each) => each !== '')
const netemWhy = hasNetem() ? '' : ' (skipped: this kernel has no netem)'
const why = missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''
const skip = missing.length > 0

const W = `spw${process.pid}`
const S = `sps${process.pid}`
const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const SIZE = 20_000_000
const children: ChildProcess[] = []
let folder = ''

beforeAll(() => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'sallyport-wg-'))
  writeFileSync(join(folder, 'big'), randomBytes(SIZE))
  layWires()
  startWireguardGo()
})

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const name of [W, S]) spawnSync('ip', ['netns', 'del', name])
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

test.skipIf(skip)(
  `we initiate: curl downloads through our tunnel from the kernel behind wireguard-go${why}`,
  async () => {
    await serve(W, '10.98.0.1', 8001)
    const result = await connect([
      '--',
      'curl',
      '-sS',
      '-o',
      join(folder, 'down'),
      'http://10.98.0.1:8001/big',
    ])
    expect(result).toMatchObject({ code: 0 })
    expect(result.stderr).toMatch(/^connected to .* round trip [\d.]+ ms/m)
    expect(sum('down')).toBe(sum('big'))
  },
)

test.skipIf(skip)(`we respond: the kernel's curl behind wireguard-go downloads from us${why}`, async () => {
  await serve(S, '127.0.0.1', 8002)
  const ours = start(S, [
    process.execPath,
    MAIN,
    'connect',
    '--wg-config',
    join(folder, 's.conf'),
    '--expose',
    '80:127.0.0.1:8002',
  ])
  await until(
    () => spawnSync('ip', ['netns', 'exec', W, 'curl', '-sI', '-m1', 'http://10.98.0.2/']).status === 0,
  )
  await run(W, ['curl', '-sS', '-o', join(folder, 'up'), 'http://10.98.0.2/big'])
  expect(sum('up')).toBe(sum('big'))
  ours.kill('SIGTERM')
})

test.skipIf(skip || netemWhy !== '')(
  `under 1 % loss, 20 ms and reordering both ways, the bytes are still equal${why || netemWhy}`,
  async () => {
    for (const name of [W, S]) netem(name, ['loss', '1%', 'delay', '10ms', '2ms', 'reorder', '5%'])
    try {
      const result = await connect([
        '--',
        'curl',
        '-sS',
        '-o',
        join(folder, 'lossy'),
        'http://10.98.0.1:8001/big',
      ])
      expect(result).toMatchObject({ code: 0 })
      expect(sum('lossy')).toBe(sum('big'))
    } finally {
      for (const name of [W, S])
        spawnSync('ip', ['netns', 'exec', name, 'tc', 'qdisc', 'del', 'dev', 'veth', 'root'])
    }
  },
)

test.skipIf(skip)(
  `a peer with another preshared key is not connected to, and the reason is said${why}`,
  async () => {
    const text = readFileSync(join(folder, 's.conf'), 'utf8')
    const other = randomBytes(32).toString('base64')
    writeFileSync(join(folder, 'wrong.conf'), text.replace(/PresharedKey = .*/, `PresharedKey = ${other}`))
    const args = ['connect', '--wg-config', join(folder, 'wrong.conf'), '--connect-timeout', '4s']
    const result = await collect(start(S, [process.execPath, MAIN, ...args]))
    expect(result.code).toBe(14)
    expect(result.stderr).toContain('did not answer within 4000 ms')
  },
)

/** Asked of the kernel itself, in a namespace that is gone at once. */
function hasNetem(): boolean {
  const script = 'ip link set lo up && tc qdisc add dev lo root netem loss 1%'
  return spawnSync('unshare', ['--net', 'sh', '-c', script]).status === 0
}

function layWires(): void {
  for (const name of [W, S]) {
    execFileSync('ip', ['netns', 'add', name])
    execFileSync('ip', ['-n', name, 'link', 'set', 'lo', 'up'])
  }
  execFileSync('ip', ['link', 'add', 'veth', 'netns', W, 'type', 'veth', 'peer', 'name', 'veth', 'netns', S])
  for (const [name, address] of [
    [W, '10.99.0.1/24'],
    [S, '10.99.0.2/24'],
  ] as const) {
    execFileSync('ip', ['-n', name, 'address', 'add', address, 'dev', 'veth'])
    execFileSync('ip', ['-n', name, 'link', 'set', 'veth', 'up'])
  }
}

function startWireguardGo(): void {
  const key = () => execFileSync('wg', ['genkey']).toString().trim()
  const publicOf = (input: string) => execFileSync('wg', ['pubkey'], { input }).toString().trim()
  const [theirs, ours, psk] = [key(), key(), execFileSync('wg', ['genpsk']).toString().trim()]
  const peer = (publicKey: string, rest: string) =>
    `[Peer]\nPublicKey = ${publicKey}\nPresharedKey = ${psk}\n${rest}\n`
  writeFileSync(
    join(folder, 'w.conf'),
    `[Interface]\nPrivateKey = ${theirs}\nListenPort = 51820\n${peer(publicOf(ours), 'AllowedIPs = 10.98.0.2/32\nEndpoint = 10.99.0.2:51821')}`,
  )
  writeFileSync(
    join(folder, 's.conf'),
    `[Interface]\nPrivateKey = ${ours}\nListenPort = 51821\nAddress = 10.98.0.2/32\n${peer(publicOf(theirs), 'AllowedIPs = 10.98.0.1/32\nEndpoint = 10.99.0.1:51820')}`,
  )
  const name = `wg${process.pid % 10_000}`
  start(W, ['wireguard-go', '-f', name])
  waitSync(() => spawnSync('ip', ['-n', W, 'link', 'show', name]).status === 0)
  execFileSync('ip', ['netns', 'exec', W, 'wg', 'setconf', name, join(folder, 'w.conf')])
  execFileSync('ip', ['-n', W, 'address', 'add', '10.98.0.1/24', 'dev', name])
  execFileSync('ip', ['-n', W, 'link', 'set', name, 'mtu', '1420', 'up'])
}

async function serve(netns: string, host: string, port: number): Promise<void> {
  start(netns, ['python3', '-m', 'http.server', `${port}`, '--bind', host, '--directory', folder])
  await until(
    () => spawnSync('ip', ['netns', 'exec', netns, 'curl', '-sI', `http://${host}:${port}/`]).status === 0,
  )
}

function connect(rest: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  return collect(
    start(S, [process.execPath, MAIN, 'connect', '--wg-config', join(folder, 's.conf'), ...rest]),
  )
}

function start(netns: string, command: readonly string[]): ChildProcess {
  const child = spawn('ip', ['netns', 'exec', netns, ...command], { stdio: ['ignore', 'ignore', 'pipe'] })
  children.push(child)
  return child
}

function collect(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  const { promise, resolve: done } = Promise.withResolvers<{ code: number | null; stderr: string }>()
  let stderr = ''
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  child.on('close', (code) => done({ code, stderr }))
  return promise
}

async function run(netns: string, command: readonly string[]): Promise<void> {
  expect(await collect(start(netns, command))).toMatchObject({ code: 0 })
}

function netem(netns: string, rest: readonly string[]): void {
  execFileSync('ip', ['netns', 'exec', netns, 'tc', 'qdisc', 'add', 'dev', 'veth', 'root', 'netem', ...rest])
}

function sum(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; !condition(); i++) {
    if (i > 100) throw new Error('it did not come about within 10 s')
    await new Promise((wake) => setTimeout(wake, 100))
  }
}

function waitSync(condition: () => boolean): void {
  for (let i = 0; !condition(); i++) {
    if (i > 100) throw new Error('it did not come about within 10 s')
    execFileSync('sleep', ['0.1'])
  }
}
