/**
 * STUN binding (RFC 8489), the subset that tells a node its address as the world sees it.
 *
 * ```
 * 0 type u16 | 2 length u16 | 4 cookie 2112a442 | 8 transaction 12 | 20 attributes: type u16, length u16, value, padded to 4
 * ```
 *
 * A request carries SOFTWARE and, last, FINGERPRINT; our server answers none without both, so that it
 * is no reflector for requests forged by whoever finds it.
 */
import { concatBytes, copyBytes, encodeUtf8, equalBytes } from '../../base/bytes.ts'
import type { Endpoint } from '../../base/ip.ts'
import { crc32 } from './crc32.ts'

const HEADER_SIZE = 20
const COOKIE = Uint8Array.of(0x21, 0x12, 0xa4, 0x42)
const BINDING_REQUEST = 0x0001
const BINDING_SUCCESS = 0x0101
const MAPPED_ADDRESS = 0x0001
const XOR_MAPPED_ADDRESS = 0x0020
const XOR_MAPPED_ADDRESS_OLD = 0x8020
const SOFTWARE = 0x8022
const FINGERPRINT = 0x8028
const FINGERPRINT_MASK = 0x5354554e
const MAX_SIZE = 1_280

export const STUN_SOFTWARE = 'sallyport'
export const TRANSACTION_SIZE = 12

/** True for a datagram that is STUN and neither WireGuard nor a probe. */
export function isStun(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_SIZE && (bytes[0]! & 0xc0) === 0 && equalBytes(bytes.subarray(4, 8), COOKIE)
}

export function emitStunRequest(transaction: Uint8Array): Uint8Array {
  return emit(BINDING_REQUEST, transaction, [attribute(SOFTWARE, encodeUtf8(STUN_SOFTWARE))])
}

/** @returns the transaction of a request that our server answers; `undefined` for every other. */
export function parseStunRequest(bytes: Uint8Array): Uint8Array | undefined {
  const attributes = parse(bytes, BINDING_REQUEST)
  if (!attributes?.fingerprinted) return undefined
  const software = attributes.list.find((each) => each.type === SOFTWARE)
  if (!software || !equalBytes(software.value, encodeUtf8(STUN_SOFTWARE))) return undefined
  return copyBytes(bytes, 8, HEADER_SIZE)
}

export function emitStunResponse(transaction: Uint8Array, observed: Endpoint): Uint8Array {
  const { address, port } = observed
  const value = new Uint8Array(4 + address.bytes.length)
  value[1] = address.family === 4 ? 1 : 2
  new DataView(value.buffer).setUint16(2, port)
  value.set(address.bytes, 4)
  applyMask(value, transaction)
  return emit(BINDING_SUCCESS, transaction, [attribute(XOR_MAPPED_ADDRESS, value)])
}

export interface StunResponse {
  readonly transaction: Uint8Array
  readonly observed: Endpoint
}

/** Attacker-controlled until the caller has matched the transaction with one of its own. */
export function parseStunResponse(bytes: Uint8Array): StunResponse | undefined {
  const attributes = parse(bytes, BINDING_SUCCESS)
  if (!attributes) return undefined
  const transaction = copyBytes(bytes, 8, HEADER_SIZE)
  for (const type of [XOR_MAPPED_ADDRESS, XOR_MAPPED_ADDRESS_OLD, MAPPED_ADDRESS]) {
    const found = attributes.list.find((each) => each.type === type)
    const observed =
      found && readAddress(copyBytes(found.value), type === MAPPED_ADDRESS ? undefined : transaction)
    if (observed) return { transaction, observed }
  }
  return undefined
}

interface Attribute {
  readonly type: number
  readonly value: Uint8Array
}

function parse(bytes: Uint8Array, type: number): { list: Attribute[]; fingerprinted: boolean } | undefined {
  if (!isStun(bytes) || bytes.length > MAX_SIZE) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.getUint16(0) !== type || view.getUint16(2) !== bytes.length - HEADER_SIZE) return undefined
  const list: Attribute[] = []
  let at = HEADER_SIZE
  while (at + 4 <= bytes.length) {
    const length = view.getUint16(at + 2)
    const end = at + 4 + length
    if (end > bytes.length) return undefined
    const found = { type: view.getUint16(at), value: bytes.subarray(at + 4, end) }
    if (found.type === FINGERPRINT) {
      // RFC 8489, 14.7: the last attribute, over all before it. A wrong one is no STUN.
      const right =
        length === 4 && end === bytes.length && view.getUint32(at + 4) === fingerprint(bytes.subarray(0, at))
      return right ? { list, fingerprinted: true } : undefined
    }
    list.push(found)
    at = end + (-length & 3)
  }
  return at === bytes.length ? { list, fingerprinted: false } : undefined
}

function emit(type: number, transaction: Uint8Array, attributes: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...attributes)
  const bytes = new Uint8Array(HEADER_SIZE + body.length + 8)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, type)
  view.setUint16(2, body.length + 8)
  bytes.set(COOKIE, 4)
  bytes.set(transaction, 8)
  bytes.set(body, HEADER_SIZE)
  const at = HEADER_SIZE + body.length
  view.setUint16(at, FINGERPRINT)
  view.setUint16(at + 2, 4)
  view.setUint32(at + 4, fingerprint(bytes.subarray(0, at)))
  return bytes
}

function attribute(type: number, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + value.length + (-value.length & 3))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, type)
  view.setUint16(2, value.length)
  bytes.set(value, 4)
  return bytes
}

function readAddress(value: Uint8Array, transaction: Uint8Array | undefined): Endpoint | undefined {
  const length = value[1] === 1 ? 4 : value[1] === 2 ? 16 : 0
  if (length === 0 || value.length !== 4 + length) return undefined
  if (transaction) applyMask(value, transaction)
  const port = (value[2]! << 8) | value[3]!
  return { address: { family: length === 4 ? 4 : 6, bytes: copyBytes(value, 4) }, port }
}

/** Port ^ cookie; address ^ cookie and transaction. */
function applyMask(value: Uint8Array, transaction: Uint8Array): void {
  value[2]! ^= COOKIE[0]!
  value[3]! ^= COOKIE[1]!
  for (let i = 4; i < value.length; i++) value[i]! ^= i < 8 ? COOKIE[i - 4]! : transaction[i - 8]!
}

function fingerprint(bytes: Uint8Array): number {
  return (crc32(bytes) ^ FINGERPRINT_MASK) >>> 0
}
