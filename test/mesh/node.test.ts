import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { parseIp, parsePrefix } from '../../src/base/ip.ts'
import { Node } from '../../src/mesh/node.ts'
import type { MeshPeer } from '../../src/mesh/peers.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import type { FilterRule } from '../../src/tunnel/filter/filter.ts'
import { peerId, privateKey } from '../../src/tunnel/wireguard/keys.ts'

const opened: Node[] = []
afterEach(async () => {
  for (const node of opened.splice(0)) await node.close()
})

const everything: readonly FilterRule[] = [{ kind: 'any' }]

test('HTTP crosses two nodes on loopback, the bytes equal', async () => {
  const [a, b] = await pair('plain', everything)
  const body = Buffer.alloc(5 << 20, 'sallyport')
  const server = createServer((_, response) => response.end(body))
  b.listen(80, (stream) => server.emit('connection', stream))
  const stream = await a.dial('10.7.0.2', 80)
  const received = await download(stream)
  expect(sha256(received)).toBe(sha256(body))
})

test('a port that no rule names is not reached, and an answer to our own question is', async () => {
  const [a, b] = await pair('plain', [{ kind: 'tcp', ports: [{ first: 80, last: 80 }] }])
  b.listen(80, (stream) => stream.end('open'))
  b.listen(81, (stream) => stream.end('closed'))
  const stream = await a.dial('10.7.0.2', 80)
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('open')
  await expect(a.dial('10.7.0.2', 81, 1_500)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(b.plane.filterCounts(peerId(a.publicKey))?.denied).toBeGreaterThan(0)
})

test('a port where nobody listens is refused at once, as the system does', async () => {
  const [a] = await pair('plain', everything)
  await expect(a.dial('10.7.0.2', 9)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('connections that say all and end at once are told apart, though their packets come together', async () => {
  const [a, b] = await pair('plain', everything)
  b.listen(7, (stream) => stream.pipe(stream))
  const lengths = Array.from({ length: 12 }, (_, index) => 10_000 + index)
  const received = await Promise.all(
    lengths.map(async (length) => {
      const stream = await a.dial('10.7.0.2', 7)
      stream.end(Buffer.alloc(length))
      return Buffer.concat(await stream.toArray()).length
    }),
  )
  expect(received).toEqual(lengths)
})

test('an echo comes back through the tunnel', async () => {
  const [a, b] = await pair('plain', [{ kind: 'icmp' }])
  expect(await a.ping(b.addresses[0]!, 3_000)).toBeGreaterThan(0)
})

test('connect gives the round trip, and says why where nothing answers', async () => {
  const [a, b] = await pair('plain', everything)
  expect(await a.connect(peerId(b.publicKey), 3_000)).toBeGreaterThan(0)
  const lonely = await open('10.7.0.9/32')
  lonely.setPeers([{ publicKey: b.publicKey, endpoints: [], allowedIps: [], filter: [], paths: 'plain' }])
  await expect(lonely.connect(peerId(b.publicKey), 300)).rejects.toThrow('no endpoint')
})

test('probed peers find the direct way over loopback', async () => {
  const [a, b] = await pair('probed', everything)
  expect(await a.connect(peerId(b.publicKey), 3_000)).toBeGreaterThan(0)
  await expect.poll(() => a.report()[0]?.path.kind).toBe('direct')
  await expect.poll(() => b.report()[0]?.path.kind).toBe('direct')
  expect(a.observed).toContain(`127.0.0.1:${a.port}`)
})

test('a peer that has every network has this machine’s loopback not', async () => {
  const [a, b] = await pair('plain', everything)
  a.setPeers([
    {
      publicKey: b.publicKey,
      endpoints: [],
      allowedIps: ['0.0.0.0/0', '::/0'].map(parsePrefix),
      filter: everything,
      paths: 'plain',
    },
  ])
  const addresses = ['192.0.2.1', '2001:db8::1', '127.0.0.1', '127.9.9.9', '::1', '::2', '10.7.0.1']
  expect(addresses.map((address) => a.hasRoute(parseIp(address)))).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
    true,
  ])
})

test('a peer that is taken out of the list is answered no more', async () => {
  const [a, b] = await pair('plain', everything)
  await a.connect(peerId(b.publicKey), 3_000)
  b.setPeers([])
  await expect(a.dial('10.7.0.2', 80, 800)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})

test('connections with a peer that is taken out end at once, of both directions, and no others', async () => {
  const [a, b] = await pair('plain', everything)
  await a.connect(peerId(b.publicKey), 3_000)
  const accepted = Promise.withResolvers<Duplex>()
  b.listen(80, (stream) => accepted.resolve(stream))
  const opened = await a.dial('10.7.0.2', 80)
  const served = await accepted.promise
  const c = await open('10.7.0.3/32')
  c.setPeers([peerOf(b, '10.7.0.2/32')])
  b.setPeers([peerOf(a, '10.7.0.1/32'), peerOf(c, '10.7.0.3/32')])
  b.listen(81, (stream) => stream.pipe(stream))
  const other = await c.dial('10.7.0.2', 81)
  const ends = Promise.all([once(served, 'error'), once(opened, 'error')])
  b.setPeers([peerOf(c, '10.7.0.3/32')])
  a.setPeers([])
  const codes = (await ends).map(([error]) => (error as NodeJS.ErrnoException).code)
  expect(codes).toEqual(['EHOSTUNREACH', 'EHOSTUNREACH'])
  other.end('still here')
  expect(Buffer.concat(await other.toArray()).toString()).toBe('still here')
})

function peerOf(node: Node, address: string): MeshPeer {
  return {
    publicKey: node.publicKey,
    endpoints: [{ address: { family: 4, bytes: Uint8Array.of(127, 0, 0, 1) }, port: node.port }],
    allowedIps: [parsePrefix(address)],
    filter: everything,
    paths: 'plain',
  }
}

async function pair(paths: 'plain' | 'probed', filter: readonly FilterRule[]): Promise<[Node, Node]> {
  const a = await open('10.7.0.1/32')
  const b = await open('10.7.0.2/32')
  const peer = (node: Node, address: string): MeshPeer => ({
    publicKey: node.publicKey,
    endpoints: [{ address: { family: 4, bytes: Uint8Array.of(127, 0, 0, 1) }, port: node.port }],
    allowedIps: [parsePrefix(address)],
    filter,
    paths,
  })
  a.setPeers([peer(b, '10.7.0.2/32')])
  b.setPeers([peer(a, '10.7.0.1/32')])
  return [a, b]
}

async function open(address: string): Promise<Node> {
  const node = await Node.open({
    privateKey: privateKey(systemRandom.bytes(32)),
    addresses: [parsePrefix(address)],
    clock: systemClock,
    random: systemRandom,
    listenAddress: '127.0.0.1',
  })
  opened.push(node)
  return node
}

function download(stream: import('node:stream').Duplex): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const request = get('http://10.7.0.2/', { createConnection: () => stream }, (response) => {
    response.toArray().then((chunks) => resolve(Buffer.concat(chunks)), reject)
  })
  request.on('error', reject)
  return promise
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
