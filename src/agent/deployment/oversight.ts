/**
 * What a coordinator knows beyond the approval itself: revocations, freezes, the newest checkpoint.
 * The mesh fills it; with `signers: key` there is none, and the approval's own window is all.
 */
import type { Timestamp } from '../../base/time.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import type { LogVerifier } from '../../trust/log-verifier.ts'
import type { TrustState } from '../../trust/ratchet.ts'
import type { TrustFile } from '../../trust/trust-file.ts'

/** Gathered before an approval is verified; verifying does no I/O. */
export interface ApprovalEvidence {
  readonly issuers: ReadonlyMap<string, IssuerKeys>
  readonly verifyLog?: LogVerifier
  /** Between the known checkpoint and the file's. */
  readonly consistency?: readonly Uint8Array[]
}

export interface Freshness {
  /** When the newest verified checkpoint was made. */
  readonly at: Timestamp
  /** Digests (`sha256:…`) of approvals that the coordinator has revoked. */
  readonly revokedApprovals: ReadonlySet<string>
  /** Why nothing may be deployed to the environment now. */
  readonly frozen?: string
}

export interface Oversight {
  evidence(file: Uint8Array, trust: TrustFile, state: TrustState): Promise<ApprovalEvidence>
  /** Asked right before the switch; `undefined` where nothing was ever heard. */
  freshness(application: string, environment: string): Promise<Freshness | undefined>
}

/** With `signers: key`: nobody beside the key. An approval of a coordinator is refused at its token. */
export const noOversight: Oversight = {
  evidence: async () => ({ issuers: new Map() }),
  freshness: async () => undefined,
}
