/** UDP and names by a session: forwards, SOCKS5's UDP ASSOCIATE, the resolver, the control socket. */
import { createSocket, type Socket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { formatIp, type IpAddress, parseEndpoint, parseIp, parsePrefix } from '../../src/base/ip.ts'
import {
  askReport,
  CONTROL_VARIABLE,
  dialByControl,
  findControlSocket,
  type SessionReport,
  startControlSocket,
} from '../../src/mesh/control-socket.ts'
import { createDnsClient } from '../../src/mesh/dns/client.ts'
import { DNS_CODE, DNS_TYPE, emitDnsResponse, parseDnsQuery } from '../../src/mesh/dns/message.ts'
import { loadKoffi } from '../../src/mesh/native/koffi.ts'
import { peerUserOf } from '../../src/mesh/native/peer-credentials.ts'
import { Node } from '../../src/mesh/node.ts'
import { type SessionWishes, startSession } from '../../src/mesh/session.ts'
import { emitSocksDatagram, parseSocksDatagram } from '../../src/mesh/socks5-udp.ts'
import { udpFlows } from '../../src/mesh/udp-flow.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { privateKey } from '../../src/tunnel/wireguard/keys.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

test('a UDP forward gives each sender a port of its own in the mesh, and its answers back', async () => {
  const { a } = await pairWithEcho()
  const session = await start(a, { udpForwards: ['0:web.mesh:7'] })
  const port = Number(/udp {6}127\.0\.0\.1:(\d+)/.exec(session.lines[0] ?? '')?.[1])
  const [first, second] = [await localUdp(), await localUdp()]
  first.send('one', port, '127.0.0.1')
  second.send('two', port, '127.0.0.1')
  const [one, two] = await Promise.all([nextMessage(first), nextMessage(second)])
  expect(one).toMatch(/^one from \d+$/)
  expect(two).toMatch(/^two from \d+$/)
  expect(one.split(' ').at(-1)).not.toBe(two.split(' ').at(-1))
})

test('SOCKS5 UDP ASSOCIATE reaches an address and a name of the mesh, and the rest directly', async () => {
  const { a } = await pairWithEcho()
  const outside = await localUdp()
  outside.on('message', (bytes, from) => outside.send(`outside ${bytes}`, from.port, from.address))
  const session = await start(a, { socks5: '127.0.0.1:0', proxyNeedsLogin: false })
  const { control, port } = await associate(session.lines[0]!)
  const client = await localUdp()
  const ask = async (host: string, hostPort: number): Promise<string> => {
    client.send(socksRequest(host, hostPort, 'hello'), port, '127.0.0.1')
    const [bytes] = (await once(client, 'message')) as [Buffer]
    const answer = parseSocksDatagram(bytes)!
    return `${answer.host} ${Buffer.from(answer.data).toString().replace(/\d+$/, 'N')}`
  }
  expect(await ask('10.7.0.2', 7)).toBe('10.7.0.2 hello from N')
  expect(await ask('web.mesh', 7)).toBe('10.7.0.2 hello from N')
  expect(await ask('127.0.0.1', outside.address().port)).toBe('127.0.0.1 outside hello')
  control.destroy()
})

test('an association serves the port that sent first, and nobody else', async () => {
  const { a } = await pairWithEcho()
  const session = await start(a, { socks5: '127.0.0.1:0', proxyNeedsLogin: false })
  const { port } = await associate(session.lines[0]!)
  const [client, thief] = [await localUdp(), await localUdp()]
  client.send(socksRequest('10.7.0.2', 7, 'mine'), port, '127.0.0.1')
  await once(client, 'message')
  let stolen = 0
  thief.on('message', () => stolen++)
  thief.send(socksRequest('10.7.0.2', 7, 'theirs'), port, '127.0.0.1')
  client.send(socksRequest('10.7.0.2', 7, 'again'), port, '127.0.0.1')
  expect(parseSocksDatagram(((await once(client, 'message')) as [Buffer])[0])?.data.toString()).toMatch(
    /^again/,
  )
  expect(stolen).toBe(0)
})

test('fragments and cut datagrams of SOCKS5 are dropped', () => {
  const whole = Buffer.from(socksRequest('10.7.0.2', 7, 'x'))
  expect(parseSocksDatagram(whole)).toMatchObject({ host: '10.7.0.2', port: 7 })
  expect(parseSocksDatagram(Buffer.concat([Buffer.of(0, 0, 1), whole.subarray(3)]))).toBeUndefined()
  for (let length = 0; length < whole.length - 1; length++)
    expect(parseSocksDatagram(whole.subarray(0, length))).toBeUndefined()
  expect(parseSocksDatagram(Buffer.from('000000035077656200', 'hex'))).toBeUndefined()
  const shortest = parseSocksDatagram(Buffer.from('0000000301610035', 'hex'))
  expect(shortest).toMatchObject({ host: 'a', port: 53, data: Buffer.alloc(0) })
  expect(Buffer.from(emitSocksDatagram(Buffer.from('x'), parseEndpoint('10.7.0.2:7'))).equals(whole)).toBe(
    true,
  )
})

test('the resolver knows the names of the mesh, and refuses the others', async () => {
  const { a } = await pairWithEcho()
  const session = await start(a, { dns: '127.0.0.1:0' })
  const resolver = new Resolver({ timeout: 2_000, tries: 1 })
  resolver.setServers([/dns {6}(\S+)/.exec(session.lines[0] ?? '')?.[1] ?? ''])
  expect(await resolver.resolve4('Web.Mesh')).toEqual(['10.7.0.2'])
  expect(await resolver.resolve6('web.mesh')).toEqual(['fd07::2'])
  await expect(resolver.resolveTxt('web.mesh')).rejects.toMatchObject({ code: 'ENODATA' })
  await expect(resolver.resolve4('example.com')).rejects.toMatchObject({ code: 'EREFUSED' })
})

test('the DNS servers of a wg-quick file are asked through the tunnel, with its search domains', async () => {
  const { a, b } = await pairWithEcho()
  const asked: string[] = []
  const server = b.openUdp(53, (socket) => {
    for (let each = socket.receive(); each; each = socket.receive()) {
      const question = parseDnsQuery(each.bytes)!
      asked.push(`${question.name} ${question.type}`)
      const known = question.name === 'db.corp.example'
      const addresses = (question.type === DNS_TYPE.a ? ['10.7.0.2', '10.7.0.3'] : ['fd07::2']).map(parseIp)
      const response = emitDnsResponse(
        question,
        known ? DNS_CODE.ok : DNS_CODE.noSuchName,
        known ? addresses : [],
      )
      socket.send(response, each.from, b.plane.now())
    }
    b.plane.touch()
  })
  const find = createDnsClient({
    servers: [parseIp('10.7.0.2')],
    searchDomains: ['corp.example'],
    random: systemRandom,
    open: udpFlows(a, 'nowhere'),
  })
  expect((await find('db')).map(formatIp)).toEqual(['10.7.0.2', '10.7.0.3', 'fd07::2'])
  expect(asked.sort()).toEqual(['db.corp.example 1', 'db.corp.example 28'])
  expect(await find('nobody.example')).toEqual([])
  server.close()
})

test('a session is reached by its socket, in a folder for its owner only', async () => {
  const { a, b } = await pairWithEcho()
  b.listen(80, (stream) => stream.end('by the socket'))
  const env = { XDG_RUNTIME_DIR: temporaryFolder() }
  const session = await start(a, { control: { env } })
  const path = session.environment[CONTROL_VARIABLE]!
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  expect(await findControlSocket(env)).toBe(path)
  const stream = await dialByControl(path, 'web.mesh', 80)
  stream.end()
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('by the socket')
  expect(await askReport(path)).toMatchObject({
    version: 1,
    addresses: ['10.7.0.1'],
    peers: [{ connected: true }],
  })
  await expect(dialByControl(path, '10.7.0.2', 9)).rejects.toThrow('10.7.0.2:9: Connection refused')
  session.close()
  expect(await findControlSocket(env)).toBeUndefined()
})

test('a folder that others may enter is used for no session', async () => {
  const { a } = await pairWithEcho()
  const env = { XDG_RUNTIME_DIR: temporaryFolder() }
  const first = await start(a, { control: { env } })
  chmodSync(dirname(first.environment[CONTROL_VARIABLE]!), 0o755)
  const second = await start(a, { control: { env } })
  expect(second.environment).toEqual({})
  expect(second.lines[0]).toContain('is open to others')
  expect(await findControlSocket(env)).toBeUndefined()
})

test('a session and who asks it look at each other, and another user is left alone', async () => {
  const { a } = await pairWithEcho()
  const env = { XDG_RUNTIME_DIR: temporaryFolder() }
  const stranger = () => process.getuid!() + 1
  const session = await startControlSocket(
    async () => new PassThrough(),
    () => reportOf(a),
    env,
    stranger,
  )
  cleanups.push(() => session.close())
  await expect(askReport(session.address)).rejects.toThrow('does not answer')
  expect(await findControlSocket(env)).toBeUndefined()
  const own = await start(a, { control: { env } })
  const path = own.environment[CONTROL_VARIABLE]!
  await expect(askReport(path, stranger)).rejects.toThrow('is served by another user')
  expect(await askReport(path, () => undefined)).toMatchObject({ version: 1 })
})

const native = loadKoffi()
test.skipIf(native.kind === 'absent')(
  `the kernel says who is at the other end of a socket${native.kind === 'absent' ? ` (skipped: ${native.why})` : ''}`,
  async () => {
    const path = join(temporaryFolder(), 'a.sock')
    const server = createServer((socket) => void socket.end(`${peerUserOf(socket)}`)).listen(path)
    cleanups.push(() => void server.close())
    await once(server, 'listening')
    const client = connect(path)
    await once(client, 'connect')
    expect(peerUserOf(client)).toBe(process.getuid!())
    expect(Buffer.concat(await client.toArray()).toString()).toBe(`${process.getuid!()}`)
    const overTcp = createServer().listen(0, '127.0.0.1')
    cleanups.push(() => void overTcp.close())
    await once(overTcp, 'listening')
    const stranger = connect((overTcp.address() as AddressInfo).port, '127.0.0.1')
    await once(stranger, 'connect')
    expect(peerUserOf(stranger)).toBeUndefined()
    stranger.destroy()
  },
)

async function pairWithEcho(): Promise<{ a: Node; b: Node }> {
  const lookUp = (name: string) => (name === 'web.mesh' ? [parseIp('fd07::2'), parseIp('10.7.0.2')] : [])
  const [a, b] = [await open('10.7.0.1/32', lookUp), await open('10.7.0.2/32')]
  for (const [from, to, address] of [
    [a, b, '10.7.0.2/32'],
    [b, a, '10.7.0.1/32'],
  ] as const) {
    from.setPeers([
      {
        publicKey: to.publicKey,
        endpoints: [parseEndpoint(`127.0.0.1:${to.port}`)],
        allowedIps: [parsePrefix(address)],
        filter: [{ kind: 'any' }],
        paths: 'plain',
      },
    ])
  }
  b.openUdp(7, (socket) => {
    for (let each = socket.receive(); each; each = socket.receive()) {
      const text = `${Buffer.from(each.bytes)} from ${each.from.port}`
      socket.send(Buffer.from(text), each.from, b.plane.now())
    }
    b.plane.touch()
  })
  return { a, b }
}

function reportOf(node: Node): SessionReport {
  const { observed, port, relays } = node
  return { version: 1, addresses: [], observed, port, cipher: node.tier, relays, peers: node.report() }
}

async function open(address: string, lookUp?: (name: string) => readonly IpAddress[]): Promise<Node> {
  const node = await Node.open({
    privateKey: privateKey(systemRandom.bytes(32)),
    addresses: [parsePrefix(address)],
    clock: systemClock,
    random: systemRandom,
    listenAddress: '127.0.0.1',
    ...(lookUp ? { lookUp } : {}),
  })
  cleanups.push(() => node.close())
  return node
}

async function start(node: Node, wishes: Partial<SessionWishes>) {
  const base = { forwards: [], exposes: [], proxyNeedsLogin: true, hasCommand: false }
  const session = await startSession(node, { ...base, ...wishes }, systemRandom)
  cleanups.push(() => session.close())
  return session
}

async function localUdp(): Promise<Socket> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  cleanups.push(() => void socket.close())
  return socket
}

async function nextMessage(socket: Socket): Promise<string> {
  const [bytes] = (await once(socket, 'message')) as [Buffer]
  return bytes.toString()
}

async function associate(line: string) {
  const proxy = Number(/127\.0\.0\.1:(\d+)/.exec(line)![1])
  const control = connect(proxy, '127.0.0.1')
  cleanups.push(() => void control.destroy())
  control.write(Uint8Array.of(5, 1, 0))
  await once(control, 'data')
  control.write(Uint8Array.of(5, 3, 0, 1, 0, 0, 0, 0, 0, 0))
  const [answer] = (await once(control, 'data')) as [Buffer]
  expect([...answer.subarray(0, 8)]).toEqual([5, 0, 0, 1, 127, 0, 0, 1])
  return { control, port: answer.readUInt16BE(8) }
}

function socksRequest(host: string, port: number, text: string): Buffer {
  const isAddress = /^[\d.]+$/.test(host)
  const address = isAddress
    ? Uint8Array.of(1, ...parseIp(host).bytes)
    : Buffer.concat([Uint8Array.of(3, host.length), Buffer.from(host)])
  return Buffer.concat([
    Uint8Array.of(0, 0, 0),
    address,
    Uint8Array.of(port >> 8, port & 255),
    Buffer.from(text),
  ])
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-session-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
