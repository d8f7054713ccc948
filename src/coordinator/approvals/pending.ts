/** What waits for people, as they see it. */
import type { PendingItem, PendingReply } from '../../api/messages/vote.ts'
import { encodeBase64 } from '../../base/bytes.ts'
import { formatTimestamp } from '../../base/time.ts'
import { parsePolicyChange } from '../../trust/policy-change.ts'
import { parseApprovalStatement } from '../../trust/statement.ts'
import type { CoordinatorContext } from '../context.ts'
import { CHANGES } from '../environments/policy-changes.ts'
import { RequestRefusal } from '../request-refusal.ts'
import { type Ballot, countBallot, findBallot } from './ballot.ts'
import { isOpen } from './people-vote.ts'

const MAX_LISTED = 500

export async function listPending(context: CoordinatorContext): Promise<{ items: PendingItem[] }> {
  const now = context.clock.now()
  const { ballots, registered } = await context.store.read(async (tx) => {
    const digests: string[] = []
    for (const { id } of await tx.submissions.listReserved(now, MAX_LISTED)) {
      digests.push(...(await tx.submissions.listStatements(id)).map(({ digest }) => digest))
    }
    digests.push(...(await CHANGES.list(tx)).map(({ id }) => id))
    const found: (Ballot | undefined)[] = []
    for (const digest of digests) found.push(await findBallot(tx, digest))
    return { ballots: found, registered: await context.environments(tx) }
  })
  const items: PendingItem[] = []
  for (const ballot of ballots) {
    if (!ballot || ballot.wanted === 0 || !isOpen(context, ballot) || !registered) continue
    items.push(describe(ballot, (await countBallot(context, registered.file, ballot)).length))
  }
  return { items }
}

/** @throws RequestRefusal `not-found` */
export async function showPending(context: CoordinatorContext, digest: string): Promise<PendingReply> {
  const { ballot, registered } = await context.store.read(async (tx) => ({
    ballot: await findBallot(tx, digest),
    registered: await context.environments(tx),
  }))
  if (!ballot || !registered)
    throw new RequestRefusal('not-found', { message: `nothing has the digest ${digest}` })
  const approvedBy = [...(await countBallot(context, registered.file, ballot))]
  return {
    item: describe(ballot, approvedBy.length),
    payloadType: ballot.payloadType,
    bytes: encodeBase64(ballot.question.bytes),
    approvedBy,
  }
}

function describe(ballot: Ballot, given: number): PendingItem {
  const { digest, wanted, question } = ballot
  const tally = { digest, wanted, given, notAfter: formatTimestamp(question.notAfter) }
  if (ballot.kind === 'policy-change') {
    const { environments, by } = ballot.change
    const { loosens } = parsePolicyChange(question.bytes)
    return {
      kind: 'policy-change',
      ...tally,
      environments: [...environments],
      loosens: loosens.map(({ environment, what }) => `${environment}: ${what}`),
      by,
    }
  }
  const { subject, predicate } = parseApprovalStatement(ballot.statement.bytes)
  const { source } = predicate
  return {
    kind: 'approval',
    ...tally,
    application: predicate.application,
    environment: predicate.environment,
    sequence: predicate.sequence,
    action: predicate.kind,
    artifact: { name: subject[0]!.name, digest: ballot.statement.artifact },
    source: source && {
      repositoryId: source.repositoryId,
      commit: source.commit,
      ref: source.ref,
      runId: source.runId,
      actorId: source.actorId,
    },
  }
}
