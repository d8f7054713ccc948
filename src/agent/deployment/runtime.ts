/** One application, opened by the one agent that holds its lock: all that its deployments work with. */
import type { Diagnostics } from '../../base/diagnostics.ts'
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import type { Random } from '../../base/random.ts'
import type { Clock } from '../../base/time.ts'
import type { AgentConfig, Application } from '../config/load.ts'
import type { Journal } from '../journal/journal.ts'
import type { Lock } from '../lock.ts'
import type { Layout } from '../release/layout.ts'
import type { RunAs } from '../service/run-as.ts'
import type { Service } from '../service/service.ts'
import type { StateFiles } from '../state-files.ts'
import type { Oversight } from './oversight.ts'

export interface Runtime {
  readonly config: AgentConfig
  readonly application: Application
  readonly layout: Layout
  readonly lock: Lock
  readonly journal: Journal
  readonly files: StateFiles
  readonly service: Service
  readonly runAs: RunAs
  readonly machineKey: Ed25519KeyPair
  readonly oversight: Oversight
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
}

/** What is stable over restarts is opened by the product; tests put crashes around it. */
export interface RuntimePorts {
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
  readonly oversight: Oversight
  readonly wrapJournal?: (journal: Journal) => Journal
  readonly wrapFiles?: (files: StateFiles) => StateFiles
}
