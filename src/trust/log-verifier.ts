/** The port through which an approval's place in the transparency log is judged; `src/tlog` fills it. */
import type { Ed25519PublicKey } from '../base/ed25519.ts'

export interface LoggedApproval {
  /** The bytes of the log's entry. */
  readonly entry: Uint8Array
  /** C2SP tlog-proof text. */
  readonly proof: string
  /** What the entry must be about. */
  readonly approval: {
    readonly digest: string
    readonly application: string
    readonly environment: string
    readonly sequence: number
  }
  readonly coordinatorId: string
  readonly logKey: Ed25519PublicKey
  /** The largest checkpoint that we verified before, as a signed note. */
  readonly known: string | null
  /** RFC 9162 consistency proof between the smaller and the larger of the two checkpoints. */
  readonly consistency: readonly Uint8Array[] | undefined
  readonly witnesses: { readonly keys: readonly string[]; readonly required: number } | undefined
}

export type LogJudgement =
  /** `checkpoint`: the larger of the two, to be kept. */
  | { readonly kind: 'included'; readonly checkpoint: string }
  | {
      readonly kind: 'refused'
      readonly code: 'LOG_PROOF_INVALID' | 'LOG_INCONSISTENT' | 'LOG_WITNESSES'
      readonly reason: string
    }

export type LogVerifier = (logged: LoggedApproval) => LogJudgement
