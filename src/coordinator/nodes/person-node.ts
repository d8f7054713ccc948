/**
 * A person's own node (protocols §3.4, §4): there for as long as the session that it was made with, reaching
 * what the access rules give its user. The session's key signs the node's keys, and agents that name the
 * person verify that for themselves; the coordinator's word is worth nothing to them.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { AdmissionReply, PersonNodeRequest } from '../../api/messages/membership.ts'
import type { PersonEvidence } from '../../api/messages/network-map.ts'
import { decodeBase64url, encodeHex } from '../../base/bytes.ts'
import { verifyEd25519 } from '../../base/ed25519.ts'
import { formatTimestamp, HOUR, parseTimestamp, type Timestamp } from '../../base/time.ts'
import { personNodeBytes } from '../../trust/audience.ts'
import { newEdge } from '../access/reconciliation.ts'
import { leaseAddress } from '../addresses/address-pool.ts'
import { awaitAgents } from '../admission/acknowledgement.ts'
import type { CoordinatorContext } from '../context.ts'
import { findSession, type PersonSession } from '../logins/session.ts'
import type { GrantedEdge } from '../netmap/edge-rules.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'
import { freeName } from './node-name.ts'
import { PERSON_EVIDENCE } from './person-evidence.ts'
import { takeSlot } from './person-slot.ts'

/** As many as a log entry names. */
const MAX_LOGGED_AGENTS = 1000

/** @throws RequestRefusal `refused`, `conflict`, `too-many`, `login-required` */
export async function connectPerson(
  context: CoordinatorContext,
  session: PersonSession,
  request: PersonNodeRequest,
): Promise<AdmissionReply> {
  checkSignatures(context, session, request)
  const nodeId = await context.store.write('person node', async (tx) => {
    const again = await findOwn(tx, session, request)
    return again ?? writePersonNode(context, tx, session, request)
  })
  await context.log.integrate()
  context.diagnostics.log('info', 'a person joined', { node: nodeId, person: session.person })
  return awaitAgents(context, nodeId)
}

function checkSignatures(
  context: CoordinatorContext,
  { sessionKey }: PersonSession,
  { machineKey, wireguardKey, notAfter, signature, own }: PersonNodeRequest,
): void {
  const bytes = personNodeBytes({
    coordinatorId: context.identity.coordinatorId,
    wireguardKey: decodeBase64url(wireguardKey),
    machineKey: decodeBase64url(machineKey),
    notAfter,
  })
  const isSigned = (key: string, text: string) =>
    verifyEd25519(decodeBase64url(key), bytes, decodeBase64url(text))
  if (!isSigned(sessionKey, signature)) {
    throw new RequestRefusal('refused', {
      message: "the session's key did not sign these keys of a node",
      rule: 'signature',
    })
  }
  if (own && !isSigned(own.key, own.signature)) {
    throw new RequestRefusal('refused', { message: 'your own key did not sign these keys', rule: 'own' })
  }
}

/** The reply was lost, or the person asks twice: the same node, if it still stands. @throws RequestRefusal `conflict` */
async function findOwn(
  tx: Transaction,
  { id }: PersonSession,
  { machineKey, wireguardKey }: PersonNodeRequest,
): Promise<string | undefined> {
  const machine = await tx.nodes.findByMachineKey(machineKey)
  const wireguard = await tx.nodes.findByWireguardKey(wireguardKey)
  if (!machine && !wireguard) return undefined
  if (machine && machine.id === wireguard?.id && machine.owner === id && machine.state === 'active') {
    return machine.id
  }
  throw new RequestRefusal('conflict', {
    message: 'a node with one of these keys is, or was, here',
    help: 'make new keys each time',
  })
}

async function writePersonNode(
  context: CoordinatorContext,
  tx: Transaction,
  session: PersonSession,
  request: PersonNodeRequest,
): Promise<string> {
  const now = context.clock.now()
  const record = await findSession(tx, session.id)
  // Between the request's judgement and this transaction somebody may have ended it.
  if (!record || record.ended) {
    throw new RequestRefusal('login-required', {
      message: 'the session has ended',
      help: 'log in again: sallyport login',
    })
  }
  const node = await insertNode(context, tx, session, request, now)
  const edges = await context.edgeRules.edgesOfPerson(tx, node)
  const end = endOf(session, request, edges, now)
  const { issuer, subject } = session
  await tx.leases.insert({
    nodeId: node.id,
    start: now,
    end,
    issuer,
    jti: session.id,
    token: '',
    approval: null,
  })
  const evidence: PersonEvidence = {
    issuer,
    subject,
    notAfter: request.notAfter,
    sessionKey: session.sessionKey,
    signature: request.signature,
    token: record.token,
    own: request.own,
  }
  await PERSON_EVIDENCE.insert(tx, {
    id: node.id,
    value: evidence,
    now,
    expiresAt: (end + HOUR) as Timestamp,
  })
  for (const { target, ports, ranges = [] } of edges) {
    const version = node.changedVersion
    await tx.edges.insert(
      newEdge(context.random, {
        source: node.id,
        target: target.id,
        ports,
        ranges,
        approval: null,
        version,
      }),
    )
  }
  await tx.log.append(entryOf(node, session, { now, end }, edges))
  return node.id
}

async function insertNode(
  context: CoordinatorContext,
  tx: Transaction,
  session: PersonSession,
  request: PersonNodeRequest,
  now: Timestamp,
): Promise<NodeRecord> {
  const id = `n-${encodeHex(context.random.bytes(16))}`
  const address =
    (await takeSlot(tx, session, { name: request.name, node: id, now })) ??
    (await leaseAddress(tx, context.identity.root, now))
  const node: NodeRecord = {
    id,
    kind: 'person',
    name: await freeName(tx, request.name),
    wireguardKey: request.wireguardKey,
    machineKey: request.machineKey,
    ...address,
    state: 'active',
    tags: [],
    applications: [],
    environment: '',
    port: null,
    endpoints: request.endpoints,
    createdAt: now,
    changedVersion: await nextMapVersion(tx),
    owner: session.id,
  }
  await tx.nodes.insert(node)
  return node
}

/** With the session, as it was signed, and no longer than a rule allows that it lives by. */
function endOf(
  { expiresAt }: PersonSession,
  { notAfter }: PersonNodeRequest,
  edges: readonly GrantedEdge[],
  now: Timestamp,
): Timestamp {
  const limits = edges.map(({ maxLeaseMs = Number.POSITIVE_INFINITY }) => now + maxLeaseMs)
  const end = Math.min(expiresAt, parseTimestamp(notAfter), ...limits) as Timestamp
  if (end > now) return end
  throw new RequestRefusal('refused', { message: `the node was signed until ${notAfter}`, rule: 'notAfter' })
}

function entryOf(
  node: NodeRecord,
  session: PersonSession,
  { now, end }: { readonly now: Timestamp; readonly end: Timestamp },
  edges: readonly GrantedEdge[],
): Uint8Array {
  const { id, machineKey, wireguardKey } = node
  return emitLogEntry({
    type: 'person-node',
    version: 1,
    at: formatTimestamp(now),
    node: id,
    machineKey,
    wireguardKey,
    person: session.person,
    session: session.id,
    leaseEnd: formatTimestamp(end),
    agents: edges.slice(0, MAX_LOGGED_AGENTS).map(({ target }) => target.id),
  })
}
