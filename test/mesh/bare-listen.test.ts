import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listenOnAddress, listenOnPath } from '../../src/mesh/bare-listen.ts'

function newServer(): Server {
  const server = createServer()
  onTestFinished(() => void server.close())
  return server
}

/** As a Node would be that has the name no more. */
function withoutShortcut(server: Server): Server {
  return Object.assign(server, { _listen2: undefined })
}

test.each([
  ['as it is', (server: Server) => server],
  ['without the shortcut', withoutShortcut],
])('an address is listened on, and one that is taken is an error: %s', async (_name, made) => {
  const first = made(newServer())
  listenOnAddress(first, '127.0.0.1', 0)
  await once(first, 'listening')
  const { address, port } = first.address() as AddressInfo
  expect(address).toBe('127.0.0.1')
  const second = made(newServer())
  listenOnAddress(second, '127.0.0.1', port)
  const [error] = await once(second, 'error')
  expect(error).toMatchObject({
    code: 'EADDRINUSE',
    message: `listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
  })
})

test('a name is looked up', async () => {
  const server = newServer()
  listenOnAddress(server, 'localhost', 0)
  await once(server, 'listening')
  expect((server.address() as AddressInfo).port).toBeGreaterThan(0)
})

test.each([
  ['as it is', (server: Server) => server],
  ['without the shortcut', withoutShortcut],
])('a path is listened on, and one that is taken is an error: %s', async (_name, made) => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-listen-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'x.sock')
  const first = made(newServer())
  listenOnPath(first, path)
  await once(first, 'listening')
  expect(first.address()).toBe(path)
  const second = made(newServer())
  listenOnPath(second, path)
  const [error] = await once(second, 'error')
  expect(error).toMatchObject({ code: 'EADDRINUSE', address: path })
})
