/**
 * Whom the agent lets in, decided from its own configuration (protocols §3.4): what the coordinator says
 * about a peer is a proposal. A runner needs the workload's token, bound to these very keys and this
 * approval, which the trust rules accept; a lease that fits the token and the limit; and it gets the
 * agent's own port, nothing else. People: `person-judgement.ts`.
 */
import type { Edge, Peer } from '../../api/messages/network-map.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import { parseDigest } from '../../base/digest.ts'
import { MINUTE, parseTimestamp, SECOND, type Timestamp } from '../../base/time.ts'
import { admissionAudience } from '../../trust/audience.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import { type Claims, jtiOf, verifyWorkloadToken } from '../../trust/token.ts'
import type { CoordinatorTrust } from '../../trust/trust-file.ts'
import { checkTrustRule } from '../../trust/trust-rule.ts'
import { judgePerson, type VisitorAccess } from './person-judgement.ts'

/** Between the token's issue and the lease's start. */
const MAX_LEASE_DISTANCE = 10 * MINUTE

export interface OwnRules {
  readonly coordinatorId: string
  readonly trust: CoordinatorTrust
  readonly environment: string
  readonly applications: ReadonlySet<string>
  readonly labels: Readonly<Record<string, string>>
  /** Where deployments are taken. */
  readonly port: number
  readonly maxLeaseMs: number
  /** Ports of the mesh that lead to programs of this machine, for people. */
  readonly exposed: ReadonlySet<number>
  /** How long after a login a person's node may stay. */
  readonly maxSessionMs: number
}

export type PeerJudgement =
  | { readonly kind: 'accepted'; readonly access: RunnerAccess | VisitorAccess }
  | { readonly kind: 'refused'; readonly reason: string }

export interface RunnerAccess {
  readonly kind: 'runner'
  /** Hex digest of the approval that the edge was granted by. */
  readonly approval: string
  readonly leaseEnd: Timestamp
  /** Issuer and `jti`: consumed by the first peer that shows it, until its lease ends. */
  readonly tokenId: string
}

/** Pure; `issuers` were fetched for this token beforehand. */
export function judgePeer(
  peer: Peer,
  rules: OwnRules,
  issuers: ReadonlyMap<string, IssuerKeys>,
  now: Timestamp,
): PeerJudgement {
  try {
    return { kind: 'accepted', access: acceptPeer(peer, rules, issuers, now) }
  } catch (thrown) {
    if (thrown instanceof Refused) return { kind: 'refused', reason: thrown.message }
    throw thrown
  }
}

/** The edge by which this peer may open connections with us. */
export function inboundEdge(peer: Peer): Edge | undefined {
  return peer.edges.find((edge) => edge.direction === 'in')
}

class Refused extends Error {}

function acceptPeer(
  peer: Peer,
  rules: OwnRules,
  issuers: ReadonlyMap<string, IssuerKeys>,
  now: Timestamp,
): RunnerAccess | VisitorAccess {
  if (peer.kind === 'agent') throw new Refused('other agents are not let in')
  const edge = inboundEdge(peer) ?? refuse('it has no edge to this agent')
  if (peer.kind === 'person') {
    const judged = judgePerson(peer, edge, rules, { issuers, now })
    return typeof judged === 'string' ? refuse(judged) : judged
  }
  return acceptRunner(peer, edge, rules, { issuers, now })
}

function acceptRunner(
  peer: Peer,
  edge: Edge,
  rules: OwnRules,
  { issuers, now }: { readonly issuers: ReadonlyMap<string, IssuerKeys>; readonly now: Timestamp },
): RunnerAccess {
  checkEdge(edge, rules)
  const approvalDigest = parseDigest(edge.approval ?? refuse('it comes without an approval'))
  const token = edge.token ?? refuse('it comes without its token')
  const result = verifyWorkloadToken(token, {
    issuers: trustedOnly(issuers, rules.trust),
    audience: admissionAudience({
      coordinatorId: rules.coordinatorId,
      wireguardKey: decodeBase64url(peer.wireguardKey),
      machineKey: decodeBase64url(peer.machineKey),
      approvalDigest,
    }),
  })
  if (result.kind === 'refused') throw new Refused(`its token: ${result.reason}`)
  const leaseEnd = checkLease(edge, result.claims, rules, now)
  checkRules(edge, result.claims, rules)
  return {
    kind: 'runner',
    approval: Buffer.from(approvalDigest).toString('hex'),
    leaseEnd,
    tokenId: `${result.claims.iss} ${jtiOf(result.claims)}`,
  }
}

function checkEdge(edge: Edge, rules: OwnRules): void {
  if (edge.environment !== rules.environment)
    throw new Refused(`it is for the environment ${edge.environment}`)
  if (edge.application === null || !rules.applications.has(edge.application)) {
    throw new Refused(`it is for the application ${edge.application}, which is not deployed here`)
  }
  const other = edge.ports.find((port) => port !== rules.port)
  if (other !== undefined) throw new Refused(`it wants port ${other}, only ${rules.port} is open`)
}

function checkLease(edge: Edge, claims: Claims, rules: OwnRules, now: Timestamp): Timestamp {
  const lease = edge.lease ?? refuse('it has no lease')
  const start = parseTimestamp(lease.start)
  const end = parseTimestamp(lease.end)
  if (Math.abs(start - claims.iat * SECOND) > MAX_LEASE_DISTANCE) {
    throw new Refused('its lease begins more than ten minutes from its token')
  }
  if (end - start > rules.maxLeaseMs) throw new Refused('its lease is longer than maxLease')
  if (end <= now) throw new Refused('its lease is over')
  return end
}

function checkRules(edge: Edge, claims: Claims, { trust, labels }: OwnRules): void {
  const application = edge.application ?? ''
  const environment = edge.environment ?? ''
  const candidates = trust.rules.filter(
    (rule) => rule.application === application && rule.environments.includes(environment),
  )
  let nearest = `no trust rule is for ${application} in ${environment}`
  for (const rule of candidates) {
    // The edge leads to this agent, so that what is deployed is scoped by its labels.
    const request = { application, environment, scope: labels, claims }
    const mismatch = checkTrustRule(rule, request)
    if (!mismatch) return
    nearest = mismatch.reason
  }
  throw new Refused(nearest)
}

function trustedOnly(
  issuers: ReadonlyMap<string, IssuerKeys>,
  trust: CoordinatorTrust,
): ReadonlyMap<string, IssuerKeys> {
  return new Map([...issuers].filter(([url]) => trust.issuers.some(({ issuer }) => issuer === url)))
}

function refuse(reason: string): never {
  throw new Refused(reason)
}
