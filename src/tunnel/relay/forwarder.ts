/**
 * The relay itself, without its sockets: who is logged in, and what may pass. It forwards between two
 * keys that share an edge, with rate and quota per pair; a destination that is unknown, not allowed or over
 * its allowance is dropped in silence, so that nobody learns who is there. It cannot read what it forwards.
 */
import { copyBytes, encodeBase64 } from '../../base/bytes.ts'
import type { Instant } from '../../base/time.ts'
import type { Primitives } from '../wireguard/primitives.ts'
import { emitFrame, parseFrame, RELAY_PACKET_MAX, type RefusedReason, type RelayFrame } from './frame.ts'
import { type ChallengeSecret, createChallenge, verifyProof } from './login.ts'
import { type PairLimits, PairMeter } from './pair-meter.ts'

export interface ForwarderOptions extends PairLimits {
  readonly crypto: Primitives
  /** Host and port by which clients dial it, lower case. */
  readonly name: string
  readonly keepaliveSeconds: number
  /** Whether these two keys (base64) share a current edge. Asked per packet: revocation takes effect at once. */
  readonly mayTalk: (a: string, b: string) => boolean
  /** Whether this key may use the relay at all. */
  readonly mayLogIn: (publicKey: string) => boolean
}

/** One connection; the shell owns the socket behind it. */
export interface RelaySession {
  readonly send: (bytes: Uint8Array) => void
  readonly close: () => void
}

interface Challenged {
  readonly kind: 'challenged'
  readonly secret: ChallengeSecret
  readonly since: Instant
}

interface Member {
  readonly kind: 'member'
  readonly key: string
  readonly bytes: Uint8Array
  /** Keys that it exchanged packets with: they are told when it leaves. */
  readonly correspondents: Set<string>
}

type Client = Challenged | Member

const LOGIN_WITHIN = 10_000
const MAX_CORRESPONDENTS = 1_024

export interface RelayCounts {
  forwarded: number
  dropped: number
  refused: number
}

export class Forwarder {
  readonly counts: RelayCounts = { forwarded: 0, dropped: 0, refused: 0 }
  readonly #options: ForwarderOptions
  readonly #clients = new Map<RelaySession, Client>()
  readonly #members = new Map<string, RelaySession>()
  readonly #meter: PairMeter

  constructor(options: ForwarderOptions) {
    this.#options = options
    this.#meter = new PairMeter(options)
  }

  /** @param seed 64 random bytes, for the challenge. */
  connect(session: RelaySession, seed: Uint8Array, now: Instant): void {
    const secret = createChallenge(this.#options.crypto, seed)
    this.#clients.set(session, { kind: 'challenged', secret, since: now })
    session.send(emitFrame({ kind: 'challenge', ...secret.challenge }))
  }

  receive(session: RelaySession, bytes: Uint8Array, now: Instant): void {
    const client = this.#clients.get(session)
    const frame = parseFrame(bytes)
    if (!client) return
    if (!frame) this.#refuse(session, 'malformed')
    else if (client.kind === 'challenged') this.#logIn(session, client, frame, now)
    else this.#take(session, client, frame, now)
  }

  disconnect(session: RelaySession): void {
    const client = this.#clients.get(session)
    this.#clients.delete(session)
    if (client?.kind !== 'member' || this.#members.get(client.key) !== session) return
    this.#members.delete(client.key)
    const gone = emitFrame({ kind: 'gone', publicKey: client.bytes, reason: 'left' })
    for (const key of client.correspondents) this.#members.get(key)?.send(gone)
  }

  /** Ends the session of a key that may no longer be here. */
  expel(publicKey: string): void {
    const session = this.#members.get(publicKey)
    if (session) this.#refuse(session, 'no-edge')
  }

  /** Refuses those who were challenged and said nothing. */
  handleTimeout(now: Instant): void {
    for (const [session, client] of this.#clients) {
      if (client.kind === 'challenged' && now - client.since > LOGIN_WITHIN) this.#refuse(session, 'proof')
    }
  }

  get members(): number {
    return this.#members.size
  }

  #logIn(session: RelaySession, client: Challenged, frame: RelayFrame, now: Instant): void {
    const { crypto, name, mayLogIn, keepaliveSeconds } = this.#options
    if (frame.kind !== 'login' || now - client.since > LOGIN_WITHIN) {
      this.#refuse(session, 'malformed')
      return
    }
    const key = encodeBase64(frame.publicKey)
    const isProven = verifyProof(crypto, client.secret, frame, name)
    if (!isProven || !mayLogIn(key)) {
      this.#refuse(session, isProven ? 'no-edge' : 'proof')
      return
    }
    const older = this.#members.get(key)
    // The newer login wins: a node that lost its connection comes back before the relay notices.
    if (older) this.#refuse(older, 'replaced')
    this.#clients.set(session, {
      kind: 'member',
      key,
      bytes: copyBytes(frame.publicKey),
      correspondents: new Set(),
    })
    this.#members.set(key, session)
    session.send(emitFrame({ kind: 'welcome', maxPacket: RELAY_PACKET_MAX, keepaliveSeconds }))
  }

  #take(session: RelaySession, client: Member, frame: RelayFrame, now: Instant): void {
    if (frame.kind === 'keepalive') session.send(emitFrame({ kind: 'keepalive' }))
    else if (frame.kind === 'send') this.#forward(client, frame.destination, frame.packet, now)
    else this.#refuse(session, 'malformed')
  }

  #forward(client: Member, destination: Uint8Array, packet: Uint8Array, now: Instant): void {
    const to = encodeBase64(destination)
    const session = this.#members.get(to)
    const allowed =
      session &&
      this.#options.mayTalk(client.key, to) &&
      this.#meter.spend(client.key, to, packet.length, now)
    if (!allowed) {
      this.counts.dropped++
      return
    }
    this.counts.forwarded++
    this.#noteExchange(client, to, session)
    session.send(emitFrame({ kind: 'receive', source: client.bytes, packet }))
  }

  #noteExchange(client: Member, to: string, session: RelaySession): void {
    const other = this.#clients.get(session)
    if (client.correspondents.size < MAX_CORRESPONDENTS) client.correspondents.add(to)
    if (other?.kind === 'member' && other.correspondents.size < MAX_CORRESPONDENTS) {
      other.correspondents.add(client.key)
    }
  }

  #refuse(session: RelaySession, reason: RefusedReason): void {
    this.counts.refused++
    session.send(emitFrame({ kind: 'refused', reason }))
    this.disconnect(session)
    session.close()
  }
}
