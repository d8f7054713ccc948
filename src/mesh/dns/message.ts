/**
 * DNS messages (RFC 1035, section 4), the part that asks for and gives addresses.
 *
 * ```
 * 0 id | 2 flags | 4 questions | 6 answers | 8 authorities | 10 additionals | 12 question: name, type, class
 * answer: name, type u16, class u16, ttl u32, length u16, data
 * ```
 */
import type { IpAddress } from '../../base/ip.ts'

export const DNS_TYPE = { a: 1, ptr: 12, aaaa: 28 } as const
export const DNS_CODE = { ok: 0, noSuchName: 3, notImplemented: 4, refused: 5 } as const
const CLASS_INTERNET = 1
const HEADER_SIZE = 12
/** Of a record, before its data, where the name is a pointer. */
const RECORD_SIZE = 12
/** RFC 1035, 4.2.1: what every asker takes by UDP. */
const MAX_DATAGRAM = 512
const FLAG_RESPONSE = 0x8000
const FLAG_RECURSION_DESIRED = 0x0100
const FLAG_RECURSION_AVAILABLE = 0x0080
const OPCODE_MASK = 0x7800
const MAX_NAME = 253
const MAX_RECORDS = 256
/** Seconds that an answer may be kept: peers come and go. */
const TTL = 10

export interface DnsQuestion {
  readonly id: number
  readonly recursionDesired: boolean
  /** Lower case, without the last dot. */
  readonly name: string
  readonly type: number
  /** The question's bytes as they came, to be echoed. */
  readonly bytes: Uint8Array
}

export interface DnsAnswer {
  readonly code: number
  readonly addresses: readonly IpAddress[]
}

/** @returns `undefined` for a name that is none: a label empty or over 63 bytes, or over 253 in all. */
export function emitDnsQuery(id: number, name: string, type: number): Uint8Array | undefined {
  const labels = name.replace(/\.$/, '').split('.')
  const bytes = labels.map((label) => Buffer.from(label, 'latin1'))
  if (name.length > MAX_NAME || bytes.some((label) => label.length === 0 || label.length > 63))
    return undefined
  const question = bytes.flatMap((label) => [Uint8Array.of(label.length), label])
  const header = Buffer.alloc(HEADER_SIZE)
  header.writeUInt16BE(id, 0)
  header.writeUInt16BE(FLAG_RECURSION_DESIRED, 2)
  header.writeUInt16BE(1, 4)
  return Buffer.concat([header, ...question, Uint8Array.of(0, 0, type, 0, CLASS_INTERNET)])
}

/** @returns `undefined` for what is no plain query of one question. */
export function parseDnsQuery(bytes: Uint8Array): DnsQuestion | undefined {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < HEADER_SIZE || bytes.length > 4_096) return undefined
  const flags = message.readUInt16BE(2)
  if ((flags & (FLAG_RESPONSE | OPCODE_MASK)) !== 0 || message.readUInt16BE(4) !== 1) return undefined
  return readQuestion(message, flags)
}

/** @param addresses of the question's type; of many, those that fit a datagram */
export function emitDnsResponse(
  question: DnsQuestion,
  code: number,
  addresses: readonly IpAddress[],
): Uint8Array {
  const data = addresses.map(({ bytes }) => bytes)
  const room = MAX_DATAGRAM - HEADER_SIZE - question.bytes.length
  const most = Math.floor(room / (RECORD_SIZE + (data[0]?.length ?? 0)))
  return emitRecords(question, code, data.slice(0, most))
}

/** @param name what the address that was asked for is called (RFC 1035, 3.3.12) */
export function emitDnsPointer(question: DnsQuestion, name: string): Uint8Array {
  const labels = name.split('.').map((label) => Buffer.from(label, 'latin1'))
  const data = [...labels.flatMap((label) => [Uint8Array.of(label.length), label]), Uint8Array.of(0)]
  return emitRecords(question, DNS_CODE.ok, [Buffer.concat(data)])
}

/** @param data of each record: at most 255 bytes */
function emitRecords(question: DnsQuestion, code: number, data: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(HEADER_SIZE)
  const desired = question.recursionDesired ? FLAG_RECURSION_DESIRED : 0
  header.writeUInt16BE(question.id, 0)
  header.writeUInt16BE(FLAG_RESPONSE | FLAG_RECURSION_AVAILABLE | desired | code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(data.length, 6)
  const answers = data.map((bytes) => {
    // The name is a pointer to the question's.
    const record = Buffer.from([0xc0, HEADER_SIZE, 0, question.type, 0, 1, 0, 0, 0, TTL, 0, bytes.length])
    return Buffer.concat([record, bytes])
  })
  return Buffer.concat([header, question.bytes, ...answers])
}

/** Reads the answer to `query`. @returns `undefined` for what does not answer it, or is malformed. */
export function parseDnsResponse(bytes: Uint8Array, query: Uint8Array): DnsAnswer | undefined {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < query.length || message.readUInt16BE(4) !== 1) return undefined
  const flags = message.readUInt16BE(2)
  const asked = readQuestion(Buffer.from(query.buffer, query.byteOffset, query.length), 0)
  const echoed = readQuestion(message, flags)
  const isAnswer =
    asked && echoed && echoed.id === asked.id && echoed.name === asked.name && echoed.type === asked.type
  if (!isAnswer || (flags & FLAG_RESPONSE) === 0) return undefined
  const addresses = readAddresses(message, HEADER_SIZE + echoed.bytes.length, asked.type)
  return addresses && { code: flags & 15, addresses }
}

function readQuestion(message: Buffer, flags: number): DnsQuestion | undefined {
  const labels: string[] = []
  let at = HEADER_SIZE
  for (let length = message[at]; length !== 0; length = message[at]) {
    // A question is the first name: there is nothing yet to point to.
    if (length === undefined || length > 63 || at + 1 + length > message.length) return undefined
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
    if (at - HEADER_SIZE > MAX_NAME) return undefined
  }
  if (at + 5 > message.length || message.readUInt16BE(at + 3) !== CLASS_INTERNET) return undefined
  return {
    id: message.readUInt16BE(0),
    recursionDesired: (flags & FLAG_RECURSION_DESIRED) !== 0,
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(HEADER_SIZE, at + 5),
  }
}

function readAddresses(message: Buffer, from: number, type: number): IpAddress[] | undefined {
  const found: IpAddress[] = []
  const family = type === DNS_TYPE.a ? 4 : 6
  const count = Math.min(message.readUInt16BE(6), MAX_RECORDS)
  let at = from
  for (let i = 0; i < count; i++) {
    const after = skipName(message, at)
    if (after === undefined || after + 10 > message.length) return undefined
    const length = message.readUInt16BE(after + 8)
    const end = after + 10 + length
    if (end > message.length) return undefined
    // Aliases stand before what they lead to: whoever answers has followed them.
    if (message.readUInt16BE(after) === type && length === (family === 4 ? 4 : 16))
      found.push({ family, bytes: new Uint8Array(message.subarray(after + 10, end)) })
    at = end
  }
  return found
}

function skipName(message: Buffer, from: number): number | undefined {
  for (let at = from; at < message.length; at += 1 + message[at]!) {
    const length = message[at]!
    if (length === 0) return at + 1
    if (length >= 0xc0) return at + 2
    if (length > 63) return undefined
  }
  return undefined
}
