/**
 * An approval's place in the log: the entry is about it, the proof leads from the entry to a checkpoint
 * that the log signed, the checkpoint is consistent with the largest one known, and enough witnesses
 * cosigned it. Fits the port `LogVerifier` of `src/trust`.
 */
import { decodeBase64, encodeBase64 } from '../base/bytes.ts'
import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { messageOf } from '../base/errors.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import { type Checkpoint, logOrigin, parseCheckpointText, verifyCheckpoint } from './checkpoint.ts'
import { countCosignatures } from './cosignature.ts'
import { parseInclusionProof } from './inclusion-proof.ts'
import { type Note, parseNote, parseVerifierKey } from './note.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'
import { MAX_ENTRY_BYTES } from './tile.ts'
import { leafHash } from './tree.ts'

export interface LoggedApproval {
  readonly entry: Uint8Array
  /** C2SP tlog-proof text. */
  readonly proof: string
  readonly approval: {
    /** `sha256:…` of the statement bytes. */
    readonly digest: string
    readonly application: string
    readonly environment: string
    readonly sequence: number
  }
  readonly coordinatorId: string
  readonly logKey: Ed25519PublicKey
  /** The largest checkpoint that was verified before, as a signed note. */
  readonly known: string | null
  /** Between the smaller and the larger of the two checkpoints. */
  readonly consistency: readonly Uint8Array[] | undefined
  readonly witnesses: { readonly keys: readonly string[]; readonly required: number } | undefined
}

export type LogJudgement =
  | { readonly kind: 'included'; readonly checkpoint: string }
  | {
      readonly kind: 'refused'
      readonly code: 'LOG_PROOF_INVALID' | 'LOG_INCONSISTENT' | 'LOG_WITNESSES'
      readonly reason: string
    }

/** Never throws for bad input. */
export function verifyLoggedApproval(logged: LoggedApproval): LogJudgement {
  let signed: Signed
  try {
    signed = verifyIncluded(logged)
  } catch (cause) {
    return { kind: 'refused', code: 'LOG_PROOF_INVALID', reason: messageOf(cause) }
  }
  const consistency = judgeConsistency(signed, logged)
  if (consistency.kind === 'refused') return consistency
  return judgeWitnesses(signed.note, logged) ?? consistency
}

/** The two sizes between which a consistency proof is wanted; `undefined` where none is. */
export function wantedConsistency(
  proof: string,
  known: string | null,
): { readonly first: number; readonly second: number } | undefined {
  if (known === null) return undefined
  const offered = parseCheckpointText(parseNote(parseInclusionProof(proof).checkpoint).text).size
  const kept = parseCheckpointText(parseNote(known).text).size
  if (offered === kept || offered === 0 || kept === 0) return undefined
  return { first: Math.min(offered, kept), second: Math.max(offered, kept) }
}

interface Signed {
  readonly checkpoint: Checkpoint
  readonly note: Note
  readonly text: string
}

function verifyIncluded({ entry, proof, approval, coordinatorId, logKey }: LoggedApproval): Signed {
  compareEntry(entry, approval)
  const parsed = parseInclusionProof(proof)
  const log = { origin: logOrigin(coordinatorId), publicKey: logKey }
  const { checkpoint, note } = verifyCheckpoint(parsed.checkpoint, log)
  const { size, root } = checkpoint
  if (!verifyInclusion({ leaf: leafHash(entry), index: parsed.index, size, root, proof: parsed.hashes })) {
    throw new Error(`the proof does not lead from the entry to the checkpoint of size ${size}`)
  }
  return { checkpoint, note, text: parsed.checkpoint }
}

/** The entry is about this approval. Its other members are the coordinator's to choose. */
function compareEntry(entry: Uint8Array, approval: LoggedApproval['approval']): void {
  const value = parseStrictJson(entry, { source: "the log's entry", maxBytes: MAX_ENTRY_BYTES, maxDepth: 4 })
  const members = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, Json>>
  const expected = {
    type: 'approval',
    approval: approval.digest,
    application: approval.application,
    environment: approval.environment,
    sequence: approval.sequence,
  }
  for (const [name, wanted] of Object.entries(expected)) {
    if (members[name] !== wanted) {
      throw new Error(
        `the log's entry has ${name} ${JSON.stringify(members[name])}, not ${JSON.stringify(wanted)}`,
      )
    }
  }
}

function judgeConsistency({ checkpoint, text }: Signed, logged: LoggedApproval): LogJudgement {
  if (logged.known === null) return { kind: 'included', checkpoint: text }
  const kept = parseCheckpointText(parseNote(logged.known).text)
  const [smaller, larger] = checkpoint.size < kept.size ? [checkpoint, kept] : [kept, checkpoint]
  const isConsistent = verifyConsistency({
    first: smaller.size,
    firstRoot: smaller.root,
    second: larger.size,
    secondRoot: larger.root,
    proof: logged.consistency ?? [],
  })
  if (isConsistent) return { kind: 'included', checkpoint: larger === kept ? logged.known : text }
  const why =
    logged.consistency === undefined && smaller.size !== larger.size
      ? 'no proof was fetched'
      : 'it contradicts'
  const reason = `the checkpoint of size ${checkpoint.size} and the one kept here of size ${kept.size}: ${why}`
  return { kind: 'refused', code: 'LOG_INCONSISTENT', reason }
}

function judgeWitnesses(note: Note, { witnesses }: LoggedApproval): LogJudgement | undefined {
  if (!witnesses) return undefined
  try {
    const count = countCosignatures(note, witnesses.keys.map(parseVerifierKey))
    if (count >= witnesses.required) return undefined
    const reason = `${count} of ${witnesses.required} witnesses cosigned the checkpoint`
    return { kind: 'refused', code: 'LOG_WITNESSES', reason }
  } catch (cause) {
    return { kind: 'refused', code: 'LOG_WITNESSES', reason: messageOf(cause) }
  }
}

/** One hash a line, base64: how a consistency proof crosses the wire. */
export function emitHashes(hashes: readonly Uint8Array[]): string[] {
  return hashes.map(encodeBase64)
}

/** @throws `ENCODING_INVALID` */
export function parseHashes(lines: readonly string[]): Uint8Array[] {
  return lines.map(decodeBase64)
}
