/**
 * A witness of logs (C2SP tlog-witness v1.0.0): it cosigns a checkpoint that continues the last one that it
 * cosigned of the same log, and nothing else. Request and answer of `POST /add-checkpoint`, and the judgement
 * between them; who calls keeps the state, and stores what is to be cosigned before the cosignature is sent.
 *
 *     old <size>\n
 *     <base64 of a hash>\n      0 to 63 times: RFC 9162 §2.1.4, from the old size to the checkpoint's
 *     \n
 *     <checkpoint, a signed note>
 */
import { decodeBase64, decodeUtf8, encodeBase64 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { type Checkpoint, parseCheckpointText } from './checkpoint.ts'
import { countCosignatures } from './cosignature.ts'
import {
  emitNote,
  isSignedBy,
  MAX_NOTE_BYTES,
  type Note,
  type NoteSignature,
  type NoteVerifier,
  parseNote,
  signaturesOf,
} from './note.ts'
import { verifyConsistency } from './proof.ts'

export const ADD_CHECKPOINT_PATH = '/add-checkpoint'
const MAX_PROOF_LINES = 63
export const MAX_ADD_CHECKPOINT_BYTES = MAX_NOTE_BYTES + MAX_PROOF_LINES * 45 + 32

export interface AddCheckpoint {
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  readonly note: Note
}

export function emitAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return `old ${oldSize}\n${proof.map((hash) => `${encodeBase64(hash)}\n`).join('')}\n${emitNote(note)}`
}

/** @throws `ENCODING_INVALID` */
export function parseAddCheckpoint(bytes: Uint8Array): AddCheckpoint {
  const text = decodeUtf8(bytes)
  const split = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, Math.max(0, split)).split('\n')
  const old = /^old (0|[1-9][0-9]{0,15})$/.exec(first)
  if (split < 0 || !old) fail('it does not begin with "old" and a size')
  if (lines.length > MAX_PROOF_LINES) fail(`its proof has more than ${MAX_PROOF_LINES} hashes`)
  if (!lines.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line))) fail('its proof is not of hashes in base64')
  return { oldSize: Number(old[1]), proof: lines.map(decodeBase64), note: parseNote(text.slice(split + 2)) }
}

/** The last checkpoint of a log that was cosigned. */
export type Witnessed = Pick<Checkpoint, 'size' | 'root'>

export type WitnessJudgement =
  /** Store it, then cosign the note. */
  | { readonly kind: 'continues'; readonly checkpoint: Checkpoint; readonly note: Note }
  | { readonly kind: 'malformed' | 'unknown-log' | 'unsigned' | 'inconsistent' }
  /** The proof begins at another size than the last one that was cosigned; or two trees have that size. */
  | { readonly kind: 'conflict'; readonly size: number }

/** What HTTP says of each (C2SP tlog-witness). */
export const WITNESS_STATUS = {
  continues: 200,
  malformed: 400,
  unsigned: 403,
  'unknown-log': 404,
  conflict: 409,
  inconsistent: 422,
} as const satisfies Record<WitnessJudgement['kind'], number>

/** @param last what was cosigned of the log that the request names; undefined: nothing yet */
export function judgeAddCheckpoint(
  request: AddCheckpoint,
  logs: readonly NoteVerifier[],
  last: (origin: string) => Witnessed | undefined,
): WitnessJudgement {
  const checkpoint = readCheckpoint(request.note)
  if (!checkpoint) return { kind: 'malformed' }
  const keys = logs.filter(({ name }) => name === checkpoint.origin)
  if (keys.length === 0) return { kind: 'unknown-log' }
  if (!keys.some((key) => isVerified(request.note, key))) return { kind: 'unsigned' }
  const { oldSize, proof } = request
  if (oldSize > checkpoint.size) return { kind: 'malformed' }
  const before = last(checkpoint.origin)
  if (oldSize !== (before?.size ?? 0)) return { kind: 'conflict', size: before?.size ?? 0 }
  const claim = { first: oldSize, second: checkpoint.size, secondRoot: checkpoint.root, proof }
  if (verifyConsistency({ ...claim, firstRoot: before?.root ?? checkpoint.root })) {
    return { kind: 'continues', checkpoint, note: request.note }
  }
  return oldSize === checkpoint.size ? { kind: 'conflict', size: oldSize } : { kind: 'inconsistent' }
}

/**
 * @param lines the body of a witness's answer
 * @returns this witness's cosignature of the note; undefined where there is none that verifies
 */
export function readCosignature(lines: string, note: Note, witness: NoteVerifier): NoteSignature | undefined {
  try {
    const signed = parseNote(`${note.text}\n${lines}`)
    const [own] = signaturesOf(signed, witness)
    return own && countCosignatures({ text: note.text, signatures: [own] }, [witness]) === 1 ? own : undefined
  } catch (error) {
    if (error instanceof SallyportError) return undefined
    throw error
  }
}

function readCheckpoint(note: Note): Checkpoint | undefined {
  try {
    return parseCheckpointText(note.text)
  } catch (error) {
    if (error instanceof SallyportError) return undefined
    throw error
  }
}

function isVerified(note: Note, key: NoteVerifier): boolean {
  try {
    return isSignedBy(note, key)
  } catch (error) {
    if (error instanceof SallyportError) return false
    throw error
  }
}

function fail(why: string): never {
  throw new SallyportError('ENCODING_INVALID', { message: `not a request to a witness: ${why}` })
}
