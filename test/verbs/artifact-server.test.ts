import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer, type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { artifactListener, artifactPath } from '../../src/verbs/artifact-server.ts'

const DIGEST = `sha256:${'d'.repeat(64)}`
const CONTENT = '0123456789'

async function serve(content = CONTENT) {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-artifact-'))
  const path = join(folder, 'shop.tar.gz')
  await writeFile(path, content)
  const server = createServer(artifactListener([{ artifact: DIGEST, path, size: content.length }]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  })
  const { port } = server.address() as AddressInfo
  const ask = (options: RequestOptions = {}) =>
    new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>(
      (resolve, reject) => {
        const call = request(
          { port, host: '127.0.0.1', path: artifactPath(DIGEST), ...options },
          (response) => {
            let body = ''
            response.setEncoding('utf8').on('data', (text: string) => {
              body += text
            })
            response.on('error', reject)
            response.on('end', () =>
              resolve({ status: response.statusCode, headers: response.headers, body }),
            )
          },
        )
        call.on('error', reject).end()
      },
    )
  return { path, ask }
}

test('an artifact is served by its digest, whole', async () => {
  const { ask } = await serve()
  expect(await ask()).toMatchObject({
    status: 200,
    body: CONTENT,
    headers: { 'content-length': '10', 'accept-ranges': 'bytes' },
  })
})

test('a resumed download gets the rest, and is told from where', async () => {
  const { ask } = await serve()
  expect(await ask({ headers: { range: 'bytes=4-' } })).toMatchObject({
    status: 206,
    body: '456789',
    headers: { 'content-range': 'bytes 4-9/10', 'content-length': '6' },
  })
  expect(await ask({ headers: { range: 'bytes=0-' } })).toMatchObject({ status: 206, body: CONTENT })
  expect(await ask({ headers: { range: 'bytes=9-' } })).toMatchObject({ status: 206, body: '9' })
})

test.each([
  'bytes=10-',
  'bytes=2-5',
  'bytes=-3',
  'bytes=0-,5-',
  'bytes=9999999999999999-',
  'items=0-',
  'bytes=a-',
])('the range %s is not satisfiable', async (range) => {
  const { ask } = await serve()
  expect(await ask({ headers: { range } })).toMatchObject({
    status: 416,
    body: '',
    headers: { 'content-range': 'bytes */10' },
  })
})

test.each<[what: string, options: RequestOptions]>([
  ['another digest', { path: artifactPath(`sha256:${'e'.repeat(64)}`) }],
  ['a path of the machine', { path: '/artifacts/../../etc/passwd' }],
  ['the digest with a query', { path: `${artifactPath(DIGEST)}?x` }],
  ['the root', { path: '/' }],
  ['another method', { method: 'PUT' }],
  ['another method that only looks', { method: 'HEAD' }],
])('%s is not there', async (_what, options) => {
  const { ask } = await serve()
  expect(await ask(options)).toMatchObject({ status: 404, body: '' })
})

test('an empty artifact is served as such', async () => {
  const { ask } = await serve('')
  expect(await ask()).toMatchObject({ status: 200, body: '' })
})

test('a file that became shorter ends the connection, it does not hold it', async () => {
  const { path, ask } = await serve()
  await truncate(path, 3)
  await expect(ask()).rejects.toThrow(/aborted|socket hang up|ECONNRESET/)
})

test('a file that is gone ends the connection', async () => {
  const { path, ask } = await serve()
  await rm(path)
  await expect(ask()).rejects.toThrow(/aborted|socket hang up|ECONNRESET/)
})
