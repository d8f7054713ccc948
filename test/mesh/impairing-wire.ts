/**
 * A UDP wire in user space that impairs datagrams by a seed, both ways: for kernels without netem, and for
 * whoever is not root. What comes to its port goes to the target; what the target answers goes back to who
 * sent last.
 */
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

export interface WireOptions {
  /** Shares of 1. */
  readonly loss: number
  readonly duplicate: number
  /** One bit is turned. */
  readonly corrupt: number
  /** Waits for another {@link WireOptions.reorderMs}, so that others overtake it. */
  readonly reorder: number
  readonly reorderMs: number
  readonly delayMs: number
  /** Datagrams longer than this vanish. */
  readonly mtu: number
  /** After each of these the target sees us at another port; 0 for never. */
  readonly roamEveryMs: number
  /** Each way has its own draws: how often one side answers does not move what the other loses. */
  readonly seed: number
}

export interface WireCounts {
  passed: number
  lost: number
  duplicated: number
  corrupted: number
  reordered: number
  tooLong: number
  roamed: number
}

export interface Wire {
  readonly port: number
  readonly counts: WireCounts
  close(): void
}

const CLEAN: WireOptions = {
  loss: 0,
  duplicate: 0,
  corrupt: 0,
  reorder: 0,
  reorderMs: 3,
  delayMs: 0,
  mtu: Number.POSITIVE_INFINITY,
  roamEveryMs: 0,
  seed: 1,
}

export async function openWire(
  target: { readonly host?: string; readonly port: number },
  given: Partial<WireOptions>,
): Promise<Wire> {
  const { host = '127.0.0.1', port } = target
  const options = { ...CLEAN, ...given }
  const counts = noCounts()
  const there = new Impairment(options, options.seed * 2, counts)
  const back = new Impairment(options, options.seed * 2 + 1, counts)
  const outside = await bind('127.0.0.1')
  const family = host.includes(':') ? '::' : '0.0.0.0'
  let caller = 0
  const openInside = async (): Promise<Socket> => {
    const socket = await bind(family)
    socket.on('message', (bytes) => back.pass(bytes, (out) => send(outside, out, caller, '127.0.0.1')))
    return socket
  }
  let inside = await openInside()
  outside.on('message', (bytes, from) => {
    caller = from.port
    there.pass(bytes, (out) => send(inside, out, port, host))
  })
  const roam = async (): Promise<void> => {
    const old = inside
    inside = await openInside()
    counts.roamed++
    old.close()
  }
  const timer = options.roamEveryMs > 0 ? setInterval(() => void roam(), options.roamEveryMs) : undefined
  const close = (): void => {
    clearInterval(timer)
    outside.close()
    inside.close()
  }
  return { port: outside.address().port, counts, close }
}

class Impairment {
  readonly #options: WireOptions
  readonly #counts: WireCounts
  readonly #next: () => number

  constructor(options: WireOptions, seed: number, counts: WireCounts) {
    this.#options = options
    this.#counts = counts
    this.#next = generator(seed)
  }

  pass(bytes: Buffer, send: (bytes: Buffer) => void): void {
    const { options, counts } = { options: this.#options, counts: this.#counts }
    if (bytes.length > options.mtu) {
      counts.tooLong++
      return
    }
    if (this.#next() < options.loss) {
      counts.lost++
      return
    }
    const copies = this.#next() < options.duplicate ? 2 : 1
    counts.duplicated += copies - 1
    counts.passed += copies
    for (let i = 0; i < copies; i++) this.#deliver(bytes, send)
  }

  #deliver(bytes: Buffer, send: (bytes: Buffer) => void): void {
    const { delayMs, reorder, reorderMs, corrupt } = this.#options
    if (this.#next() < corrupt) {
      this.#counts.corrupted++
      bytes = Buffer.from(bytes)
      bytes[Math.floor(this.#next() * bytes.length)]! ^= 1 << Math.floor(this.#next() * 8)
    }
    const isLate = this.#next() < reorder
    if (isLate) this.#counts.reordered++
    const wait = delayMs + (isLate ? reorderMs : 0)
    if (wait === 0) send(bytes)
    else setTimeout(send, wait, bytes)
  }
}

function noCounts(): WireCounts {
  return { passed: 0, lost: 0, duplicated: 0, corrupted: 0, reordered: 0, tooLong: 0, roamed: 0 }
}

async function bind(address: string): Promise<Socket> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  socket.on('error', () => {})
  socket.bind(0, address)
  await once(socket, 'listening')
  grow(socket)
  return socket
}

function grow(socket: Socket): void {
  try {
    socket.setRecvBufferSize(4 << 20)
    socket.setSendBufferSize(4 << 20)
  } catch {
    // The system's own size loses bursts earlier.
  }
}

/** A socket that was closed by roaming takes what was still on its way with it. */
function send(socket: Socket, bytes: Buffer, port: number, host: string): void {
  try {
    socket.send(bytes, port, host, () => {})
  } catch {
    // Lost, as datagrams are.
  }
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
