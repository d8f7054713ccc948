/**
 * The witness as a service: one folder, one process, `POST /add-checkpoint`. What is cosigned is on the disk
 * before the cosignature goes out, and one log's requests are judged one after the other, so that no two
 * trees of one log are ever cosigned, whatever is asked at once and wherever the power is cut.
 */
import { join } from 'node:path'
import { decodeUtf8, encodeUtf8 } from '../../base/bytes.ts'
import { sha256Hex } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { type Clock, SECOND } from '../../base/time.ts'
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { emitCheckpointText, parseCheckpointText } from '../../tlog/checkpoint.ts'
import { cosign } from '../../tlog/cosignature.ts'
import { emitNote, type NoteVerifier } from '../../tlog/note.ts'
import {
  judgeAddCheckpoint,
  parseAddCheckpoint,
  WITNESS_STATUS,
  type Witnessed,
  type WitnessJudgement,
} from '../../tlog/witness.ts'
import type { WitnessKey } from './witness-key.ts'

const MAX_STATE_BYTES = 1024
const SIZE_TYPE = 'text/x.tlog.size'
const TEXT_TYPE = 'text/plain; charset=utf-8'

export interface WitnessOptions {
  readonly folder: string
  readonly key: WitnessKey
  /** Whose checkpoints are cosigned; a log has several while its key changes. */
  readonly logs: readonly NoteVerifier[]
  readonly clock: Clock
}

export interface WitnessAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

export interface Witness {
  /** @throws `FILE_UNWRITABLE` and others of the disk: nothing is cosigned then */
  addCheckpoint(body: Uint8Array): Promise<WitnessAnswer>
}

/** @throws `ENCODING_INVALID` for a state that cannot be read: forgetting it would let a fork pass */
export async function openWitness(options: WitnessOptions): Promise<Witness> {
  const last = new Map<string, Witnessed>()
  for (const { name } of options.logs) {
    const bytes = await readFileIfThere(pathOf(options.folder, name), MAX_STATE_BYTES)
    if (bytes) last.set(name, parseCheckpointText(decodeUtf8(bytes)))
  }
  let line: Promise<unknown> = Promise.resolve()
  const add = async (body: Uint8Array): Promise<WitnessAnswer> => {
    const judgement = judge(options.logs, last, body)
    if (judgement.kind !== 'continues') return refusalOf(judgement)
    const { checkpoint, note } = judgement
    await writeFileAtomic(pathOf(options.folder, checkpoint.origin), emitCheckpointText(checkpoint), 0o600)
    last.set(checkpoint.origin, checkpoint)
    const { verifier, key } = options.key
    const time = Math.floor(options.clock.now() / SECOND)
    const signature = cosign(note, verifier.name, key, time)
    const lines = emitNote({ text: '', signatures: [signature] }).slice(1)
    return { status: WITNESS_STATUS.continues, type: TEXT_TYPE, body: lines }
  }
  return {
    addCheckpoint(body) {
      const turn = line.then(() => add(body))
      line = turn.catch(() => undefined)
      return turn
    },
  }
}

function judge(
  logs: readonly NoteVerifier[],
  last: ReadonlyMap<string, Witnessed>,
  body: Uint8Array,
): WitnessJudgement {
  try {
    return judgeAddCheckpoint(parseAddCheckpoint(body), logs, (origin) => last.get(origin))
  } catch (error) {
    if (error instanceof SallyportError && error.code === 'ENCODING_INVALID') return { kind: 'malformed' }
    throw error
  }
}

function refusalOf(judgement: Exclude<WitnessJudgement, { kind: 'continues' }>): WitnessAnswer {
  const status = WITNESS_STATUS[judgement.kind]
  if (judgement.kind === 'conflict') return { status, type: SIZE_TYPE, body: `${judgement.size}\n` }
  return { status, type: TEXT_TYPE, body: `${judgement.kind}\n` }
}

/** An origin may hold slashes. */
function pathOf(folder: string, origin: string): string {
  return join(folder, `${sha256Hex(encodeUtf8(origin))}.checkpoint`)
}
