/**
 * Receipts on their way to the coordinator (protocols §6). They lie in each application's state folder
 * already; beside them stands which of them the coordinator has. What it does not have, because it or we
 * were away, is sent again: sending twice is harmless, it keeps a receipt by its digest.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Problem, ProblemKind } from '../../api/messages/problem.ts'
import { decodeUtf8 } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import { readFileBounded, readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { type Envelope, envelopeSchema } from '../../trust/dsse.ts'

const REPORTED = 'reported.json'
const MAX_REPORTED_BYTES = 256 * 1024
const MAX_RECEIPT_BYTES = 64 * 1024
/** Asked again, the coordinator would say the same. */
const FINAL: readonly ProblemKind[] = ['malformed', 'refused', 'not-found', 'too-large']

const reportedSchema = z.array(z.string())

export interface ReceiptOutboxOptions {
  /** The receipts' folder of each application. */
  readonly folders: readonly string[]
  /** @throws `REQUEST_REFUSED` with the problem as its cause; any other failure is tried again */
  readonly submit: (receipt: Envelope) => Promise<unknown>
  readonly diagnostics: Diagnostics
}

export interface ReceiptOutbox {
  /** A receipt was stored. */
  add(): Promise<void>
  /** The coordinator may be there again: sends what is left, oldest first. Never rejects. */
  flush(): Promise<void>
}

export function createReceiptOutbox(options: ReceiptOutboxOptions): ReceiptOutbox {
  // What an earlier process left is looked for once.
  let isFull = true
  let work = Promise.resolve()
  const flush = (): Promise<void> => {
    work = work.then(async () => {
      if (!isFull) return
      isFull = false
      try {
        for (const folder of options.folders) await sendFolder(folder, options)
      } catch (error) {
        isFull = true
        options.diagnostics.log('warn', 'receipts wait for the coordinator', { reason: messageOf(error) })
      }
    })
    return work
  }
  return {
    add() {
      isFull = true
      return flush()
    },
    flush,
  }
}

/** @throws what kept the coordinator from answering */
async function sendFolder(folder: string, options: ReceiptOutboxOptions): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^d\d.*\.json$/.test(name)).sort()
  const reported = await readReported(folder)
  for (const name of names) {
    if (reported.has(name)) continue
    await send(folder, name, options)
    reported.add(name)
    // Names of receipts that were removed are forgotten with them.
    const kept = names.filter((each) => reported.has(each))
    await writeFileAtomic(join(folder, REPORTED), `${JSON.stringify(kept)}\n`, 0o600)
  }
}

async function send(folder: string, name: string, options: ReceiptOutboxOptions): Promise<void> {
  const bytes = await readFileBounded(join(folder, name), MAX_RECEIPT_BYTES)
  try {
    const json = parseStrictJson(bytes, { source: name, maxBytes: MAX_RECEIPT_BYTES })
    await options.submit(envelopeSchema.parse(json))
  } catch (error) {
    if (!isFinal(error)) throw error
    options.diagnostics.log('warn', 'the coordinator did not take a receipt', {
      receipt: name,
      reason: messageOf(error),
    })
  }
}

function isFinal(error: unknown): boolean {
  if (error instanceof z.core.$ZodError) return true
  if (!(error instanceof SallyportError)) return false
  if (error.code !== 'REQUEST_REFUSED') return error.code === 'JSON_INVALID'
  const { kind } = (error.cause ?? {}) as Partial<Problem>
  return kind !== undefined && FINAL.includes(kind)
}

/** A list that cannot be read says that nothing was reported: all is sent again. */
async function readReported(folder: string): Promise<Set<string>> {
  const bytes = await readFileIfThere(join(folder, REPORTED), MAX_REPORTED_BYTES)
  try {
    return new Set(bytes ? reportedSchema.parse(JSON.parse(decodeUtf8(bytes))) : [])
  } catch {
    return new Set()
  }
}
