/**
 * Enrolment of an agent with a single-use secret: only its hash is stored, it lives an hour at most, and
 * it is consumed in the transaction that creates the node. A secret that is unknown, spent or late gets
 * one and the same answer.
 */

import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { AgentApprovalRequest, EnrolReply, EnrolRequest } from '../../api/messages/membership.ts'
import { decodeBase64url, encodeBase64url, encodeHex, encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { type Clock, formatTimestamp, HOUR, SECOND, type Timestamp } from '../../base/time.ts'
import { enrolmentFingerprint } from '../../trust/audience.ts'
import { newEdge } from '../access/reconciliation.ts'
import { leaseAddress } from '../addresses/address-pool.ts'
import type { CoordinatorContext } from '../context.ts'
import { distribute } from '../netmap/distribution.ts'
import { makeSelf, nextMapVersion } from '../netmap/network-map.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import type { EnrolmentRecord, NodeRecord } from '../store/records.ts'
import { freeName } from './node-name.ts'

export const MAX_SECRET_LIFETIME = HOUR
const PREFIX = 'sallyport-enrol-v1:'

export interface SecretOptions {
  readonly tags: readonly string[]
  readonly applications: readonly string[]
  readonly environment: string
  readonly lifetimeMs: number
}

/** What making a secret needs; the CLI has it without a running coordinator. */
export type SecretContext = Pick<CoordinatorContext, 'store' | 'random'> & { readonly clock: Clock }

/** @returns the secret, which is shown once and stored nowhere */
export async function createEnrolmentSecret(
  context: SecretContext,
  options: SecretOptions,
): Promise<{ secret: string; expiresAt: Timestamp }> {
  const { tags, applications, environment } = options
  const secret = `${PREFIX}${encodeBase64url(context.random.bytes(32))}`
  const createdAt = context.clock.now()
  const expiresAt = (createdAt + Math.min(options.lifetimeMs, MAX_SECRET_LIFETIME)) as Timestamp
  const hash = hashSecret(secret)
  await context.store.write('enrolment secret', async (tx) => {
    const consumedBy = null
    await tx.enrolments.insert({
      secretHash: hash,
      tags,
      applications,
      environment,
      createdAt,
      expiresAt,
      consumedBy,
    })
    const at = formatTimestamp(createdAt)
    await tx.log.append(emitLogEntry({ type: 'enrolment-secret', version: 1, at, hash, environment }))
  })
  return { secret, expiresAt }
}

/** @throws RequestRefusal `untrusted`, `conflict` */
export async function enrol(context: CoordinatorContext, request: EnrolRequest): Promise<EnrolReply> {
  const id = `n-${encodeHex(context.random.bytes(16))}`
  const { self, peers } = await context.store.write('enrol', async (tx) => {
    const now = context.clock.now()
    const enrolment =
      request.secret === null
        ? await consumeApproval(tx, request, now)
        : await consumeSecret(tx, request.secret, id, now)
    await refuseKnownKeys(tx, request)
    const node = await insertAgent(context, tx, id, request, enrolment)
    return { self: await makeSelf(tx, node), peers: await insertEdges(context, tx, node) }
  })
  await context.log.integrate()
  await distribute(context, [id, ...peers])
  context.diagnostics.log('info', 'agent enrolled', { node: id, name: self.name })
  return { self }
}

/** @returns the agents that it may talk to, or that may talk to it */
async function insertEdges(
  context: CoordinatorContext,
  tx: Transaction,
  node: NodeRecord,
): Promise<readonly string[]> {
  const version = node.changedVersion
  const edges = await context.edgeRules.edgesWith(tx, node)
  for (const { source, target, ports } of edges) {
    await tx.edges.insert(
      newEdge(context.random, { source: source.id, target: target.id, ports, approval: null, version }),
    )
  }
  return edges.map(({ source, target }) => (source.id === node.id ? target.id : source.id))
}

async function consumeSecret(
  tx: Transaction,
  secret: string,
  nodeId: string,
  now: Timestamp,
): Promise<EnrolmentRecord> {
  const hash = hashSecret(secret)
  const enrolment = await tx.enrolments.find(hash)
  if (enrolment && enrolment.expiresAt > now && (await tx.enrolments.consume(hash, nodeId))) return enrolment
  throw new RequestRefusal('untrusted', {
    message: 'this enrolment secret is not valid (any more)',
    help: 'make a new one with: sallyport coordinator enroll --data DIR --tag TAG',
  })
}

interface AgentApproval {
  readonly tags: readonly string[]
  readonly applications: readonly string[]
  readonly environment: string
}

/** By the fingerprint. */
const APPROVALS = collection<AgentApproval>('enrolment-request')

/** @param by as the log names who approves */
export async function approveAgent(
  context: CoordinatorContext,
  { fingerprint, lifetimeSeconds, tags, applications, environment }: AgentApprovalRequest,
  by: string,
): Promise<{ expiresAt: Timestamp }> {
  const now = context.clock.now()
  const expiresAt = (now + Math.min(MAX_SECRET_LIFETIME, lifetimeSeconds * SECOND)) as Timestamp
  await context.store.write('agent approval', async (tx) => {
    await APPROVALS.remove(tx, fingerprint)
    await APPROVALS.insert(tx, {
      id: fingerprint,
      value: { tags, applications, environment },
      now,
      expiresAt,
    })
    const at = formatTimestamp(now)
    await tx.log.append(
      emitLogEntry({ type: 'enrolment-approval', version: 1, at, fingerprint, environment, by }),
    )
  })
  await context.log.integrate()
  return { expiresAt }
}

async function consumeApproval(
  tx: Transaction,
  { machineKey, wireguardKey }: EnrolRequest,
  now: Timestamp,
): Promise<AgentApproval> {
  const fingerprint = enrolmentFingerprint(decodeBase64url(machineKey), decodeBase64url(wireguardKey))
  const approval = await APPROVALS.find(tx, fingerprint)
  if (approval && (approval.expiresAt ?? 0) > now && (await APPROVALS.remove(tx, fingerprint)))
    return approval.value
  throw new RequestRefusal('untrusted', {
    message: 'no person approved this agent (yet)',
    help: `ask for: sallyport nodes approve ${fingerprint} --tag TAG --application NAME --environment NAME`,
  })
}

async function refuseKnownKeys(tx: Transaction, request: EnrolRequest): Promise<void> {
  const taken =
    (await tx.nodes.findByMachineKey(request.machineKey)) ??
    (await tx.nodes.findByWireguardKey(request.wireguardKey))
  if (!taken) return
  throw new RequestRefusal('conflict', {
    message: 'a node with one of these keys is, or was, enrolled',
    help: 'let the agent make new keys; a key that was revoked never comes back',
  })
}

async function insertAgent(
  context: CoordinatorContext,
  tx: Transaction,
  id: string,
  request: EnrolRequest,
  { tags, applications, environment }: Pick<EnrolmentRecord, 'tags' | 'applications' | 'environment'>,
): Promise<NodeRecord> {
  const now = context.clock.now()
  const { machineKey, wireguardKey, port } = request
  const node: NodeRecord = {
    id,
    kind: 'agent',
    name: await freeName(tx, request.name),
    wireguardKey,
    machineKey,
    ...(await leaseAddress(tx, context.identity.root, now)),
    state: 'active',
    tags,
    applications,
    environment,
    port,
    endpoints: [],
    createdAt: now,
    changedVersion: await nextMapVersion(tx),
  }
  await tx.nodes.insert(node)
  const at = formatTimestamp(now)
  const { name } = node
  await tx.log.append(
    emitLogEntry({
      type: 'enrolment',
      version: 1,
      at,
      node: id,
      machineKey,
      wireguardKey,
      name,
      environment,
    }),
  )
  return node
}

function hashSecret(secret: string): string {
  return formatDigest(sha256(encodeUtf8(secret)))
}
