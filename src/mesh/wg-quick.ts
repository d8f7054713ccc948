/**
 * The file format of wg-quick(8) and wg(8). Every key is understood, or refused by its name and line:
 * a key that is passed over in silence is a tunnel that is not what its owner wrote.
 */
import { nearest } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { type IpAddress, type IpPrefix, isIp, parseIp, parsePrefix } from '../base/ip.ts'
import { LEAST_MTU } from '../tunnel/netstack/ip/path-mtu.ts'
import {
  type PresharedKey,
  type PrivateKey,
  type PublicKey,
  parseKeyText,
  presharedKey,
  privateKey,
  publicKey,
} from '../tunnel/wireguard/keys.ts'

export interface WgQuickPeer {
  readonly publicKey: PublicKey
  readonly presharedKey?: PresharedKey
  readonly allowedIps: readonly IpPrefix[]
  /** `host` may be a name. */
  readonly endpoint?: { readonly host: string; readonly port: number }
  readonly persistentKeepaliveSeconds?: number
}

export interface WgQuickConfig {
  readonly privateKey: PrivateKey
  readonly addresses: readonly IpPrefix[]
  readonly listenPort?: number
  readonly mtu?: number
  readonly dns: readonly IpAddress[]
  readonly searchDomains: readonly string[]
  /** False for `Table = off`: a device of this machine gets no routes. */
  readonly hasRoutes: boolean
  readonly peers: readonly WgQuickPeer[]
}

interface Line {
  readonly file: string
  readonly number: number
  readonly key: string
  readonly value: string
}

interface Section {
  readonly name: 'Interface' | 'Peer'
  readonly line: number
  readonly entries: Map<string, Line[]>
}

const KEYS = {
  Interface: [
    'PrivateKey',
    'ListenPort',
    'FwMark',
    'Address',
    'DNS',
    'MTU',
    'Table',
    'PreUp',
    'PostUp',
    'PreDown',
    'PostDown',
    'SaveConfig',
  ],
  Peer: ['PublicKey', 'PresharedKey', 'AllowedIPs', 'Endpoint', 'PersistentKeepalive'],
} as const

/** Keys that may stand several times, their lists joined. */
const REPEATABLE = new Set(['Address', 'DNS', 'AllowedIPs', 'PreUp', 'PostUp', 'PreDown', 'PostDown'])
export const MAX_WG_QUICK_BYTES = 1 << 20

/** @throws `CONFIG_INVALID` with the line; a key's text is never quoted. */
export function parseWgQuick(text: string, file: string): WgQuickConfig {
  if (Buffer.byteLength(text) > MAX_WG_QUICK_BYTES) {
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `${file} is larger than ${MAX_WG_QUICK_BYTES} bytes`,
    })
  }
  const sections = readSections(text, file)
  const [own, ...more] = sections.filter((section) => section.name === 'Interface')
  if (!own)
    throw invalid(
      file,
      1,
      'there is no [Interface] section',
      'begin with [Interface], PrivateKey and Address',
    )
  if (more[0]) throw invalid(file, more[0].line, 'a second [Interface] section')
  refuseWhatIsNotDone(own)
  const privateLine = single(own, 'PrivateKey') ?? missing(own, file, 'PrivateKey')
  const dns = list(own, 'DNS')
  const peers = sections
    .filter((section) => section.name === 'Peer')
    .map((section) => readPeer(section, file))
  refuseTwins(peers, sections, file)
  const addresses = list(own, 'Address').map(readPrefix)
  return {
    privateKey: privateKey(readKey(privateLine)),
    addresses,
    ...optional('listenPort', readInteger(single(own, 'ListenPort'), 0, 65_535)),
    ...optional('mtu', readMtu(single(own, 'MTU'), addresses)),
    dns: dns.filter((line) => isIp(line.value)).map((line) => parseIp(line.value)),
    searchDomains: dns.filter((line) => !isIp(line.value)).map(readDomain),
    hasRoutes: single(own, 'Table')?.value.toLowerCase() !== 'off',
    peers,
  }
}

function readSections(text: string, file: string): Section[] {
  const sections: Section[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const number = index + 1
    const line = raw.replace(/#.*$/, '').trim()
    if (line === '') continue
    const header = /^\[(.*)\]$/.exec(line)?.[1]?.trim().toLowerCase()
    if (header !== undefined) sections.push(openSection(header, line, file, number))
    else readEntry(sections.at(-1), line, file, number)
  }
  return sections
}

function openSection(header: string, line: string, file: string, number: number): Section {
  if (header === 'interface') return { name: 'Interface', line: number, entries: new Map() }
  if (header === 'peer') return { name: 'Peer', line: number, entries: new Map() }
  throw invalid(file, number, `the section ${quote(line)} is not known`, 'there are [Interface] and [Peer]')
}

function readEntry(section: Section | undefined, line: string, file: string, number: number): void {
  const equals = line.indexOf('=')
  if (equals < 0) throw invalid(file, number, 'a line without "="', 'write it as Key = value')
  if (!section) throw invalid(file, number, 'a key before the first section', 'begin with [Interface]')
  const written = line.slice(0, equals).trim()
  const known = KEYS[section.name].find((key) => key.toLowerCase() === written.toLowerCase())
  if (!known) throw unknownKey(section, written, file, number)
  const lines = section.entries.get(known) ?? []
  if (lines.length > 0 && !REPEATABLE.has(known))
    throw invalid(file, number, `${known} stands twice in one section`)
  lines.push({ file, number, key: known, value: line.slice(equals + 1).trim() })
  section.entries.set(known, lines)
}

function unknownKey(section: Section, written: string, file: string, number: number): SallyportError {
  const other = section.name === 'Peer' ? 'Interface' : 'Peer'
  const near = nearest(written, KEYS[section.name])
  const elsewhere = KEYS[other].find((key) => key.toLowerCase() === written.toLowerCase())
  const help = near ? `did you mean ${near}?` : elsewhere ? `${elsewhere} belongs to [${other}]` : undefined
  return invalid(file, number, `the key ${quote(written)} is not one of [${section.name}]`, help)
}

/** Keys of which only some values are done: the others change the machine in ways that we do not. */
function refuseWhatIsNotDone(section: Section): void {
  for (const key of ['PreUp', 'PostUp', 'PreDown', 'PostDown']) {
    const line = section.entries.get(key)?.[0]
    if (line) throw refused(line, 'commands of the file are not run', `remove ${key}, or use wg-quick`)
  }
  const table = single(section, 'Table')
  if (table && !/^(auto|off)$/i.test(table.value)) {
    throw refused(table, 'routes are set in the main table, or not at all', 'write Table = auto or off')
  }
  const mark = single(section, 'FwMark')
  if (mark && !/^(off|0|0x0+)$/i.test(mark.value)) {
    throw refused(mark, 'packets are not marked', 'remove it, or write FwMark = off')
  }
  const save = single(section, 'SaveConfig')
  if (save && save.value !== 'false') {
    throw refused(save, 'the file is never written', 'remove it, or write SaveConfig = false')
  }
}

function readPeer(section: Section, file: string): WgQuickPeer {
  const keyLine = single(section, 'PublicKey') ?? missing(section, file, 'PublicKey')
  const pskLine = single(section, 'PresharedKey')
  const endpointLine = single(section, 'Endpoint')
  const keepalive = single(section, 'PersistentKeepalive')
  const seconds = keepalive?.value.toLowerCase() === 'off' ? 0 : readInteger(keepalive, 0, 65_535)
  return {
    publicKey: publicKey(readKey(keyLine)),
    ...(pskLine ? { presharedKey: presharedKey(readKey(pskLine)) } : {}),
    allowedIps: list(section, 'AllowedIPs').map(readAllowedIp),
    ...(endpointLine ? { endpoint: readEndpoint(endpointLine) } : {}),
    ...optional('persistentKeepaliveSeconds', seconds),
  }
}

function refuseTwins(peers: readonly WgQuickPeer[], sections: readonly Section[], file: string): void {
  const seen = new Set<string>()
  const lines = sections.filter((section) => section.name === 'Peer').map((section) => section.line)
  for (const [index, peer] of peers.entries()) {
    const key = peer.publicKey.join()
    if (seen.has(key)) throw invalid(file, lines[index]!, 'a second [Peer] section with the same PublicKey')
    seen.add(key)
  }
}

function readEndpoint(line: Line): { host: string; port: number } {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(line.value)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3])
  const bracketed = match?.[1] === undefined || isIp(match[1])
  if (host === undefined || !bracketed || port === 0 || port > 65_535) {
    throw refused(line, 'this is no endpoint', 'write it as host:51820 or [2001:db8::1]:51820')
  }
  return { host, port }
}

function readPrefix(line: Line): IpPrefix {
  try {
    return parsePrefix(line.value)
  } catch (cause) {
    throw refused(line, 'this is no address with a prefix length', 'write it as 10.0.0.2/32', cause)
  }
}

/** wg(8): "+" adds, which a file does anyway, "-" takes away, which a file has nothing for. */
function readAllowedIp(line: Line): IpPrefix {
  if (line.value.startsWith('-')) throw refused(line, 'there is nothing to take it from', 'leave it out')
  return readPrefix(line.value.startsWith('+') ? { ...line, value: line.value.slice(1) } : line)
}

function readDomain(line: Line): string {
  if (
    /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i.test(
      line.value,
    )
  ) {
    return line.value.toLowerCase().replace(/\.$/, '')
  }
  throw refused(line, 'this is neither an address nor a search domain')
}

function readKey(line: Line): Uint8Array {
  try {
    return parseKeyText(line.value, line.key)
  } catch (cause) {
    throw invalid(
      line.file,
      line.number,
      `${line.key} is not a WireGuard key`,
      '44 characters of base64',
      cause,
    )
  }
}

function readInteger(line: Line | undefined, least: number, most: number): number | undefined {
  if (!line) return undefined
  const value = Number(line.value)
  if (/^\d{1,6}$/.test(line.value) && value >= least && value <= most) return value
  throw refused(line, `this is no number from ${least} to ${most}`)
}

function readMtu(line: Line | undefined, addresses: readonly IpPrefix[]): number | undefined {
  const mtu = readInteger(line, LEAST_MTU[4], 65_535)
  const hasIpv6 = addresses.some(({ address }) => address.family === 6)
  if (!line || mtu === undefined || mtu >= LEAST_MTU[6] || !hasIpv6) return mtu
  throw refused(line, `the IPv6 Address needs at least ${LEAST_MTU[6]}`)
}

function single(section: Section, key: string): Line | undefined {
  return section.entries.get(key)?.[0]
}

/** Comma-separated values of all lines of a key; an empty value is an empty list. */
function list(section: Section, key: string): Line[] {
  return (section.entries.get(key) ?? []).flatMap((line) =>
    line.value === '' ? [] : line.value.split(',').map((value) => ({ ...line, value: value.trim() })),
  )
}

function missing(section: Section, file: string, key: string): never {
  throw invalid(file, section.line, `[${section.name}] has no ${key}`)
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

function refused(line: Line, why: string, help?: string, cause?: unknown): SallyportError {
  return invalid(line.file, line.number, `${line.key} = ${quote(line.value)}: ${why}`, help, cause)
}

function invalid(
  file: string,
  line: number,
  message: string,
  help?: string,
  cause?: unknown,
): SallyportError {
  return new SallyportError('CONFIG_INVALID', {
    message,
    place: { file, line },
    ...(help === undefined ? {} : { help }),
    ...(cause === undefined ? {} : { cause }),
  })
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
