/** What is not of the mesh goes the way that the environment says. */
import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { meshOrDirect } from '../../src/mesh/dialer.ts'
import type { MeshNode } from '../../src/mesh/mesh-node.ts'
import { refusalFor } from '../../src/mesh/proxy-refusal.ts'
import { dialByProxy, upstreamProxyFor } from '../../src/mesh/upstream-proxy.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

test.each([
  [{ HTTPS_PROXY: 'http://a:1' }, 'example.com', 443, 'a:1'],
  [{ https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'example.com', 22, 'a:1'],
  [{ HTTPS_PROXY: 'http://a:1', HTTP_PROXY: 'http://b:2' }, 'example.com', 80, 'b:2'],
  [{ HTTPS_PROXY: 'http://a:1' }, 'example.com', 80, undefined],
  [{ ALL_PROXY: 'http://c:3' }, 'example.com', 80, 'c:3'],
  [{ ALL_PROXY: 'socks5://c:3' }, 'example.com', 443, undefined],
  [{ HTTPS_PROXY: 'a:1' }, 'example.com', 443, 'a:1'],
  [{ HTTPS_PROXY: '' }, 'example.com', 443, undefined],
  [{}, 'example.com', 443, undefined],
] as const)('%j: %s:%i goes by %s', (env, host, port, expected) => {
  expect(upstreamProxyFor(env, host, port)?.host).toBe(expected)
})

test.each([
  ['*', 'example.com', true],
  ['example.com', 'example.com', true],
  ['example.com', 'deep.example.com', true],
  ['.example.com', 'deep.example.com', true],
  ['*.example.com', 'deep.example.com', true],
  ['example.com', 'badexample.com', false],
  ['EXAMPLE.com', 'example.COM', true],
  ['other, example.com:443', 'example.com', true],
  ['example.com:80', 'example.com', false],
  ['10.0.0.0/8', '10.1.2.3', true],
  ['10.0.0.0/8', '11.1.2.3', false],
  ['10.0.0.0/x', '10.1.2.3', false],
  ['192.0.2.1', '192.0.2.1', true],
  ['2.1', '192.0.2.1', false],
  ['2001:db8::/32', '2001:db8::1', true],
  ['', 'example.com', false],
])('NO_PROXY=%j leaves %s without a proxy: %s', (list, host, isDirect) => {
  const proxy = upstreamProxyFor({ HTTPS_PROXY: 'http://a:1', NO_PROXY: list }, host, 443)
  expect(proxy === undefined).toBe(isDirect)
})

test.each([
  'localhost',
  '127.0.0.1',
  '127.9.9.9',
  '::1',
])('%s is this machine, which no proxy reaches', (host) => {
  expect(upstreamProxyFor({ HTTPS_PROXY: 'http://a:1' }, host, 443)).toBeUndefined()
})

test('bytes go through the proxy both ways, with its password, and what came early is not lost', async () => {
  const asked: string[] = []
  const proxy = await startProxy((target, login, answer) => {
    asked.push(`${target} ${login}`)
    answer('HTTP/1.1 200 OK\r\n\r\nearly ')
  })
  const socket = await dialByProxy(new URL(`http://us%40er:p%3Aw@127.0.0.1:${proxy}`), '2001:db8::9', 22)
  cleanups.push(() => socket.destroy())
  socket.write('hello')
  let said = ''
  for await (const chunk of socket) {
    said += String(chunk)
    if (said.length >= 11) break
  }
  expect(said).toBe('early hello')
  expect(asked).toEqual([`[2001:db8::9]:22 Basic ${Buffer.from('us@er:p:w').toString('base64')}`])
})

test('a proxy that refuses is named in the error, and in the answer of ours', async () => {
  const proxy = await startProxy((_target, _login, answer) =>
    answer('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'),
  )
  const url = new URL(`http://127.0.0.1:${proxy}`)
  const error = await dialByProxy(url, 'example.com', 443).catch((cause: unknown) => cause)
  expect(String(error)).toContain(`127.0.0.1:${proxy}`)
  expect(String(error)).toContain('403')
  expect(refusalFor(error)).toEqual({ status: 502, reason: 'Refused by the proxy of the environment' })
})

test('a proxy that is not there is an error of the connection', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  const dialling = dialByProxy(new URL(`http://127.0.0.1:${port}`), 'example.com', 443)
  await expect(dialling).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('the mesh is reached by the tunnel, the rest by the proxy', async () => {
  const asked: string[] = []
  const proxy = await startProxy((target, _login, answer) => {
    asked.push(target)
    answer('HTTP/1.1 200 OK\r\n\r\n')
  })
  const dialled: string[] = []
  const node = {
    find: async () => undefined,
    hasRoute: (address: { bytes: Uint8Array }) => address.bytes[0] === 10,
    dial: async (host: string, port: number) => {
      dialled.push(`${host}:${port}`)
      return connect(proxy, '127.0.0.1')
    },
  } as unknown as MeshNode
  const dial = meshOrDirect(node, { HTTPS_PROXY: `http://127.0.0.1:${proxy}` })
  for (const host of ['10.0.0.1', 'example.com']) {
    const socket = await dial(host, 443)
    cleanups.push(() => socket.destroy())
  }
  expect(dialled).toEqual(['10.0.0.1:443'])
  expect(asked).toEqual(['example.com:443'])
})

/** Answers as it is told and then says back what it hears. @returns its port */
async function startProxy(
  take: (target: string, login: string, answer: (text: string) => void) => void,
): Promise<number> {
  const server: Server = createHttpServer()
  server.on('connect', (request, socket) => {
    socket.on('error', () => socket.destroy())
    take(request.url ?? '', request.headers['proxy-authorization'] ?? '', (text) => socket.write(text))
    socket.pipe(socket)
    cleanups.push(() => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => server.close())
  return (server.address() as AddressInfo).port
}
