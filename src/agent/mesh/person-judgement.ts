/**
 * Whether a person's own node is let in, decided from the trust file (protocols §3.4): it names the person by
 * issuer and subject, and the issuer's token names the session's key, which signed this node's keys; or it
 * names a key of the person's own, which did. What the coordinator says about who somebody is counts for
 * nothing, and the port of deployments is never open to people.
 */
import type { Edge, Peer, PersonEvidence } from '../../api/messages/network-map.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import { verifyEd25519 } from '../../base/ed25519.ts'
import { MINUTE, parseTimestamp, SECOND, type Timestamp } from '../../base/time.ts'
import { personNodeBytes, sessionNonce } from '../../trust/audience.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import { parsePublicKey } from '../../trust/keys.ts'
import { verifyToken } from '../../trust/token.ts'
import type { Visitor } from '../../trust/trust-file.ts'
import type { OwnRules } from './peer-judgement.ts'

const MAX_CLOCK_SKEW = MINUTE

export interface VisitorAccess {
  readonly kind: 'person'
  /** Of this machine's exposed ports, those that both the rules and the trust file open. */
  readonly ports: readonly number[]
  readonly leaseEnd: Timestamp
  /** One person's node is one pair of keys. */
  readonly tokenId: string
}

/** Pure; `issuers` were fetched for the token beforehand. @returns a text that says why not */
export function judgePerson(
  peer: Peer,
  edge: Edge,
  rules: OwnRules,
  { issuers, now }: { readonly issuers: ReadonlyMap<string, IssuerKeys>; readonly now: Timestamp },
): VisitorAccess | string {
  const { person } = edge
  if (!person) return 'it comes without what says whose it is'
  const visitors = (rules.trust.visitors ?? []).filter((visitor) => isNamed(visitor, person))
  if (visitors.length === 0) return 'the trust file names no such person under "visitors"'
  const end = judgeLease(edge, person, now)
  if (typeof end === 'string') return end
  const reasons: string[] = []
  const proven = visitors.filter((visitor) => {
    const reason = findDoubt(visitor, peer, person, { rules, issuers, end })
    if (reason !== undefined) reasons.push(reason)
    return reason === undefined
  })
  if (proven.length === 0) return reasons[0]!
  const ports = openPorts(edge, proven, rules)
  if (ports.length === 0) return 'nothing that this machine exposes is open to this person'
  return { kind: 'person', ports, leaseEnd: end, tokenId: `person ${peer.machineKey}` }
}

function isNamed(visitor: Visitor, { issuer, subject, own }: PersonEvidence): boolean {
  const byLogin = visitor.issuer === issuer && visitor.subject === subject
  return byLogin || (own !== null && visitor.keys.some((key) => sameKey(key, own.key)))
}

function sameKey(listed: string, key: string): boolean {
  return Buffer.from(parsePublicKey('person', listed)).equals(decodeBase64url(key))
}

function judgeLease({ lease }: Edge, { notAfter }: PersonEvidence, now: Timestamp): Timestamp | string {
  if (!lease) return 'it has no lease'
  const end = parseTimestamp(lease.end)
  if (end <= now) return 'its lease is over'
  return end > parseTimestamp(notAfter) ? 'its lease is longer than the person signed' : end
}

interface Circumstances {
  readonly rules: OwnRules
  readonly issuers: ReadonlyMap<string, IssuerKeys>
  readonly end: Timestamp
}

/** @returns why this entry does not let the node in */
function findDoubt(
  visitor: Visitor,
  peer: Peer,
  person: PersonEvidence,
  { rules, issuers, end }: Circumstances,
): string | undefined {
  const { own, notAfter } = person
  const bytes = personNodeBytes({
    coordinatorId: rules.coordinatorId,
    wireguardKey: decodeBase64url(peer.wireguardKey),
    machineKey: decodeBase64url(peer.machineKey),
    notAfter,
  })
  const isSigned = (key: string, text: string) =>
    verifyEd25519(decodeBase64url(key), bytes, decodeBase64url(text))
  const listed = own && visitor.keys.some((key) => sameKey(key, own.key)) ? own : undefined
  if (listed)
    return isSigned(listed.key, listed.signature) ? undefined : "the person's key did not sign its keys"
  if (visitor.keys.length > 0)
    return "the trust file wants the person's own key: sallyport connect --person-key"
  if (!isSigned(person.sessionKey, person.signature)) return "the session's key did not sign its keys"
  return findTokenDoubt(visitor, person, { rules, issuers, end })
}

function findTokenDoubt(
  visitor: Visitor,
  { token, sessionKey }: PersonEvidence,
  { rules, issuers, end }: Circumstances,
): string | undefined {
  if (token === null) return 'the coordinator made this login itself, so that nobody else can verify it'
  const trusted = new Map(
    [...issuers].filter(
      ([url]) => url === visitor.issuer && rules.trust.issuers.some((each) => each.issuer === url),
    ),
  )
  const result = verifyToken(token, { issuers: trusted, audience: visitor.audience ?? '' })
  if (result.kind === 'refused') return `its login: ${result.reason}`
  const { sub, nonce, iat } = result.claims
  if (sub !== visitor.subject) return 'its login is of another person'
  if (nonce !== sessionNonce(rules.coordinatorId, decodeBase64url(sessionKey)))
    return 'its login is for another session'
  return end - iat * SECOND > rules.maxSessionMs + MAX_CLOCK_SKEW
    ? 'its lease ends later than maxSession after the login'
    : undefined
}

/** What the rules open, the trust file lists, and this machine exposes. */
function openPorts({ ranges }: Edge, visitors: readonly Visitor[], { exposed, port }: OwnRules): number[] {
  return [...exposed]
    .filter(
      (each) =>
        each !== port &&
        visitors.some(({ ports }) => ports.includes(each)) &&
        (ranges ?? []).some(({ first, last }) => first <= each && each <= last),
    )
    .sort((a, b) => a - b)
}
