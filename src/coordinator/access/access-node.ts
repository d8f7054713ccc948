/** The mesh's nodes as the rule language sees them: agents by their tags, runners by their token's claims. */
import type { Node, NodeWorkload } from '../../access/network.ts'
import { decodeBase64url, decodeUtf8 } from '../../base/bytes.ts'
import { parseIp } from '../../base/ip.ts'
import { forgeOf, readWorkloadClaims } from '../../trust/gitlab-claims.ts'
import type { LeaseRecord, NodeRecord } from '../store/records.ts'

type Claims = Readonly<Record<string, unknown>>

/** @param claims of a runner's verified token; absent for an agent */
export function toAccessNode(node: NodeRecord, claims?: Claims): Node {
  return {
    name: node.id,
    ipv4: parseIp(node.ipv4),
    ipv6: parseIp(node.ipv6),
    tags: node.tags,
    user: undefined,
    routes: [],
    workload: claims && toWorkload(claims),
  }
}

/** The token was verified before the lease was written, and the store is ours. */
export function claimsOfLease({ token }: LeaseRecord): Claims {
  return readWorkloadClaims(JSON.parse(decodeUtf8(decodeBase64url(token.split('.')[1] ?? ''))))
}

/** A claim that is missing is the empty text, which no condition lists. */
function toWorkload(claims: Claims): NodeWorkload {
  const text = (name: string): string => String(claims[name] ?? '')
  return {
    forge: forgeOf(claims),
    issuer: text('iss'),
    repositoryId: text('repository_id'),
    ownerId: text('repository_owner_id'),
    ref: text('ref'),
    environment: text('environment'),
    event: text('event_name'),
    // As in trust rules: the path; which commit of it counts is theirs to say.
    workflow: text('job_workflow_ref').split('@')[0]!,
    runner: text('runner_environment'),
  }
}
