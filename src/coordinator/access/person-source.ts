/**
 * A person's node as the rule language sees it: its user by the name that environments.yml gives the account,
 * else `SUBJECT@LOGIN`, and the roles of the moment. Identity is (issuer, subject); a name is only what
 * rules call it.
 */
import type { Node } from '../../access/network.ts'
import type { Timestamp } from '../../base/time.ts'
import type { Environments } from '../environments/environments-file.ts'
import { findSession, judgeSession, type PersonSession } from '../logins/session.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'
import { toAccessNode } from './access-node.ts'

/** @returns undefined where the node's session does not stand any more */
export async function findPersonSource(
  tx: Transaction,
  file: Environments | undefined,
  node: NodeRecord,
  now: Timestamp,
): Promise<Node | undefined> {
  const record = await findSession(tx, node.owner ?? '')
  if (!record || !file) return undefined
  try {
    return toPersonSource(file, node, await judgeSession(tx, file, record, now))
  } catch (thrown) {
    if (thrown instanceof RequestRefusal) return undefined
    throw thrown
  }
}

export function userNameOf(
  file: Environments,
  { login, subject }: Pick<PersonSession, 'login' | 'subject'>,
): string {
  const users = file.logins?.find(({ name }) => name === login)?.users ?? {}
  const named = Object.entries(users).find(([, listed]) => listed === subject)
  return named?.[0] ?? `${subject}@${login}`
}

function toPersonSource(file: Environments, node: NodeRecord, session: PersonSession): Node {
  return { ...toAccessNode(node), user: userNameOf(file, session), roles: session.roles }
}
