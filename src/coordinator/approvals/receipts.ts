/**
 * Receipts: an agent's account of a deployment, signed by its machine key, kept as it came and logged by
 * digest. What counts for a job is decided by whoever reads it, by its own list of machine keys.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { ReplyOf } from '../../api/route-table.ts'
import { decodeBase64url, encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import { formatTimestamp } from '../../base/time.ts'
import type { Envelope } from '../../trust/dsse.ts'
import { type Receipt, verifyReceipt } from '../../trust/receipt.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'

/** @throws RequestRefusal `refused`, `not-found` */
export async function acceptReceipt(
  context: CoordinatorContext,
  node: NodeRecord,
  envelope: Envelope,
): Promise<ReplyOf<'submitReceipt'>> {
  const receipt = readReceipt(node, envelope)
  const { approval, outcome } = receipt.predicate
  const bytes = encodeUtf8(JSON.stringify(envelope))
  const digest = formatDigest(sha256(bytes))
  const now = context.clock.now()
  const logIndex = await context.store.write('receipt', async (tx) => {
    await checkTarget(tx, node, receipt)
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

function readReceipt(node: NodeRecord, envelope: Envelope): Receipt {
  try {
    return verifyReceipt(envelope, [decodeBase64url(node.machineKey) as Ed25519PublicKey]).receipt
  } catch (cause) {
    if (!(cause instanceof SallyportError)) throw cause
    throw new RequestRefusal('refused', { message: `not a receipt of this agent: ${cause.message}` })
  }
}

/** An agent speaks of approvals for its own applications only. */
async function checkTarget(
  tx: Transaction,
  node: NodeRecord,
  { predicate, subject }: Receipt,
): Promise<void> {
  const { approval, application, environment } = predicate
  const statement = await tx.submissions.findStatement(approval)
  const isOwn =
    statement !== undefined &&
    statement.envelope !== null &&
    statement.application === application &&
    statement.environment === environment &&
    statement.artifact === `sha256:${subject[0]?.digest.sha256}` &&
    environment === node.environment &&
    node.applications.includes(application)
  if (!isOwn)
    throw new RequestRefusal('not-found', { message: `there is no approval ${approval} for this agent` })
}
