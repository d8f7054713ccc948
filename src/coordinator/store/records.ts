/**
 * What the coordinator remembers, as records. Keys, digests and signatures are base64url text, times
 * are wall-clock milliseconds, so that every store keeps the same thing.
 */
import type { Timestamp } from '../../base/time.ts'

export type NodeKind = 'agent' | 'runner' | 'person'

/** `active` may talk; `suspended` waits for a person; the others never come back. */
export type NodeState = 'active' | 'suspended' | 'revoked' | 'left' | 'ended'

export interface NodeRecord {
  readonly id: string
  readonly kind: NodeKind
  /** One DNS label, unique among nodes that are active or suspended. */
  readonly name: string
  /** X25519 public key. */
  readonly wireguardKey: string
  /** Ed25519 public key. */
  readonly machineKey: string
  readonly ipv4: string
  readonly ipv6: string
  readonly state: NodeState
  readonly tags: readonly string[]
  /** What an agent deploys, or what a runner was admitted for; none for a person's. */
  readonly applications: readonly string[]
  /** Empty for a person's node. */
  readonly environment: string
  /** The agent's port in the mesh. */
  readonly port: number | null
  /** Where its WireGuard socket was seen, newest report. */
  readonly endpoints: readonly string[]
  readonly createdAt: Timestamp
  /** Map version of its last change that its peers see. */
  readonly changedVersion: number
  /** The session whose person's node it is; absent for the other kinds. */
  readonly owner?: string
}

/** A node's record may change in these respects only. */
export type NodeChange = Partial<Pick<NodeRecord, 'state' | 'endpoints' | 'port'>>

export interface LeaseRecord {
  readonly nodeId: string
  readonly start: Timestamp
  readonly end: Timestamp
  readonly issuer: string
  readonly jti: string
  /** The compact workload token, given to the agents concerned and to nobody else; empty for a person's node. */
  readonly token: string
  /** Digest of the approval, or null. */
  readonly approval: string | null
}

export interface PortRange {
  readonly first: number
  readonly last: number
}

/** Two nodes that may talk, from `source` (a runner, an agent, a person's node) to `target` (an agent). */
export interface EdgeRecord {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly ports: readonly number[]
  /** What a person may open, first to last; absent for the other kinds of source. */
  readonly ranges?: readonly PortRange[]
  /** Digest of the approval that grants it, or null. */
  readonly approval: string | null
  readonly addedVersion: number
  /** Null while it stands. */
  readonly removedVersion: number | null
}

export interface EnrolmentRecord {
  /** SHA-256 of the secret. */
  readonly secretHash: string
  readonly tags: readonly string[]
  readonly applications: readonly string[]
  readonly environment: string
  readonly createdAt: Timestamp
  readonly expiresAt: Timestamp
  /** The node that used it. */
  readonly consumedBy: string | null
}

/** One use of a workload token. The same use again is answered as before; any other is refused. */
export interface TokenUse {
  readonly issuer: string
  readonly jti: string
  /** Hash of what it was used for: purpose and keys, or statement bytes. */
  readonly binding: string
  /** What the use made: a node id, a submission id. */
  readonly result: string
  readonly expiresAt: Timestamp
}

export type SubmissionState = 'reserved' | 'signed' | 'expired'

export interface SubmissionRecord {
  readonly id: string
  readonly machineKey: string
  readonly state: SubmissionState
  readonly application: string
  readonly environment: string
  readonly createdAt: Timestamp
  readonly expiresAt: Timestamp
  /** The principal's claims that later steps compare, as JSON text. */
  readonly principal: string
  /** The verdict's digest, and what the floor said of it, as JSON text. */
  readonly evidence: string
}

export interface StatementRecord {
  /** SHA-256 of the statement bytes: the approval's digest. */
  readonly digest: string
  readonly submission: string
  readonly ordinal: number
  readonly application: string
  readonly environment: string
  readonly sequence: number
  readonly runId: string
  readonly artifact: string
  readonly bytes: Uint8Array
  readonly notAfter: Timestamp
  /** Index of its log entry, once signed. */
  readonly logIndex: number | null
  /** The DSSE envelope as JSON text, once signed. */
  readonly envelope: string | null
  readonly token: string | null
  readonly revokedAt: Timestamp | null
}

/** One person's vote for the exact statement bytes. */
export interface PersonTokenRecord {
  readonly statement: string
  readonly issuer: string
  readonly subject: string
  readonly token: string
}

export interface ReceiptRecord {
  readonly digest: string
  readonly nodeId: string
  readonly approval: string
  readonly outcome: string
  readonly bytes: Uint8Array
  readonly logIndex: number
  readonly receivedAt: Timestamp
}

export interface EnvironmentsRecord {
  readonly version: number
  readonly text: string
  readonly digest: string
  /** Where the files that it names lie; null where it came over the wire: the data directory. */
  readonly folder: string | null
  readonly createdAt: Timestamp
}

export interface AccessRulesRecord {
  readonly version: number
  readonly text: string
  readonly digest: string
  /** `keyid` of the operator key that sent it; null for whoever holds the data directory. */
  readonly by: string | null
  readonly createdAt: Timestamp
}

export interface CheckpointRecord {
  readonly size: number
  /** The signed note. */
  readonly note: string
}
