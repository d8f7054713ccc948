/** A mesh connection that is joined to a socket of the system: its bytes go out from where they lie. */
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { join } from '../../../src/mesh/forward.ts'
import { NetstackServer } from '../../../src/mesh/stream/netstack-server.ts'
import { connectNetstack, NetstackSocket } from '../../../src/mesh/stream/netstack-socket.ts'
import { joinedHosts, RIGHT } from './joined-hosts.ts'

let hosts: ReturnType<typeof joinedHosts>
const cleanups: (() => void)[] = []
beforeEach(() => {
  hosts = joinedHosts()
})
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
  hosts.close()
})

/** A local socket that is joined to a connection in the mesh, and both their far ends. */
async function joined(): Promise<{ local: Socket; mesh: NetstackSocket; carried: NetstackSocket }> {
  const accepted = Promise.withResolvers<NetstackSocket>()
  new NetstackServer(hosts.right, { allowHalfOpen: true }, accepted.resolve).listen({ port: 7 })
  const carried = connectNetstack(hosts.left, { address: RIGHT, port: 7 }, { allowHalfOpen: true })
  await once(carried, 'connect')
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) =>
    join(socket, carried),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const local = connect({ port: (server.address() as AddressInfo).port, allowHalfOpen: true })
  const mesh = await accepted.promise
  for (const each of [local, mesh, carried]) each.on('error', () => {})
  cleanups.push(() => {
    for (const each of [local, mesh, carried]) each.destroy()
    server.close()
  })
  await once(local, 'connect')
  return { local, mesh, carried }
}

test('thirty megabytes reach a reader that stops now and then, in their order, and the end after them', async () => {
  const flowTo = vi.spyOn(NetstackSocket.prototype, 'flowTo')
  const { local, mesh, carried } = await joined()
  const expected = createHash('sha256')
  const actual = createHash('sha256')
  let received = 0
  local.on('data', (bytes: Buffer) => {
    actual.update(bytes)
    if (received >> 22 !== (received + bytes.length) >> 22) {
      local.pause()
      setTimeout(() => local.resume(), 20)
    }
    received += bytes.length
  })
  for (let i = 0; i < 30; i++) {
    const piece = randomBytes(1_000_003)
    expected.update(piece)
    if (!mesh.write(piece)) await once(mesh, 'drain')
  }
  mesh.end()
  await once(local, 'end')
  expect(received).toBe(30 * 1_000_003)
  expect(actual.digest('hex')).toBe(expected.digest('hex'))
  expect(carried.bytesRead).toBe(received)
  expect(flowTo).toHaveBeenCalledOnce()
  flowTo.mockRestore()
})

test('a local reader that does not read holds the writer in the mesh back', async () => {
  const { local, mesh, carried } = await joined()
  local.pause()
  const piece = Buffer.alloc(1_000_000)
  const source = new Readable({
    read() {
      this.push(piece)
    },
  })
  source.pipe(mesh)
  // The system's own buffers take what they take; then nothing moves.
  await vi.waitFor(
    async () => {
      const before = mesh.bytesWritten
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(mesh.bytesWritten).toBe(before)
    },
    { timeout: 20_000, interval: 1 },
  )
  expect(carried.tcp.readableBytes).toBeGreaterThan(0)
  expect(carried.tcp.readableBytes).toBeLessThanOrEqual(carried.tcp.info.receiveBuffer)
})

test('each side ends by itself', async () => {
  const { local, mesh } = await joined()
  mesh.end('all of it')
  const [answer] = await once(local, 'data')
  expect(String(answer)).toBe('all of it')
  await once(local, 'end')
  local.end('and the answer')
  const [question] = await once(mesh, 'data')
  expect(String(question)).toBe('and the answer')
})

test('a reset in the mesh is a reset here, with bytes under way and without', async () => {
  const { local, mesh } = await joined()
  local.pause()
  mesh.write(Buffer.alloc(20_000_000))
  await once(local, 'readable')
  mesh.resetAndDestroy()
  const [error] = await once(local.resume(), 'error')
  expect(error).toMatchObject({ code: 'ECONNRESET' })
})

test('a local reader that goes away resets the connection in the mesh', async () => {
  const { local, mesh } = await joined()
  mesh.write(Buffer.alloc(20_000_000))
  await once(local, 'data')
  local.destroy()
  const [error] = await once(mesh, 'error')
  expect(error).toMatchObject({ code: 'ECONNRESET' })
})
