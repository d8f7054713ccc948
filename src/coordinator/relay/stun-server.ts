/** STUN over UDP: answers our own binding requests only, with one small datagram each; all else is dropped. */
import { createSocket, type Socket } from 'node:dgram'
import { parseIp } from '../../base/ip.ts'
import { emitStunResponse, parseStunRequest } from '../../tunnel/paths/stun.ts'

export interface StunServer {
  readonly port: number
  close(): Promise<void>
}

export async function startStunServer(host: string, port: number): Promise<StunServer> {
  const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' })
  socket.on('message', (datagram, from) => {
    const transaction = parseStunRequest(datagram)
    if (!transaction) return
    const address = parseIp(from.address.split('%')[0]!)
    const response = emitStunResponse(transaction, { address, port: from.port })
    // A datagram that cannot be sent is lost like any other.
    socket.send(response, from.port, from.address, () => undefined)
  })
  await bind(socket, host, port)
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function bind(socket: Socket, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, host, () => {
      socket.off('error', reject)
      // Later errors are of single datagrams.
      socket.on('error', () => undefined)
      resolve()
    })
  })
}
