/** Verbs that wait for somebody else are ended by a signal at once, with the code that shells give it. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { startLoginKit } from '../coordinator/logins/login-kit.ts'
import { findFreePort } from '../support/free-port.ts'
import { NATIVE_CLIENT } from '../support/openid-provider.ts'
import { startCommand } from './command-process.ts'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends connect while its peer does not answer', async (signal, code) => {
  const silent = createSocket('udp4').bind(0, '127.0.0.1')
  onTestFinished(() => void silent.close())
  await once(silent, 'listening')
  const cwd = await newFolder()
  const key = Buffer.alloc(32, 7).toString('base64')
  await writeFile(
    join(cwd, 'wg0.conf'),
    `[Interface]\nPrivateKey = ${key}\nAddress = 10.9.0.1/24\n` +
      `[Peer]\nPublicKey = ${key}\nAllowedIPs = 10.9.0.2/32\nEndpoint = 127.0.0.1:${silent.address().port}\n`,
    { mode: 0o600 },
  )
  const port = await findFreePort()
  const forward = ['--forward', `127.0.0.1:${port}:10.9.0.2:80`]
  const command = startCommand(
    ['connect', '--wg-config', 'wg0.conf', '--connect-timeout', '10m', ...forward],
    { cwd },
  )
  onTestFinished(() => command.kill('SIGKILL'))
  await untilListening(port)
  await command.kill(signal)
  expect(await command.result).toMatchObject({ code, stderr: `interrupted by ${signal}\n` })
})

test('a coordinator that accepts and never answers does not keep an interrupted connect', async () => {
  const silent = createServer((socket) => socket.on('error', () => {}).resume()).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const sockets = new Set<Socket>()
  silent.on('connection', (socket) => sockets.add(socket))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const root = formatPublicKey('root', ed25519KeyPair(new Uint8Array(32).fill(9)).publicKey)
  const command = startCommand(
    ['connect', '--coordinator', url, '--root', root, '--application', 'shop', '--environment', 'production'],
    {
      cwd: await newFolder(),
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?x=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'abc' },
    },
  )
  onTestFinished(() => command.kill('SIGKILL'))
  await expect.poll(() => sockets.size, { timeout: 15_000 }).toBeGreaterThan(0)
  await command.kill('SIGTERM')
  expect(await command.result).toMatchObject({ code: 143, stderr: 'interrupted by SIGTERM\n' })
})

test.each(['loopback', 'device'])('an interrupted login by %s is no bug of ours', async (flow) => {
  const kit = await startLoginKit({
    logins: `
  - name: staff
    preset: oidc
    issuer: ISSUER
    ca: CA
    clientId: ${NATIVE_CLIENT}
    flows: [loopback, device]
    allow: { everybody: true }
`,
  })
  const cwd = await newFolder()
  const where = ['--url', kit.coordinator().url, '--root', formatPublicKey('root', kit.root)]
  const command = startCommand(['login', ...where, '--no-browser', '--flow', flow], { cwd })
  onTestFinished(() => command.kill('SIGKILL'))
  await command.waitFor(/^ {2}https?:/m)
  await command.kill('SIGINT')
  const { code, stderr } = await command.result
  expect(stderr).toMatch(/interrupted by SIGINT\n$/)
  expect(code).toBe(130)
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-interruption-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Returns when something accepts connections there. */
async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isUp) return
    await sleep(20)
  }
}
