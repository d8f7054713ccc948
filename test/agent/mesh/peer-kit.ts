/** A runner's peer as the coordinator proposes it, with everything valid, so that a test changes one thing. */

import type { OwnRules } from '../../../src/agent/mesh/peer-judgement.ts'
import type { Edge, Peer } from '../../../src/api/messages/network-map.ts'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { parseDigest } from '../../../src/base/digest.ts'
import { formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { admissionAudience } from '../../../src/trust/audience.ts'
import type { Issuer } from '../../support/issuer.ts'
import { coordinatorId, issuer, NOW, trust } from '../../trust/coordinator-kit.ts'

export const APPROVAL = `sha256:${'1'.repeat(64)}`
export const AGENT_PORT = 7700
export const WIREGUARD_KEY = new Uint8Array(32).fill(0x41)
export const MACHINE_KEY = new Uint8Array(32).fill(0x42)

export interface TokenChanges {
  readonly claims?: Record<string, unknown>
  readonly header?: Record<string, unknown>
  readonly issuer?: Issuer
  readonly now?: number
  readonly coordinatorId?: string
  readonly wireguardKey?: Uint8Array
  readonly machineKey?: Uint8Array
  readonly approval?: string | null
}

export function tokenFor(changes: TokenChanges = {}): string {
  const approval = changes.approval === undefined ? APPROVAL : changes.approval
  return (changes.issuer ?? issuer).mintWorkload({
    now: changes.now ?? NOW - MINUTE,
    audience: admissionAudience({
      coordinatorId: changes.coordinatorId ?? coordinatorId,
      wireguardKey: changes.wireguardKey ?? WIREGUARD_KEY,
      machineKey: changes.machineKey ?? MACHINE_KEY,
      approvalDigest: approval === null ? undefined : parseDigest(approval),
    }),
    ...(changes.claims ? { claims: changes.claims } : {}),
    ...(changes.header ? { header: changes.header } : {}),
  })
}

export function edge(changes: Partial<Edge> = {}): Edge {
  return {
    id: `e-${'0'.repeat(32)}`,
    direction: 'in',
    ports: [AGENT_PORT],
    application: 'shop',
    environment: 'production',
    approval: APPROVAL,
    lease: lease(0, HOUR),
    token: tokenFor(),
    ranges: null,
    person: null,
    ...changes,
  }
}

export function lease(fromMs: number, toMs: number): NonNullable<Edge['lease']> {
  return {
    start: formatTimestamp((NOW + fromMs) as Timestamp),
    end: formatTimestamp((NOW + toMs) as Timestamp),
  }
}

export function runnerPeer(edges: readonly Edge[] = [edge()], changes: Partial<Peer> = {}): Peer {
  return {
    id: `n-${'0'.repeat(32)}`,
    kind: 'runner',
    name: 'runner-1',
    wireguardKey: encodeBase64url(WIREGUARD_KEY) as Peer['wireguardKey'],
    machineKey: encodeBase64url(MACHINE_KEY) as Peer['machineKey'],
    ipv4: '100.64.0.9',
    ipv6: 'fd5a:11e0::9',
    endpoints: [],
    edges: [...edges],
    ...changes,
  }
}

export function ownRules(changes: Partial<OwnRules> = {}): OwnRules {
  return {
    coordinatorId,
    trust: trust(),
    environment: 'production',
    applications: new Set(['shop']),
    labels: {},
    port: AGENT_PORT,
    maxLeaseMs: 6 * HOUR,
    exposed: new Set(),
    maxSessionMs: 12 * HOUR,
    ...changes,
  }
}
