/**
 * UDP ASSOCIATE of RFC 1928, section 7: a UDP port beside the TCP connection that asked for it, for that
 * client alone, and for as long as the connection stands. Fragments are dropped, as the RFC allows.
 *
 * ```
 * 0 reserved u16 | 2 fragment u8 | 3 kind u8 | 4 address (4, 16, or u8 and name) | port u16 | data
 * ```
 */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { type Endpoint, formatIp } from '../base/ip.ts'
import type { OpenUdpFlow } from './udp-flow.ts'

/** A name of one letter, and no data. */
const SHORTEST = 8

export interface SocksDatagram {
  readonly host: string
  readonly port: number
  readonly data: Uint8Array
}

/** Opens the port on the address where the client reached us. @returns the port; it ends with `control`. */
export async function startAssociation(control: Socket, open: OpenUdpFlow): Promise<number> {
  const address = control.localAddress ?? '127.0.0.1'
  const client = control.remoteAddress
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  let port: number | undefined
  const flow = open((bytes, from) => {
    if (port !== undefined && client !== undefined)
      socket.send(emitSocksDatagram(bytes, from), port, client, () => {})
  })
  socket.on('message', (bytes, from) => {
    // The first port that the client sends from is the client's.
    port ??= from.address === client ? from.port : undefined
    if (from.address !== client || from.port !== port) return
    const datagram = parseSocksDatagram(bytes)
    if (datagram) flow.send(datagram.data, datagram.host, datagram.port)
  })
  const ready = once(socket, 'listening')
  socket.bind(0, address)
  const end = (): void => {
    flow.close()
    socket.close()
  }
  await ready.catch((error: unknown) => {
    end()
    throw error
  })
  socket.on('error', () => {})
  if (control.destroyed) end()
  else control.once('close', end)
  return control.destroyed ? 0 : socket.address().port
}

/** @returns `undefined` for a fragment, and for what is malformed. */
export function parseSocksDatagram(bytes: Buffer): SocksDatagram | undefined {
  if (bytes.length < SHORTEST || bytes.readUInt16BE(0) !== 0 || bytes[2] !== 0) return undefined
  const [at, end] = addressSpan(bytes)
  if (end === undefined || at === undefined || bytes.length < end + 2) return undefined
  const part = bytes.subarray(at, end)
  const kind = bytes[3]
  const host = kind === 3 ? part.toString('latin1') : formatIp({ family: kind === 1 ? 4 : 6, bytes: part })
  const port = bytes.readUInt16BE(end)
  return host === '' || port === 0 ? undefined : { host, port, data: bytes.subarray(end + 2) }
}

export function emitSocksDatagram(data: Uint8Array, from: Endpoint): Uint8Array {
  const { address, port } = from
  const kind = address.family === 4 ? 1 : 4
  return Buffer.concat([
    Uint8Array.of(0, 0, 0, kind),
    address.bytes,
    Uint8Array.of(port >> 8, port & 255),
    data,
  ])
}

function addressSpan(bytes: Buffer): [at: number, end: number] | [] {
  switch (bytes[3]) {
    case 1:
      return [4, 8]
    case 3:
      return [5, 5 + bytes[4]!]
    case 4:
      return [4, 20]
    default:
      return []
  }
}
