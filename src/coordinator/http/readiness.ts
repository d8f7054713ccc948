/** Whether this process is fit to serve: the store answers, the key list is current, the clock is believed. */

import type { ReplyOf } from '../../api/route-table.ts'
import { messageOf } from '../../base/errors.ts'
import { formatTimestamp, MINUTE } from '../../base/time.ts'
import { isCurrent } from '../../trust/key-list.ts'
import type { CoordinatorContext } from '../context.ts'

const MAX_BEHIND = 5 * MINUTE

export async function checkReadiness(context: CoordinatorContext): Promise<ReplyOf<'ready'>> {
  const checks = [
    await checkStore(context),
    checkKeyList(context),
    checkClock(context),
    await checkRecovery(context),
  ]
  return { status: checks.every(({ ok }) => ok) ? 'ready' : 'not-ready', checks }
}

type Check = ReplyOf<'ready'>['checks'][number]

async function checkStore({ store, diagnostics }: CoordinatorContext): Promise<Check> {
  try {
    await store.read((tx) => tx.log.size())
    return { name: 'store', ok: true }
  } catch (thrown) {
    // The reason names paths of this machine: it stands in our log, not in a public reply.
    diagnostics.log('error', 'the store does not answer', { error: messageOf(thrown) })
    return { name: 'store', ok: false, reason: 'the store does not answer' }
  }
}

async function checkRecovery({ recovery }: CoordinatorContext): Promise<Check> {
  if (!(await recovery.isOpen())) return { name: 'recovery', ok: true }
  return { name: 'recovery', ok: false, reason: 'it came back from a backup and waits for its agents' }
}

function checkKeyList({ identity, clock }: CoordinatorContext): Check {
  if (isCurrent(identity.keyList, clock.now())) return { name: 'key-list', ok: true }
  const until = formatTimestamp(identity.keyList.notAfter)
  return { name: 'key-list', ok: false, reason: `the key list is not current; it ends at ${until}` }
}

function checkClock({ clock }: CoordinatorContext): Check {
  const behind = clock.behindMs()
  if (behind <= MAX_BEHIND) return { name: 'clock', ok: true }
  return {
    name: 'clock',
    ok: false,
    reason: `the clock is ${Math.round(behind / 1000)} s behind what was recorded`,
  }
}
