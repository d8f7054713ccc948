/** What an HTTP proxy changes of what it passes on, what it leaves, and what it stands from either side. */
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createProxyServer } from '../../src/mesh/http-proxy.ts'
import type { ProxyCredentials } from '../../src/mesh/proxy-credentials.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

test('path and query go on byte for byte, and the Host is that of the target', async () => {
  const seen: string[] = []
  const proxy = await proxyTo((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers.via}`)
    response.end()
  })
  for (const target of ['/a/%2e%2e/b//c?x=%7e&y=[1]', '?q', '', '/a;b=c']) {
    await proxy.says(`GET http://web.mesh:8080${target} HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n`)
  }
  await proxy.says('OPTIONS http://web.mesh HTTP/1.1\r\nHost: web.mesh\r\nConnection: close\r\n\r\n')
  expect(seen).toEqual([
    'GET /a/%2e%2e/b//c?x=%7e&y=[1] web.mesh:8080 1.1 sallyport',
    'GET /?q web.mesh:8080 1.1 sallyport',
    'GET / web.mesh:8080 1.1 sallyport',
    'GET /a;b=c web.mesh:8080 1.1 sallyport',
    'OPTIONS * web.mesh 1.1 sallyport',
  ])
  expect(proxy.dialled).toEqual([...Array(4).fill('web.mesh:8080'), 'web.mesh:80'])
})

test.each([
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'GET',
])('a chunked body of %s arrives, and as chunks', async (method) => {
  const proxy = await proxyTo(echoBody)
  const chunks = '5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n'
  const head = `${method} http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
  expect(await proxy.says(head + chunks)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*chunked hello!/)
})

test('a body of a known length keeps its length', async () => {
  const proxy = await proxyTo(echoBody)
  const text =
    'PUT http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello'
  expect(await proxy.says(text)).toContain('5 hello')
})

test('the 100 of an Expect is the other end’s to give, and so is its refusal', async () => {
  const head = (path: string) =>
    `PUT http://web.mesh${path} HTTP/1.1\r\nHost: web.mesh\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`
  const upstream = createHttpServer(echoBody)
  upstream.on('checkContinue', (request: IncomingMessage, response) => {
    if (request.url === '/no') response.writeHead(417).end()
    else {
      response.writeContinue()
      echoBody(request, response)
    }
  })
  const proxy = await proxyTo(upstream)
  const client = await proxy.open()
  client.write(head('/yes'))
  await once(client, 'data').then(([bytes]) => expect(`${bytes}`).toBe('HTTP/1.1 100 Continue\r\n\r\n'))
  client.write('hello')
  expect(await read(client)).toContain('5 hello')
  expect(await proxy.says(head('/no'))).toMatch(/^HTTP\/1\.1 417 /)
})

test('requests in a row on one connection are answered in their order', async () => {
  const proxy = await proxyTo((request, response) => {
    setTimeout(() => response.end(`<${request.url}>`), request.url === '/1' ? 50 : 0)
  })
  const request = (path: string, more = '') =>
    `GET http://web.mesh${path} HTTP/1.1\r\nHost: web.mesh\r\n${more}\r\n`
  const said = await proxy.says(request('/1') + request('/2') + request('/3', 'Connection: close\r\n'))
  expect(said.match(/<.*>/g)).toEqual(['</1>', '</2>', '</3>'])
})

test('hop-by-hop headers stay behind both ways, and credentials with them', async () => {
  let seen: NodeJS.Dict<string | string[]> = {}
  const proxy = await proxyTo((request, response) => {
    seen = request.headers
    response.writeHead(200, {
      Connection: 'X-Secret, close',
      'X-Secret': '1',
      'Set-Cookie': ['a=1', 'b=2'],
      'X-Kept': '2',
    })
    response.end()
  })
  const said = await proxy.says(
    'GET http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: X-Mine, close\r\nX-Mine: 1\r\n' +
      'Proxy-Authorization: Basic YTpi\r\nProxy-Connection: keep-alive\r\nTE: trailers\r\nX-Kept: 2\r\n\r\n',
  )
  expect(Object.keys(seen).sort()).toEqual(['connection', 'host', 'via', 'x-kept'])
  expect(said).toContain('X-Kept: 2'.toLowerCase())
  expect(said.match(/set-cookie: .*/g)).toEqual(['set-cookie: a=1', 'set-cookie: b=2'])
  expect(said).not.toContain('secret')
})

test.each([
  ['a status that nobody can write', 'HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n'],
  ['a reason with a control character', 'HTTP/1.1 200 O\x01K\r\nContent-Length: 0\r\n\r\n'],
  ['a header with a control character', 'HTTP/1.1 200 OK\r\nX: a\x01b\r\nContent-Length: 0\r\n\r\n'],
  ['no HTTP at all', '220 mail.mesh ESMTP\r\n'],
  ['nothing', ''],
])('a server that answers with %s is a bad gateway, and the proxy lives on', async (_name, answer) => {
  const proxy = await proxyTo(createServer((socket) => void socket.on('error', () => {}).end(answer)))
  const request = 'GET http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: close\r\n\r\n'
  expect(await proxy.says(request)).toMatch(/^HTTP\/1\.1 502 /)
  expect(await proxy.says(request.replace('close', 'upgrade\r\nUpgrade: x'))).toMatch(/^HTTP\/1\.1 /)
  expect(await proxy.says(request)).toMatch(/^HTTP\/1\.1 502 /)
})

test.each([
  ['ECONNREFUSED', '502 Connection refused'],
  ['ETIMEDOUT', '504 Connection timed out'],
  ['TUNNEL_UNREACHABLE', '502 Not reachable in the mesh'],
  ['EOTHER', '502 Bad Gateway'],
])('why a connection was not had is said: %s', async (code, words) => {
  const proxy = await proxyTo(() => {}, { failure: Object.assign(new Error(code), { code }) })
  expect(await proxy.says('CONNECT web.mesh:22 HTTP/1.1\r\nHost: web.mesh:22\r\n\r\n')).toContain(
    `HTTP/1.1 ${words}\r\n`,
  )
  const request = 'GET http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: close\r\n\r\n'
  expect(await proxy.says(request)).toContain(`HTTP/1.1 ${words}\r\n`)
})

test.each([
  'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
  'GET https://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: close\r\n\r\n',
  'CONNECT web.mesh:0 HTTP/1.1\r\nHost: web.mesh\r\n\r\n',
  'CONNECT web.mesh HTTP/1.1\r\nHost: web.mesh\r\n\r\n',
  'CONNECT web.mesh:65536 HTTP/1.1\r\nHost: web.mesh\r\n\r\n',
  'GET http:// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'hello\r\n\r\n',
])('what is no request to a proxy is a bad request: %j', async (text) => {
  const proxy = await proxyTo(() => {})
  expect(await proxy.says(text)).toMatch(/^HTTP\/1\.1 400 /)
  expect(proxy.dialled).toEqual([])
})

test('a stranger, and a page of a browser, get nothing, by any of the ways', async () => {
  const credentials = { user: 'sallyport', password: 'right' }
  const proxy = await proxyTo(() => {}, { credentials })
  const basic = (text: string) => `Proxy-Authorization: Basic ${Buffer.from(text).toString('base64')}\r\n`
  const ways = [
    'GET http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: close\r\n',
    'GET http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: upgrade\r\nUpgrade: websocket\r\n',
    'CONNECT web.mesh:22 HTTP/1.1\r\nHost: web.mesh:22\r\n',
  ]
  for (const way of ways) {
    for (const login of [
      '',
      basic('sallyport:wrong'),
      basic('other:right'),
      basic('sallyport'),
      'Proxy-Authorization: Bearer x\r\n',
    ]) {
      expect(await proxy.says(`${way}${login}\r\n`)).toMatch(
        /^HTTP\/1\.1 407 [\s\S]*proxy-authenticate: basic/i,
      )
    }
    expect(await proxy.says(`${way}${basic('sallyport:right')}Origin: null\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 403 /,
    )
  }
  expect(proxy.dialled).toEqual([])
})

test('who is refused and does not close is closed', async () => {
  const proxy = await proxyTo(() => {}, { credentials: { user: 'a', password: 'b' } })
  const client = await proxy.open({ allowHalfOpen: true })
  client.write('CONNECT web.mesh:22 HTTP/1.1\r\nHost: web.mesh:22\r\n\r\n')
  client.resume()
  await once(client, 'end')
  expect(await proxy.isAlone()).toBe(true)
  client.destroy()
})

test('an upgrade that has a body is passed on as the request that it is without', async () => {
  const proxy = await proxyTo(echoBody)
  const text =
    'POST http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\nConnection: Upgrade, HTTP2-Settings, close\r\n' +
    'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Length: 5\r\n\r\nhello'
  expect(await proxy.says(text)).toContain('5 hello')
})

function echoBody(request: IncomingMessage, response: Parameters<RequestListener>[1]): void {
  request.toArray().then((chunks) => {
    const framing = request.headers['transfer-encoding'] ?? request.headers['content-length']
    response.end(`${framing} ${Buffer.concat(chunks)}`)
  })
}

interface ProxySettings {
  readonly failure?: Error
  readonly credentials?: ProxyCredentials
}

/** A proxy whose every connection leads to one server. */
async function proxyTo(
  upstream: RequestListener | ReturnType<typeof createServer>,
  settings: ProxySettings = {},
) {
  const server = typeof upstream === 'function' ? createHttpServer(upstream) : upstream
  const port = await listen(server)
  const dialled: string[] = []
  const proxy = createProxyServer(async (host, to) => {
    dialled.push(`${host}:${to}`)
    if (settings.failure) throw settings.failure
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    await once(socket, 'connect')
    return socket
  }, settings.credentials)
  const proxyPort = await listen(proxy)
  const open = async (options: { allowHalfOpen?: boolean } = {}): Promise<Socket> => {
    const client = connect({ port: proxyPort, host: '127.0.0.1', ...options })
    cleanups.push(() => client.destroy())
    await once(client, 'connect')
    return client
  }
  return {
    dialled,
    open,
    /** Says it, and reads until the proxy closes. */
    async says(text: string): Promise<string> {
      const client = await open()
      client.write(text, 'latin1')
      return read(client)
    },
    /** Waits until nobody is connected any more. */
    async isAlone(): Promise<boolean> {
      const count = () => new Promise<number>((done) => proxy.getConnections((_error, all) => done(all)))
      await expect.poll(count, { timeout: 10_000 }).toBe(0)
      return true
    },
  }
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}

async function read(client: Socket): Promise<string> {
  const chunks: Buffer[] = await client.toArray().catch(() => [])
  return Buffer.concat(chunks).toString('latin1')
}
