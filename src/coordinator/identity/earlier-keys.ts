/**
 * Key lists that were replaced, as the root signed them: a checkpoint that stands in the store may be of the
 * log key before. Kept in the store, so that a backup has them.
 */
import { decode } from '../../base/decode.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { parseStrictJson } from '../../base/json.ts'
import { type Envelope, envelopeSchema } from '../../trust/dsse.ts'
import { verifyKeyList } from '../../trust/key-list.ts'
import type { Transaction } from '../store/contract.ts'

const NAME = 'earlier-key-lists'
/** The oldest are forgotten: what they signed was signed again long since. */
const KEPT = 16
const MAX_BYTES = 512 * 1024

export async function keepKeyList(tx: Transaction, envelope: Envelope): Promise<void> {
  const kept = await readAll(tx)
  await tx.settings.put(NAME, JSON.stringify([...kept, envelope].slice(-KEPT)))
}

/** Newest first. */
export async function readEarlierLogKeys(
  tx: Transaction,
  root: Ed25519PublicKey,
): Promise<Ed25519PublicKey[]> {
  const kept = await readAll(tx)
  return kept.map((envelope) => verifyKeyList(envelope, root).keys.log).reverse()
}

async function readAll(tx: Transaction): Promise<Envelope[]> {
  const text = await tx.settings.find(NAME)
  if (text === undefined) return []
  const source = 'the earlier key lists in the store'
  return decode(envelopeSchema.array(), parseStrictJson(text, { source, maxBytes: MAX_BYTES }), { source })
}
