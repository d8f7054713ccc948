import type { Diagnostics } from '../base/diagnostics.ts'
import type { Random } from '../base/random.ts'
import type { IssuerKeySource } from '../trust/issuer-key-source.ts'
import type { AccessRulesReader } from './access/rules-registration.ts'
import type { RefusalCounter } from './admission/refusal-counter.ts'
import type { EnvironmentsReader } from './environments/registration.ts'
import type { RequestCounts } from './http/request-counts.ts'
import type { CoordinatorIdentity } from './identity/coordinator-identity.ts'
import type { EdgeRules } from './netmap/edge-rules.ts'
import type { SessionRegistry } from './netmap/session-registry.ts'
import type { LeaseWatch } from './nodes/lease-watch.ts'
import type { MissingEntries } from './recovery/missing-entries.ts'
import type { Recovery } from './recovery/recovery.ts'
import type { RelayServer } from './relay/relay-server.ts'
import type { RelayList } from './replicas/relay-list.ts'
import type { Replicas } from './replicas/replicas.ts'
import type { SteadyClock } from './steady-clock.ts'
import type { Store } from './store/contract.ts'
import type { TransparencyLog } from './transparency/transparency-log.ts'
import type { Cosigning } from './witness/cosigning.ts'

/** What the coordinator's functions share. Made once, by {@link startCoordinator} or a test. */
export interface CoordinatorContext {
  readonly identity: CoordinatorIdentity
  readonly store: Store
  readonly log: TransparencyLog
  /** What witnesses say of it. */
  readonly cosigning: Cosigning
  readonly environments: EnvironmentsReader
  readonly accessRules: AccessRulesReader
  readonly issuerKeys: IssuerKeySource
  readonly refusals: RefusalCounter
  readonly edgeRules: EdgeRules
  readonly requests: RequestCounts
  readonly sessions: SessionRegistry
  readonly relay: RelayServer
  /** The relays of every replica, and those that are registered. */
  readonly relays: RelayList
  readonly replicas: Replicas
  readonly leaseWatch: LeaseWatch
  readonly recovery: Recovery
  readonly missingEntries: MissingEntries
  /** Never goes back; see {@link createSteadyClock}. */
  readonly clock: SteadyClock
  readonly random: Random
  readonly diagnostics: Diagnostics
  /** As clients address us, an origin. */
  readonly url: string
  /** The data directory. */
  readonly folder: string
  /** Reads a file that the configuration names; relative to the data directory. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** How long a runner waits for agents. */
  readonly acknowledgeMs: number
}
