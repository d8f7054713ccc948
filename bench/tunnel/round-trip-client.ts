/**
 * Prints the median round trip of a byte in microseconds, once all programs on the way are warm.
 *
 * Usage: round-trip-client.ts HOST PORT COUNT
 */
import { connect } from 'node:net'

const [host = '', port = '', count = ''] = process.argv.slice(2)
/** V8 compiles for good what ran some ten thousand times. */
const WARM_UP = 12_000
const times: number[] = []
let sentAt = 0

open()

function open(): void {
  const socket = connect({ host, port: Number(port), noDelay: true })
  // The echo may not be listening yet.
  socket.once('error', () => setTimeout(open, 50))
  socket.once('connect', () => send(socket))
  socket.on('data', () => {
    times.push((performance.now() - sentAt) * 1_000)
    if (times.length < WARM_UP + Number(count)) send(socket)
    else finish(socket)
  })
}

function send(socket: ReturnType<typeof connect>): void {
  sentAt = performance.now()
  socket.write('x')
}

function finish(socket: ReturnType<typeof connect>): void {
  const warm = times.slice(WARM_UP).sort((a, b) => a - b)
  process.stdout.write(`${warm[warm.length >>> 1]!.toFixed(0)}\n`)
  socket.destroy()
}
