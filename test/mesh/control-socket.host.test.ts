/** Two users of one machine, and a session's socket whose folder was left open: the kernel says who is who. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { askReport, dialByControl, startControlSocket } from '../../src/mesh/control-socket.ts'
import { loadKoffi } from '../../src/mesh/native/koffi.ts'

const native = loadKoffi()
const lacking = [
  process.getuid?.() === 0 ? '' : 'root',
  native.kind === 'loaded' ? '' : 'native calls',
].filter((each) => each !== '')
const skip = lacking.length > 0
const why = skip ? ` (skipped: no ${lacking.join(', ')})` : ''

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

const REPORT = {
  version: 1,
  addresses: [],
  observed: [],
  port: 1,
  cipher: '',
  relays: [],
  peers: [],
} as const
const ASK = `
  const asking = require('node:http').get({ socketPath: process.argv[1], path: '/v1/report' }, (response) => {
    console.log(response.statusCode)
  })
  asking.on('error', () => console.log('refused'))
`
const SERVE = `
  const server = require('node:http').createServer((request, response) => response.end('{"version":1}'))
  server.listen(process.argv[1], () => {
    require('node:fs').chmodSync(process.argv[1], 0o777)
    console.log('listening')
  })
`

test.skipIf(skip)(`another user who gets at the socket is told nothing${why}`, async () => {
  const folder = openFolder()
  const env = { XDG_RUNTIME_DIR: folder }
  const session = await startControlSocket(
    async () => new PassThrough(),
    () => REPORT,
    env,
  )
  cleanups.push(() => session.close())
  chmodSync(dirname(session.address), 0o777)
  chmodSync(session.address, 0o777)
  expect(await saidBy('nobody', ASK, session.address)).toBe('refused')
  expect(await saidBy('root', ASK, session.address)).toBe('200')
})

test.skipIf(skip)(`a socket that another user serves is asked nothing${why}`, async () => {
  const folder = openFolder()
  const path = join(folder, 'trap.sock')
  expect(await saidBy('nobody', SERVE, path)).toBe('listening')
  await expect(askReport(path)).rejects.toThrow('is served by another user')
  await expect(dialByControl(path, '10.0.0.1', 22)).rejects.toThrow('is served by another user')
})

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-users-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o777)
  return folder
}

/** The first line that a program says which runs as somebody. */
async function saidBy(user: 'root' | 'nobody', program: string, path: string): Promise<string> {
  const become = 'process.setgroups([]); process.setgid(65534); process.setuid(65534);'
  const code = user === 'root' ? program : `${become}${program}`
  const child = spawn(process.execPath, ['-e', code, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanups.push(() => child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return line.toString().trim()
}
