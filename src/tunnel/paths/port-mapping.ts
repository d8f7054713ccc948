/**
 * The messages that ask a router for a port: PCP's MAP (RFC 6887, sections 7 and 11.1) and NAT-PMP (RFC 6886,
 * section 3), which share a UDP port and tell each other apart by the version in the first byte.
 *
 * ```
 * PCP request       0 version 2 | 1 opcode | 4 lifetime u32 | 8 client address 16 | MAP
 * PCP response      0 version 2 | 1 opcode, R | 3 result | 4 lifetime u32 | 8 epoch u32 | 24 MAP
 * MAP               0 nonce 12 | 12 protocol | 16 internal port u16 | 18 external port u16 | 20 external address 16
 * NAT-PMP address   0 version 0 | 1 opcode 0; response: 2 result u16 | 4 epoch u32 | 8 address 4
 * NAT-PMP UDP       0 version 0 | 1 opcode 1 | 4 internal port u16 | 6 external port u16 | 8 lifetime u32
 *   response        0 version 0 | 1 opcode 129 | 2 result u16 | 4 epoch u32 | 8 internal u16 | 10 external u16 | 12 lifetime u32
 * ```
 *
 * A router's word is a stranger's: what is no answer to us is `undefined`, and no address is taken that could lead
 * a peer to its own machine or to many at once.
 */
import { copyBytes, equalBytes } from '../../base/bytes.ts'
import { type Endpoint, type IpAddress, isLoopback } from '../../base/ip.ts'

export const PORT_MAPPING_PORT = 5351
export const NONCE_SIZE = 12

const PCP_VERSION = 2
const NAT_PMP_VERSION = 0
const MAP = 1
const RESPONSE = 0x80
const UDP = 17
const PCP_SIZE = 60
const MAP_AT = 24
const IPV4_MAPPED = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)

export interface MappingWish {
  readonly nonce: Uint8Array
  /** This node's address towards the router, IPv4. */
  readonly client: IpAddress
  readonly internalPort: number
  /** What the router gave before; absent: any. */
  readonly suggested?: Endpoint | undefined
  /** Seconds; 0 gives the port back. */
  readonly lifetime: number
}

export type MappingAnswer =
  | {
      readonly kind: 'mapped'
      readonly external: Endpoint
      /** Seconds. */
      readonly lifetime: number
      /** Seconds since the router last lost its state. */
      readonly epoch: number
    }
  | {
      readonly kind: 'nat-pmp-port'
      readonly port: number
      readonly lifetime: number
      readonly epoch: number
    }
  | { readonly kind: 'nat-pmp-address'; readonly address: IpAddress; readonly epoch: number }
  /** The router speaks NAT-PMP, which is what answers PCP so (RFC 6887, section 9). */
  | { readonly kind: 'no-pcp' }
  /** `lifetime`: seconds until it is worth asking again; 0 where it does not say. */
  | { readonly kind: 'refused'; readonly reason: string; readonly lifetime: number }

/** RFC 6887, section 7.4. */
const PCP_RESULTS: Readonly<Record<number, string>> = {
  1: 'unsupported version',
  2: 'not authorized',
  3: 'malformed request',
  4: 'unsupported opcode',
  5: 'unsupported option',
  6: 'malformed option',
  7: 'network failure',
  8: 'no resources',
  9: 'unsupported protocol',
  10: 'quota exceeded',
  11: 'cannot provide external',
  12: 'address mismatch',
  13: 'excessive remote peers',
}

/** RFC 6886, section 3.5. */
const NAT_PMP_RESULTS: Readonly<Record<number, string>> = {
  2: 'not authorized',
  3: 'network failure',
  4: 'out of resources',
  5: 'unsupported opcode',
}

export function emitPcpMap(wish: MappingWish): Uint8Array {
  const { nonce, client, internalPort, suggested, lifetime } = wish
  const bytes = new Uint8Array(PCP_SIZE)
  const view = new DataView(bytes.buffer)
  bytes[0] = PCP_VERSION
  bytes[1] = MAP
  view.setUint32(4, lifetime)
  bytes.set(mapped(client), 8)
  bytes.set(nonce, MAP_AT)
  bytes[MAP_AT + 12] = UDP
  view.setUint16(MAP_AT + 16, internalPort)
  view.setUint16(MAP_AT + 18, suggested?.port ?? 0)
  if (suggested) bytes.set(mapped(suggested.address), MAP_AT + 20)
  else bytes.set(IPV4_MAPPED, MAP_AT + 20)
  return bytes
}

export function emitNatPmpAddress(): Uint8Array {
  return Uint8Array.of(NAT_PMP_VERSION, 0)
}

export function emitNatPmpMap({ internalPort, suggested, lifetime }: MappingWish): Uint8Array {
  const bytes = new Uint8Array(12)
  const view = new DataView(bytes.buffer)
  bytes[1] = MAP
  view.setUint16(4, internalPort)
  // RFC 6886, section 3.4: a port is given back with a suggested port of 0.
  view.setUint16(6, lifetime === 0 ? 0 : (suggested?.port ?? internalPort))
  view.setUint32(8, lifetime)
  return bytes
}

/** @returns undefined for what answers no wish of ours */
export function parseMappingAnswer(
  bytes: Uint8Array,
  { nonce, internalPort }: Pick<MappingWish, 'nonce' | 'internalPort'>,
): MappingAnswer | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 4 || (bytes[1]! & RESPONSE) === 0) return undefined
  if (bytes[0] === PCP_VERSION) return parsePcp(bytes, view, nonce, internalPort)
  return bytes[0] === NAT_PMP_VERSION ? parseNatPmp(bytes, view, internalPort) : undefined
}

function parsePcp(
  bytes: Uint8Array,
  view: DataView,
  nonce: Uint8Array,
  internalPort: number,
): MappingAnswer | undefined {
  if (bytes.length < PCP_SIZE || bytes.length > 1_100 || bytes[1] !== (RESPONSE | MAP)) return undefined
  const isOurs =
    equalBytes(bytes.subarray(MAP_AT, MAP_AT + NONCE_SIZE), nonce) &&
    bytes[MAP_AT + 12] === UDP &&
    view.getUint16(MAP_AT + 16) === internalPort
  if (!isOurs) return undefined
  const result = bytes[3]!
  const lifetime = view.getUint32(4)
  if (result !== 0) return { kind: 'refused', reason: PCP_RESULTS[result] ?? `result ${result}`, lifetime }
  const port = view.getUint16(MAP_AT + 18)
  const address = unmapped(copyBytes(bytes, MAP_AT + 20, MAP_AT + 36))
  if (port === 0 || address === undefined || !isReachable(address)) return undefined
  return { kind: 'mapped', external: { address, port }, lifetime, epoch: view.getUint32(8) }
}

function parseNatPmp(bytes: Uint8Array, view: DataView, internalPort: number): MappingAnswer | undefined {
  const result = view.getUint16(2)
  if (result === 1) return { kind: 'no-pcp' }
  if (result !== 0)
    return { kind: 'refused', reason: NAT_PMP_RESULTS[result] ?? `result ${result}`, lifetime: 0 }
  if (bytes[1] === RESPONSE && bytes.length === 12) {
    const address: IpAddress = { family: 4, bytes: copyBytes(bytes, 8, 12) }
    return isReachable(address) ? { kind: 'nat-pmp-address', address, epoch: view.getUint32(4) } : undefined
  }
  if (bytes[1] !== (RESPONSE | MAP) || bytes.length !== 16 || view.getUint16(8) !== internalPort)
    return undefined
  const port = view.getUint16(10)
  return { kind: 'nat-pmp-port', port, lifetime: view.getUint32(12), epoch: view.getUint32(4) }
}

function mapped({ family, bytes }: IpAddress): Uint8Array {
  if (family === 6) return bytes
  const all = new Uint8Array(16)
  all.set(IPV4_MAPPED)
  all.set(bytes, 12)
  return all
}

function unmapped(bytes: Uint8Array): IpAddress | undefined {
  if (!equalBytes(bytes.subarray(0, 12), IPV4_MAPPED)) return undefined
  return { family: 4, bytes: copyBytes(bytes, 12, 16) }
}

/** Unspecified, loopback, link-local, multicast and broadcast addresses are nobody's. */
function isReachable(address: IpAddress): boolean {
  const [first = 0, second = 0] = address.bytes
  return first !== 0 && !isLoopback(address) && !(first === 169 && second === 254) && first < 224
}
