/** Moves bytes through a simulation, each way as many as asked for, and says what came out. */
import { createHash, type Hash } from 'node:crypto'
import type { TcpSocket } from '../../../src/tunnel/netstack/contract.ts'
import type { Simulation } from './simulated-network.ts'

export interface TransferResult {
  readonly elapsedMs: number
  readonly toRight: string
  readonly toLeft: string
  readonly client: TcpSocket
  readonly server: TcpSocket
}

const PATTERN = makePattern()

/** The digest of the first `length` bytes that a transfer sends. */
export function expectedDigest(length: number): string {
  const hash = createHash('sha256')
  for (let at = 0; at < length; ) {
    const piece = pieceAt(at, length)
    hash.update(piece)
    at += piece.length
  }
  return hash.digest('hex')
}

/** Both sides send, shut down, and read to the end. */
export function transfer(
  sim: Simulation,
  sizes: { toRight: number; toLeft: number },
  limitMs?: number,
): TransferResult {
  const start = sim.now
  const listener = sim.right.listenTcp({ port: 80 })
  const client = sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
  const left = new Side(client, sizes.toRight, sim)
  let right: Side | undefined
  sim.onLeft = () => left.step()
  sim.onRight = () => {
    const accepted = right === undefined ? listener.accept() : undefined
    if (accepted) right = new Side(accepted, sizes.toLeft, sim)
    right?.step()
  }
  sim.run(() => left.isDone && right !== undefined && right.isDone, limitMs)
  if (right === undefined) throw new Error('the connection was never accepted')
  return {
    elapsedMs: sim.now - start,
    toRight: right.digest(),
    toLeft: left.digest(),
    client,
    server: right.socket,
  }
}

class Side {
  readonly socket: TcpSocket
  readonly #size: number
  readonly #sim: Simulation
  readonly #hash: Hash = createHash('sha256')
  #sent = 0
  #isShut = false

  constructor(socket: TcpSocket, size: number, sim: Simulation) {
    this.socket = socket
    this.#size = size
    this.#sim = sim
  }

  get isDone(): boolean {
    return this.socket.readEnded && this.#isShut && this.socket.unacknowledgedBytes === 0
  }

  digest(): string {
    return this.#hash.digest('hex')
  }

  step(): void {
    for (let bytes = this.#read(); bytes; bytes = this.#read()) this.#hash.update(bytes)
    while (this.#sent < this.#size) {
      const piece = pieceAt(this.#sent, this.#size)
      const taken = this.socket.write(piece, this.#sim.now)
      this.#sent += taken
      if (taken < piece.length) return
    }
    if (this.#isShut || this.socket.state === 'syn-sent') return
    this.#isShut = true
    this.socket.shutdown(this.#sim.now)
  }

  #read(): Uint8Array | undefined {
    return this.socket.read(65_536, this.#sim.now)
  }
}

/** The next piece that a transfer of `length` bytes sends after `at`. */
export function pieceAt(at: number, length: number): Uint8Array {
  const from = at % PATTERN.length
  return PATTERN.subarray(from, Math.min(PATTERN.length, from + length - at))
}

function makePattern(): Uint8Array {
  const bytes = new Uint8Array(65_521)
  let x = 1
  for (let i = 0; i < bytes.length; i++) {
    x = (Math.imul(x, 1_103_515_245) + 12_345) >>> 0
    bytes[i] = x >>> 16
  }
  return bytes
}
