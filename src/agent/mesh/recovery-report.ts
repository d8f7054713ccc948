/**
 * What the agent tells a coordinator that came back from a backup: the largest checkpoint that it verified,
 * the sequences that it accepted, and the log's entries that the coordinator lacks. All of it is known to the
 * coordinator's own log or worth nothing to anybody else; nothing is learnt from the reply.
 */
import type { CoordinatorClient } from '../../api/coordinator-client.ts'
import { MAX_REPORTED_BYTES, type RecoveryReport } from '../../api/messages/recovery.ts'
import { encodeBase64 } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { SallyportError } from '../../base/errors.ts'
import { unwrap } from '../../mesh/control/membership.ts'
import { parseCheckpointText } from '../../tlog/checkpoint.ts'
import { parseNote } from '../../tlog/note.ts'
import type { StateFiles } from '../state-files.ts'
import type { LogFollower } from './log-follower.ts'

const MAX_RATCHETS = 1_000
const MAX_ENTRIES_PER_REPORT = 1_024

export interface RecoveryReportOptions {
  readonly client: CoordinatorClient
  readonly follower: () => Pick<LogFollower, 'checkpoint' | 'entriesFrom'>
  /** The checkpoint that outlived our last restart. */
  readonly kept: () => Promise<string | null>
  /** Of every application. */
  readonly states: readonly Pick<StateFiles, 'readTrust'>[]
  readonly diagnostics: Diagnostics
}

/** @returns how many entries were brought. @throws `REQUEST_REFUSED`, and what the client throws */
export async function reportForRecovery(options: RecoveryReportOptions): Promise<number> {
  const { client, follower, diagnostics } = options
  const said = await gather(options)
  let entries: RecoveryReport['entries'] = null
  let last = -1
  let brought = 0
  for (;;) {
    const wanted = await tell(client, { ...said, entries })
    // What is not held here another agent may have; one that is asked for twice is not heard.
    const found = wanted === null || wanted <= last ? [] : entriesOf(follower(), wanted)
    if (wanted === null || found.length === 0) break
    entries = { from: wanted, bytes: found.map((entry) => encodeBase64(entry)) }
    last = wanted
    brought += found.length
  }
  diagnostics.log('info', 'told the coordinator, which came back from a backup, what we saw', { brought })
  return brought
}

/** @returns the entry that is wanted next */
async function tell(client: CoordinatorClient, body: RecoveryReport): Promise<number | null> {
  const reply = await client.call('reportRecovery', { params: undefined, body })
  return unwrap(reply, 'REQUEST_REFUSED').wanted
}

function entriesOf(follower: Pick<LogFollower, 'entriesFrom'>, index: number): readonly Uint8Array[] {
  return follower.entriesFrom(index, MAX_REPORTED_BYTES, MAX_ENTRIES_PER_REPORT)
}

async function gather({
  follower,
  kept,
  states,
}: RecoveryReportOptions): Promise<Omit<RecoveryReport, 'entries'>> {
  const trusts = await Promise.all(states.map((state) => state.readTrust()))
  const notes = [follower().checkpoint ?? null, await kept(), ...trusts.map(({ checkpoint }) => checkpoint)]
  const ratchets = trusts.flatMap((trust) =>
    trust.ratchets.map(({ application, environment, keyEpoch, sequence }) => ({
      application,
      environment,
      keyEpoch,
      sequence,
    })),
  )
  return { checkpoint: largest(notes), ratchets: ratchets.slice(-MAX_RATCHETS) }
}

function largest(notes: readonly (string | null)[]): string | null {
  const sized = notes.flatMap((note) => (note === null ? [] : [{ note, size: sizeOf(note) }]))
  return sized.sort((a, b) => b.size - a.size)[0]?.note ?? null
}

/** A note that cannot be read was never verified here. */
function sizeOf(note: string): number {
  try {
    return parseCheckpointText(parseNote(note).text).size
  } catch (error) {
    if (error instanceof SallyportError) return -1
    throw error
  }
}
