/** What the agent knows beyond an approval: issuers' keys, the log, revocations; none of it from the approval's sender. */
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { Clock } from '../../base/time.ts'
import { verifyLoggedApproval, wantedConsistency } from '../../tlog/logged-approval.ts'
import { parseApprovalFile } from '../../trust/approval-file.ts'
import type { IssuerKeySource } from '../../trust/issuer-key-source.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import type { TrustedIssuer, TrustFile } from '../../trust/trust-file.ts'
import type { ApprovalEvidence, Freshness, Oversight } from '../deployment/oversight.ts'
import type { KeptCheckpoint } from './kept-checkpoint.ts'
import type { LogFollower } from './log-follower.ts'

export interface OversightOptions {
  readonly follower: LogFollower
  readonly issuerKeys: IssuerKeySource
  readonly clock: Clock
  /** What was seen before the last restart, and is seen now. */
  readonly kept?: KeptCheckpoint
  /** Why nothing was deployed when the agent ended: a conflict outlives a restart. */
  readonly conflict: string | undefined
  /** Called once the log is known to contradict itself; nothing is deployed from then on. */
  readonly onConflict: (reason: string, kept: string | null, seen: string | undefined) => Promise<void>
  /** Asked while there is a conflict: a follower that has read the log anew once the operator root cleared it. */
  readonly clear?: () => Promise<LogFollower | undefined>
}

export interface CoordinatorOversight extends Oversight {
  /** Why the log is not to be believed, once it contradicted itself. */
  readonly conflict: string | undefined
  /** Who reads the log at present. */
  readonly follower: LogFollower
  /** Reads what is new in the log. @throws `LOG_INCONSISTENT`, and what the follower throws */
  followLog(): Promise<void>
  /** Looks for a clearance. @throws `LOG_INCONSISTENT` while there is a conflict */
  resolveConflict(): Promise<void>
}

export function createCoordinatorOversight(options: OversightOptions): CoordinatorOversight {
  let { conflict, follower } = options
  let verified: Freshness | undefined
  let clearing: Promise<void> | undefined
  let known: string | null | undefined
  const ownKept = async (): Promise<string | null> => {
    known ??= (await options.kept?.read()) ?? null
    return known
  }
  const keep = async (note: string | undefined): Promise<void> => {
    if (note === undefined || note === known) return
    await options.kept?.write(note)
    known = note
  }
  const tryToClear = async (): Promise<void> => {
    const fresh = await options.clear?.()
    if (!fresh) throw new SallyportError('LOG_INCONSISTENT', { message: conflict! })
    follower = fresh
    conflict = undefined
  }
  const resolveConflict = async (): Promise<void> => {
    if (conflict === undefined) return
    clearing ??= tryToClear().finally(() => {
      clearing = undefined
    })
    await clearing
  }
  const update = async (kept: string | null): Promise<void> => {
    const hadConflict = conflict !== undefined
    await resolveConflict()
    try {
      await follower.update()
      // What was kept before a clearance is of the log before.
      const before = hadConflict ? [] : [kept, await ownKept()]
      for (const note of before) if (note !== null) follower.check(note)
      await keep(follower.checkpoint)
    } catch (error) {
      if (error instanceof SallyportError && error.code === 'LOG_INCONSISTENT') {
        conflict = error.message
        await options.onConflict(error.message, kept ?? (await ownKept()), follower.checkpoint)
      }
      throw error
    }
  }
  return {
    get conflict() {
      return conflict
    },
    get follower() {
      return follower
    },
    resolveConflict,
    followLog: () => update(null),
    async evidence(file, trust, state) {
      const issuers = await gatherKeys(options.issuerKeys, file, trust)
      try {
        await update(state.checkpoint)
      } catch (error) {
        // The verification goes on to name the log as what could not be verified.
        const reason = messageOf(error)
        return { issuers, verifyLog: () => ({ kind: 'refused', code: 'LOG_INCONSISTENT', reason }) }
      }
      const consistency = proveConsistency(follower, file, state.checkpoint)
      return {
        issuers,
        verifyLog: verifyLoggedApproval,
        ...(consistency ? { consistency } : {}),
      } satisfies ApprovalEvidence
    },
    async freshness() {
      const at = options.clock.now()
      try {
        await update(null)
        verified = { at, revokedApprovals: follower.revokedApprovals }
      } catch (error) {
        // A coordinator that is away is no reason yet; how old its last word may be is the caller's.
        if (conflict !== undefined) throw error
      }
      return verified
    },
  }
}

async function gatherKeys(
  source: IssuerKeySource,
  file: Uint8Array,
  trust: TrustFile,
): Promise<ReadonlyMap<string, IssuerKeys>> {
  if (trust.signers !== 'coordinator') return new Map()
  const { token, people } = readTokens(file)
  const tokens = [token, ...people].filter((text) => text !== null)
  const found = await Promise.all(
    tokens.map((text) => source.keysFor(trust.issuers satisfies readonly TrustedIssuer[], text)),
  )
  return new Map(found.flatMap((keys) => [...keys]))
}

function readTokens(file: Uint8Array): { readonly token: string | null; readonly people: readonly string[] } {
  try {
    return parseApprovalFile(file)
  } catch {
    // A file that cannot be read needs no keys; the verification says what is wrong with it.
    return { token: null, people: [] }
  }
}

function proveConsistency(
  follower: LogFollower,
  file: Uint8Array,
  kept: string | null,
): Uint8Array[] | undefined {
  try {
    const { log } = parseApprovalFile(file)
    const wanted = log && wantedConsistency(log.proof, kept)
    return wanted ? follower.consistency(wanted.first, wanted.second) : undefined
  } catch {
    // A proof that cannot be read is refused by the verification.
    return undefined
  }
}
