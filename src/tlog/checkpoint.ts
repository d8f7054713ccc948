/**
 * Checkpoints (C2SP tlog-checkpoint v1.0.0): a signed note whose text is origin, size and root, a line
 * each. Extension lines are refused: we write none, and would not know what they promise.
 */
import { decodeBase64, encodeBase64 } from '../base/bytes.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { emitNote, isSignedBy, type Note, parseNote, SIGNATURE_TYPES, signNote } from './note.ts'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** The name of a coordinator's log, in the form of an URL without scheme. */
export function logOrigin(coordinatorId: string): string {
  return `sallyport.dev/log/${coordinatorId}`
}

export function emitCheckpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`
}

/** @throws `ENCODING_INVALID` */
export function parseCheckpointText(text: string): Checkpoint {
  const match = /^([^\s+]{1,255})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/u.exec(text)
  const size = Number(match?.[2])
  if (!match || !Number.isSafeInteger(size)) {
    throw new SallyportError('ENCODING_INVALID', {
      message: 'not a checkpoint: its lines must be origin, size without leading zeros, root in base64',
    })
  }
  return { origin: match[1]!, size, root: decodeBase64(match[3]!) }
}

/** The signed note's text. */
export function signCheckpoint(checkpoint: Checkpoint, key: Ed25519KeyPair): string {
  return emitNote(signNote(emitCheckpointText(checkpoint), checkpoint.origin, key))
}

export interface LogIdentity {
  readonly origin: string
  readonly publicKey: Ed25519PublicKey
  /** Keys of this log before: what they signed counts where the caller holds the lists that named them. */
  readonly earlierKeys?: readonly Ed25519PublicKey[]
}

/**
 * @throws `ENCODING_INVALID` for what is no checkpoint, `SIGNATURE_INVALID` for another log's, or where the log
 *   did not sign it
 */
export function verifyCheckpoint(
  input: Uint8Array | string,
  log: LogIdentity,
): { checkpoint: Checkpoint; note: Note } {
  const note = parseNote(input)
  const checkpoint = parseCheckpointText(note.text)
  if (checkpoint.origin !== log.origin) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `the checkpoint is of the log ${checkpoint.origin}, not of ${log.origin}`,
    })
  }
  const keys = [log.publicKey, ...(log.earlierKeys ?? [])]
  const type = SIGNATURE_TYPES.ed25519
  if (!keys.some((publicKey) => isSignedBy(note, { name: log.origin, type, publicKey }))) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `the log ${log.origin} did not sign the checkpoint`,
    })
  }
  return { checkpoint, note }
}
