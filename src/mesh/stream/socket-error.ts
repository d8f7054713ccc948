/** The end of a connection as the error that `net.Socket` would give, so that callers know its code. */
import { type Endpoint, formatEndpoint, formatIp } from '../../base/ip.ts'
import type { TcpEnd } from '../../tunnel/netstack/contract.ts'

const CODES: Readonly<Record<Exclude<TcpEnd, 'finished'>, string>> = {
  refused: 'ECONNREFUSED',
  reset: 'ECONNRESET',
  'timed-out': 'ETIMEDOUT',
  unreachable: 'EHOSTUNREACH',
  'address-removed': 'ENETDOWN',
  aborted: 'ECONNABORTED',
}

export interface SocketError extends Error {
  readonly code: string
  readonly syscall: string
  readonly address: string
  readonly port: number
}

/** @returns undefined for an end that is no error */
export function socketErrorOf(end: TcpEnd, remote: Endpoint, wasConnected: boolean): SocketError | undefined {
  if (end === 'finished') return undefined
  const code = CODES[end]
  const syscall = wasConnected ? 'read' : 'connect'
  return Object.assign(new Error(`${syscall} ${code} ${formatEndpoint(remote)}`), {
    code,
    syscall,
    address: formatIp(remote.address),
    port: remote.port,
  })
}
