/**
 * What this node has begun, so that answers come in without a rule: flows by both addresses and ports,
 * and first fragments that were let in. Both tables are bounded; the entry unused for longest gives way.
 */
import type { Instant } from '../../base/time.ts'
import { MINUTE, SECOND } from '../../base/time.ts'
import { type Packet, PROTOCOL } from './classify.ts'

const MAX_FLOWS = 65_536
const MAX_FRAGMENTS = 4_096
const FRAGMENT_LIFETIME = 30 * SECOND

/** RFC 5382: 2 h 4 min of an established TCP connection; RFC 4787: UDP at least 2 minutes. */
const FLOW_LIFETIME: Readonly<Record<number, number>> = { [PROTOCOL.tcp]: 124 * MINUTE }
const OTHER_LIFETIME = 3 * MINUTE

export class FlowTable {
  readonly #flows = new Map<string, Instant>()
  readonly #fragments = new Map<string, Instant>()

  /** To be told of each packet that this node sends. */
  noteSent(bytes: Uint8Array, packet: Packet, now: Instant): void {
    if (packet.fragment === 'later') return
    touch(this.#flows, flowKey(bytes, packet, 'sent'), now, MAX_FLOWS)
  }

  /** True for an answer to what this node sent. */
  isAnswer(bytes: Uint8Array, packet: Packet, now: Instant): boolean {
    const key = flowKey(bytes, packet, 'received')
    const seen = this.#flows.get(key)
    if (seen === undefined) return false
    if (now - seen > (FLOW_LIFETIME[packet.protocol] ?? OTHER_LIFETIME)) {
      this.#flows.delete(key)
      return false
    }
    return true
  }

  admitFragment(bytes: Uint8Array, packet: Packet, now: Instant): void {
    touch(this.#fragments, fragmentKey(bytes, packet), now, MAX_FRAGMENTS)
  }

  isAdmittedFragment(bytes: Uint8Array, packet: Packet, now: Instant): boolean {
    const seen = this.#fragments.get(fragmentKey(bytes, packet))
    return seen !== undefined && now - seen <= FRAGMENT_LIFETIME
  }
}

function touch(table: Map<string, Instant>, key: string, now: Instant, most: number): void {
  table.delete(key)
  table.set(key, now)
  if (table.size > most) table.delete(table.keys().next().value!)
}

/** The same text for a packet and for its answer. */
function flowKey(bytes: Uint8Array, packet: Packet, direction: 'sent' | 'received'): string {
  const source = address(bytes, packet.sourceAt, packet.family)
  const destination = address(bytes, packet.destinationAt, packet.family)
  const { protocol, sourcePort, destinationPort } = packet
  return direction === 'sent'
    ? `${protocol} ${source} ${sourcePort} ${destination} ${destinationPort}`
    : `${protocol} ${destination} ${destinationPort} ${source} ${sourcePort}`
}

function fragmentKey(bytes: Uint8Array, packet: Packet): string {
  const both = packet.family === 4 ? 8 : 32
  return `${packet.identification} ${packet.protocol} ${hex(bytes, packet.sourceAt, both)}`
}

function address(bytes: Uint8Array, at: number, family: 4 | 6): string {
  return hex(bytes, at, family === 4 ? 4 : 16)
}

function hex(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('latin1')
}
