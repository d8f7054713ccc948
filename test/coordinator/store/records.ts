/** Records that are valid, each different by a number. */
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { sha256 } from '../../../src/base/digest.ts'
import type { Timestamp } from '../../../src/base/time.ts'
import type {
  EdgeRecord,
  EnrolmentRecord,
  LeaseRecord,
  NodeRecord,
  ReceiptRecord,
  StatementRecord,
  SubmissionRecord,
} from '../../../src/coordinator/store/records.ts'

const at = (ms: number) => ms as Timestamp
const keyOf = (text: string) => encodeBase64url(sha256(Buffer.from(text)))

export function nodeOf(number: number, changes: Partial<NodeRecord> = {}): NodeRecord {
  return {
    id: `n-${number}`,
    kind: 'agent',
    name: `web-${number}`,
    wireguardKey: keyOf(`wireguard ${number}`),
    machineKey: keyOf(`machine ${number}`),
    ipv4: `100.64.1.${number}`,
    ipv6: `fd00::${number}`,
    state: 'active',
    tags: ['tag:web'],
    applications: ['shop'],
    environment: 'production',
    port: 7070,
    endpoints: ['192.0.2.7:41641'],
    createdAt: at(1_000 + number),
    changedVersion: 1,
    ...changes,
  }
}

export function edgeOf(
  id: string,
  source: string,
  target: string,
  changes: Partial<EdgeRecord> = {},
): EdgeRecord {
  return {
    id,
    source,
    target,
    ports: [7070, 443],
    approval: null,
    addedVersion: 1,
    removedVersion: null,
    ...changes,
  }
}

export function leaseOf(nodeId: string, changes: Partial<LeaseRecord> = {}): LeaseRecord {
  const times = { start: at(0), end: at(1_000) }
  return {
    nodeId,
    ...times,
    issuer: 'https://i.example',
    jti: nodeId,
    token: 'a.b.c',
    approval: null,
    ...changes,
  }
}

export function enrolmentOf(secretHash: string): EnrolmentRecord {
  const bound = { tags: ['tag:web'], applications: ['shop'], environment: 'production' }
  return { secretHash, ...bound, createdAt: at(0), expiresAt: at(1_000), consumedBy: null }
}

export function submissionOf(id: string): SubmissionRecord {
  return {
    id,
    machineKey: keyOf('runner'),
    state: 'reserved',
    application: 'shop',
    environment: 'production',
    createdAt: at(1),
    expiresAt: at(2),
    principal: '{}',
    evidence: '{"quorum":0}',
  }
}

export function statementOf(digest: string, changes: Partial<StatementRecord> = {}): StatementRecord {
  return {
    digest,
    submission: 's-1',
    ordinal: 0,
    application: 'shop',
    environment: 'production',
    sequence: 1,
    runId: '1',
    artifact: `sha256:${'d'.repeat(64)}`,
    bytes: new Uint8Array(Buffer.from([0, 255, 128])),
    notAfter: at(9),
    logIndex: null,
    envelope: null,
    token: null,
    revokedAt: null,
    ...changes,
  }
}

export function receiptOf(digest: string, approval: string): ReceiptRecord {
  const bytes = new Uint8Array([1, 2, 3])
  return { digest, nodeId: 'n-1', approval, outcome: 'committed', bytes, logIndex: 3, receivedAt: at(7) }
}
