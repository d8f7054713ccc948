/**
 * What agents saw of the log before the backup was brought back: kept in the store by node, until every
 * active agent was heard and nothing that one of them saw is missing. Then the recovery ends by itself.
 */

import type { RecoveryReport } from '../../api/messages/recovery.ts'
import type { ReplyOf } from '../../api/route-table.ts'
import { decodeBase64 } from '../../base/bytes.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { logOrigin, verifyCheckpoint } from '../../tlog/checkpoint.ts'
import { MAX_SEQUENCE_JUMP } from '../../trust/ratchet.ts'
import type { CoordinatorContext } from '../context.ts'
import { readEarlierLogKeys } from '../identity/earlier-keys.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import type { NodeRecord } from '../store/records.ts'
import type { SeenLog } from './missing-entries.ts'
import { findMark, type RecoveryMark } from './recovery.ts'
import { endRecovery } from './recovery-end.ts'

interface Heard {
  /** Of the largest log that the agent saw. */
  readonly size: number
  /** Why its word is no earlier state of the log here. */
  readonly contradiction: string | null
}

const heard = collection<Heard>('recovery-report')

/** @throws RequestRefusal `refused` */
export async function takeReport(
  context: CoordinatorContext,
  node: NodeRecord,
  report: RecoveryReport,
): Promise<ReplyOf<'reportRecovery'>> {
  if (!(await context.recovery.isOpen())) return { wanted: null }
  const seen = report.checkpoint === null ? undefined : await readSeen(context, node, report.checkpoint)
  const { wanted, contradiction } = await takeEntries(context, node, report, seen)
  await context.store.write('recovery report', async (tx) => {
    if ((await findMark(tx)) === undefined) return
    await raiseSequences(tx, node, report, context.identity.keyList.epoch)
    await remember(context, tx, node.id, { size: seen?.size ?? 0, contradiction })
  })
  if (wanted === undefined) await endIfComplete(context)
  return { wanted: wanted ?? null }
}

export async function describeRecovery({ store }: CoordinatorContext): Promise<ReplyOf<'recovery'>> {
  return store.read(async (tx) => {
    const mark = await findMark(tx)
    return { recovery: mark ? await describe(tx, mark) : null }
  })
}

/** @throws RequestRefusal `refused` where something is missing that agents saw, and its loss is not accepted */
export async function endByHand(
  context: CoordinatorContext,
  acceptLoss: boolean,
  by: string,
): Promise<ReplyOf<'endRecovery'>> {
  const { recovery } = await describeRecovery(context)
  if (recovery && recovery.obstacle !== null && !acceptLoss) {
    throw new RequestRefusal('refused', {
      message: recovery.obstacle,
      help: 'bring the lost log: coordinator restore --newer-log; or end it with --accept-loss: agents that saw more stop deploying until keys clear-log',
    })
  }
  return endRecovery(context, `ended by ${by}`)
}

async function describe(
  tx: Transaction,
  mark: RecoveryMark,
): Promise<NonNullable<ReplyOf<'recovery'>['recovery']>> {
  const reports = new Map((await heard.list(tx)).map(({ id, value }) => [id, value]))
  const agents = (await tx.nodes.list()).filter(({ kind, state }) => kind === 'agent' && state === 'active')
  const size = await tx.log.size()
  const seen = Math.max(0, ...[...reports.values()].map((each) => each.size))
  const contradiction = [...reports.values()].find((each) => each.contradiction !== null)?.contradiction
  return {
    ...mark,
    size,
    seen,
    reported: agents.filter(({ id }) => reports.has(id)).map(({ name }) => name),
    awaited: agents.filter(({ id }) => !reports.has(id)).map(({ name }) => name),
    obstacle:
      contradiction ??
      (seen > size
        ? `agents saw ${seen} entries of the log, ${size} are here, and none has brought the others`
        : null),
  }
}

async function endIfComplete(context: CoordinatorContext): Promise<void> {
  const { recovery } = await describeRecovery(context)
  if (!recovery || recovery.obstacle !== null || recovery.awaited.length > 0) return
  try {
    await endRecovery(context, 'every agent was heard')
  } catch (thrown) {
    // Another replica heard the last agent at the same time, and has ended it.
    if (!(thrown instanceof RequestRefusal && thrown.kind === 'not-found')) throw thrown
  }
}

/** @throws RequestRefusal `refused` for a note that no log key of ours signed; it stands in the way of the recovery's end */
async function readSeen(context: CoordinatorContext, node: NodeRecord, note: string): Promise<SeenLog> {
  const { identity, store } = context
  const earlierKeys = await store.read((tx) => readEarlierLogKeys(tx, identity.root))
  const log = { origin: logOrigin(identity.coordinatorId), publicKey: identity.keyList.keys.log, earlierKeys }
  try {
    const { size, root } = verifyCheckpoint(note, log).checkpoint
    return { size, root, note }
  } catch (thrown) {
    if (!(thrown instanceof SallyportError)) throw thrown
    const why = `this checkpoint is not of this log: ${messageOf(thrown)}`
    const contradiction = `${node.name}: ${why}; a backup of before a key rotation does not know the log key that came after it`
    await store.write('recovery report', async (tx) => {
      if ((await findMark(tx)) !== undefined) await remember(context, tx, node.id, { size: 0, contradiction })
    })
    throw new RequestRefusal('refused', { message: why })
  }
}

async function takeEntries(
  context: CoordinatorContext,
  node: NodeRecord,
  { entries }: RecoveryReport,
  seen: SeenLog | undefined,
): Promise<{ wanted: number | undefined; contradiction: string | null }> {
  if (!seen) return { wanted: undefined, contradiction: null }
  const brought = entries ? { from: entries.from, bytes: entries.bytes.map(decodeBase64) } : undefined
  try {
    const wanted = await context.missingEntries.take(node.id, seen, brought, context.clock.monotonic())
    if (brought && wanted === undefined) await context.log.follow()
    return { wanted, contradiction: null }
  } catch (thrown) {
    if (!(thrown instanceof RequestRefusal)) throw thrown
    context.diagnostics.log('error', 'an agent contradicts the restored log', {
      node: node.name,
      reason: thrown.message,
    })
    return { wanted: undefined, contradiction: `${node.name}: ${thrown.message}` }
  }
}

/** Sequences go on above what agents accepted; a number that no agent would accept is no word about them. */
async function raiseSequences(
  tx: Transaction,
  node: NodeRecord,
  { ratchets }: RecoveryReport,
  epoch: number,
): Promise<void> {
  for (const { application, environment, keyEpoch, sequence } of ratchets) {
    const isOwn = node.applications.includes(application) && node.environment === environment
    if (!isOwn || keyEpoch !== epoch) continue
    const name = `sequence/${application}/${environment}`
    const last = Number((await tx.settings.find(name)) ?? 0)
    if (sequence > last && sequence - last <= MAX_SEQUENCE_JUMP) await tx.settings.put(name, String(sequence))
  }
}

async function remember(
  { clock }: CoordinatorContext,
  tx: Transaction,
  id: string,
  value: Heard,
): Promise<void> {
  if (await heard.insert(tx, { id, value, now: clock.now() })) return
  await heard.change(tx, id, () => value)
}
