/** What the agent knows beyond an approval: issuers' keys, the log, revocations; none of it from the approval's sender. */
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { Clock } from '../../base/time.ts'
import { verifyLoggedApproval, wantedConsistency } from '../../tlog/logged-approval.ts'
import { parseApprovalFile } from '../../trust/approval-file.ts'
import type { IssuerKeySource } from '../../trust/issuer-key-source.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import type { TrustedIssuer, TrustFile } from '../../trust/trust-file.ts'
import type { ApprovalEvidence, Freshness, Oversight } from '../deployment/oversight.ts'
import type { LogFollower } from './log-follower.ts'

export interface OversightOptions {
  readonly follower: LogFollower
  readonly issuerKeys: IssuerKeySource
  readonly clock: Clock
  /** Why nothing was deployed when the agent ended: a conflict outlives a restart. */
  readonly conflict: string | undefined
  /** Called once the log is known to contradict itself; nothing is deployed from then on. */
  readonly onConflict: (reason: string, kept: string | null, seen: string | undefined) => Promise<void>
}

export interface CoordinatorOversight extends Oversight {
  /** Why the log is not to be believed, once it contradicted itself. */
  readonly conflict: string | undefined
}

export function createCoordinatorOversight(options: OversightOptions): CoordinatorOversight {
  let { conflict } = options
  let verified: Freshness | undefined
  const update = async (kept: string | null): Promise<void> => {
    if (conflict !== undefined) throw new SallyportError('LOG_INCONSISTENT', { message: conflict })
    try {
      await options.follower.update()
      if (kept !== null) options.follower.check(kept)
    } catch (error) {
      if (error instanceof SallyportError && error.code === 'LOG_INCONSISTENT') {
        conflict = error.message
        await options.onConflict(error.message, kept, options.follower.checkpoint)
      }
      throw error
    }
  }
  return {
    get conflict() {
      return conflict
    },
    async evidence(file, trust, state) {
      const issuers = await gatherKeys(options.issuerKeys, file, trust)
      try {
        await update(state.checkpoint)
      } catch (error) {
        // The verification goes on to name the log as what could not be verified.
        const reason = messageOf(error)
        return { issuers, verifyLog: () => ({ kind: 'refused', code: 'LOG_INCONSISTENT', reason }) }
      }
      const consistency = proveConsistency(options.follower, file, state.checkpoint)
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
        verified = { at, revokedApprovals: options.follower.revokedApprovals }
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
