/** Changes of policy that wait for people, or that they have approved. */
import { collection } from '../store/documents.ts'

export interface PolicyChangeRecord {
  /** The document that people sign, base64. */
  readonly bytes: string
  /** How many of them, under the rules before it. */
  readonly wanted: number
  readonly environments: readonly string[]
  /** As the log names who pushed it; null for whoever holds the data directory. */
  readonly by: string | null
  /** Id under `people` of who pushed it, whose own yes does not count; null for one who is not listed. */
  readonly askedBy: string | null
  readonly state: 'waiting' | 'refused' | 'applied'
}

/** By the digest of the bytes. */
export const CHANGES = collection<PolicyChangeRecord>('policy-change')
