/**
 * The contract of the journal, and what its records add up to. Tests inject crashes through the
 * contract; the product's one implementation is `file-journal.ts`.
 */
import type { Timestamp } from '../../base/time.ts'
import type { State } from '../machine/state.ts'
import type { JournalRecord, ProcessIdentity } from './record.ts'

export interface Journal {
  /** Durable when it returns. @throws `FILE_UNWRITABLE`, and then the record may or may not be there */
  append(record: JournalRecord): Promise<void>
  facts(): JournalFacts
  close(): Promise<void>
}

export interface ServiceFact {
  readonly instance: string
  readonly release: string
  /** Absent where the agent ended between announcing the start and seeing the process. */
  readonly process?: ProcessIdentity
}

/** What the records say, folded in their order. */
export interface JournalFacts {
  /** The last deployment's last state. */
  readonly state?: State
  readonly service?: ServiceFact
  /** The newest release that passed its health window. */
  readonly lastGood?: string
  /** The one before it. */
  readonly goodBefore?: string
  /** The newest time in the journal. */
  readonly at: Timestamp
}

export const NO_FACTS: JournalFacts = { at: 0 as Timestamp }

export function addRecord(facts: JournalFacts, record: JournalRecord): JournalFacts {
  const at = Math.max(facts.at, record.at) as Timestamp
  switch (record.kind) {
    case 'state': {
      const { state } = record
      const good = state.kind === 'committed' ? withLastGood(facts, state.plan.digest) : facts
      return { ...good, at, state }
    }
    case 'service-starting':
      return { ...facts, at, service: { instance: record.instance, release: record.release } }
    case 'service-started': {
      const { instance, release, process } = record
      return { ...facts, at, service: { instance, release, process } }
    }
    case 'service-stopped': {
      const { service, ...rest } = facts
      return service && service.instance !== record.instance ? { ...facts, at } : { ...rest, at }
    }
    case 'last-good':
      return { ...withLastGood(facts, record.release), at }
  }
}

function withLastGood(facts: JournalFacts, release: string): JournalFacts {
  const { lastGood } = facts
  if (lastGood === release) return facts
  return { ...facts, lastGood: release, ...(lastGood === undefined ? {} : { goodBefore: lastGood }) }
}

/** The fewest records that add up to the same facts: what a compaction keeps. */
export function recordsOf(facts: JournalFacts): JournalRecord[] {
  const { at, state, service, lastGood, goodBefore } = facts
  const records: JournalRecord[] = []
  if (goodBefore !== undefined) records.push({ kind: 'last-good', at, release: goodBefore })
  if (lastGood !== undefined) records.push({ kind: 'last-good', at, release: lastGood })
  if (service) {
    const { instance, release, process } = service
    records.push(
      process
        ? { kind: 'service-started', at, instance, release, process }
        : { kind: 'service-starting', at, instance, release },
    )
  }
  if (state) records.push({ kind: 'state', at, state })
  return records
}
