/**
 * Admission of a runner (protocols §3): token bound to its keys, trust rules, approval; then, in one
 * transaction, jti consumed, address and name leased, edges and log entry written; then the agents
 * concerned are told, and the runner hears of it once every one of them answered or ten seconds passed.
 */

import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { AdmissionReply, AdmissionRequest } from '../../api/messages/membership.ts'
import { decodeBase64url, encodeHex, encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, parseDigest, sha256 } from '../../base/digest.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import { jtiOf, verifyAdmissionToken } from '../../trust/token.ts'
import { newEdge } from '../access/reconciliation.ts'
import { leaseAddress } from '../addresses/address-pool.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import type { GrantedEdge } from '../netmap/edge-rules.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import { freeName, runnerName } from '../nodes/node-name.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { LeaseRecord, NodeRecord } from '../store/records.ts'
import { awaitAgents } from './acknowledgement.ts'
import { consumeToken, tokenBinding } from './token-use.ts'
import { checkTunnel, findScope, type TunnelGrant } from './tunnel-grant.ts'
import {
  checkWorkload,
  recordRefusal,
  STRANGER_MESSAGE,
  type TrustedWorkload,
  workloadIds,
} from './workload-check.ts'

/** @throws RequestRefusal */
export async function admit(context: CoordinatorContext, request: AdmissionRequest): Promise<AdmissionReply> {
  const registered = await context.store.read((tx) => context.environments(tx))
  if (!registered) throw new RequestRefusal('untrusted', { message: STRANGER_MESSAGE })
  const { workload, grant } = await judge(context, registered.file, request)
  const nodeId = await context.store.write('admission', (tx) =>
    writeAdmission(context, tx, request, workload, grant),
  )
  await context.log.integrate()
  context.diagnostics.log('info', 'runner admitted', { node: nodeId, environment: request.environment })
  return awaitAgents(context, nodeId)
}

async function judge(
  context: CoordinatorContext,
  file: Environments,
  request: AdmissionRequest,
): Promise<{ workload: TrustedWorkload; grant: TunnelGrant }> {
  const token = verifyAdmissionToken(request.token, {
    issuers: await context.issuerKeys.keysFor(file.issuers, request.token),
    now: context.clock.now(),
    coordinatorId: context.identity.coordinatorId,
    wireguardKey: decodeBase64url(request.wireguardKey),
    machineKey: decodeBase64url(request.machineKey),
    approvalDigest: request.approval === null ? undefined : parseDigest(request.approval),
  })
  try {
    const scope = await scopeOf(context, request)
    const workload = checkWorkload(file, token, { ...request, scope })
    const grant = await context.store.read((tx) =>
      checkTunnel(tx, file, request, workload.claims, context.clock.now()),
    )
    return { workload, grant }
  } catch (thrown) {
    if (thrown instanceof RequestRefusal) {
      await recordRefusal(context, 'admission', thrown, token.kind === 'verified' ? token.claims : undefined)
    }
    throw thrown
  }
}

/** The rule is asked about the scope of the approval that the runner comes with. */
async function scopeOf(
  context: CoordinatorContext,
  { approval }: AdmissionRequest,
): Promise<Record<string, string>> {
  if (approval === null) return {}
  return context.store.read((tx) => findScope(tx, approval))
}

async function writeAdmission(
  context: CoordinatorContext,
  tx: Transaction,
  request: AdmissionRequest,
  { claims }: TrustedWorkload,
  grant: TunnelGrant,
): Promise<string> {
  const now = context.clock.now()
  const { wireguardKey, machineKey, approval, application, environment } = request
  const binding = tokenBinding(
    'admission',
    wireguardKey,
    machineKey,
    approval ?? '',
    application,
    environment,
  )
  const fresh = `n-${encodeHex(context.random.bytes(16))}`
  const before = await consumeToken(tx, claims, { binding, result: fresh, now })
  if (before !== undefined) return resumeAdmission(tx, before)
  await refuseKnownKeys(tx, request)
  const node = await insertRunner(context, tx, fresh, request, runnerName(claims))
  const edges = await context.edgeRules.edgesOf(tx, { node, application, environment, approval, claims })
  const lease: LeaseRecord = {
    nodeId: fresh,
    start: now,
    end: Math.min(now + shortest(grant, edges), grant.notAfter ?? Number.POSITIVE_INFINITY) as Timestamp,
    issuer: claims.iss,
    jti: jtiOf(claims) ?? '',
    token: request.token,
    approval,
  }
  await tx.leases.insert(lease)
  await insertEdges(context, tx, node, edges, approval)
  await tx.log.append(admissionEntry(request, lease, claims, edges))
  return fresh
}

/** The reply was lost, or the runner asks twice: the same lease, if it still stands. */
async function resumeAdmission(tx: Transaction, nodeId: string): Promise<string> {
  const node = await tx.nodes.find(nodeId)
  if (node?.state === 'active') return nodeId
  throw new RequestRefusal('replayed', {
    message: 'the lease that this token was used for has ended',
    help: 'ask the issuer for a new token',
    claim: 'jti',
  })
}

async function refuseKnownKeys(tx: Transaction, request: AdmissionRequest): Promise<void> {
  const taken =
    (await tx.nodes.findByMachineKey(request.machineKey)) ??
    (await tx.nodes.findByWireguardKey(request.wireguardKey))
  if (!taken) return
  throw new RequestRefusal('conflict', {
    message: 'a node with one of these keys is, or was, here',
    help: 'make new keys for every admission',
  })
}

async function insertRunner(
  context: CoordinatorContext,
  tx: Transaction,
  id: string,
  request: AdmissionRequest,
  name: string,
): Promise<NodeRecord> {
  const now = context.clock.now()
  const node: NodeRecord = {
    id,
    kind: 'runner',
    name: await freeName(tx, name),
    wireguardKey: request.wireguardKey,
    machineKey: request.machineKey,
    ...(await leaseAddress(tx, context.identity.root, now)),
    state: 'active',
    tags: [],
    applications: [request.application],
    environment: request.environment,
    port: null,
    endpoints: request.endpoints,
    createdAt: now,
    changedVersion: await nextMapVersion(tx),
  }
  await tx.nodes.insert(node)
  return node
}

function shortest({ maxLeaseMs }: TunnelGrant, edges: readonly GrantedEdge[]): number {
  return Math.min(maxLeaseMs, ...edges.map((edge) => edge.maxLeaseMs ?? maxLeaseMs))
}

async function insertEdges(
  context: CoordinatorContext,
  tx: Transaction,
  node: NodeRecord,
  edges: readonly GrantedEdge[],
  approval: string | null,
): Promise<void> {
  for (const { target, ports } of edges) {
    const version = node.changedVersion
    await tx.edges.insert(
      newEdge(context.random, { source: node.id, target: target.id, ports, approval, version }),
    )
  }
}

function admissionEntry(
  request: AdmissionRequest,
  lease: LeaseRecord,
  claims: TrustedWorkload['claims'],
  edges: readonly GrantedEdge[],
): Uint8Array {
  const { machineKey, wireguardKey, application, environment, approval } = request
  return emitLogEntry({
    type: 'admission',
    version: 1,
    at: formatTimestamp(lease.start),
    node: lease.nodeId,
    machineKey,
    wireguardKey,
    application,
    environment,
    ...workloadIds(claims),
    tokenDigest: formatDigest(sha256(encodeUtf8(request.token))),
    approval,
    leaseStart: formatTimestamp(lease.start),
    leaseEnd: formatTimestamp(lease.end),
    agents: edges.map(({ target }) => target.id),
  })
}
