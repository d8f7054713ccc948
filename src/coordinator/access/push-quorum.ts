/**
 * A push that loosens an environment with a quorum waits for that quorum, under the rules before it. The
 * change is a document of both digests that people sign like an approval; pushed again once they have, the
 * very same files are registered.
 */
import { parseAccessRules } from '../../access/document.ts'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { PushRequest } from '../../api/messages/operation.ts'
import { encodeBase64, encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { DAY, formatTimestamp, type Timestamp } from '../../base/time.ts'
import { emitPolicyChange, type PolicyChange, parsePolicyChange } from '../../trust/policy-change.ts'
import { countBallot, findBallot } from '../approvals/ballot.ts'
import type { CoordinatorContext } from '../context.ts'
import { type Environments, parseEnvironments } from '../environments/environments-file.ts'
import { findLoosenings, type Loosening, quorums } from '../environments/loosening.ts'
import { CHANGES } from '../environments/policy-changes.ts'
import type { Transaction } from '../store/contract.ts'
import { liveAgents } from './agent-directory.ts'
import { findLoosenedAccess } from './loosened-access.ts'

/** People have this long. */
const LIFETIME = 3 * DAY
const MAX_LOOSENINGS = 256

export type PushedFiles = Pick<PushRequest, 'environments' | 'access'>

/** Who pushes: as the log names one, and as `people` lists one. */
export interface Pusher {
  readonly by: string
  /** Id under `people`; null for one who is not listed. */
  readonly person: string | null
  /** The session that pushes; absent for an operator key. */
  readonly session?: string
  /** Of a pipeline: what the push costs, in its transaction. @param changes whether something is registered */
  readonly pay?: (tx: Transaction, changes: boolean) => Promise<void>
  /** Of a pipeline: whether it may push by that file as well. */
  readonly mayStill?: (file: Environments) => boolean
}

export type QuorumJudgement =
  | { readonly kind: 'free' }
  /** `change` is what people signed; it is used up with the push. */
  | { readonly kind: 'approved'; readonly change: string }
  | {
      readonly kind: 'waiting'
      readonly change: string
      readonly wanted: number
      readonly given: number
      readonly loosens: readonly Loosening[]
    }

/** @throws `CONFIG_INVALID`, `ACCESS_RULES_INVALID` */
export async function judgeQuorum(
  context: CoordinatorContext,
  files: PushedFiles,
  pusher: Pusher,
  options: { readonly dryRun: boolean },
): Promise<QuorumJudgement> {
  const plan = await context.store.read((tx) => planChange(context, tx, files))
  if (plan.kind === 'free') return plan
  const { wanted, loosens } = plan
  const known = plan.change
  if (known === undefined) {
    const change = options.dryRun
      ? formatDigest(sha256(plan.bytes))
      : await context.store.write('policy change', (tx) => propose(context, tx, plan, pusher))
    if (!options.dryRun) await context.log.integrate()
    return { kind: 'waiting', change, wanted, given: 0, loosens }
  }
  const { ballot, registered } = await context.store.read(async (tx) => ({
    ballot: await findBallot(tx, known),
    registered: await context.environments(tx),
  }))
  const given = ballot && registered ? (await countBallot(context, registered.file, ballot)).length : 0
  if (given >= wanted) return { kind: 'approved', change: known }
  return { kind: 'waiting', change: known, wanted, given, loosens }
}

/** In the transaction that registers the files: nothing changed since it was judged. @throws `STORE_CONFLICT` */
export async function confirmQuorum(
  context: CoordinatorContext,
  tx: Transaction,
  files: PushedFiles,
  judgement: QuorumJudgement,
): Promise<void> {
  // A dry run of what waits: nothing will be kept.
  if (judgement.kind === 'waiting') return
  const plan = await planChange(context, tx, files)
  if (judgement.kind === 'free' && plan.kind === 'free') return
  const isOurs =
    judgement.kind === 'approved' &&
    plan.kind === 'waiting' &&
    plan.change === judgement.change &&
    (await CHANGES.change(tx, judgement.change, (value) => ({ ...value, state: 'applied' })))
  if (isOurs) return
  throw new SallyportError('STORE_CONFLICT', {
    message: 'something else was registered meanwhile; push again',
  })
}

interface Waiting {
  readonly kind: 'waiting'
  readonly wanted: number
  readonly loosens: readonly Loosening[]
  readonly bytes: Uint8Array
  /** The same change, proposed before and not refused. */
  readonly change: string | undefined
}

async function planChange(
  context: CoordinatorContext,
  tx: Transaction,
  files: PushedFiles,
): Promise<Waiting | { readonly kind: 'free' }> {
  const before = await context.environments(tx)
  if (!before) return { kind: 'free' }
  const loosens = await findAll(context, tx, files)
  if (loosens.length === 0) return { kind: 'free' }
  const wanted = Math.max(...loosens.map(({ environment }) => quorums(before.file).get(environment) ?? 0))
  const rules = await context.accessRules(tx)
  const digestOf = (file: { readonly text: string } | null) =>
    file && formatDigest(sha256(encodeUtf8(file.text)))
  const change = {
    coordinator: context.identity.coordinatorId,
    environments: files.environments && { from: before.digest, to: digestOf(files.environments)! },
    access: files.access && { from: rules?.digest ?? null, to: digestOf(files.access)! },
    loosens: loosens.slice(0, MAX_LOOSENINGS),
  }
  const now = context.clock.now()
  const notAfter = formatTimestamp((now + LIFETIME) as Timestamp)
  const bytes = emitPolicyChange({ ...change, notBefore: formatTimestamp(now), notAfter })
  return { kind: 'waiting', wanted, loosens, bytes, change: await findSame(tx, change, now) }
}

async function findAll(
  context: CoordinatorContext,
  tx: Transaction,
  files: PushedFiles,
): Promise<Loosening[]> {
  const before = (await context.environments(tx))!
  const guarded = new Set(quorums(before.file).keys())
  if (guarded.size === 0) return []
  const loosens = files.environments
    ? findLoosenings(before.file, parseEnvironments(files.environments.text, 'environments.yml'))
    : []
  if (!files.access) return loosens
  const rules = (await context.accessRules(tx))?.rules
  const next = parseAccessRules(files.access.text, 'access.hujson')
  return [...loosens, ...findLoosenedAccess(rules, next, await liveAgents(tx), guarded)]
}

/** The same digests from the same versions: what people saw is what is registered. */
async function findSame(
  tx: Transaction,
  change: Pick<PolicyChange, 'environments' | 'access'>,
  now: Timestamp,
): Promise<string | undefined> {
  for (const { id, value, expiresAt } of await CHANGES.list(tx)) {
    if (value.state !== 'waiting' || (expiresAt ?? 0) <= now) continue
    const { environments, access } = parsePolicyChange(Buffer.from(value.bytes, 'base64'))
    if (
      JSON.stringify({ environments, access }) ===
      JSON.stringify({ environments: change.environments, access: change.access })
    ) {
      return id
    }
  }
  return undefined
}

async function propose(
  context: CoordinatorContext,
  tx: Transaction,
  { bytes, wanted, loosens }: Waiting,
  { by, person }: Pusher,
): Promise<string> {
  const now = context.clock.now()
  const change = formatDigest(sha256(bytes))
  const environments = [...new Set(loosens.map(({ environment }) => environment))].slice(0, 64)
  const value = {
    bytes: encodeBase64(bytes),
    wanted,
    environments,
    by,
    askedBy: person,
    state: 'waiting',
  } as const
  const expiresAt = (now + LIFETIME) as Timestamp
  if (await CHANGES.insert(tx, { id: change, value, now, expiresAt })) {
    const at = formatTimestamp(now)
    await tx.log.append(emitLogEntry({ type: 'policy-change', version: 1, at, change, by, environments }))
  }
  return change
}
