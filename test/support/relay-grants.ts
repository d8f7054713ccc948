/** Grants of a relay that believes what it is told: for tests of the relay's frames, without a coordinator's signature. */
import { concatBytes, uint32be } from '../../src/base/bytes.ts'
import type { Instant } from '../../src/base/time.ts'
import type { RelayCredential } from '../../src/mesh/peers.ts'
import type { GrantJudgement, RelayGrant } from '../../src/tunnel/relay/grant.ts'
import { listPeers } from '../../src/tunnel/relay/grant.ts'

/** Names these peers, and asks for nothing else. */
export function plainCredential(keys: readonly Uint8Array[]): RelayCredential {
  const { bytes, listing } = listPeers(keys)
  return { bytes: concatBytes(uint32be(listing.count), listing.digest), peers: bytes }
}

/** Grants what a plain credential names. */
export function grantPlainly(
  publicKey: Uint8Array,
  credential: Uint8Array,
  more: Partial<RelayGrant> = {},
): GrantJudgement {
  const view = new DataView(credential.buffer, credential.byteOffset, credential.length)
  return {
    kind: 'granted',
    grant: {
      version: 1,
      until: Number.MAX_SAFE_INTEGER as Instant,
      account: Buffer.from(publicKey).toString('base64'),
      quotaBytes: Number.MAX_SAFE_INTEGER,
      peers: { count: view.getUint32(0), digest: credential.slice(4, 36) },
      ...more,
    },
  }
}
