/**
 * DNS over TCP (RFC 7766), for clients that insist: each message behind two bytes of its length, on
 * connections that are few, short and read no more than one question ahead.
 */
import { createServer, type Server, type Socket } from 'node:net'

const MAX_CONNECTIONS = 32
const IDLE_MS = 10_000
const LENGTH = 2
const MAX_QUESTION = 4_096

/** @param answer undefined where a message is no question, which ends the connection. */
export function createDnsTcpServer(
  answer: (question: Uint8Array) => Promise<Uint8Array | undefined>,
): Server {
  const server = createServer((socket) => {
    socket.setTimeout(IDLE_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    serve(socket, answer).catch(() => socket.destroy())
  })
  server.maxConnections = MAX_CONNECTIONS
  return server
}

async function serve(
  socket: Socket,
  answer: (question: Uint8Array) => Promise<Uint8Array | undefined>,
): Promise<void> {
  let held = Buffer.alloc(0)
  // What is not read stays with the sender while a question is answered.
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk])
    for (;;) {
      const size = held.length < LENGTH ? undefined : held.readUInt16BE(0)
      if (size !== undefined && (size === 0 || size > MAX_QUESTION)) return void socket.destroy()
      if (size === undefined || held.length < LENGTH + size) break
      const response = await answer(held.subarray(LENGTH, LENGTH + size))
      held = held.subarray(LENGTH + size)
      if (!response) return void socket.destroy()
      const length = Buffer.alloc(LENGTH)
      length.writeUInt16BE(response.length, 0)
      socket.write(Buffer.concat([length, response]))
    }
  }
}
