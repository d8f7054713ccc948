/**
 * Targets of what strangers say to a node's doors on a stream: SOCKS5, the HTTP proxy and the servers behind it, the
 * control socket, the relay's WebSocket. Each input is one connection's bytes; it ends where the input ends.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex, duplexPair } from 'node:stream'

import type { Instant } from '../../src/base/time.ts'
import { createRelayServer } from '../../src/coordinator/relay/relay-server.ts'
import { createControlServer } from '../../src/mesh/control-server.ts'
import { createProxyServer } from '../../src/mesh/http-proxy.ts'
import { serveSocks5 } from '../../src/mesh/socks5.ts'
import { emitFrame, RELAY_FRAME_MAX } from '../../src/tunnel/relay/frame.ts'
import { grantPlainly, plainCredential } from '../support/relay-grants.ts'
import { seededRandom } from '../tunnel/wireguard/pair.ts'
import { type FuzzTarget, violated } from './target.ts'

const CREDENTIALS = { user: 'sallyport', password: 'secret' }
const LOGIN = Buffer.from('sallyport:secret').toString('base64')

export function proxyTargets(): FuzzTarget[] {
  return [
    { name: 'socks5', seeds: socksSeeds(), run: watched(runSocks5) },
    { name: 'http-proxy', seeds: REQUESTS.map(bytesOf), run: watched(runHttpProxy) },
    { name: 'http-answer', seeds: ANSWERS.map(bytesOf), run: watched(runHttpAnswer) },
    { name: 'control-socket', seeds: CONTROL_REQUESTS.map(bytesOf), run: watched(runControl) },
    { name: 'relay-websocket', seeds: webSocketSeeds(), run: watched(runWebSocket) },
  ]
}

const REQUESTS = [
  `CONNECT web.mesh:443 HTTP/1.1\r\nHost: web.mesh:443\r\nProxy-Authorization: Basic ${LOGIN}\r\n\r\n\x16\x03\x01`,
  `CONNECT [fd00::1]:443 HTTP/1.1\r\nHost: x\r\nProxy-Authorization: basic ${LOGIN}\r\nOrigin: null\r\n\r\n`,
  `GET http://web.mesh/a?b HTTP/1.1\r\nHost: web.mesh\r\nProxy-Authorization: Basic ${LOGIN}\r\nConnection: X, close\r\nX: 1\r\n\r\n`,
  `POST http://u:p@[fd00::1]:80/ HTTP/1.1\r\nHost: x\r\nProxy-Authorization: Basic ${LOGIN}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nT: 1\r\n\r\n`,
  `PUT http://web.mesh:8080?q HTTP/1.1\r\nHost: x\r\nProxy-Authorization: Basic ${LOGIN}\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello`,
  `GET ws://web.mesh/ HTTP/1.1\r\nHost: x\r\nProxy-Authorization: Basic ${LOGIN}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nab`,
  'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\n\r\n',
]

const ANSWERS = [
  'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\nhi',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: T\r\n\r\n2\r\nhi\r\n0\r\nT: 1\r\n\r\n',
  'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 304 Not Modified\r\n\r\n',
  'HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\nab',
  'HTTP/1.0 404 No\r\nConnection: X-A\r\nX-A: 1\r\n\r\nuntil the end',
]

const CONTROL_REQUESTS = [
  'GET /v1/report HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT web.mesh:22 HTTP/1.1\r\nHost: x\r\n\r\nSSH-2.0-x\r\n',
  'POST /v1/report HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx',
]

function socksSeeds(): Uint8Array[] {
  const login = [1, 9, ...Buffer.from('sallyport'), 6, ...Buffer.from('secret')]
  const greeting = [5, 2, 0, 2, ...login]
  const name = [...Buffer.from('web.mesh')]
  return [
    [...greeting, 5, 1, 0, 1, 10, 0, 0, 1, 0, 80, 71, 69, 84],
    [...greeting, 5, 1, 0, 3, name.length, ...name, 1, 187],
    [...greeting, 5, 1, 0, 4, 0xfd, ...Array(14).fill(0), 1, 0, 22],
    [...greeting, 5, 3, 0, 1, 0, 0, 0, 0, 0, 0],
    [5, 1, 0],
    [4, 1, 0, 80, 10, 0, 0, 1, 0],
  ].map((bytes) => Uint8Array.from(bytes))
}

/** Who connects has logged in, and asks for somewhere; what is answered is of the protocol. */
async function runSocks5(input: Uint8Array): Promise<void> {
  const [client, served] = pair()
  const asked: string[] = []
  const open = async (way: string): Promise<void> => {
    asked.push(way)
  }
  const said = collect(client)
  const ways = {
    dial: (host: string, port: number) => open(host === '' ? 'nowhere' : `${host}:${port}`).then(silent),
    associate: () => open('udp').then(() => 9),
  }
  const serving = serveSocks5(ways, served as Socket, CREDENTIALS).catch(() => served.destroy())
  client.end(input)
  await Promise.race([serving, turns()])
  await turns()
  if (asked.length > 1) violated(`one connection led to ${asked.length}`)
  if (asked[0] === 'nowhere') violated('a connection to no name at all')
  if (asked.length === 1 && !Buffer.from(input).includes('secret')) violated('a stranger came in')
  checkSocksAnswer(said(), asked.length > 0)
  client.destroy()
  served.destroy()
}

function checkSocksAnswer(said: Buffer, wasJoined: boolean): void {
  if (said.length === 0) return
  if (said[0] !== 5 || (said[1] !== 2 && said[1] !== 255)) violated('an answer that is no choice of a method')
  if (said[1] === 255 && said.length > 2) violated('more than the refusal of all methods')
  if (said.length > 2 && (said[2] !== 1 || said[3]! > 1)) violated('an answer that is none to a login')
  if (said[3] === 1 && said.length > 4) violated('more than the refusal of a login')
  if (wasJoined && said[5] !== 0) violated('a connection, and a reply that refuses it')
}

const CUT = new Set(['HPE_INVALID_EOF_STATE', 'ECONNRESET'])

/**
 * Who is passed on has the credentials, they stay behind, and the server sees the one request that the proxy saw:
 * a second, or one that is broken, was smuggled.
 */
async function runHttpProxy(input: Uint8Array): Promise<void> {
  const text = Buffer.from(input).toString('latin1')
  const isTunnel = /connect|upgrade/i.test(text)
  const seen = { requests: 0, broken: '', leaked: false }
  const upstream = createServer((request, response) => {
    note(seen, request)
    request.resume()
    response.end('ok')
  })
  upstream.on('upgrade', (request, socket) => {
    note(seen, request)
    socket.destroy()
  })
  upstream.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // What ends in the middle was cut off because its client was; it was not made wrong.
    if (!CUT.has(error.code ?? '')) seen.broken = `${error.code} ${error.message}`
    socket.destroy()
  })
  let dials = 0
  const [client, proxy] = await connectTo(
    createProxyServer(async () => {
      dials++
      return reach(upstream)
    }, CREDENTIALS),
  )
  client.end(input)
  await turns(24)
  client.destroy()
  proxy.destroy()
  await turns(4)
  // The last character holds bits that nobody reads.
  if (dials > 0 && !text.includes(LOGIN.slice(0, -3))) violated('a stranger came in')
  if (seen.leaked) violated('the credentials went on')
  if (!isTunnel && seen.requests > dials) violated(`${seen.requests} requests of ${dials}`)
  if (!isTunnel && seen.broken !== '') violated(`what went on is broken: ${seen.broken}`)
}

function note(seen: { requests: number; leaked: boolean }, request: IncomingMessage): void {
  seen.requests++
  if (request.headers['proxy-authorization'] !== undefined) seen.leaked = true
}

/** Whatever a server answers, a client hears an HTTP answer or the end. */
async function runHttpAnswer(input: Uint8Array): Promise<void> {
  for (const more of ['', 'Connection: Upgrade\r\nUpgrade: websocket\r\n']) {
    const [client, proxy] = await connectTo(
      createProxyServer(async () => {
        const [near, far] = pair()
        far.resume()
        far.end(input)
        return near
      }, undefined),
    )
    const said = collect(client)
    client.write(`GET http://web.mesh/ HTTP/1.1\r\nHost: web.mesh\r\n${more}\r\n`)
    await turns(16)
    if (said().length > 0 && said().toString('latin1', 0, 9) !== 'HTTP/1.1 ') violated('no HTTP came out')
    client.destroy()
    proxy.destroy()
  }
}

async function runControl(input: Uint8Array): Promise<void> {
  let dials = 0
  const dial = async () => {
    dials++
    return silent()
  }
  const [client, served] = await connectTo(createControlServer(dial, () => '{"version":1}'))
  const said = collect(client)
  client.end(input)
  await turns(8)
  const text = said().toString('latin1')
  if (text !== '' && !text.startsWith('HTTP/1.1 ')) violated('no HTTP came out')
  // After an answer that closes the connection nothing more is heard, whatever was asked behind it.
  const isOver = /^connection: close/im.test(text)
  if (dials > 0 && !isOver && !text.includes(' 200 Connection Established'))
    violated('a connection, and no word of it')
  client.destroy()
  served.destroy()
}

function webSocketSeeds(): Uint8Array[] {
  const login = emitFrame({
    kind: 'login',
    publicKey: new Uint8Array(32).fill(3),
    proof: new Uint8Array(32),
    credential: plainCredential([new Uint8Array(32).fill(4)]).bytes,
  })
  const send = emitFrame({
    kind: 'send',
    destination: new Uint8Array(32).fill(4),
    packet: new Uint8Array(40),
  })
  const keepalive = emitFrame({ kind: 'keepalive' })
  return [
    Buffer.concat([webSocketFrame(0x82, login), webSocketFrame(0x82, send)]),
    Buffer.concat([webSocketFrame(0x02, login.subarray(0, 20)), webSocketFrame(0x80, login.subarray(20))]),
    Buffer.concat([webSocketFrame(0x89, keepalive), webSocketFrame(0x88, Uint8Array.of(3, 232))]),
    webSocketFrame(0x81, Buffer.from('hello')),
    webSocketFrame(0x82, new Uint8Array(RELAY_FRAME_MAX + 1)),
  ]
}

/** RFC 6455, 5.2: a client's frame, masked by zeros. */
function webSocketFrame(first: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 255]
  return Buffer.concat([Uint8Array.from([first, ...size, 0, 0, 0, 0]), payload])
}

const random = seededRandom('relay-websocket')
const relay = createRelayServer({
  judge: (publicKey, credential) => grantPlainly(publicKey, credential),
  name: 'relay.example:443',
  clock: { now: () => 0, monotonic: () => 0 as Instant } as never,
  random,
  bytesPerSecond: 1_000,
  bytesPerHour: 10_000,
})

/** Nobody logs in without a proof, whatever the frames of the WebSocket look like. */
async function runWebSocket(input: Uint8Array): Promise<void> {
  const [client, served] = pair()
  client.resume()
  const headers = {
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': `${'A'.repeat(22)}==`,
  }
  const request = { method: 'GET', url: '/v1/relay', headers, socket: served } as unknown as IncomingMessage
  relay.upgrade(request, served, Buffer.alloc(0))
  client.end(input)
  await turns(6)
  served.destroy()
  client.destroy()
  await turns(2)
  if (relay.counts().forwarded > 0) violated('somebody was let in without a proof')
}

/** A connection to a server that does not listen. */
async function connectTo(server: Server): Promise<[Duplex, Duplex]> {
  const [client, served] = pair()
  client.on('error', () => {})
  server.emit('connection', served)
  return [client, served]
}

function reach(server: Server): Duplex {
  const [near, far] = pair()
  server.emit('connection', far)
  return near
}

/** Both ends with what servers ask of a `net.Socket`. */
function pair(): [Duplex, Duplex] {
  const ends = duplexPair({ allowHalfOpen: true })
  const more = {
    setTimeout() {},
    setNoDelay() {},
    setKeepAlive() {},
    ref() {},
    unref() {},
    remoteAddress: '127.0.0.1',
  }
  for (const end of ends) Object.assign(end, more, { destroySoon: () => end.end() })
  return ends
}

function silent(): Duplex {
  return new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() })
}

function collect(stream: Duplex): () => Buffer {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('error', () => {})
  return () => Buffer.concat(chunks)
}

/** Lets what was begun go on; nothing here waits for a clock. */
async function turns(count = 12): Promise<void> {
  for (let left = count; left > 0; left--) await new Promise((resolve) => setImmediate(resolve))
}

/** What is thrown in a callback has no caller: it would have ended the process. */
function watched(run: (input: Uint8Array) => Promise<void>): (input: Uint8Array) => Promise<void> {
  return async (input) => {
    let thrown: unknown
    const take = (error: unknown): void => {
      thrown ??= error
    }
    process.on('uncaughtException', take)
    process.on('unhandledRejection', take)
    try {
      await run(input)
    } finally {
      process.off('uncaughtException', take)
      process.off('unhandledRejection', take)
    }
    if (thrown !== undefined) throw thrown
  }
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
