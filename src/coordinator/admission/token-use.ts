/**
 * Single use of workload tokens: (issuer, jti) is consumed in the transaction that writes what it pays
 * for. The same token for the very same thing gives the same result again, so that a lost reply is no
 * failure; for anything else it is a replay.
 */
import { encodeBase64url } from '../../base/bytes.ts'
import { labelledHash } from '../../base/digest.ts'
import { DAY, type Timestamp } from '../../base/time.ts'
import { type Claims, jtiOf } from '../../trust/token.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'

/** Longer than any token is accepted after its issue. */
const KEEP_MS = DAY

export type TokenPurpose = 'admission' | 'submission' | 'signing' | 'push'

export function tokenBinding(purpose: TokenPurpose, ...fields: readonly (string | Uint8Array)[]): string {
  return encodeBase64url(labelledHash('sallyport/token-use/v1', purpose, ...fields))
}

/**
 * @returns undefined where the token is consumed now, for `result`; else the result of the same use before
 * @throws RequestRefusal `replayed` where the token was used for something else
 */
export async function consumeToken(
  tx: Transaction,
  claims: Claims,
  use: { readonly binding: string; readonly result: string; readonly now: Timestamp },
): Promise<string | undefined> {
  const jti = jtiOf(claims)
  if (jti === undefined) throw new Error('a token without jti is no verified workload token')
  const { binding, result, now } = use
  const expiresAt = (now + KEEP_MS) as Timestamp
  if (await tx.tokens.consume({ issuer: claims.iss, jti, binding, result, expiresAt })) return undefined
  const before = await tx.tokens.find(claims.iss, jti)
  if (before?.binding === binding) return before.result
  throw new RequestRefusal('replayed', {
    message: 'this token was used before, with other keys or for something else',
    help: 'ask the issuer for a new token',
    claim: 'jti',
  })
}
