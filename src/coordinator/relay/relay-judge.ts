/**
 * A relay's word on a credential: judged by the operator root's public key and the clock, without asking anybody. The
 * newest key list that was brought is kept, so that tokens of a key that was replaced count no more.
 */
import { decodeBase64url } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { type Clock, type Instant, parseTimestamp } from '../../base/time.ts'
import type { Envelope } from '../../trust/dsse.ts'
import type { KeyList } from '../../trust/key-list.ts'
import { judgeRelayCredential } from '../../trust/relay-token.ts'
import type { GrantJudgement } from '../../tunnel/relay/grant.ts'

export interface RelayJudgeOptions {
  readonly root: Ed25519PublicKey
  /** Of this relay: host and port by which clients dial it. */
  readonly name: string
  /** The newest key list that is known already. */
  readonly keyList?: KeyList
  /** A newer one was brought by a node, and has been verified. */
  readonly onKeyList?: (envelope: Envelope) => void
  readonly clock: Clock
  readonly diagnostics: Diagnostics
}

export type RelayJudge = (publicKey: Uint8Array, credential: Uint8Array, now: Instant) => GrantJudgement

export function createRelayJudge(options: RelayJudgeOptions): RelayJudge {
  const { root, name, clock, diagnostics } = options
  let known = options.keyList
  return (publicKey, credential, instant) => {
    const now = clock.now()
    const check = { root, known, relay: name, node: publicKey, now }
    const judgement = judgeRelayCredential(credential, check)
    if (judgement.kind === 'refused') {
      diagnostics.log('debug', 'a relay credential was refused', { why: judgement.why })
      return { kind: 'refused', reason: 'token' }
    }
    const { token, keyList } = judgement
    if (keyList.sequence !== known?.sequence) {
      known = keyList
      options.onKeyList?.(judgement.keyListEnvelope)
    }
    return {
      kind: 'granted',
      grant: {
        version: token.map,
        // From here on by the clock that does not jump.
        until: (instant + (parseTimestamp(token.notAfter) - now)) as Instant,
        account: token.account,
        quotaBytes: token.quotaBytes,
        peers: { count: token.peers.count, digest: decodeBase64url(token.peers.digest) },
      },
    }
  }
}
