/**
 * A clearance (protocols §7): the operator root says from which checkpoint on the coordinator's log is to be
 * believed again, after it contradicted itself. It counts for contradictions that were noticed before it was
 * issued, so that it excuses no later one.
 */
import * as z from 'zod'
import { decodeBase64, encodeBase64, encodeUtf8 } from '../base/bytes.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { formatTimestamp, parseTimestamp, type Timestamp } from '../base/time.ts'
import { decodeDocument } from './document.ts'
import { type Envelope, signEnvelope, verifyEnvelope } from './dsse.ts'
import { coordinatorIdOf } from './keys.ts'
import { coordinatorIdText, timestampText } from './vocabulary.ts'

export const LOG_CLEARANCE_PAYLOAD_TYPE = 'application/vnd.sallyport.log-clearance+json'
const MAX_BYTES = 4 * 1024

const clearanceSchema = z.strictObject({
  version: z.literal(1),
  coordinator: coordinatorIdText,
  issuedAt: timestampText,
  checkpoint: z.strictObject({
    size: z.int().min(0),
    /** SHA-256, base64. */
    root: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  }),
})

export interface LogClearance {
  readonly issuedAt: Timestamp
  /** The log as the operator has examined it: it must hold this state. */
  readonly size: number
  readonly root: Uint8Array
}

export function signLogClearance({ issuedAt, size, root }: LogClearance, key: Ed25519KeyPair): Envelope {
  const content: z.infer<typeof clearanceSchema> = {
    version: 1,
    coordinator: coordinatorIdOf(key.publicKey),
    issuedAt: formatTimestamp(issuedAt),
    checkpoint: { size, root: encodeBase64(root) },
  }
  return signEnvelope(LOG_CLEARANCE_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(content)), [key])
}

/** @throws `SIGNATURE_INVALID`, `CONFIG_INVALID`, `JSON_INVALID` */
export function verifyLogClearance(envelope: Envelope, root: Ed25519PublicKey): LogClearance {
  const payload = verifyEnvelope(envelope, [root])
  if (payload.payloadType !== LOG_CLEARANCE_PAYLOAD_TYPE) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a clearance of the log`,
    })
  }
  const limits = { source: 'the clearance of the log', maxBytes: MAX_BYTES, maxDepth: 4 }
  const { coordinator, issuedAt, checkpoint } = decodeDocument(clearanceSchema, payload.bytes, limits)
  if (coordinator !== coordinatorIdOf(root)) {
    throw new SallyportError('CONFIG_INVALID', {
      message: `the clearance is for another coordinator, ${coordinator}`,
    })
  }
  return { issuedAt: parseTimestamp(issuedAt), size: checkpoint.size, root: decodeBase64(checkpoint.root) }
}
