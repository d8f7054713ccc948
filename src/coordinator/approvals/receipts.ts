/**
 * Receipts: an agent's account of a deployment, signed by its machine key, kept as it came and logged by
 * digest. What counts for a job is decided by whoever reads it, by its own list of machine keys.
 */
import * as z from 'zod'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { ReplyOf } from '../../api/route-table.ts'
import { decodeBase64url, encodeUtf8 } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { parseStrictJson } from '../../base/json.ts'
import { formatTimestamp } from '../../base/time.ts'
import { type Envelope, MAX_PAYLOAD_BYTES, verifyEnvelope } from '../../trust/dsse.ts'
import { digestText } from '../../trust/vocabulary.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'

export const RECEIPT_PAYLOAD_TYPE = 'application/vnd.sallyport.receipt+json'

/** What the coordinator reads of a receipt; the rest is between agent and reader. */
const receiptSchema = z.looseObject({ approval: digestText, outcome: z.string().regex(/^[a-z-]{1,40}$/) })

/** @throws RequestRefusal `refused`, `not-found` */
export async function acceptReceipt(
  context: CoordinatorContext,
  node: NodeRecord,
  envelope: Envelope,
): Promise<ReplyOf<'submitReceipt'>> {
  const { approval, outcome } = readReceipt(node, envelope)
  const bytes = encodeUtf8(JSON.stringify(envelope))
  const digest = formatDigest(sha256(bytes))
  const now = context.clock.now()
  const logIndex = await context.store.write('receipt', async (tx) => {
    await checkTarget(tx, node, approval)
    // Sent again after a lost reply: it stands in the log once.
    const before = await tx.receipts.find(digest)
    if (before) return before.logIndex
    const at = formatTimestamp(now)
    const { id } = node
    const index = await tx.log.append(
      emitLogEntry({ type: 'receipt', version: 1, at, node: id, approval, receipt: digest, outcome }),
    )
    await tx.receipts.insert({
      digest,
      nodeId: id,
      approval,
      outcome,
      bytes,
      logIndex: index,
      receivedAt: now,
    })
    return index
  })
  await context.log.integrate()
  return { digest, logIndex }
}

/** @param reader a runner, which sees the receipts of its own approval only; undefined for an admin */
export async function listReceipts(
  context: CoordinatorContext,
  approval: string,
  reader: NodeRecord | undefined,
): Promise<ReplyOf<'receipts'>> {
  return context.store.read(async (tx) => {
    const own = reader && (await tx.leases.find(reader.id))?.approval
    if (reader && own !== approval)
      throw new RequestRefusal('forbidden', { message: 'this approval is not yours' })
    const receipts = await tx.receipts.listByApproval(approval)
    return {
      receipts: receipts.map(({ nodeId, bytes }) => ({
        node: nodeId,
        receipt: JSON.parse(new TextDecoder().decode(bytes)) as Envelope,
      })),
    }
  })
}

function readReceipt(node: NodeRecord, envelope: Envelope): z.infer<typeof receiptSchema> {
  const source = 'the receipt'
  const payload = verify(node, envelope)
  if (payload.payloadType !== RECEIPT_PAYLOAD_TYPE) {
    throw new RequestRefusal('refused', { message: `a receipt has the type ${RECEIPT_PAYLOAD_TYPE}` })
  }
  return decode(receiptSchema, parseStrictJson(payload.bytes, { source, maxBytes: MAX_PAYLOAD_BYTES }), {
    source,
  })
}

function verify(node: NodeRecord, envelope: Envelope) {
  try {
    return verifyEnvelope(envelope, [decodeBase64url(node.machineKey) as Ed25519PublicKey])
  } catch (cause) {
    const refusal = new RequestRefusal('refused', {
      message: "the receipt is not signed by this agent's machine key",
    })
    refusal.cause = cause
    throw refusal
  }
}

/** An agent speaks of approvals for its own applications only. */
async function checkTarget(tx: Transaction, node: NodeRecord, approval: string): Promise<void> {
  const statement = await tx.submissions.findStatement(approval)
  const isOwn =
    statement?.envelope !== null &&
    statement?.environment === node.environment &&
    node.applications.includes(statement.application)
  if (!isOwn)
    throw new RequestRefusal('not-found', { message: `there is no approval ${approval} for this agent` })
}
