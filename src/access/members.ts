/** Which nodes of a network a selector means, for each address family: IPv4 addresses say nothing about IPv6. */
import { setContains } from './address-set.ts'
import type { Names } from './names.ts'
import type { Network, Node } from './network.ts'
import type { WorkloadCondition } from './rule.ts'
import { forgeOfSelector, type Selector } from './selector.ts'

export interface Members {
  readonly v4: Iterable<number>
  readonly v6: Iterable<number>
}

const NOBODY: Members = { v4: [], v6: [] }

/** @param where narrows workloads */
export function membersOf(
  selector: Selector,
  names: Pick<Names, 'groups' | 'ipsets' | 'workloads'>,
  network: Network,
  where: WorkloadCondition = {},
): Members {
  switch (selector.kind) {
    case 'everybody':
      return both(network.everybody())
    case 'user':
      return both(network.ofUser(selector.name))
    case 'group':
      return both((names.groups.get(selector.name) ?? []).flatMap((user) => network.ofUser(user)))
    case 'tag':
      return both(network.withTag(selector.name))
    case 'prefix': {
      const indices = network.within(selector.prefix)
      return selector.prefix.address.family === 4 ? { v4: indices, v6: [] } : { v4: [], v6: indices }
    }
    case 'ipset': {
      const set = names.ipsets.get(selector.name) ?? []
      const within = (address: Node['ipv4']): boolean => address !== undefined && setContains(set, address)
      return {
        v4: network.where(({ ipv4 }) => within(ipv4)),
        v6: network.where(({ ipv6 }) => within(ipv6)),
      }
    }
    case 'workload': {
      const identity = names.workloads.get(selector.name)
      const forge = forgeOfSelector(selector.name)
      return both(
        network.where(
          ({ workload }) =>
            identity !== undefined &&
            workload?.forge === forge &&
            (identity.issuer === undefined || identity.issuer === workload.issuer) &&
            workload.repositoryId === identity.repositoryId &&
            workload.ownerId === identity.ownerId &&
            meets(where, workload),
        ),
      )
    }
    case 'autogroup':
      return both(autogroup(selector.name, network))
    case 'host':
    case 'service':
      return NOBODY
  }
}

function both(indices: readonly number[]): Members {
  return { v4: indices, v6: indices }
}

function autogroup(name: string, network: Network): readonly number[] {
  switch (name) {
    case 'member':
    case 'self':
      return network.members()
    case 'tagged':
      return network.tagged()
    case 'danger-all':
      return network.everybody()
    case 'admin':
    case 'auditor':
      return network.where(({ tags, roles }) => tags.length === 0 && (roles?.includes(name) ?? false))
    default:
      // `internet` is no node; the other roles of a login service are nobody here.
      return []
  }
}

function meets(where: WorkloadCondition, workload: NonNullable<Node['workload']>): boolean {
  const allowed = (list: readonly string[] | undefined, value: string): boolean =>
    list === undefined || list.includes(value)
  return (
    allowed(where.ref, workload.ref) &&
    allowed(where.environment, workload.environment) &&
    allowed(where.event, workload.event) &&
    allowed(where.workflow, workload.workflow) &&
    allowed(where.runner, workload.runner)
  )
}
