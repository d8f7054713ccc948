import { once } from 'node:events'
import http from 'node:http'
import tls from 'node:tls'
import { Client } from 'undici'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NetstackServer } from '../../../src/mesh/stream/netstack-server.ts'
import { connectNetstack } from '../../../src/mesh/stream/netstack-socket.ts'
import { createTlsIdentity } from '../../support/certificates.ts'
import { joinedHosts, RIGHT } from './joined-hosts.ts'

let hosts: ReturnType<typeof joinedHosts>
beforeEach(() => {
  hosts = joinedHosts()
})
afterEach(() => hosts.close())

const remote = { address: RIGHT, port: 80 }

function serveHttp(handler: http.RequestListener): http.Server {
  const server = http.createServer(handler)
  new NetstackServer(hosts.right, { allowHalfOpen: true }, (socket) =>
    server.emit('connection', socket),
  ).listen({ port: 80 })
  return server
}

test('node:http client and server talk over two netstacks, keeping the connection alive', async () => {
  let connections = 0
  serveHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => response.end(`${request.url} ${Buffer.concat(chunks).length}`))
  }).on('connection', () => connections++)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  agent.createConnection = () => connectNetstack(hosts.left, remote)
  for (const size of [0, 10, 3_000_000]) {
    const request = http.request({ agent, method: 'POST', path: `/${size}`, host: 'peer.mesh' })
    request.end(Buffer.alloc(size))
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    const body = (await response.toArray()).join('')
    expect(body).toBe(`/${size} ${size}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(connections).toBe(1)
  agent.destroy()
})

test('undici sends requests over a netstack, pipelined', async () => {
  serveHttp((request, response) => response.end(`answer to ${request.url}`))
  const client = new Client('http://peer.mesh', {
    pipelining: 4,
    connect: (_options, callback) => {
      const socket = connectNetstack(hosts.left, remote)
      socket.once('connect', () => callback(null, socket as never))
      socket.once('error', (error) => callback(error, null))
    },
  })
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const response = await client.request({ method: 'GET', path: `/${i}` })
      return response.body.text()
    }),
  )
  expect(answers).toEqual(Array.from({ length: 20 }, (_, i) => `answer to /${i}`))
  await client.close()
})

test('node:tls is set up over a netstack on both sides, and its peer is verified', async () => {
  const identity = createTlsIdentity(['peer.mesh'])
  const context = { cert: identity.certificatePem, key: identity.keyPem }
  new NetstackServer(hosts.right, { allowHalfOpen: true }, (socket) => {
    const secure = new tls.TLSSocket(socket, {
      isServer: true,
      secureContext: tls.createSecureContext(context),
    })
    secure.pipe(secure)
  }).listen({ port: 443 })
  const plain = connectNetstack(hosts.left, { address: RIGHT, port: 443 })
  const secure = tls.connect({ socket: plain, ca: identity.caPem, servername: 'peer.mesh' })
  await once(secure, 'secureConnect')
  expect(secure.authorized).toBe(true)
  const received = secure.toArray()
  const sent = Buffer.alloc(2_000_000, 'sallyport')
  secure.end(sent)
  expect(Buffer.concat(await received).equals(sent)).toBe(true)
})

test('a TLS name that the certificate does not have is refused, where all else is right', async () => {
  const identity = createTlsIdentity(['peer.mesh'])
  new NetstackServer(hosts.right, {}, (socket) => {
    const secure = new tls.TLSSocket(socket, {
      isServer: true,
      secureContext: tls.createSecureContext({ cert: identity.certificatePem, key: identity.keyPem }),
    })
    secure.on('error', () => {})
  }).listen({ port: 443 })
  const plain = connectNetstack(hosts.left, { address: RIGHT, port: 443 })
  const secure = tls.connect({ socket: plain, ca: identity.caPem, servername: 'other.mesh' })
  const [error] = await once(secure, 'error')
  expect(error).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  plain.destroy()
})
