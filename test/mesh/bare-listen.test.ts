import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listenOnAddress, listenOnPath } from '../../src/mesh/bare-listen.ts'

function newServer(): Server {
  const server = createServer((socket) => socket.end('here'))
  onTestFinished(() => void server.close())
  return server
}

test('an address is listened on, and one that is taken is the error of listen', async () => {
  const first = newServer()
  listenOnAddress(first, '127.0.0.1', 0)
  await once(first, 'listening')
  const { address, port } = first.address() as AddressInfo
  expect(address).toBe('127.0.0.1')
  const second = newServer()
  listenOnAddress(second, '127.0.0.1', port)
  const [error] = await once(second, 'error')
  const plain = newServer().listen(port, '127.0.0.1')
  const [expected] = await once(plain, 'error')
  expect(error).toEqual(expected)
  expect(error).toMatchObject({ code: 'EADDRINUSE', address: '127.0.0.1', port })
})

test('a name is looked up', async () => {
  const server = newServer()
  listenOnAddress(server, 'localhost', 0)
  await once(server, 'listening')
  expect((server.address() as AddressInfo).port).toBeGreaterThan(0)
})

test('a path is listened on, and one that is taken is the error of listen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-listen-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'x.sock')
  const first = newServer()
  listenOnPath(first, path)
  await once(first, 'listening')
  const [said] = await once(connect(path), 'data')
  expect(String(said)).toBe('here')
  const second = newServer()
  listenOnPath(second, path)
  const [error] = await once(second, 'error')
  const [expected] = await once(newServer().listen(path), 'error')
  expect(error).toEqual(expected)
  expect(error).toMatchObject({ code: 'EADDRINUSE', address: path })
})
