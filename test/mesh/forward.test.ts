/** How forwards are written, and how two joined connections end. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { formatTarget, join, parseExpose, parseForward } from '../../src/mesh/forward.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

describe('a forward is written as ssh -L writes it', () => {
  test.each([
    ['8080:10.0.0.1:80', { listenHost: '127.0.0.1', listenPort: 8080, host: '10.0.0.1', port: 80 }],
    ['0:web-1:443', { listenHost: '127.0.0.1', listenPort: 0, host: 'web-1', port: 443 }],
    ['0.0.0.0:1:web.mesh:2', { listenHost: '0.0.0.0', listenPort: 1, host: 'web.mesh', port: 2 }],
    ['[::1]:8080:[fd00::1]:80', { listenHost: '::1', listenPort: 8080, host: 'fd00::1', port: 80 }],
    ['8080:[fd00::1]:80', { listenHost: '127.0.0.1', listenPort: 8080, host: 'fd00::1', port: 80 }],
    ['localhost:8080:web:65535', { listenHost: 'localhost', listenPort: 8080, host: 'web', port: 65_535 }],
  ])('%s', (text, rule) => {
    expect(parseForward(text)).toEqual(rule)
  })

  test.each([
    '',
    '80',
    '80:web',
    '80:web:0',
    '80:web:65536',
    '65536:web:80',
    '-1:web:80',
    '80:web:http',
    '80:fd00::1:80',
    '80:[web]:80',
    '80:[10.0.0.1]:80',
    ':80:web:80',
    '80::80',
    'a:80:web:80:c',
    '*:80:web:80',
    '80:web:80 ',
  ])('%j is refused, and how it is written is said', (text) => {
    const expected = { code: 'USAGE', help: expect.stringContaining('PORT:HOST:PORT') }
    const ports = { code: 'USAGE', help: expect.stringContaining('ports from 1 to 65535') }
    expect(() => parseForward(text)).toThrow(
      expect.toSatisfy((error) => [expected, ports].some((each) => matches(error, each))),
    )
  })

  test('an exposed port has no address of its own', () => {
    expect(parseExpose('80:[::1]:8080')).toEqual({ meshPort: 80, host: '::1', port: 8080 })
    expect(() => parseExpose('0:localhost:80')).toThrow('is no forward')
    expect(() => parseExpose('1.2.3.4:80:localhost:80')).toThrow('is no forward')
  })

  test('a target is said as it was written', () => {
    expect(formatTarget({ host: 'fd00::1', port: 80 })).toBe('[fd00::1]:80')
    expect(formatTarget({ host: 'web', port: 80 })).toBe('web:80')
  })
})

function matches(error: unknown, wanted: { code: string; help: unknown }): boolean {
  try {
    expect(error).toMatchObject(wanted)
    return true
  } catch {
    return false
  }
}

describe('of two joined connections', () => {
  test('each end is passed on by itself', async () => {
    const { client, server } = await joined()
    client.end('question')
    expect(await text(server)).toBe('question')
    server.end('answer')
    expect(await text(client)).toBe('answer')
  })

  test('a reset by the server is a reset for the client, not an end', async () => {
    const { client, server } = await joined()
    server.write('half of')
    expect(`${(await once(client, 'data'))[0]}`).toBe('half of')
    server.resetAndDestroy()
    const [error] = await once(client, 'error')
    expect(error).toMatchObject({ code: 'ECONNRESET' })
  })

  test('a reset by the client is a reset for the server, also after it has ended its sending', async () => {
    const { client, server } = await joined()
    client.end('question')
    expect(await text(server)).toBe('question')
    client.resetAndDestroy()
    // It learns of it by what it says.
    const failed = once(server, 'error')
    const timer = setInterval(() => server.write('answer'), 20)
    const [error] = await failed.finally(() => clearInterval(timer))
    expect(['ECONNRESET', 'EPIPE']).toContain((error as NodeJS.ErrnoException).code)
  })

  test('one that is gone before they were joined breaks the other off', async () => {
    const { client, server } = await joined({ isGone: true })
    client.resume()
    const [error] = await once(client, 'error')
    expect(error).toMatchObject({ code: 'ECONNRESET' })
    server.destroy()
  })
})

/** `client ── a ═ b ── server`, all of them sockets of this machine; `a` and `b` are joined. */
async function joined({ isGone = false } = {}): Promise<{ client: Socket; server: Socket }> {
  const [client, a] = await pair()
  const [b, server] = await pair()
  if (isGone) b.destroy()
  join(a, b)
  return { client, server }
}

async function pair(): Promise<[Socket, Socket]> {
  const listener = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const near = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const [far] = (await once(listener, 'connection')) as [Socket]
  for (const each of [near, far]) cleanups.push(() => each.destroy())
  listener.close()
  return [near, far]
}

async function text(socket: Socket): Promise<string> {
  let all = ''
  socket.on('data', (chunk) => {
    all += chunk
  })
  await once(socket, 'end')
  return all
}
