/** The command line, in processes of its own, from wg-quick files, without privileges. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect as connectTcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nodePrimitives as crypto } from '../../src/tunnel/wireguard/primitives-node.ts'
import { openWire, type WireOptions } from './impairing-wire.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const body = randomBytes(50_000_000)
const children: ChildProcess[] = []
let folder = ''
let webPort = 0
const web = createServer((request, response) => {
  response.end(request.url === '/small' ? body.subarray(0, 5_000_000) : body)
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-connect-'))
  await new Promise<void>((ready) => web.listen(0, '127.0.0.1', ready))
  webPort = (web.address() as AddressInfo).port
})
afterAll(() => {
  web.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

test('50 MB cross two processes by --expose and --forward, the bytes equal', async () => {
  const { initiator } = await startPair()
  const forward = start(['connect', '--wg-config', initiator, '--forward', '0:10.77.0.2:80'])
  const line = await forward.says(/forward {2}(127\.0\.0\.1:\d+)/)
  expect(forward.text()).toMatch(/^connected to \S+ by 127\.0\.0\.1:\d+, round trip [\d.]+ ms/m)
  expect(sha256(await download(`http://${line[1]}/`))).toBe(sha256(body))
}, 120_000)

test('over a wire that loses 2 %, doubles 1 % and reorders, the bytes are still equal', async () => {
  const { initiator, wire } = await startPair({
    loss: 0.02,
    duplicate: 0.01,
    reorder: 0.1,
    delayMs: 2,
    seed: 7,
  })
  const forward = start(['connect', '--wg-config', initiator, '--forward', '0:10.77.0.2:80'])
  const line = await forward.says(/forward {2}(127\.0\.0\.1:\d+)/)
  expect(sha256(await download(`http://${line[1]}/small`))).toBe(sha256(body.subarray(0, 5_000_000)))
  expect(wire?.counts.lost).toBeGreaterThan(10)
}, 120_000)

test('a command runs with the proxies set, its exit code is ours, and it reaches the mesh and the rest', async () => {
  const { initiator } = await startPair()
  const script = [
    'curl -sf http://10.77.0.2/small | wc -c',
    `curl -sf http://127.0.0.1:${webPort}/small | wc -c`,
    'curl -sf --noproxy "" -x "$ALL_PROXY" http://10.77.0.2/small | wc -c',
    'exit 7',
  ].join('; ')
  const command = start(['connect', '--wg-config', initiator, '--', 'sh', '-c', script])
  expect(await command.exit()).toBe(7)
  expect(command.output().trim().split(/\s+/)).toEqual(['5000000', '5000000', '5000000'])
}, 120_000)

test('a proxy refuses who has no credentials and who comes from a browser page', async () => {
  const { initiator } = await startPair()
  const proxy = start(['connect', '--wg-config', initiator, '--http-proxy', '127.0.0.1:0'])
  const [, login, host, port] = await proxy.says(/proxy {4}http:\/\/(\S+)@([\d.]+):(\d+)/)
  const ask = (headers: Record<string, string>) => status(host!, Number(port), headers)
  const basic = `Basic ${Buffer.from(login!).toString('base64')}`
  expect(await ask({})).toBe(407)
  expect(
    await ask({ 'proxy-authorization': `Basic ${Buffer.from('sallyport:guess').toString('base64')}` }),
  ).toBe(407)
  expect(await ask({ 'proxy-authorization': basic, origin: 'https://evil.example' })).toBe(403)
  expect(await ask({ 'proxy-authorization': basic })).toBe(200)
}, 120_000)

test('a SOCKS5 client without the password is shown the door', async () => {
  const { initiator } = await startPair()
  const proxy = start(['connect', '--wg-config', initiator, '--socks5', '127.0.0.1:0'])
  const [, port] = await proxy.says(/proxy {4}socks5h:\/\/\S+@127\.0\.0\.1:(\d+)/)
  expect(await talk(Number(port), [5, 1, 0])).toEqual([5, 255])
  expect(await talk(Number(port), [5, 1, 2, 1, 1, 97, 1, 98])).toEqual([5, 2, 1, 1])
}, 120_000)

test('nc passes standard input and output', async () => {
  const { initiator } = await startPair()
  const nc = start(['nc', '10.77.0.2', '80', '--wg-config', initiator])
  nc.child.stdin!.end('GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  expect(await nc.exit()).toBe(0)
  expect(nc.output().startsWith('HTTP/1.1 200 OK')).toBe(true)
}, 120_000)

test('where nobody answers it says so and ends with 14', async () => {
  const [mine] = keys()
  const file = write('lonely.conf', mine!.privateText, '', keys()[1]!.publicText, 'Endpoint = 127.0.0.1:9')
  const lonely = start([
    'connect',
    '--wg-config',
    file,
    '--connect-timeout',
    '1s',
    '--data-plane',
    'userspace',
  ])
  expect(await lonely.exit()).toBe(14)
  expect(lonely.text()).toContain('did not answer within 1000 ms: nothing came back from 127.0.0.1:9')
}, 120_000)

test('a bad line of the file ends with 2 and its place', async () => {
  const file = join(folder, 'bad.conf')
  writeFileSync(file, '[Interface]\nPostUp = reboot\n')
  const bad = start(['connect', '--wg-config', file])
  expect(await bad.exit()).toBe(2)
  expect(bad.text()).toContain('bad.conf:2')
}, 120_000)

async function startPair(bend?: Partial<WireOptions>) {
  const [a, b] = keys()
  const responder = write(
    'b.conf',
    b!.privateText,
    'Address = 10.77.0.2/32',
    a!.publicText,
    'AllowedIPs = 10.77.0.1/32',
  )
  const listening = start(['connect', '--wg-config', responder, '--expose', `80:127.0.0.1:${webPort}`])
  const [, port] = await listening.says(/listening on UDP (\d+)/)
  await listening.says(/expose/)
  const wire = bend && (await openWire({ port: Number(port) }, bend))
  const rest = `AllowedIPs = 10.77.0.2/32\nEndpoint = 127.0.0.1:${wire?.port ?? port}`
  return { initiator: write('a.conf', a!.privateText, 'Address = 10.77.0.1/32', b!.publicText, rest), wire }
}

function write(name: string, privateText: string, own: string, publicText: string, peer: string): string {
  const file = join(folder, name)
  const address = own || 'Address = 10.77.0.9/32'
  writeFileSync(
    file,
    `[Interface]\nPrivateKey = ${privateText}\n${address}\n[Peer]\nPublicKey = ${publicText}\n${peer}\n`,
  )
  return file
}

function keys() {
  return [randomBytes(32), randomBytes(32)].map((bytes) => ({
    privateText: bytes.toString('base64'),
    publicText: Buffer.from(crypto.publicOf(crypto.importPrivateKey(new Uint8Array(bytes)))).toString(
      'base64',
    ),
  }))
}

function start(args: readonly string[]) {
  const env = { PATH: process.env['PATH'], NO_PROXY: '', no_proxy: '', XDG_RUNTIME_DIR: folder }
  const child = spawn(process.execPath, [MAIN, ...args], { env })
  children.push(child)
  let [text, output] = ['', '']
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return {
    child,
    text: () => text,
    output: () => output,
    exit: () => new Promise<number | null>((done) => child.on('close', done)),
    says: (pattern: RegExp) =>
      expect
        .poll(() => pattern.exec(text), { timeout: 45_000, message: text })
        .not.toBeNull()
        .then(() => pattern.exec(text)!),
  }
}

function download(url: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    get(url, (response) => response.toArray().then((chunks) => done(Buffer.concat(chunks)), fail)).on(
      'error',
      fail,
    )
  })
}

function status(host: string, port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((done, fail) => {
    get({ host, port, path: 'http://10.77.0.2/small', headers }, (response) => {
      response.resume()
      done(response.statusCode)
    }).on('error', fail)
  })
}

function talk(port: number, bytes: readonly number[]): Promise<number[]> {
  return new Promise((done) => {
    const answer: number[] = []
    const socket = connectTcp(port, '127.0.0.1', () => socket.write(Uint8Array.from(bytes)))
    socket.on('data', (chunk) => answer.push(...chunk))
    socket.on('close', () => done(answer))
    socket.on('end', () => socket.end())
  })
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
