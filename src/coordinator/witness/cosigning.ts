/**
 * What witnesses say of our log: each is brought the newest checkpoint with the proof that it continues the
 * one it cosigned last, and its cosignature is checked before it is shown to anybody. The log waits for no
 * witness; whoever needs a cosigned checkpoint (an approval) waits for a bounded time.
 */
import { decodeUtf8, encodeUtf8 } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { messageOf } from '../../base/errors.ts'
import { type Clock, type Instant, SECOND } from '../../base/time.ts'
import type { HttpClient } from '../../platform/http.ts'
import { emitNote, type Note, type NoteSignature, type NoteVerifier, parseNote } from '../../tlog/note.ts'
import { ADD_CHECKPOINT_PATH, emitAddCheckpoint, readCosignature } from '../../tlog/witness.ts'
import type { Store } from '../store/contract.ts'
import type { CheckpointRecord } from '../store/records.ts'
import { coalesce } from '../transparency/coalesce.ts'
import type { TransparencyLog } from '../transparency/transparency-log.ts'

const ANSWER_MS = 3 * SECOND
/** One that failed is asked again after that: nobody waits for it meanwhile. */
const REST_MS = 15 * SECOND
const MAX_ANSWER_BYTES = 16 * 1024

export interface WitnessAddress {
  readonly verifier: NoteVerifier
  /** Without a slash at the end. */
  readonly url: string
}

export interface Cosigning {
  /** Brings the newest checkpoint to the witnesses. */
  refresh(): Promise<void>
  /** A cosigned checkpoint that covers the entry; undefined where no witness answered in time. */
  covering(index: number): Promise<CheckpointRecord | undefined>
}

export const unwitnessed: Cosigning = {
  refresh: async () => undefined,
  covering: async () => undefined,
}

export interface CosigningOptions {
  readonly witnesses: readonly WitnessAddress[]
  readonly log: TransparencyLog
  readonly store: Store
  readonly http: Pick<HttpClient, 'request'>
  readonly clock: Clock
  readonly diagnostics: Diagnostics
}

interface WitnessState extends WitnessAddress {
  /** The size that it cosigned last, as far as we know. */
  size: number
  restsUntil: Instant
}

export function createCosigning(options: CosigningOptions): Cosigning {
  const { log, store, clock } = options
  const witnesses: WitnessState[] = options.witnesses.map((each) => ({
    ...each,
    size: 0,
    restsUntil: Number.NEGATIVE_INFINITY as Instant,
  }))
  let cosigned: CheckpointRecord | undefined
  const refresh = coalesce(async () => {
    const newest = log.newest()
    if (!newest || cosigned?.size === newest.size) return
    const note = parseNote(newest.note)
    const awake = witnesses.filter(({ restsUntil }) => restsUntil <= clock.monotonic())
    const given = await Promise.all(awake.map((witness) => ask(options, witness, newest.size, note)))
    const signatures = given.filter((signature) => signature !== undefined)
    if (signatures.length === 0) return
    const next = { size: newest.size, note: emitNote(withSignatures(note, signatures)) }
    cosigned = next
    // Where the log has gone on meanwhile, its newer checkpoint stands as it is.
    await store.write('cosigned checkpoint', (tx) => tx.log.replaceCheckpoint(next.size, next))
    await log.follow()
  })
  return {
    refresh,
    async covering(index) {
      if (!cosigned || cosigned.size <= index) await refresh()
      return cosigned && cosigned.size > index ? cosigned : undefined
    },
  }
}

async function ask(
  options: CosigningOptions,
  witness: WitnessState,
  size: number,
  note: Note,
): Promise<NoteSignature | undefined> {
  try {
    let answer = await send(options, witness, size, note)
    // It cosigned more or less than we know: a witness that we ask anew, or that another replica asked.
    const said =
      answer.status === 409 ? Number(/^(\d{1,16})\n?$/.exec(answer.text)?.[1] ?? Number.NaN) : Number.NaN
    if (said <= size && said !== witness.size) {
      witness.size = said
      answer = await send(options, witness, size, note)
    }
    const signature = answer.status === 200 ? readCosignature(answer.text, note, witness.verifier) : undefined
    if (!signature) throw new Error(`it answered ${answer.status} without a cosignature that verifies`)
    witness.size = size
    return signature
  } catch (error) {
    witness.restsUntil = (options.clock.monotonic() + REST_MS) as Instant
    const reason = messageOf(error)
    options.diagnostics.log('warn', 'a witness did not cosign', { witness: witness.verifier.name, reason })
    return undefined
  }
}

async function send(
  { log, http }: CosigningOptions,
  witness: WitnessState,
  size: number,
  note: Note,
): Promise<{ readonly status: number; readonly text: string }> {
  const oldSize = Math.min(witness.size, size)
  const proof = oldSize === 0 || oldSize === size ? [] : await log.consistency(oldSize, size)
  const { status, body } = await http.request({
    method: 'POST',
    url: `${witness.url}${ADD_CHECKPOINT_PATH}`,
    body: encodeUtf8(emitAddCheckpoint({ oldSize, proof, note })),
    maxBytes: MAX_ANSWER_BYTES,
    timeoutMs: ANSWER_MS,
  })
  return { status, text: decodeUtf8(body) }
}

function withSignatures(note: Note, more: readonly NoteSignature[]): Note {
  const known = new Set(more.map(({ name }) => name))
  return { text: note.text, signatures: [...note.signatures.filter(({ name }) => !known.has(name)), ...more] }
}
