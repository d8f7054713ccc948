import type { Ed25519KeyPair, Ed25519PublicKey } from '../../base/ed25519.ts'
import type { Envelope } from '../../trust/dsse.ts'
import type { KeyList, OnlineRole } from '../../trust/key-list.ts'

/** Who this coordinator is. The root's private key is not among it: the operator took it away. */
export interface CoordinatorIdentity {
  /** base64url(SHA-256(root public key)). */
  readonly coordinatorId: string
  readonly root: Ed25519PublicKey
  /** Operator keys whose requests are an admin's. */
  readonly admins: readonly Ed25519PublicKey[]
  readonly keyList: KeyList
  readonly keyListEnvelope: Envelope
  readonly keys: Readonly<Record<OnlineRole, Ed25519KeyPair>>
}
