/**
 * One-way bulk throughput of two netstacks joined in memory, without crypto, on one core: both
 * sides' work is in the figure. Prints one line for each way to join them: the rate by the clock on
 * the wall, and by the processor's time, which others on the machine disturb less. Medians of three.
 */

import { webcrypto } from 'node:crypto'
import { parseIp } from '../src/base/ip.ts'
import type { Instant } from '../src/base/time.ts'
import type { NetstackOptions, TcpSocket } from '../src/tunnel/netstack/contract.ts'
import { Netstack } from '../src/tunnel/netstack/netstack.ts'
import { countOf } from './command/arguments.ts'

const LEFT = parseIp('10.77.0.1')
const RIGHT = parseIp('10.77.0.2')
const MTU = 1_420
const MEGABYTE = 1_000_000

const random = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) }

/** @param args how many megabytes to move, 500 by default */
export const usage = `npm run bench -- netstack [MEGABYTES]
Two netstacks joined in memory; 500 MB one way by default.`

export async function run(args: readonly string[] = []): Promise<void> {
  const bytes = countOf(args[0] ?? '500', 'MEGABYTES') * MEGABYTE
  const cases: [string, Partial<NetstackOptions>][] = [
    ['checksums verified', {}],
    ['checksums trusted', { checksums: 'trusted' }],
    ['super-segments, trusted', { checksums: 'trusted', maxSuperSegment: 65_535 }],
  ]
  for (const [name, options] of cases) {
    const rates = Array.from({ length: 3 }, () => measure(bytes, options))
    const wall = median(rates.map((rate) => rate.wall)).toFixed(2)
    const processor = median(rates.map((rate) => rate.processor)).toFixed(2)
    process.stdout.write(`netstack, MTU ${MTU}, ${name}: ${wall} Gbit/s, ${processor} by processor time\n`)
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >>> 1]!
}

function measure(bytes: number, options: Partial<NetstackOptions>): { wall: number; processor: number } {
  const left = new Netstack({ addresses: [LEFT], mtu: MTU, random, ...options })
  const right = new Netstack({ addresses: [RIGHT], mtu: MTU, random, ...options })
  const listener = right.listenTcp({ port: 80 })
  const client = left.connectTcp({ address: RIGHT, port: 80 }, now())
  const piece = new Uint8Array(MEGABYTE)
  let server: TcpSocket | undefined
  let read = 0
  const start = performance.now()
  const before = process.cpuUsage()
  while (read < bytes) {
    const at = now()
    left.handleTimeout(at)
    right.handleTimeout(at)
    client.write(piece, at)
    left.drainTo((buffer, offset, length) => right.receiveAt(buffer, offset, length, at))
    server ??= listener.accept()
    for (let got = server?.read(131_072, at); got; got = server?.read(131_072, at)) read += got.length
    right.drainTo((buffer, offset, length) => left.receiveAt(buffer, offset, length, at))
    left.drainEvents()
    right.drainEvents()
  }
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall: (read * 8) / wall / 1e6, processor: (read * 8) / ((user + system) * 1e3) }
}

function now(): Instant {
  return performance.now() as Instant
}
