/** The messages of RFC 1928 before a connection is joined, and the login of RFC 1929. */
import { formatIp, type IpAddress, parseIp } from '../base/ip.ts'
import type { ByteReader } from './byte-reader.ts'
import { matchesCredentials, type ProxyCredentials } from './proxy-credentials.ts'

const VERSION = 5
const LOGIN_VERSION = 1
const METHOD = { none: 0, password: 2, refused: 255 } as const
const ADDRESS = { ipv4: 1, name: 3, ipv6: 4 } as const
export const COMMAND = { connect: 1, associate: 3 } as const
export const REPLY = {
  ok: 0,
  failed: 1,
  unreachable: 4,
  refused: 5,
  timedOut: 6,
  command: 7,
  address: 8,
} as const

export interface SocksTarget {
  readonly command: number
  readonly host: string
  readonly port: number
}

export type Say = (bytes: Uint8Array) => void

/**
 * Reads greeting, login and request.
 *
 * @returns `undefined` where the client was refused, and told so as far as the protocol has words for it
 */
export async function shakeHands(
  reader: ByteReader,
  say: Say,
  credentials: ProxyCredentials | undefined,
): Promise<SocksTarget | undefined> {
  return (await greet(reader, say, credentials)) ? readRequest(reader, say) : undefined
}

/** Where a connection is bound is of no use to a client: zero. An association's port is. */
export function emitReply(code: number, address = '0.0.0.0', port = 0): Uint8Array {
  const { family, bytes } = unmapped(parseIp(address))
  const kind = family === 4 ? ADDRESS.ipv4 : ADDRESS.ipv6
  return Uint8Array.of(VERSION, code, 0, kind, ...bytes, port >> 8, port & 255)
}

export function replyFor(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') return REPLY.refused
  if (code === 'ETIMEDOUT') return REPLY.timedOut
  const isUnreachable = code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'ENOTFOUND'
  return isUnreachable || code === 'TUNNEL_UNREACHABLE' ? REPLY.unreachable : REPLY.failed
}

async function greet(
  reader: ByteReader,
  say: Say,
  credentials: ProxyCredentials | undefined,
): Promise<boolean> {
  const [version, count] = await reader.take(2)
  if (version !== VERSION) return false
  const offered = await reader.take(count!)
  const wanted = credentials ? METHOD.password : METHOD.none
  if (!offered.includes(wanted)) {
    say(Uint8Array.of(VERSION, METHOD.refused))
    return false
  }
  say(Uint8Array.of(VERSION, wanted))
  return credentials ? logIn(reader, say, credentials) : true
}

async function logIn(reader: ByteReader, say: Say, credentials: ProxyCredentials): Promise<boolean> {
  const [version, userLength] = await reader.take(2)
  const user = await reader.take(userLength!)
  const [passwordLength] = await reader.take(1)
  const password = await reader.take(passwordLength!)
  const ok =
    version === LOGIN_VERSION && matchesCredentials(credentials, user.toString(), password.toString())
  say(Uint8Array.of(LOGIN_VERSION, ok ? 0 : 1))
  return ok
}

async function readRequest(reader: ByteReader, say: Say): Promise<SocksTarget | undefined> {
  const [version, command, reserved, kind] = await reader.take(4)
  if (version !== VERSION || reserved !== 0) return undefined
  const host = await readHost(reader, kind!)
  if (host === undefined) {
    say(emitReply(REPLY.address))
    return undefined
  }
  const port = (await reader.take(2)).readUInt16BE()
  const refusal = refusalOf(command!, host)
  if (refusal === undefined) return { command: command!, host, port }
  say(emitReply(refusal))
  return undefined
}

function refusalOf(command: number, host: string): number | undefined {
  if (command === COMMAND.associate) return undefined
  if (command !== COMMAND.connect) return REPLY.command
  // No name at all would be this machine to the system's resolver.
  return host === '' ? REPLY.failed : undefined
}

async function readHost(reader: ByteReader, kind: number): Promise<string | undefined> {
  switch (kind) {
    case ADDRESS.ipv4:
      return formatIp({ family: 4, bytes: await reader.take(4) })
    case ADDRESS.ipv6:
      return formatIp({ family: 6, bytes: await reader.take(16) })
    case ADDRESS.name:
      return (await reader.take((await reader.take(1))[0]!)).toString()
    default:
      return undefined
  }
}

/** A socket of both families says its IPv4 addresses as IPv6 ones, which a client would take for what they are not. */
function unmapped(address: IpAddress): IpAddress {
  const { bytes } = address
  const isMapped =
    bytes.length === 16 && bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 255
  return isMapped && bytes[11] === 255 ? { family: 4, bytes: bytes.subarray(12) } : address
}
