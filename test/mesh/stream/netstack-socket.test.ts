import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NetstackServer } from '../../../src/mesh/stream/netstack-server.ts'
import { connectNetstack, type NetstackSocket } from '../../../src/mesh/stream/netstack-socket.ts'
import { joinedHosts, RIGHT } from './joined-hosts.ts'

let hosts: ReturnType<typeof joinedHosts>
beforeEach(() => {
  hosts = joinedHosts()
})
afterEach(() => hosts.close())

const remote = { address: RIGHT, port: 7 }

function serve(onConnection: (socket: NetstackSocket) => void, allowHalfOpen = false): NetstackServer {
  return new NetstackServer(hosts.right, { allowHalfOpen }, onConnection).listen({ port: 7 })
}

async function readAll(socket: NetstackSocket): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('a connection says where it comes from and goes to, as net.Socket does', async () => {
  const accepted = new Promise<NetstackSocket>((resolve) => serve(resolve))
  const client = connectNetstack(hosts.left, remote)
  expect(client.connecting).toBe(true)
  expect(client.readyState).toBe('opening')
  await once(client, 'connect')
  const server = await accepted
  expect(client).toMatchObject({
    connecting: false,
    readyState: 'open',
    remoteAddress: '10.77.0.2',
    remotePort: 7,
    remoteFamily: 'IPv4',
    localAddress: '10.77.0.1',
  })
  expect(server.remotePort).toBe(client.localPort)
  client.destroy()
  server.destroy()
})

test('twenty megabytes come back from an echo server unchanged', async () => {
  serve((socket) => void pipeline(socket, socket), true)
  const client = connectNetstack(hosts.left, remote, { allowHalfOpen: true })
  const piece = randomBytes(1_000_003)
  const expected = createHash('sha256')
  const received = readAll(client)
  for (let i = 0; i < 20; i++) {
    expected.update(piece)
    if (!client.write(piece)) await once(client, 'drain')
  }
  client.end()
  const bytes = await received
  expect(bytes.length).toBe(20 * piece.length)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(expected.digest('hex'))
  expect(client.bytesWritten).toBe(bytes.length)
  expect(client.bytesRead).toBe(bytes.length)
})

test('a client that has ended its side still reads the answer', async () => {
  serve(async (socket) => {
    const question = await readAll(socket)
    socket.end(`you said ${question.toString()}`)
  }, true)
  const client = connectNetstack(hosts.left, remote, { allowHalfOpen: true })
  client.end('hello')
  expect((await readAll(client)).toString()).toBe('you said hello')
})

test('a reader that does not read holds the writer back', async () => {
  const accepted = new Promise<NetstackSocket>((resolve) => serve(resolve))
  const client = connectNetstack(hosts.left, remote)
  const server = await accepted
  server.pause()
  const piece = Buffer.alloc(1_000_000)
  let written = 0
  while (written < 50_000_000 && client.write(piece)) written += piece.length
  client.on('drain', () => client.write(piece))
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(client.bytesWritten).toBeLessThan(3_000_000)
  client.destroy()
  server.destroy()
})

test('a port on which nobody listens refuses with ECONNREFUSED', async () => {
  const client = connectNetstack(hosts.left, remote)
  const [error] = await once(client, 'error')
  expect(error).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect', address: '10.77.0.2', port: 7 })
})

test('a reset by the peer is an ECONNRESET', async () => {
  serve((socket) => void socket.resetAndDestroy())
  const client = connectNetstack(hosts.left, remote)
  const [error] = await once(client, 'error')
  expect(error).toMatchObject({ code: 'ECONNRESET', syscall: 'read' })
})

test('a socket that is destroyed while the peer writes gives the peer an error, not silence', async () => {
  serve((socket) => {
    socket.once('data', () => socket.destroy())
  })
  const client = connectNetstack(hosts.left, remote)
  const timer = setInterval(() => client.write('more'), 5)
  const [error] = await once(client, 'error')
  clearInterval(timer)
  expect(error).toMatchObject({ code: 'ECONNRESET' })
})

test('setTimeout tells of silence and of nothing else', async () => {
  const accepted = new Promise<NetstackSocket>((resolve) => serve(resolve))
  const client = connectNetstack(hosts.left, remote)
  const server = await accepted
  server.resume()
  let told = 0
  client.setTimeout(80, () => told++)
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    client.write('x')
  }
  expect(told).toBe(0)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(told).toBe(1)
  client.destroy()
  server.destroy()
})

test('a server that is closed takes no more connections and ends after the last', async () => {
  const server = serve(() => {})
  const accepted = once(server, 'connection') as Promise<[NetstackSocket]>
  const client = connectNetstack(hosts.left, remote)
  const [socket] = await accepted
  socket.resume()
  const order: string[] = []
  server.close(() => order.push('closed'))
  const late = connectNetstack(hosts.left, remote)
  const [error] = await once(late, 'error')
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  order.push('refused')
  client.resume()
  client.end()
  await once(socket, 'close')
  await new Promise((resolve) => setImmediate(resolve))
  expect(order).toEqual(['refused', 'closed'])
})

test('a connection over maxConnections is ended at once', async () => {
  const server = serve(() => {})
  server.maxConnections = 1
  const first = connectNetstack(hosts.left, remote)
  await once(first, 'connect')
  const second = connectNetstack(hosts.left, remote)
  const [error] = await once(second, 'error')
  expect(error).toMatchObject({ code: 'ECONNRESET' })
  expect(first.destroyed).toBe(false)
  first.destroy()
})
