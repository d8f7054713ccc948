/** A session's own server: who comes and says nothing goes again, and a tunnel may be silent for as long as it likes. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startControlServer } from '../../src/mesh/control-server.ts'

const SILENCE_MS = 500
const posix = test.skipIf(process.platform === 'win32')

async function connectToServer(): Promise<Socket> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-control-'))
  const path = join(folder, 'a.sock')
  const options = { report: () => '{"version":1}', mayEnter: () => true, silenceMs: SILENCE_MS }
  const server = await startControlServer(async () => new PassThrough(), path, options)
  const socket = connect(path)
  onTestFinished(() => {
    socket.destroy()
    server.close()
    rmSync(folder, { recursive: true })
  })
  await once(socket, 'connect')
  return socket.resume()
}

posix.each(['', 'GET /v1/report HTTP/1.1\r\nHost: a\r\n'])(
  'after %j and nothing more the door is shut',
  async (said) => {
    const socket = await connectToServer()
    socket.write(said)
    await once(socket, 'close')
    expect(socket.destroyed).toBe(true)
  },
)

posix('a tunnel through which nothing passes stays, and passes what comes later', async () => {
  const socket = await connectToServer()
  socket.write('CONNECT web.mesh:80 HTTP/1.1\r\nHost: web.mesh:80\r\n\r\n')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /)
  await sleep(3 * SILENCE_MS)
  socket.write('after a while')
  const [echo] = await once(socket, 'data')
  expect(String(echo)).toBe('after a while')
})
