/**
 * Frames of the blind relay: each is one binary WebSocket message, a type and a body.
 *
 * ```
 * 1 challenge  server → client   version u8 | ephemeral 32 | nonce 32
 * 2 login      client → server   public key 32 | proof 32 | credential
 * 3 welcome    server → client   maxPacket u32 big-endian | keepaliveSeconds u16 big-endian
 * 4 send       client → server   destination key 32 | packet
 * 5 receive    server → client   source key 32 | packet
 * 6 gone       server → client   key 32 | reason u8
 * 7 keepalive  both              nothing
 * 8 refused    server → client   reason u8
 * 9 renewal    client → server   credential
 * 10 peers     client → server   keys, 32 each: all of the credential's, over as many frames as it takes
 * ```
 *
 * The relay forwards packets that it cannot read, between two keys that share an edge. A credential is what the
 * coordinator signed for the node; this codec does not look into it. A frame that is
 * too long, too short or of another type is malformed: whoever sent it is disconnected.
 */
import { concatBytes } from '../../base/bytes.ts'

export const RELAY_VERSION = 2
export const RELAY_PATH = '/v1/relay'
export const RELAY_PROTOCOL = 'sallyport-relay.v1'
/** Of a packet in `send` and `receive`. */
export const RELAY_PACKET_MAX = 2_048
export const RELAY_CREDENTIAL_MAX = 8_192
/** Keys in one `peers`. */
export const RELAY_PEERS_MAX = 128
/** The longest frame is a login. */
export const RELAY_FRAME_MAX = 1 + 64 + RELAY_CREDENTIAL_MAX

const TYPE = {
  challenge: 1,
  login: 2,
  welcome: 3,
  send: 4,
  receive: 5,
  gone: 6,
  keepalive: 7,
  refused: 8,
  renewal: 9,
  peers: 10,
} as const
const GONE_REASONS = ['left', 'unknown'] as const
const REFUSED_REASONS = [
  'proof',
  'no-edge',
  'rate',
  'replaced',
  'malformed',
  'closing',
  'token',
  'quota',
] as const

export type GoneReason = (typeof GONE_REASONS)[number]
export type RefusedReason = (typeof REFUSED_REASONS)[number]

export type RelayFrame =
  | { readonly kind: 'challenge'; readonly ephemeral: Uint8Array; readonly nonce: Uint8Array }
  | {
      readonly kind: 'login'
      readonly publicKey: Uint8Array
      readonly proof: Uint8Array
      readonly credential: Uint8Array
    }
  | { readonly kind: 'welcome'; readonly maxPacket: number; readonly keepaliveSeconds: number }
  | { readonly kind: 'send'; readonly destination: Uint8Array; readonly packet: Uint8Array }
  | { readonly kind: 'receive'; readonly source: Uint8Array; readonly packet: Uint8Array }
  | { readonly kind: 'gone'; readonly publicKey: Uint8Array; readonly reason: GoneReason }
  | { readonly kind: 'keepalive' }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'renewal'; readonly credential: Uint8Array }
  /** A multiple of 32 bytes. */
  | { readonly kind: 'peers'; readonly keys: Uint8Array }

export function emitFrame(frame: RelayFrame): Uint8Array {
  const type = Uint8Array.of(TYPE[frame.kind])
  switch (frame.kind) {
    case 'challenge':
      return concatBytes(type, Uint8Array.of(RELAY_VERSION), frame.ephemeral, frame.nonce)
    case 'login':
      return concatBytes(type, frame.publicKey, frame.proof, frame.credential)
    case 'welcome':
      return concatBytes(type, emitWelcome(frame.maxPacket, frame.keepaliveSeconds))
    case 'send':
      return concatBytes(type, frame.destination, frame.packet)
    case 'receive':
      return concatBytes(type, frame.source, frame.packet)
    case 'gone':
      return concatBytes(type, frame.publicKey, Uint8Array.of(GONE_REASONS.indexOf(frame.reason)))
    case 'keepalive':
      return type
    case 'refused':
      return concatBytes(type, Uint8Array.of(REFUSED_REASONS.indexOf(frame.reason)))
    case 'renewal':
      return concatBytes(type, frame.credential)
    case 'peers':
      return concatBytes(type, frame.keys)
  }
}

/** @returns `undefined` for a malformed frame. Fields are views of the message. */
export function parseFrame(bytes: Uint8Array): RelayFrame | undefined {
  if (bytes.length > RELAY_FRAME_MAX) return undefined
  const body = bytes.subarray(1)
  switch (bytes[0]) {
    case TYPE.challenge:
      if (body.length !== 65 || body[0] !== RELAY_VERSION) return undefined
      return { kind: 'challenge', ephemeral: body.subarray(1, 33), nonce: body.subarray(33) }
    case TYPE.login:
      if (body.length <= 64 || body.length > 64 + RELAY_CREDENTIAL_MAX) return undefined
      return {
        kind: 'login',
        publicKey: body.subarray(0, 32),
        proof: body.subarray(32, 64),
        credential: body.subarray(64),
      }
    case TYPE.welcome:
      return body.length === 6 ? parseWelcome(body) : undefined
    case TYPE.send:
      if (!holdsPacket(body)) return undefined
      return { kind: 'send', destination: body.subarray(0, 32), packet: body.subarray(32) }
    case TYPE.receive:
      if (!holdsPacket(body)) return undefined
      return { kind: 'receive', source: body.subarray(0, 32), packet: body.subarray(32) }
    case TYPE.gone: {
      const reason = GONE_REASONS[body[32] ?? GONE_REASONS.length]
      return body.length === 33 && reason
        ? { kind: 'gone', publicKey: body.subarray(0, 32), reason }
        : undefined
    }
    case TYPE.keepalive:
      return body.length === 0 ? { kind: 'keepalive' } : undefined
    case TYPE.refused: {
      const reason = REFUSED_REASONS[body[0] ?? REFUSED_REASONS.length]
      return body.length === 1 && reason ? { kind: 'refused', reason } : undefined
    }
    case TYPE.renewal:
      if (body.length === 0 || body.length > RELAY_CREDENTIAL_MAX) return undefined
      return { kind: 'renewal', credential: body }
    case TYPE.peers:
      if (body.length === 0 || body.length > 32 * RELAY_PEERS_MAX || body.length % 32 !== 0) return undefined
      return { kind: 'peers', keys: body }
    default:
      return undefined
  }
}

function holdsPacket(body: Uint8Array): boolean {
  return body.length > 32 && body.length <= 32 + RELAY_PACKET_MAX
}

function emitWelcome(maxPacket: number, keepaliveSeconds: number): Uint8Array {
  const bytes = new Uint8Array(6)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, maxPacket)
  view.setUint16(4, keepaliveSeconds)
  return bytes
}

function parseWelcome(body: Uint8Array): RelayFrame | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  const maxPacket = view.getUint32(0)
  const keepaliveSeconds = view.getUint16(4)
  if (maxPacket > RELAY_PACKET_MAX || keepaliveSeconds === 0) return undefined
  return { kind: 'welcome', maxPacket, keepaliveSeconds }
}
