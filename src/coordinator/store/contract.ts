/**
 * The store's contract. One transaction sees one state of the world and is all or nothing; when
 * {@link Store.write} resolves, what it wrote survives a power cut. Single-use things are consumed in
 * the transaction that writes what they pay for, never before. Work is awaited inside the transaction
 * and may be run again after a conflict, so it must neither do other I/O nor keep what it found: only what it
 * returns counts.
 */
import type { Timestamp } from '../../base/time.ts'
import type { DocumentTable } from './documents.ts'
import type {
  AccessRulesRecord,
  CheckpointRecord,
  EdgeRecord,
  EnrolmentRecord,
  EnvironmentsRecord,
  LeaseRecord,
  NodeChange,
  NodeKind,
  NodeRecord,
  PersonTokenRecord,
  ReceiptRecord,
  StatementRecord,
  SubmissionRecord,
  SubmissionState,
  TokenUse,
} from './records.ts'
import type { ReplicaLink } from './replica-link.ts'

export interface Store {
  /** @param name says what is written, for diagnostics and probes. @throws `STORE_FAILED` */
  write<T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * For what needs no place in the order of the others, in which the log and the counters stand: replicas
   * do not wait for each other, and nobody for the disk. The end of the process takes nothing of it back, a
   * power cut may take the last of it. @throws `STORE_FAILED`
   */
  writeApart<T>(name: string, work: (tx: Pick<Transaction, 'nonces'>) => Promise<T>): Promise<T>
  /** @throws `STORE_FAILED` */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The other processes that serve from this store; absent where there can be none. */
  readonly replicas?: ReplicaLink
  close(): Promise<void>
}

/** Told before and after each commit; a crash test ends the process there. */
export interface StoreProbe {
  reached(point: `${'before' | 'after'} commit: ${string}`): void
}

export interface Transaction {
  readonly settings: SettingTable
  readonly nodes: NodeTable
  readonly leases: LeaseTable
  readonly edges: EdgeTable
  readonly enrolments: EnrolmentTable
  readonly tokens: TokenTable
  readonly nonces: NonceTable
  readonly submissions: SubmissionTable
  readonly receipts: ReceiptTable
  readonly environments: EnvironmentsTable
  readonly accessRules: AccessRulesTable
  readonly log: LogTable
  readonly documents: DocumentTable
}

export interface SettingTable {
  find(name: string): Promise<string | undefined>
  put(name: string, value: string): Promise<void>
  /** Adds one to a counter that starts at 0, and returns it. */
  next(name: string): Promise<number>
}

export interface NodeTable {
  /** @throws `STORE_CONFLICT` where the machine key, WireGuard key, a live name or an address is taken. */
  insert(node: NodeRecord): Promise<void>
  change(id: string, version: number, change: NodeChange): Promise<void>
  find(id: string): Promise<NodeRecord | undefined>
  /** By the `keyid` of its machine key, as signatures name it. */
  findByKeyId(keyId: string): Promise<NodeRecord | undefined>
  findByMachineKey(key: string): Promise<NodeRecord | undefined>
  findByWireguardKey(key: string): Promise<NodeRecord | undefined>
  /** Active and suspended nodes by creation. */
  list(): Promise<readonly NodeRecord[]>
  listAgents(application: string, environment: string): Promise<readonly NodeRecord[]>
  /** Active and suspended nodes of people; of one session, or of all. */
  listPersonal(session?: string): Promise<readonly NodeRecord[]>
  /** Of nodes that are there: this name, and those that begin with the stem, a hyphen and a digit. */
  listNamesLike(name: string, stem: string): Promise<readonly string[]>
  /** True while a node holds it, or until its time of release. */
  isAddressTaken(ipv4: string, now: Timestamp): Promise<boolean>
  /** From then on the address of a node that is gone may be given to another. */
  releaseAddress(id: string, freeAt: Timestamp): Promise<void>
  /** A node that is gone gives its address up at once, for the one that takes its place. @returns false where it has none */
  giveUpAddress(id: string): Promise<boolean>
  count(kind: NodeKind): Promise<number>
  /** Another text after every change of an agent. */
  agentsState(): Promise<string>
  /** Ids of nodes whose maps a change after that version may touch: the changed, and both ends of edges. */
  listTouched(since: number): Promise<readonly string[]>
}

export interface LeaseTable {
  insert(lease: LeaseRecord): Promise<void>
  find(nodeId: string): Promise<LeaseRecord | undefined>
  /** Active nodes whose lease ended at or before `now`. */
  listEnded(now: Timestamp): Promise<readonly LeaseRecord[]>
  /** The end of the lease that ends next, among active nodes. */
  nextEnd(): Promise<Timestamp | undefined>
}

export interface EdgeTable {
  insert(edge: EdgeRecord): Promise<void>
  /** Edges of a node that stand, and with `since` also those removed after that version. */
  listOf(nodeId: string, since?: number): Promise<readonly EdgeRecord[]>
  /** Ends every standing edge of a node. @returns the ended ones */
  removeOf(nodeId: string, version: number): Promise<readonly EdgeRecord[]>
  remove(id: string, version: number): Promise<void>
  /** Ends every standing edge that an approval granted. @returns the ended ones */
  removeByApproval(approval: string, version: number): Promise<readonly EdgeRecord[]>
  /** WireGuard keys of the active nodes at the other ends of a node's standing edges. */
  listPeerKeys(nodeId: string): Promise<readonly string[]>
  /** True while an edge stands between the holders of two WireGuard keys, whichever way it goes. */
  connects(wireguardKeyA: string, wireguardKeyB: string): Promise<boolean>
}

export interface EnrolmentTable {
  insert(enrolment: EnrolmentRecord): Promise<void>
  find(secretHash: string): Promise<EnrolmentRecord | undefined>
  /** @returns false where another transaction was first */
  consume(secretHash: string, nodeId: string): Promise<boolean>
  /** Ends every secret that nobody used yet. @returns how many */
  voidUnused(now: Timestamp): Promise<number>
}

export interface TokenTable {
  find(issuer: string, jti: string): Promise<TokenUse | undefined>
  /** @returns false where (issuer, jti) was used before, whatever for */
  consume(use: TokenUse): Promise<boolean>
  prune(before: Timestamp): Promise<void>
}

export interface NonceTable {
  /** @returns `fresh`, `used`, or `too-many` where the key spent its minute's allowance */
  consume(
    key: string,
    nonce: string,
    now: Timestamp,
    limits: NonceLimits,
  ): Promise<'fresh' | 'used' | 'too-many'>
  prune(before: Timestamp): Promise<void>
}

export interface NonceLimits {
  readonly keepMs: number
  readonly perMinute: number
}

export interface SubmissionTable {
  insert(submission: SubmissionRecord, statements: readonly StatementRecord[]): Promise<void>
  find(id: string): Promise<SubmissionRecord | undefined>
  setState(id: string, state: SubmissionState): Promise<void>
  /** Reserved and not expired, by creation. */
  listReserved(now: Timestamp, limit: number): Promise<readonly SubmissionRecord[]>
  /** In the order they were asked for. */
  listStatements(id: string): Promise<readonly StatementRecord[]>
  findStatement(digest: string): Promise<StatementRecord | undefined>
  /** Keeps the workload's token while people have yet to sign. */
  keepToken(digest: string, token: string): Promise<void>
  sign(digest: string, signed: { envelope: string; logIndex: number }): Promise<void>
  /** The signed statement of the highest sequence that is not revoked. */
  findLatest(application: string, environment: string): Promise<StatementRecord | undefined>
  revoke(digest: string, at: Timestamp): Promise<void>
  /** The highest run id among signed statements of (application, environment), 0n where there is none. */
  highestRunId(application: string, environment: string): Promise<bigint>
  /** @returns false where this person stands already */
  addPersonToken(token: PersonTokenRecord): Promise<boolean>
  listPersonTokens(statement: string): Promise<readonly PersonTokenRecord[]>
}

export interface ReceiptTable {
  insert(receipt: ReceiptRecord): Promise<void>
  find(digest: string): Promise<ReceiptRecord | undefined>
  listByApproval(approval: string): Promise<readonly ReceiptRecord[]>
  /** True where a committed receipt for an artifact in an environment stands. */
  hasCommitted(artifact: string, environment: string): Promise<boolean>
}

export interface EnvironmentsTable {
  /** The current version alone: what is asked at every request, and seldom another. */
  currentVersion(): Promise<RecordVersion | undefined>
  current(): Promise<EnvironmentsRecord | undefined>
  insert(record: EnvironmentsRecord): Promise<void>
}

export interface RecordVersion {
  readonly version: number
  readonly digest: string
}

export interface AccessRulesTable {
  /** As {@link EnvironmentsTable.currentVersion}. */
  currentVersion(): Promise<RecordVersion | undefined>
  current(): Promise<AccessRulesRecord | undefined>
  insert(record: AccessRulesRecord): Promise<void>
}

/** Entries in their final order; tiles and checkpoints are made from them. */
export interface LogTable {
  /** @returns the entry's index */
  append(entry: Uint8Array): Promise<number>
  size(): Promise<number>
  list(from: number, count: number): Promise<readonly Uint8Array[]>
  checkpoint(): Promise<CheckpointRecord | undefined>
  /** Compare-and-swap. @returns false where the size was not `expected` */
  replaceCheckpoint(expected: number | null, next: CheckpointRecord): Promise<boolean>
}
