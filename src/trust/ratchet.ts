/**
 * What an agent remembers of accepted approvals, and what it refuses by it (protocols §5 and §6). Plain
 * JSON, so that the agent can store it with fsync. Counted per application, environment and key epoch:
 * a stolen key that signs a huge sequence cannot block the fix in the next epoch.
 */
import * as z from 'zod'
import { applicationName, counter, digestText, environmentName, numericId } from './vocabulary.ts'

export const MAX_SEQUENCE_JUMP = 1_000_000

const target = { application: applicationName, environment: environmentName }

export const trustStateSchema = z.strictObject({
  ratchets: z.array(
    z.strictObject({ ...target, keyEpoch: counter, sequence: counter, approval: digestText }),
  ),
  runs: z.array(z.strictObject({ ...target, runId: numericId })),
  /** Artifact digests that a `revoke` forbade, per application and environment. */
  revoked: z.array(z.strictObject({ ...target, artifact: digestText })),
  /** The payload-bearing envelope of the newest key list, as JSON text; null before the first. */
  keyList: z.string().nullable(),
  /** The largest checkpoint, as a signed note; null before the first. */
  checkpoint: z.string().nullable(),
})

export type TrustState = z.infer<typeof trustStateSchema>

export const EMPTY_TRUST_STATE: TrustState = {
  ratchets: [],
  runs: [],
  revoked: [],
  keyList: null,
  checkpoint: null,
}

export interface Target {
  readonly application: string
  readonly environment: string
}

export interface SequenceClaim extends Target {
  readonly keyEpoch: number
  readonly sequence: number
  /** `sha256:…` of the statement bytes. */
  readonly approval: string
}

export type SequenceJudgement =
  | { readonly kind: 'next' }
  /** The very statement that was accepted last: a deployment is taken up again. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'lower' | 'reused' | 'jump'; readonly last: number }

/** Lower is refused for ever, equal only for the same statement, a jump over 1,000,000 refused. */
export function judgeSequence(state: TrustState, claim: SequenceClaim): SequenceJudgement {
  const last = state.ratchets.find((entry) => sameTarget(entry, claim) && entry.keyEpoch === claim.keyEpoch)
  const reached = last?.sequence ?? 0
  if (last && claim.sequence === reached) {
    return last.approval === claim.approval ? { kind: 'resume' } : { kind: 'reused', last: reached }
  }
  if (claim.sequence <= reached) return { kind: 'lower', last: reached }
  return claim.sequence - reached > MAX_SEQUENCE_JUMP ? { kind: 'jump', last: reached } : { kind: 'next' }
}

/** The highest run id accepted for the target; a lower one is a re-run of an old run. */
export function highestRunId(state: TrustState, target: Target): bigint | undefined {
  const entry = state.runs.find((run) => sameTarget(run, target))
  return entry === undefined ? undefined : BigInt(entry.runId)
}

export function isRevoked(state: TrustState, target: Target, artifact: string): boolean {
  return state.revoked.some((entry) => sameTarget(entry, target) && entry.artifact === artifact)
}

export function raiseRatchet(state: TrustState, claim: SequenceClaim): TrustState {
  const { application, environment, keyEpoch, sequence, approval } = claim
  const others = state.ratchets.filter((entry) => !(sameTarget(entry, claim) && entry.keyEpoch === keyEpoch))
  return { ...state, ratchets: [...others, { application, environment, keyEpoch, sequence, approval }] }
}

export function raiseRunId(
  state: TrustState,
  { application, environment }: Target,
  runId: string,
): TrustState {
  const target = { application, environment }
  const highest = highestRunId(state, target)
  if (highest !== undefined && highest >= BigInt(runId)) return state
  return { ...state, runs: [...state.runs.filter((run) => !sameTarget(run, target)), { ...target, runId }] }
}

export function addRevocation(
  state: TrustState,
  { application, environment }: Target,
  artifact: string,
): TrustState {
  if (isRevoked(state, { application, environment }, artifact)) return state
  return { ...state, revoked: [...state.revoked, { application, environment, artifact }] }
}

function sameTarget(a: Target, b: Target): boolean {
  return a.application === b.application && a.environment === b.environment
}
