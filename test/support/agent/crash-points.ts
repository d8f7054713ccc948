/** Where an agent can be made to end: before and after each write that is meant to last. */
import type { Journal } from '../../../src/agent/journal/journal.ts'
import type { StateFiles } from '../../../src/agent/state-files.ts'

export interface CrashPoint {
  /** `state:switched`, `service-starting`, `trust`, `quarantine`, … */
  readonly write: string
  readonly when: 'before' | 'after'
}

/** Calls `crash` at one point; what it does (throw, kill) is the test's. */
export function crashingJournal(journal: Journal, point: CrashPoint, crash: () => never): Journal {
  return {
    facts: () => journal.facts(),
    close: () => journal.close(),
    async append(record) {
      const write = record.kind === 'state' ? `state:${record.state.kind}` : record.kind
      if (write === point.write && point.when === 'before') crash()
      await journal.append(record)
      if (write === point.write && point.when === 'after') crash()
    },
  }
}

export function crashingFiles(files: StateFiles, point: CrashPoint, crash: () => never): StateFiles {
  const around = async (write: string, run: () => Promise<void>): Promise<void> => {
    if (point.write === write && point.when === 'before') crash()
    await run()
    if (point.write === write && point.when === 'after') crash()
  }
  return {
    readTrust: () => files.readTrust(),
    readQuarantine: () => files.readQuarantine(),
    writeTrust: (state) => around('trust', () => files.writeTrust(state)),
    writeQuarantine: (value) => around('quarantine', () => files.writeQuarantine(value)),
  }
}
