/**
 * Receipts: what an agent signs with its machine key after a deployment, as an in-toto statement of its
 * own predicate (protocols §6). One counts for a job only by a key that the trust file or an
 * operator-signed enrolment names.
 */
import * as z from 'zod'
import { encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { decodeDocument } from './document.ts'
import { type Envelope, signEnvelope, verifyEnvelope } from './dsse.ts'
import { formatPublicKey, publicKeyPattern } from './keys.ts'
import { STATEMENT_PAYLOAD_TYPE, STATEMENT_TYPE } from './statement.ts'
import {
  applicationName,
  counter,
  digestText,
  environmentName,
  sha256HexText,
  timestampText,
} from './vocabulary.ts'

export const RECEIPT_PREDICATE_TYPE = 'https://sallyport.dev/receipt/v1'
const MAX_RECEIPT_BYTES = 32 * 1024

const failure = z.strictObject({ code: z.string().regex(/^[a-z-]{1,40}$/), message: z.string().max(4000) })

const receiptPredicateSchema = z.strictObject({
  deployment: z.string().min(1).max(100),
  application: applicationName,
  environment: environmentName,
  kind: z.enum(['deploy', 'rollback', 'revoke']),
  approval: digestText,
  sequence: counter,
  machine: z.string().regex(publicKeyPattern('machine')),
  outcome: z.enum(['committed', 'rolled-back', 'refused', 'revoked', 'already-running']),
  /** Why it did not commit, or what is to be said of a commit. */
  reason: failure.optional(),
  rolledBackTo: digestText.nullable().optional(),
  quarantined: z.boolean().optional(),
  /** False where the previous release did not come up either. */
  restored: z.boolean().optional(),
  previous: digestText.nullable(),
  finishedAt: timestampText,
  /** What every receipt must show: commands ran as the agent's user; the trust rule pins no workflow commit. */
  sameUser: z.boolean(),
  anyWorkflow: z.boolean(),
})

export const receiptSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(
      z.strictObject({ name: z.string().min(1).max(255), digest: z.strictObject({ sha256: sha256HexText }) }),
    )
    .length(1),
  predicateType: z.literal(RECEIPT_PREDICATE_TYPE),
  predicate: receiptPredicateSchema,
})

export type Receipt = z.infer<typeof receiptSchema>
export type ReceiptContent = Omit<z.infer<typeof receiptPredicateSchema>, 'machine'> & {
  readonly artifactName: string
  /** Lower-case hex. */
  readonly artifactSha256: string
}

/** @throws `CONFIG_INVALID` for content that no verifier would read */
export function signReceipt(content: ReceiptContent, machine: Ed25519KeyPair): Envelope {
  const { artifactName, artifactSha256, ...predicate } = content
  const receipt = decode(
    receiptSchema,
    {
      _type: STATEMENT_TYPE,
      subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
      predicateType: RECEIPT_PREDICATE_TYPE,
      predicate: { ...predicate, machine: formatPublicKey('machine', machine.publicKey) },
    },
    { source: 'the receipt' },
  )
  return signEnvelope(STATEMENT_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(receipt)), [machine])
}

/**
 * @param machines the machine keys whose receipts count
 * @throws `SIGNATURE_INVALID` where none of them signed it, or it is no receipt; `CONFIG_INVALID`
 */
export function verifyReceipt(
  envelope: Envelope,
  machines: readonly Ed25519PublicKey[],
): { readonly receipt: Receipt; readonly bytes: Uint8Array; readonly machine: Ed25519PublicKey } {
  const { payloadType, bytes, signers } = verifyEnvelope(envelope, machines)
  if (payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `the payload ${JSON.stringify(payloadType)} is no receipt`,
    })
  }
  const limits = { source: 'the receipt', maxBytes: MAX_RECEIPT_BYTES, maxDepth: 8 }
  const receipt = decodeDocument(receiptSchema, bytes, limits)
  const machine = signers[0]!
  if (receipt.predicate.machine !== formatPublicKey('machine', machine)) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: 'the receipt names another machine than the one that signed it',
    })
  }
  return { receipt, bytes, machine }
}
