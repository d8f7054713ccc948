/** The registered version of access.hujson: its tests run first, replaced by compare-and-swap, each version kept and logged. */
import { type AccessRules, parseAccessRules } from '../../access/document.ts'
import { runPolicyTests } from '../../access/policy-tests.ts'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { Transaction } from '../store/contract.ts'
import { toAccessNode } from './access-node.ts'

export const ACCESS_RULES_FILE = 'access.hujson'

export interface RulesRegistration {
  readonly text: string
  /** The version that the writer has seen; null where there is none. */
  readonly replaces: number | null
  /** `keyid` of who sends it, for the log; null for whoever holds the data directory. */
  readonly by: string | null
  readonly now: Timestamp
}

export interface RegisteredRules {
  readonly version: number
  readonly digest: string
  readonly rules: AccessRules
}

/** @throws `ACCESS_RULES_INVALID` with the place, also for a test that fails; `STORE_CONFLICT` */
export async function registerAccessRules(
  tx: Transaction,
  { text, replaces, by, now }: RulesRegistration,
): Promise<RegisteredRules> {
  const rules = parseAccessRules(text, ACCESS_RULES_FILE)
  const nodes = await tx.nodes.list()
  refuseFailedTests(
    rules,
    nodes.filter(({ kind }) => kind === 'agent').map((node) => toAccessNode(node)),
  )
  const current = await tx.accessRules.current()
  if ((current?.version ?? null) !== replaces) {
    throw new SallyportError('STORE_CONFLICT', {
      message: `the registered access rules are version ${current?.version ?? 'none'}, not ${replaces ?? 'none'}`,
      help: 'read the registered version, join the changes, and send it again',
    })
  }
  const version = (current?.version ?? 0) + 1
  const digest = formatDigest(sha256(encodeUtf8(text)))
  await tx.accessRules.insert({ version, text, digest, by, createdAt: now })
  const at = formatTimestamp(now)
  await tx.log.append(emitLogEntry({ type: 'access-rules', version: 1, at, revision: version, digest, by }))
  return { version, digest, rules }
}

/** Parses each version once. */
export type AccessRulesReader = (tx: Transaction) => Promise<RegisteredRules | undefined>

export function createAccessRulesReader(): AccessRulesReader {
  let last: RegisteredRules | undefined
  return async (tx) => {
    const current = await tx.accessRules.currentVersion()
    if (current && last?.version === current.version && last.digest === current.digest) return last
    const record = current && (await tx.accessRules.current())
    if (!record) return undefined
    const { version, digest, text } = record
    const rules = parseAccessRules(text, `${ACCESS_RULES_FILE}, version ${version}`)
    last = { version, digest, rules }
    return last
  }
}

function refuseFailedTests(rules: AccessRules, nodes: Parameters<typeof runPolicyTests>[1]): void {
  const [first, ...more] = runPolicyTests(rules, nodes)
  if (!first) return
  throw new SallyportError('ACCESS_RULES_INVALID', {
    message: `test(s) failed: ${first.id}: ${first.why}${more.length === 0 ? '' : `, and ${more.length} more`}`,
    place: first.value.place,
    help: 'sallyport acl test shows them all',
  })
}
