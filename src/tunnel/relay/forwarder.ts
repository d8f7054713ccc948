/**
 * The relay itself, without its sockets: who is logged in, and what may pass. It forwards between two keys whose
 * grants name each other, with a rate and a quota per pair and a quota per lease; a destination that is unknown, not
 * allowed or over the pair's allowance is dropped in silence, so that nobody learns who is there. It cannot read
 * what it forwards, and holds no secret: whoever is granted what, the coordinator signed.
 */
import { copyBytes, encodeBase64 } from '../../base/bytes.ts'
import type { Instant } from '../../base/time.ts'
import type { Primitives } from '../wireguard/primitives.ts'
import { AccountBook } from './account-book.ts'
import { emitFrame, parseFrame, RELAY_PACKET_MAX, type RefusedReason, type RelayFrame } from './frame.ts'
import { type GrantJudgement, isSameListing, NO_PEERS, PeerGathering, type RelayGrant } from './grant.ts'
import { GrantBook } from './grant-book.ts'
import { type ChallengeSecret, createChallenge, verifyProof } from './login.ts'
import { type PairLimits, PairMeter } from './pair-meter.ts'

export interface ForwarderOptions extends PairLimits {
  readonly crypto: Primitives
  /** Host and port by which clients dial it, lower case. */
  readonly name: string
  readonly keepaliveSeconds: number
  /** What a credential grants the key that it was brought by. Asked only of who has proven the key. */
  readonly judge: (publicKey: Uint8Array, credential: Uint8Array, now: Instant) => GrantJudgement
}

/** One connection; the shell owns the socket behind it. */
export interface RelaySession {
  /** @returns false where too much waits for a slow reader already: then the frame is lost */
  readonly send: (bytes: Uint8Array) => boolean
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
  grant: RelayGrant
  /** Whom it may talk to (base64); nobody until the granted list has come. */
  peers: ReadonlySet<string>
  gathering: PeerGathering | undefined
  /** Keys that it exchanged packets with: they are told when it leaves. */
  readonly correspondents: Set<string>
}

type Client = Challenged | Member

const LOGIN_WITHIN = 10_000
const MAX_CORRESPONDENTS = 1_024

export interface RelayCounts {
  forwarded: number
  forwardedBytes: number
  /** No such destination, no edge, or over the pair's allowance. */
  dropped: number
  /** The reader was too slow. */
  overflowed: number
  refused: number
}

export class Forwarder {
  readonly counts: RelayCounts = { forwarded: 0, forwardedBytes: 0, dropped: 0, overflowed: 0, refused: 0 }
  readonly #options: ForwarderOptions
  readonly #clients = new Map<RelaySession, Client>()
  readonly #members = new Map<string, RelaySession>()
  readonly #meter: PairMeter
  readonly #accounts = new AccountBook()
  readonly #grants = new GrantBook()

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

  /** Ends the session of a key that may no longer be here, and lets it in no more. */
  expel(publicKey: string, until: Instant): void {
    this.#grants.bar(publicKey, until)
    const session = this.#members.get(publicKey)
    if (session) this.#refuse(session, 'no-edge')
  }

  /** Says goodbye to everybody: their next packet goes by another relay. */
  drain(): void {
    for (const session of [...this.#clients.keys()]) this.#refuse(session, 'closing')
  }

  /** Refuses those who were challenged and said nothing, and those whose grant has ended. */
  handleTimeout(now: Instant): void {
    this.#grants.forget(now)
    for (const [session, client] of this.#clients) {
      if (client.kind === 'challenged') {
        if (now - client.since > LOGIN_WITHIN) this.#refuse(session, 'proof')
      } else if (client.grant.until <= now) this.#refuse(session, 'token')
    }
  }

  get members(): number {
    return this.#members.size
  }

  get unproven(): number {
    return this.#clients.size - this.#members.size
  }

  #logIn(session: RelaySession, client: Challenged, frame: RelayFrame, now: Instant): void {
    const { crypto, name, keepaliveSeconds } = this.#options
    if (frame.kind !== 'login' || now - client.since > LOGIN_WITHIN) {
      this.#refuse(session, 'malformed')
      return
    }
    if (!verifyProof(crypto, client.secret, frame, name)) {
      this.#refuse(session, 'proof')
      return
    }
    const judgement = this.#judge(frame.publicKey, frame.credential, now)
    if (judgement.kind === 'refused') {
      this.#refuse(session, judgement.reason)
      return
    }
    const key = encodeBase64(frame.publicKey)
    const older = this.#members.get(key)
    // The newer login wins: a node that lost its connection comes back before the relay notices.
    if (older) this.#refuse(older, 'replaced')
    const { grant } = judgement
    const bytes = copyBytes(frame.publicKey)
    this.#clients.set(session, { kind: 'member', key, bytes, correspondents: new Set(), ...beginning(grant) })
    this.#members.set(key, session)
    session.send(emitFrame({ kind: 'welcome', maxPacket: RELAY_PACKET_MAX, keepaliveSeconds }))
  }

  #judge(publicKey: Uint8Array, credential: Uint8Array, now: Instant): GrantJudgement {
    const key = encodeBase64(publicKey)
    if (this.#grants.isBarred(key, now)) return { kind: 'refused', reason: 'no-edge' }
    const judgement = this.#options.judge(publicKey, credential, now)
    if (judgement.kind === 'refused') return judgement
    const { grant } = judgement
    if (grant.until <= now || !this.#grants.accept(key, grant)) return { kind: 'refused', reason: 'token' }
    const isUsedUp = this.#accounts.isUsedUp(grant.account, grant.quotaBytes)
    return isUsedUp ? { kind: 'refused', reason: 'quota' } : judgement
  }

  #take(session: RelaySession, client: Member, frame: RelayFrame, now: Instant): void {
    switch (frame.kind) {
      case 'keepalive':
        session.send(emitFrame({ kind: 'keepalive' }))
        break
      case 'send':
        this.#forward(session, client, frame.destination, frame.packet, now)
        break
      case 'renewal':
        this.#renew(session, client, frame.credential, now)
        break
      case 'peers':
        this.#gather(session, client, frame.keys)
        break
      default:
        this.#refuse(session, 'malformed')
    }
  }

  #renew(session: RelaySession, client: Member, credential: Uint8Array, now: Instant): void {
    const judgement = this.#judge(client.bytes, credential, now)
    if (judgement.kind === 'refused') {
      this.#refuse(session, judgement.reason)
      return
    }
    const { grant } = judgement
    const isSame = isSameListing(grant.peers, client.grant.peers)
    // Another list counts from now on: until it has come, nobody is on it.
    if (isSame) client.grant = grant
    else Object.assign(client, beginning(grant))
  }

  #gather(session: RelaySession, client: Member, keys: Uint8Array): void {
    const gathered = client.gathering?.take(keys) ?? 'wrong'
    if (gathered === 'incomplete') return
    client.gathering = undefined
    if (gathered === 'wrong') this.#refuse(session, 'malformed')
    else client.peers = gathered
  }

  #forward(
    session: RelaySession,
    client: Member,
    destination: Uint8Array,
    packet: Uint8Array,
    now: Instant,
  ): void {
    const to = encodeBase64(destination)
    const reader = this.#members.get(to)
    const other = reader && this.#clients.get(reader)
    const isEdge = reader && other?.kind === 'member' && mayTalk(client, other, now)
    if (!isEdge || !this.#meter.spend(client.key, to, packet.length, now)) {
      this.counts.dropped++
      return
    }
    const { account, quotaBytes } = client.grant
    if (!this.#accounts.spend(account, packet.length, quotaBytes)) {
      this.#refuse(session, 'quota')
      return
    }
    if (!reader.send(emitFrame({ kind: 'receive', source: client.bytes, packet }))) {
      this.counts.overflowed++
      return
    }
    this.counts.forwarded++
    this.counts.forwardedBytes += packet.length
    noteExchange(client, other)
  }

  #refuse(session: RelaySession, reason: RefusedReason): void {
    this.counts.refused++
    session.send(emitFrame({ kind: 'refused', reason }))
    this.disconnect(session)
    session.close()
  }
}

/** Both coordinator's words must name the other, and both must still hold. */
function mayTalk(a: Member, b: Member, now: Instant): boolean {
  return now < a.grant.until && now < b.grant.until && a.peers.has(b.key) && b.peers.has(a.key)
}

function beginning(grant: RelayGrant): Pick<Member, 'grant' | 'peers' | 'gathering'> {
  const gathering = grant.peers.count === 0 ? undefined : new PeerGathering(grant.peers)
  return { grant, peers: NO_PEERS, gathering }
}

function noteExchange(a: Member, b: Member): void {
  if (a.correspondents.size < MAX_CORRESPONDENTS) a.correspondents.add(b.key)
  if (b.correspondents.size < MAX_CORRESPONDENTS) b.correspondents.add(a.key)
}
