/** IPv4 and IPv6 addresses and prefixes (RFC 4291, text form of RFC 5952). */
import { SallyportError } from './errors.ts'

export interface IpAddress {
  readonly family: 4 | 6
  /** 4 or 16 bytes, network order. */
  readonly bytes: Uint8Array
}

export interface IpPrefix {
  readonly address: IpAddress
  /** 0 to 32, or 0 to 128. */
  readonly bits: number
}

export interface Endpoint {
  readonly address: IpAddress
  readonly port: number
}

/** @throws `ENCODING_INVALID` for anything but one address without zone or prefix. */
export function parseIp(text: string): IpAddress {
  const bytes = text.includes(':') ? parseIpv6(text) : parseIpv4(text)
  if (!bytes) {
    throw new SallyportError('ENCODING_INVALID', {
      message: `not an IP address: ${JSON.stringify(text.slice(0, 60))}`,
    })
  }
  return { family: bytes.length === 4 ? 4 : 6, bytes }
}

export function isIp(text: string): boolean {
  return (text.includes(':') ? parseIpv6(text) : parseIpv4(text)) !== undefined
}

export function formatIp(address: IpAddress): string {
  return address.family === 4 ? address.bytes.join('.') : formatIpv6(address.bytes)
}

/** An address without `/bits` is a prefix of one host. @throws `ENCODING_INVALID` */
export function parsePrefix(text: string): IpPrefix {
  const slash = text.indexOf('/')
  const address = parseIp(slash < 0 ? text : text.slice(0, slash))
  const full = address.family === 4 ? 32 : 128
  if (slash < 0) return { address, bits: full }
  const bits = text.slice(slash + 1)
  if (!/^(0|[1-9]\d{0,2})$/.test(bits) || Number(bits) > full) {
    throw new SallyportError('ENCODING_INVALID', {
      message: `not a prefix: ${JSON.stringify(text.slice(0, 60))}`,
      help: `the length after the slash goes from 0 to ${full}`,
    })
  }
  return { address, bits: Number(bits) }
}

export function formatPrefix(prefix: IpPrefix): string {
  return `${formatIp(prefix.address)}/${prefix.bits}`
}

/** The prefix with its host bits cleared. */
export function maskPrefix(prefix: IpPrefix): IpPrefix {
  const bytes = prefix.address.bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefix.bits - index * 8))
    return byte & (0xff00 >> kept)
  })
  return { address: { family: prefix.address.family, bytes }, bits: prefix.bits }
}

export function prefixContains(prefix: IpPrefix, address: IpAddress): boolean {
  if (prefix.address.family !== address.family) return false
  const whole = prefix.bits >> 3
  for (let i = 0; i < whole; i++) if (prefix.address.bytes[i] !== address.bytes[i]) return false
  const rest = prefix.bits & 7
  if (rest === 0) return true
  const mask = 0xff00 >> rest
  return ((prefix.address.bytes[whole]! ^ address.bytes[whole]!) & mask & 0xff) === 0
}

/** True for what never leaves a machine: 127.0.0.0/8 and ::1. */
export function isLoopback({ family, bytes }: IpAddress): boolean {
  return family === 4 ? bytes[0] === 127 : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0))
}

export function equalIp(a: IpAddress, b: IpAddress): boolean {
  return a.family === b.family && Buffer.compare(a.bytes, b.bytes) === 0
}

/** `192.0.2.1:51820`, `[2001:db8::1]:51820`. @throws `ENCODING_INVALID` */
export function parseEndpoint(text: string): Endpoint {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text)
  const port = Number(match?.[3])
  if (!match || port > 65_535) {
    throw new SallyportError('ENCODING_INVALID', {
      message: `not an address and port: ${JSON.stringify(text.slice(0, 80))}`,
      help: 'write it as 192.0.2.1:51820 or [2001:db8::1]:51820',
    })
  }
  return { address: parseIp(match[1] ?? match[2] ?? ''), port }
}

export function formatEndpoint(endpoint: Endpoint): string {
  const host = formatIp(endpoint.address)
  return endpoint.address.family === 4 ? `${host}:${endpoint.port}` : `[${host}]:${endpoint.port}`
}

function parseIpv4(text: string): Uint8Array | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  const bytes = new Uint8Array(4)
  for (const [index, part] of parts.entries()) {
    // A leading zero is octal to some readers: refused.
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined
    bytes[index] = Number(part)
  }
  return bytes
}

function parseIpv6(text: string): Uint8Array | undefined {
  if (text.length > 45) return undefined
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const head = parseGroups(halves[0]!, halves.length === 1)
  const tail = halves.length === 2 ? parseGroups(halves[1]!, true) : []
  if (!head || !tail) return undefined
  const missing = 16 - head.length - tail.length
  if (halves.length === 2 ? missing < 2 : missing !== 0) return undefined
  return Uint8Array.from([...head, ...new Array<number>(missing).fill(0), ...tail])
}

function parseGroups(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return []
  const bytes: number[] = []
  const groups = text.split(':')
  for (const [index, group] of groups.entries()) {
    if (mayEndInIpv4 && index === groups.length - 1 && group.includes('.')) {
      const embedded = parseIpv4(group)
      if (!embedded) return undefined
      bytes.push(...embedded)
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return undefined
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 0xff)
    }
  }
  return bytes
}

function formatIpv6(bytes: Uint8Array): string {
  const groups: number[] = []
  for (let i = 0; i < 16; i += 2) groups.push((bytes[i]! << 8) | bytes[i + 1]!)
  const zeros = longestZeroRun(groups)
  const hex = groups.map((group) => group.toString(16))
  if (zeros.length < 2) return hex.join(':')
  return `${hex.slice(0, zeros.start).join(':')}::${hex.slice(zeros.start + zeros.length).join(':')}`
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < groups.length; start++) {
    let length = 0
    while (groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  return best
}
