/**
 * What was logged after a backup, taken from a newer copy of the log: the missing entries are appended as
 * they are, so the log goes on where others saw it and nothing forks, and what they forbid holds again:
 * revoked approvals, nodes that ended. Sequences go on above every approval that was logged, because
 * agents accept no lower one. What an entry only names (a node's tags, the text of rules) is not brought
 * back; it is counted, and said.
 */
import { join } from 'node:path'
import { type LogEntry, parseLogEntry } from '../../api/messages/log-entry.ts'
import { equalBytes } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseTimestamp } from '../../base/time.ts'
import { readFileIfThere } from '../../platform/files.ts'
import type { LogIdentity } from '../../tlog/checkpoint.ts'
import { verifyLog } from '../../tlog/verify-log.ts'
import { dropGrant } from '../logins/first-admin.ts'
import { findByPseudonym, forgetPerson } from '../logins/person.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import { removeNode } from '../nodes/membership.ts'
import { dropSlots } from '../nodes/person-slot.ts'
import type { Store, Transaction } from '../store/contract.ts'

export interface Replayed {
  /** Entries that the backup did not have. */
  readonly fetched: number
  /** What took effect again, by kind. */
  readonly replayed: Readonly<Record<string, number>>
  /** What a person must do again (enrol, push), by kind. */
  readonly open: Readonly<Record<string, number>>
}

/** Entries that only report: nothing is lost with what they tell of. */
const REPORTS: ReadonlySet<string> = new Set([
  'admission',
  'person-node',
  'policy-push',
  'refusal',
  'refusals',
  'enrolment-secret',
  'receipt',
  'login',
  'login-refused',
  'logout',
  'session-end',
  'vote',
  'vote-refused',
  'restored',
])

/** @throws `LOG_INCONSISTENT` where the newer log is no continuation of the backup's; `SIGNATURE_INVALID` */
export async function replayLog(store: Store, newerLog: string, identity: LogIdentity): Promise<Replayed> {
  const stored = await store.read((tx) => tx.log.checkpoint())
  const entries: Uint8Array[] = []
  const { checkpoint, note } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(newerLog, path), maxBytes) },
    {
      identity,
      ...(stored ? { earlier: stored.note } : {}),
      describeEntry(bytes) {
        entries.push(bytes)
        return parseLogEntry(bytes).type
      },
    },
  )
  return store.write('replay', async (tx) => {
    const known = await tx.log.list(0, Number.MAX_SAFE_INTEGER)
    refuseOtherHistory(known, entries)
    const done = await appendAndReplay(tx, entries.slice(known.length))
    await tx.log.replaceCheckpoint(stored?.size ?? null, { size: checkpoint.size, note })
    return done
  })
}

/** @param missing those that follow the entries of the store */
export async function appendAndReplay(tx: Transaction, missing: readonly Uint8Array[]): Promise<Replayed> {
  const done = { fetched: missing.length, replayed: {}, open: {} }
  for (const bytes of missing) {
    await tx.log.append(bytes)
    const entry = parseLogEntry(bytes)
    const list = (await replay(tx, entry)) ? done.replayed : REPORTS.has(entry.type) ? {} : done.open
    count(list, entry.type)
  }
  return done
}

/** @returns true where it takes effect again */
async function replay(tx: Transaction, entry: LogEntry): Promise<boolean> {
  switch (entry.type) {
    case 'approval-revoked':
      await tx.submissions.revoke(entry.approval, parseTimestamp(entry.at))
      return true
    case 'node-end': {
      const node = await tx.nodes.find(entry.node)
      if (node?.state === 'active' || node?.state === 'suspended')
        await removeNode(tx, node, entry.reason, parseTimestamp(entry.at))
      return true
    }
    case 'node-suspended':
    case 'node-resumed': {
      const node = await tx.nodes.find(entry.node)
      const state = entry.type === 'node-suspended' ? 'suspended' : 'active'
      const isThere = node?.state === 'active' || node?.state === 'suspended'
      if (isThere) await tx.nodes.change(node.id, await nextMapVersion(tx), { state })
      return isThere
    }
    case 'person-forgotten': {
      const account = entry.person === null ? undefined : await findByPseudonym(tx, entry.person)
      if (account) {
        await forgetPerson(tx, account)
        await dropGrant(tx, account)
        await dropSlots(tx, account, parseTimestamp(entry.at))
      }
      return true
    }
    case 'approval': {
      const name = `sequence/${entry.application}/${entry.environment}`
      const last = Number((await tx.settings.find(name)) ?? 0)
      if (entry.sequence > last) await tx.settings.put(name, String(entry.sequence))
      return true
    }
    default:
      return false
  }
}

/** The backup may hold entries that no checkpoint covered yet: they must be the same ones. */
function refuseOtherHistory(known: readonly Uint8Array[], entries: readonly Uint8Array[]): void {
  const at = known.findIndex((bytes, index) => index < entries.length && !equalBytes(bytes, entries[index]!))
  if (at < 0 && known.length <= entries.length) return
  throw new SallyportError('LOG_INCONSISTENT', {
    message:
      at < 0
        ? `the newer log has ${entries.length} entries, and the backup ${known.length}`
        : `entry ${at} of the newer log is another than the backup's`,
    help: 'name the newest copy of the log of this coordinator, or restore without it',
  })
}

function count(list: Record<string, number>, kind: string): void {
  list[kind] = (list[kind] ?? 0) + 1
}
