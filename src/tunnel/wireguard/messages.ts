/**
 * The four messages (paper, section 5.4), all little-endian:
 *
 * ```
 * 1 initiation 148  type 1, zero 3 | 4 sender | 8 ephemeral 32 | 40 static 32+16 | 88 timestamp 12+16 | 116 mac1 | 132 mac2
 * 2 response    92  type 1, zero 3 | 4 sender | 8 receiver | 12 ephemeral 32 | 44 empty 16 | 60 mac1 | 76 mac2
 * 3 cookie      64  type 1, zero 3 | 4 receiver | 8 nonce 24 | 32 cookie 16+16
 * 4 data      ≥ 32  type 1, zero 3 | 4 receiver | 8 counter u64 | 16 packet + 16
 * ```
 *
 * A message is judged by exact size and zero bytes only; all fields are the attacker's until a MAC or
 * a tag says otherwise. Parsed fields are views of the datagram.
 */

export const INITIATION_SIZE = 148
export const RESPONSE_SIZE = 92
export const COOKIE_REPLY_SIZE = 64
export const DATA_HEADER_SIZE = 16
export const TAG_SIZE = 16
export const DATA_SIZE_MIN = DATA_HEADER_SIZE + TAG_SIZE
export const MAC_SIZE = 16

export const MESSAGE_TYPE = { initiation: 1, response: 2, cookieReply: 3, data: 4 } as const

export type MessageKind = keyof typeof MESSAGE_TYPE

/** @returns `undefined` where the datagram is no WireGuard message. */
export function messageKind(datagram: Uint8Array): MessageKind | undefined {
  if (datagram.length < DATA_SIZE_MIN || (datagram[1]! | datagram[2]! | datagram[3]!) !== 0) return undefined
  switch (datagram[0]) {
    case MESSAGE_TYPE.data:
      return 'data'
    case MESSAGE_TYPE.initiation:
      return datagram.length === INITIATION_SIZE ? 'initiation' : undefined
    case MESSAGE_TYPE.response:
      return datagram.length === RESPONSE_SIZE ? 'response' : undefined
    case MESSAGE_TYPE.cookieReply:
      return datagram.length === COOKIE_REPLY_SIZE ? 'cookieReply' : undefined
    default:
      return undefined
  }
}

export interface Initiation {
  readonly sender: number
  readonly ephemeral: Uint8Array
  readonly sealedStatic: Uint8Array
  readonly sealedTimestamp: Uint8Array
}

export function parseInitiation(bytes: Uint8Array): Initiation {
  return {
    sender: readUint32(bytes, 4),
    ephemeral: bytes.subarray(8, 40),
    sealedStatic: bytes.subarray(40, 88),
    sealedTimestamp: bytes.subarray(88, 116),
  }
}

/** The MACs stay zero:the cookie code fills them in. */
export function emitInitiation(message: Initiation): Uint8Array {
  const bytes = new Uint8Array(INITIATION_SIZE)
  bytes[0] = MESSAGE_TYPE.initiation
  writeUint32(bytes, 4, message.sender)
  bytes.set(message.ephemeral, 8)
  bytes.set(message.sealedStatic, 40)
  bytes.set(message.sealedTimestamp, 88)
  return bytes
}

export interface Response {
  readonly sender: number
  readonly receiver: number
  readonly ephemeral: Uint8Array
  readonly sealedEmpty: Uint8Array
}

export function parseResponse(bytes: Uint8Array): Response {
  return {
    sender: readUint32(bytes, 4),
    receiver: readUint32(bytes, 8),
    ephemeral: bytes.subarray(12, 44),
    sealedEmpty: bytes.subarray(44, 60),
  }
}

export function emitResponse(message: Response): Uint8Array {
  const bytes = new Uint8Array(RESPONSE_SIZE)
  bytes[0] = MESSAGE_TYPE.response
  writeUint32(bytes, 4, message.sender)
  writeUint32(bytes, 8, message.receiver)
  bytes.set(message.ephemeral, 12)
  bytes.set(message.sealedEmpty, 44)
  return bytes
}

export interface CookieReply {
  readonly receiver: number
  readonly nonce: Uint8Array
  readonly sealedCookie: Uint8Array
}

export function parseCookieReply(bytes: Uint8Array): CookieReply {
  return {
    receiver: readUint32(bytes, 4),
    nonce: bytes.subarray(8, 32),
    sealedCookie: bytes.subarray(32, 64),
  }
}

export function emitCookieReply(message: CookieReply): Uint8Array {
  const bytes = new Uint8Array(COOKIE_REPLY_SIZE)
  bytes[0] = MESSAGE_TYPE.cookieReply
  writeUint32(bytes, 4, message.receiver)
  bytes.set(message.nonce, 8)
  bytes.set(message.sealedCookie, 32)
  return bytes
}

/** Writes the header of a data message; the caller seals the packet behind it. */
export function writeDataHeader(
  bytes: Uint8Array,
  receiver: number,
  low: number,
  high: number,
  at = 0,
): void {
  bytes[at] = MESSAGE_TYPE.data
  bytes[at + 1] = bytes[at + 2] = bytes[at + 3] = 0
  writeUint32(bytes, at + 4, receiver)
  writeUint32(bytes, at + 8, low)
  writeUint32(bytes, at + 12, high)
}

/** True where a data message stands at `at`, by its type and size. */
export function isDataMessage(bytes: Uint8Array, at: number, length: number): boolean {
  return (
    length >= DATA_SIZE_MIN &&
    bytes[at] === MESSAGE_TYPE.data &&
    (bytes[at + 1]! | bytes[at + 2]! | bytes[at + 3]!) === 0
  )
}

/** Initiation: sender. Response: sender. Data and cookie reply: receiver. */
export function firstIndex(bytes: Uint8Array): number {
  return readUint32(bytes, 4)
}

export function readUint32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
}

export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >>> 8
  bytes[at + 2] = value >>> 16
  bytes[at + 3] = value >>> 24
}
