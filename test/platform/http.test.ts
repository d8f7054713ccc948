import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createHttpClient } from '../../src/platform/http.ts'
import { startIssuer } from '../support/issuer.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const get = (url: string, more: { maxBytes?: number; timeoutMs?: number; signal?: AbortSignal } = {}) =>
  createHttpClient().request({ method: 'GET', url, maxBytes: 1_000, timeoutMs: 2_000, ...more })

test('an answer comes whole, whatever its status', async () => {
  const url = await serve((request, response) => {
    response.writeHead(418, { 'x-path': request.url ?? '' })
    response.end('short and stout')
  })
  const response = await get(`${url}/pot?size=2`)
  expect(response.status).toBe(418)
  expect(response.headers['x-path']).toBe('/pot?size=2')
  expect(Buffer.from(response.body).toString()).toBe('short and stout')
})

test('a body is sent', async () => {
  const url = await serve((request, response) => {
    request.pipe(response)
  })
  const response = await createHttpClient().request({
    method: 'POST',
    url,
    body: Buffer.from('hello'),
    maxBytes: 10,
    timeoutMs: 2_000,
  })
  expect(Buffer.from(response.body).toString()).toBe('hello')
})

test('an answer over the bound is refused', async () => {
  const url = await serve((_, response) => response.end('x'.repeat(5_000)))
  await expect(get(url)).rejects.toThrow(/longer than 1000 bytes/)
})

test('an answer that dribbles is cut at the time bound', async () => {
  const url = await serve((_, response) => {
    response.write('a')
  })
  await expect(get(url, { timeoutMs: 100 })).rejects.toThrow(/no whole answer within 100 ms/)
})

test('redirects are answers, not followed', async () => {
  const url = await serve((_, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' })
    response.end()
  })
  expect((await get(url)).status).toBe(302)
})

test('an error does not quote the query, which may hold a token', async () => {
  await expect(get('http://127.0.0.1:9/x?token=secret')).rejects.toThrow(/^(?!.*secret)/s)
})

test('the caller can stop it', async () => {
  const url = await serve(() => {})
  const abort = new AbortController()
  setTimeout(() => abort.abort(), 50)
  await expect(get(url, { signal: abort.signal })).rejects.toThrow()
})

test('a proxy of the environment is honoured', async () => {
  const seen: string[] = []
  const proxy = await serve((request, response) => {
    seen.push(request.url ?? '')
    response.end('by way of the proxy')
  })
  process.env['HTTP_PROXY'] = proxy
  try {
    expect(Buffer.from((await get('http://nowhere.example/x')).body).toString()).toBe('by way of the proxy')
    expect(seen).toEqual(['http://nowhere.example/x'])
  } finally {
    delete process.env['HTTP_PROXY']
  }
})

test('a certificate of an authority that is not known says what to give', async () => {
  const issuer = await startIssuer()
  try {
    await expect(get(`${issuer.url}/keys`)).rejects.toMatchObject({
      code: 'HTTP_FAILED',
      message: expect.stringContaining('nobody who is trusted here signed its certificate'),
      help: expect.stringContaining('--ca'),
    })
  } finally {
    await issuer.close()
  }
})
