/** A UDP wire on loopback that loses, delays and doubles datagrams by a seed. */
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

export interface WireOptions {
  /** Of 1. */
  readonly loss: number
  readonly duplicate: number
  readonly delayMs: number
  readonly seed: number
}

export interface Wire {
  readonly port: number
  readonly lost: () => number
  close(): void
}

/** What comes to the wire's port goes to `target`; what `target` answers goes back to who sent last. */
export async function openWire(target: number, options: WireOptions): Promise<Wire> {
  const [outside, inside] = [createSocket('udp4'), createSocket('udp4')]
  let caller = 0
  let lost = 0
  const next = generator(options.seed)
  const pass = (socket: Socket, bytes: Uint8Array, port: number): void => {
    if (next() < options.loss) {
      lost++
      return
    }
    const copies = next() < options.duplicate ? 2 : 1
    for (let i = 0; i < copies; i++) {
      setTimeout(() => socket.send(bytes, port, '127.0.0.1'), options.delayMs * (1 + next())).unref()
    }
  }
  outside.on('message', (bytes, from) => {
    caller = from.port
    pass(inside, bytes, target)
  })
  inside.on('message', (bytes) => pass(outside, bytes, caller))
  for (const socket of [outside, inside]) {
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
  }
  const close = (): void => {
    outside.close()
    inside.close()
  }
  return { port: outside.address().port, lost: () => lost, close }
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
