/** Opens connections that send nothing, from many addresses, and says how many are open and how many were closed. */
import { connect, type Socket } from 'node:net'

const [port = '0', wanted = '0'] = process.argv.slice(2)
const PER_ADDRESS = 500
const sockets = new Set<Socket>()
let opened = 0
let closed = 0

function openOne(index: number): Promise<void> {
  const address = Math.floor(index / PER_ADDRESS)
  const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: `127.2.0.${address + 1}` })
  sockets.add(socket)
  return new Promise((resolve) => {
    socket.once('connect', () => {
      opened++
      resolve()
    })
    socket.once('error', () => resolve())
    socket.once('close', () => {
      closed++
      sockets.delete(socket)
      resolve()
    })
    socket.resume()
  })
}

for (let from = 0; from < Number(wanted); from += 200) {
  await Promise.all(
    Array.from({ length: Math.min(200, Number(wanted) - from) }, (_, at) => openOne(from + at)),
  )
}
process.send?.({ opened })
const timer = setInterval(() => {
  if (sockets.size > 0) return
  clearInterval(timer)
  process.send?.({ closed })
  process.disconnect?.()
}, 50)
