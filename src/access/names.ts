/** What a document defines and its rules refer to by name: groups, hosts, tags, address sets, workloads, postures. */
import { type IpPrefix, parsePrefix } from '../base/ip.ts'
import { type AddressSet, decodeAddressSets } from './address-set.ts'
import type { HujsonValue } from './hujson.ts'
import { decodePostures, type Posture } from './posture.ts'
import { parseSelector, type Selector } from './selector.ts'

export interface Names {
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly hosts: ReadonlyMap<string, IpPrefix>
  readonly tagOwners: ReadonlyMap<string, readonly string[]>
  readonly ipsets: ReadonlyMap<string, AddressSet>
  readonly postures: ReadonlyMap<string, Posture>
  /** `github:owner/repository` to the ids it was resolved to when the rules were saved. */
  readonly workloads: ReadonlyMap<string, WorkloadIdentity>
}

export interface WorkloadIdentity {
  readonly repositoryId: string
  readonly ownerId: string
  /** The exact issuer of its tokens; absent: the only one of that forge that trust rules name. */
  readonly issuer?: string
}

/** @throws `ACCESS_RULES_INVALID` with the place */
export function decodeNames(root: ReadonlyMap<string, HujsonValue>): Names {
  const hosts = decodeHosts(root.get('hosts'))
  const names: Names = {
    groups: decodeGroups(root.get('groups')),
    hosts,
    tagOwners: decodeTagOwners(root.get('tagOwners')),
    ipsets: decodeAddressSets(root.get('ipsets'), hosts),
    postures: decodePostures(root.get('postures')),
    workloads: decodeWorkloads(root.get('workloads')),
  }
  for (const owners of root.get('tagOwners')?.entries().values() ?? [])
    for (const owner of owners.list()) readSelector(owner, names)
  return names
}

/** A selector whose name is defined; a host stands for its prefix. */
export function readSelector(value: HujsonValue, names: Names, side = ''): Selector {
  return resolveName(value, value.text(), names, side)
}

/** @param side `src=` or `dst=`, for the message */
export function resolveName(value: HujsonValue, text: string, names: Names, side: string): Selector {
  const selector = parseSelector(text)
  if (typeof selector === 'string') value.fail(`${side}${selector}`)
  switch (selector.kind) {
    case 'tag':
      requireTag(value, text, names, side)
      return selector
    case 'group':
      return names.groups.has(text)
        ? selector
        : value.fail(`${side}group not found: ${JSON.stringify(text)}`, 'add it to "groups"')
    case 'ipset':
      return names.ipsets.has(text)
        ? selector
        : value.fail(`${side}ipset not found: ${JSON.stringify(text)}`, 'add it to "ipsets"')
    case 'host': {
      const prefix =
        names.hosts.get(text) ??
        value.fail(`${side}host not found: ${JSON.stringify(text)}`, 'add it to "hosts"')
      return { kind: 'prefix', prefix, text }
    }
    case 'workload':
      return names.workloads.has(text)
        ? selector
        : value.fail(
            `${side}workload not resolved: ${JSON.stringify(text)}`,
            'sallyport acl resolve adds its ids to "workloads": { "repositoryId": "…", "ownerId": "…" }',
          )
    default:
      return selector
  }
}

export function requireTag(
  value: HujsonValue,
  tag: string,
  names: Pick<Names, 'tagOwners'>,
  side = '',
): string {
  return names.tagOwners.has(tag)
    ? tag
    : value.fail(`${side}tag not found: ${JSON.stringify(tag)}`, 'add it to "tagOwners"')
}

function decodeGroups(value: HujsonValue | undefined): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  for (const [name, members] of value?.entries() ?? []) {
    if (!/^group:[^\s:]+$/.test(name)) members.fail(`${JSON.stringify(name)} is no group: write group:name`)
    groups.set(name, members.list().map(readMember))
  }
  return groups
}

function readMember(member: HujsonValue): string {
  const text = member.text()
  if (text.startsWith('group:')) member.fail(`${JSON.stringify(text)}: a group cannot hold a group`)
  if (!text.includes('@'))
    member.fail(`${JSON.stringify(text)} is no user`, 'a user has an @: ada@example.org, ada@')
  return text
}

function decodeHosts(value: HujsonValue | undefined): Map<string, IpPrefix> {
  const hosts = new Map<string, IpPrefix>()
  for (const [name, address] of value?.entries() ?? []) {
    if (name.includes('@') || name.includes(':'))
      address.fail(`${JSON.stringify(name)} cannot name a host: it has an @ or a colon`)
    try {
      hosts.set(name, parsePrefix(address.text()))
    } catch {
      address.fail(`${JSON.stringify(address.text())} is no address and no prefix`)
    }
  }
  return hosts
}

function decodeTagOwners(value: HujsonValue | undefined): Map<string, readonly string[]> {
  const owners = new Map<string, readonly string[]>()
  for (const [tag, list] of value?.entries() ?? []) {
    const selector = parseSelector(tag)
    if (typeof selector === 'string') list.fail(selector)
    else if (selector.kind !== 'tag') list.fail(`${JSON.stringify(tag)} is no tag: write tag:name`)
    owners.set(
      tag,
      list.list().map((owner) => owner.text()),
    )
  }
  return owners
}

function decodeWorkloads(value: HujsonValue | undefined): Map<string, WorkloadIdentity> {
  const workloads = new Map<string, WorkloadIdentity>()
  for (const [name, ids] of value?.entries() ?? []) {
    if (parseWorkload(name) === undefined)
      ids.fail(
        `${JSON.stringify(name)} is no workload: write github:owner/repository or gitlab:group/project`,
      )
    const entries = ids.object(['repositoryId', 'ownerId', 'issuer'])
    const issuer = entries.get('issuer')
    const id = (key: string): string => {
      const text = entries.get(key)?.text() ?? ids.fail(`${key} of ${JSON.stringify(name)} is missing`)
      return /^[1-9]\d*$/.test(text)
        ? text
        : ids.fail(`${key} must be a number in quotes, not ${JSON.stringify(text)}`)
    }
    workloads.set(name, {
      repositoryId: id('repositoryId'),
      ownerId: id('ownerId'),
      ...(issuer === undefined ? {} : { issuer: readIssuer(issuer) }),
    })
  }
  return workloads
}

function readIssuer(value: HujsonValue): string {
  const text = value.text()
  return /^https:\/\/[^\s?#]+[^\s?#/]$/.test(text)
    ? text
    : value.fail(`issuer must be an https: URL without a slash at its end, not ${JSON.stringify(text)}`)
}

function parseWorkload(name: string): Selector | undefined {
  const selector = parseSelector(name)
  return typeof selector === 'object' && selector.kind === 'workload' ? selector : undefined
}
