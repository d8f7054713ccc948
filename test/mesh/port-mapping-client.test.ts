/** The client over real sockets; the router here is one of NAT-PMP. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { formatEndpoint, parseIp } from '../../src/base/ip.ts'
import { PortMappingClient } from '../../src/mesh/port-mapping-client.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'

const PORT = 51_820
const NO_PCP = [0, 0x81, 0, 1, 0, 0, 0, 0]
const ADDRESS = [0, 0x80, 0, 0, 0, 0, 0, 9, 203, 0, 113, 9]
const MAPPED = [0, 0x81, 0, 0, 0, 0, 0, 9, 0xca, 0x6c, 0xc3, 0x50, 0, 0, 0x0e, 0x10]

async function router(answer: (request: Uint8Array) => readonly number[] | undefined) {
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  const requests: Uint8Array[] = []
  const askers = new Set<number>()
  socket.on('message', (bytes, from) => {
    requests.push(bytes)
    askers.add(from.port)
    const reply = answer(bytes)
    if (reply) socket.send(Uint8Array.from(reply), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { requests, askers, endpoint: { address: parseIp('127.0.0.1'), port: socket.address().port } }
}

function client(endpoint: Awaited<ReturnType<typeof router>>['endpoint']) {
  const news: string[] = []
  const made = new PortMappingClient({
    port: PORT,
    clock: systemClock,
    random: systemRandom,
    router: endpoint,
    onMapped: (external) => news.push(formatEndpoint(external)),
    onLost: (reason) => news.push(reason),
  })
  onTestFinished(() => made.close())
  return { made, news }
}

test('a NAT-PMP router opens a port, and is given it back', async () => {
  const { requests, endpoint } = await router((request) =>
    request[0] === 2 ? NO_PCP : request[1] === 0 ? ADDRESS : MAPPED,
  )
  const { made, news } = client(endpoint)
  await vi.waitFor(() => expect(news).toEqual(['203.0.113.9:50000']), 5_000)
  expect(made.external?.port).toBe(50_000)
  made.close()
  const back = Buffer.from([0, 1, 0, 0, 0xca, 0x6c, 0, 0, 0, 0, 0, 0])
  await vi.waitFor(() => expect(Buffer.from(requests.at(-1)!)).toEqual(back), 5_000)
})

test('a word of anybody but the router changes nothing', async () => {
  const { requests, askers, endpoint } = await router(() => undefined)
  const { news } = client(endpoint)
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(2), 5_000)
  const stranger = createSocket('udp4')
  onTestFinished(() => void stranger.close())
  for (const port of askers)
    for (const reply of [ADDRESS, MAPPED]) stranger.send(Uint8Array.from(reply), port, '127.0.0.1')
  const asked = requests.length
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(asked), 5_000)
  expect(news).toEqual([])
})

test('a router whose port is closed is no error', async () => {
  const gone = createSocket('udp4')
  gone.bind(0, '127.0.0.1')
  await once(gone, 'listening')
  const { port } = gone.address()
  gone.close()
  const { made, news } = client({ address: parseIp('127.0.0.1'), port })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(news).toEqual([])
  expect(made.external).toBeUndefined()
})
