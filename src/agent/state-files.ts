/** What the agent remembers beside its journal: what it accepted, and what failed here. Each write is whole and synced. */
import { join } from 'node:path'
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { parseStrictJson } from '../base/json.ts'
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts'
import { EMPTY_TRUST_STATE, type TrustState, trustStateSchema } from '../trust/ratchet.ts'
import type { Layout } from './release/layout.ts'

const MAX_STATE_BYTES = 16 * 1024 * 1024
/** Digests that failed; the oldest go first, their sequence is behind the ratchet anyway. */
const MAX_QUARANTINED = 1000

const quarantineSchema = z.strictObject({
  version: z.literal(1),
  entries: z.array(
    z.strictObject({
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      at: z.int(),
      deployment: z.string(),
      reason: z.string(),
    }),
  ),
  /** Who asked for another try of what had failed. */
  retries: z.array(z.strictObject({ digest: z.string(), at: z.int(), by: z.string() })),
})

export type Quarantine = z.infer<typeof quarantineSchema>
export type QuarantineEntry = Quarantine['entries'][number]

/** Tests inject crashes through it. */
export interface StateFiles {
  readTrust(): Promise<TrustState>
  writeTrust(state: TrustState): Promise<void>
  readQuarantine(): Promise<Quarantine>
  writeQuarantine(quarantine: Quarantine): Promise<void>
}

const EMPTY_QUARANTINE: Quarantine = { version: 1, entries: [], retries: [] }

export function openStateFiles(layout: Layout): StateFiles {
  const trust = join(layout.state, 'trust.json')
  const quarantine = join(layout.state, 'quarantine.json')
  return {
    readTrust: () => readState(trust, trustStateSchema, EMPTY_TRUST_STATE),
    writeTrust: (state) => writeFileAtomic(trust, `${JSON.stringify(state)}\n`, 0o600),
    readQuarantine: () => readState(quarantine, quarantineSchema, EMPTY_QUARANTINE),
    writeQuarantine: (value) => writeFileAtomic(quarantine, `${JSON.stringify(value)}\n`, 0o600),
  }
}

export function addToQuarantine(quarantine: Quarantine, entry: QuarantineEntry): Quarantine {
  const others = quarantine.entries.filter(({ digest }) => digest !== entry.digest)
  return { ...quarantine, entries: [...others, entry].slice(-MAX_QUARANTINED) }
}

/** @param by the name of the person who wants it tried again; it stays in the file */
export function releaseFromQuarantine(
  quarantine: Quarantine,
  retry: Quarantine['retries'][number],
): Quarantine {
  return {
    ...quarantine,
    entries: quarantine.entries.filter(({ digest }) => digest !== retry.digest),
    retries: [...quarantine.retries, retry].slice(-MAX_QUARANTINED),
  }
}

/** @throws `JOURNAL_INVALID` for a file that is there and is not ours: forgetting it would reopen old doors */
async function readState<T>(path: string, schema: z.ZodType<T>, empty: T): Promise<T> {
  const bytes = await readFileIfThere(path, MAX_STATE_BYTES)
  if (bytes === undefined) return empty
  const json = parseStrictJson(bytes, { source: path, maxBytes: MAX_STATE_BYTES })
  return decode(schema, json, { source: path, code: 'JOURNAL_INVALID' })
}
