/**
 * A log that contradicted itself: both checkpoints are kept as evidence beside the applications, and stop a
 * later start as well. It ends with a clearance that the operator root signed after the contradiction was
 * noticed, once the log is read anew from its first entry and holds the state that the root vouches for.
 */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { decode } from '../../base/decode.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import { type Clock, formatTimestamp, parseTimestamp } from '../../base/time.ts'
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { envelopeSchema } from '../../trust/dsse.ts'
import { verifyLogClearance } from '../../trust/log-clearance.ts'
import { timestampText } from '../../trust/vocabulary.ts'
import type { StateFiles } from '../state-files.ts'
import type { LogFollower } from './log-follower.ts'

const MAX_CONFLICT_BYTES = 1024 * 1024

const conflictSchema = z.strictObject({
  at: timestampText,
  reason: z.string(),
  kept: z.string().nullable(),
  seen: z.string().nullable(),
})

export interface LogConflict {
  readonly reason: string
  /** The checkpoint that was kept here, and the one that contradicts it; signed notes. */
  readonly kept: string | null
  readonly seen: string | null
}

export async function recordConflict(path: string, conflict: LogConflict, clock: Clock): Promise<void> {
  const evidence: z.infer<typeof conflictSchema> = { at: formatTimestamp(clock.now()), ...conflict }
  await writeFileAtomic(path, `${JSON.stringify(evidence, null, 2)}\n`, 0o600)
}

/** @returns why nothing may be deployed; a file that cannot be read is reason enough */
export async function readConflict(path: string): Promise<string | undefined> {
  const bytes = await readFileIfThere(path, MAX_CONFLICT_BYTES)
  return bytes && `the coordinator's log contradicted itself before: ${path} has both checkpoints`
}

export interface ClearingOptions {
  readonly path: string
  readonly root: Ed25519PublicKey
  /** The clearance that the coordinator passes on; undefined where it has none. It is believed by its signature alone. */
  readonly fetch: () => Promise<Uint8Array | undefined>
  /** That has read nothing yet. */
  readonly newFollower: () => LogFollower
  /** Of every application: the checkpoints kept there are of the log before. */
  readonly states: readonly StateFiles[]
  readonly diagnostics: Diagnostics
}

/**
 * @returns a follower that has read the log anew; undefined where there is no clearance
 * @throws `SIGNATURE_INVALID`, `LOG_INCONSISTENT` and others where there is one that does not clear this conflict
 */
export async function clearConflict(options: ClearingOptions): Promise<LogFollower | undefined> {
  const bytes = await options.fetch()
  if (!bytes) return undefined
  const clearance = verifyLogClearance(readEnvelope(bytes), options.root)
  const noticed = await readNoticed(options.path)
  if (clearance.issuedAt <= noticed) {
    throw new SallyportError('LOG_INCONSISTENT', {
      message: `the clearance is of ${formatTimestamp(clearance.issuedAt)}, the contradiction was noticed at ${formatTimestamp(noticed)}`,
      help: 'look at both checkpoints; if all is well, sign another: sallyport keys clear-log',
    })
  }
  const follower = options.newFollower()
  await follower.update()
  follower.checkState(clearance)
  for (const state of options.states)
    await state.writeTrust({ ...(await state.readTrust()), checkpoint: null })
  // The evidence stays, under the time of the clearance; with its rename the conflict is over.
  await rename(options.path, `${options.path}.${clearance.issuedAt}.cleared`)
  options.diagnostics.log('warn', "the coordinator's log is believed again: the operator root cleared it", {
    size: clearance.size,
  })
  return follower
}

function readEnvelope(bytes: Uint8Array) {
  const source = 'the clearance of the log'
  return decode(envelopeSchema, parseStrictJson(bytes, { source, maxBytes: 64 * 1024 }), { source })
}

async function readNoticed(path: string): Promise<ReturnType<typeof parseTimestamp>> {
  const bytes = await readFileIfThere(path, MAX_CONFLICT_BYTES)
  if (!bytes) throw new SallyportError('LOG_INCONSISTENT', { message: `${path} is gone` })
  const json = parseStrictJson(bytes, { source: path, maxBytes: MAX_CONFLICT_BYTES })
  return parseTimestamp(decode(conflictSchema, json, { source: path }).at)
}

export function conflictPathIn(root: string): string {
  return join(root, 'log-conflict.json')
}
