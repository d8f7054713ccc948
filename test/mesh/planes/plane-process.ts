/** A node of any plane, in the namespace of this process, that obeys a test. */
import { createHash } from 'node:crypto'
import { parseIp } from '../../../src/base/ip.ts'
import type { MeshNode } from '../../../src/mesh/mesh-node.ts'
import { Node } from '../../../src/mesh/node.ts'
import { obey } from '../../tunnel/netstack/host/orders.ts'
import { openAs } from './open-plane.ts'

export interface OpenOrder {
  readonly plane: 'userspace' | 'tun' | 'kernel'
  /** A file as wg-quick takes it, its text. */
  readonly config: string
  /** The cipher's tier. */
  readonly tier?: string | undefined
  readonly isNative?: boolean | undefined
}

export interface ExchangeOrder {
  readonly host: string
  readonly port: number
  readonly bytes: number
}

let node: MeshNode | undefined

obey({
  async open(order: OpenOrder) {
    node = await openAs(order)
    return node.description
  },
  async connect(timeoutMs: number) {
    return await live().connect(live().report()[0]!.id, timeoutMs)
  },
  async echo(port: number) {
    await live().expose(port, (stream) => {
      stream.on('error', () => {})
      stream.pipe(stream)
    })
  },
  async exchange({ host, port, bytes }: ExchangeOrder) {
    const stream = await live().dial(host, port)
    const sent = Buffer.alloc(bytes, 'all planes alike ')
    const received = createHash('sha256')
    let count = 0
    stream.on('data', (chunk: Uint8Array) => {
      count += chunk.length
      received.update(chunk)
    })
    const ended = new Promise<void>((resolve, reject) => {
      stream.once('end', resolve)
      stream.once('error', reject)
    })
    stream.end(sent)
    await ended
    return { count, isEqual: received.digest('hex') === createHash('sha256').update(sent).digest('hex') }
  },
  async refusal({ host, port }: ExchangeOrder) {
    return await live()
      .dial(host, port, 3_000)
      .then(
        () => 'connected',
        (error: NodeJS.ErrnoException) => error.code,
      )
  },
  udpEcho(port: number) {
    const own = live()
    if (!(own instanceof Node)) throw new Error('the echo is of the userspace plane')
    const socket = own.openUdp(port, () => {
      for (let each = socket.receive(); each; each = socket.receive()) {
        socket.send(each.bytes, each.from, own.plane.now())
        own.plane.touch()
      }
    })
  },
  async udpAsk({ host, port, bytes }: ExchangeOrder) {
    const { promise, resolve } = Promise.withResolvers<number>()
    const flow = live().openUdpPort((answer) => resolve(answer.length))
    const timer = setInterval(() => flow.send(new Uint8Array(bytes), { address: parseIp(host), port }), 200)
    try {
      return await promise
    } finally {
      clearInterval(timer)
      flow.close()
    }
  },
  routes: (hosts: readonly string[]) => hosts.map((host) => live().hasRoute(parseIp(host))),
  report: () => live().report(),
  async close() {
    await node?.close()
    node = undefined
  },
})

function live(): MeshNode {
  if (!node) throw new Error('no node is open')
  return node
}
