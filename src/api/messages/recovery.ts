/** What agents bring to a coordinator that came back from a backup, and what operations sees of it. */
import * as z from 'zod'
import { applicationName, counter, environmentName, timestampText } from '../../trust/vocabulary.ts'
import { base64Text, counterNumber, nodeName, sentence } from './vocabulary.ts'

/** Of the entries in one report, before base64. */
export const MAX_REPORTED_BYTES = 256 * 1024
export const MAX_REPORT_BYTES = 512 * 1024

export const recoveryReport = z.strictObject({
  /** The largest checkpoint that the agent verified, as a signed note. */
  checkpoint: z
    .string()
    .max(64 * 1024)
    .nullable(),
  /** The highest sequences that it accepted. */
  ratchets: z
    .array(
      z.strictObject({
        application: applicationName,
        environment: environmentName,
        keyEpoch: counter,
        sequence: counter,
      }),
    )
    .max(1_000),
  /** Entries of the log that were asked for. */
  entries: z.strictObject({ from: counterNumber, bytes: z.array(base64Text).min(1).max(4_096) }).nullable(),
})
export type RecoveryReport = z.infer<typeof recoveryReport>

/** The entry from which on this agent's word is wanted; null: it has said all. */
export const recoveryReply = z.strictObject({ wanted: counterNumber.nullable() })

const counts = z.record(z.string(), counterNumber)

export const recoveryState = z.strictObject({
  recovery: z
    .strictObject({
      since: timestampText,
      /** Entries of the log that the backup had, and that stand here by now. */
      restored: counterNumber,
      size: counterNumber,
      /** The largest log that an agent saw. */
      seen: counterNumber,
      /** Agents by name: heard, and not yet. */
      reported: z.array(nodeName),
      awaited: z.array(nodeName),
      /** Why it cannot end by itself. */
      obstacle: sentence.nullable(),
      /** What took effect again, and what a person must do again, by kind of entry. */
      replayed: counts,
      open: counts,
    })
    .nullable(),
})

export const recoveryEnd = z.strictObject({
  /** What agents saw and nobody has any more is lost. */
  acceptLoss: z.boolean(),
})
export const recoveryEnded = z.strictObject({ secrets: counterNumber, leases: counterNumber })
