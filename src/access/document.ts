/**
 * The access rules as a file (`access.hujson`): Tailscale's policy grammar, decoded with the place of
 * every mistake. Additive and allow-only, no order, deny by default; a document without `acls` and
 * `grants` allows nothing (docs/access-rules.md lists where we differ).
 */
import type { Place } from '../base/errors.ts'
import { type IpPrefix, parsePrefix } from '../base/ip.ts'
import { parseDuration } from '../base/time.ts'
import { type HujsonValue, parseHujson } from './hujson.ts'
import {
  ALL_PORTS,
  carriesPorts,
  DEFAULT_PROTOCOLS,
  isAllPorts,
  type PortRange,
  parsePorts,
  parseProtocol,
} from './protocol.ts'
import { parseSelector, type Selector } from './selector.ts'
import { checkDestination, checkSources } from './selector-rules.ts'

export interface AccessRules {
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly hosts: ReadonlyMap<string, IpPrefix>
  readonly tagOwners: ReadonlyMap<string, readonly string[]>
  /** `github:owner/repository` to the ids it was resolved to when the rules were saved. */
  readonly workloads: ReadonlyMap<string, WorkloadIdentity>
  readonly rules: readonly Rule[]
  readonly tests: readonly PolicyTest[]
}

export interface WorkloadIdentity {
  readonly repositoryId: string
  readonly ownerId: string
}

/** Protocols, and ports where they have any. */
export interface Service {
  readonly protocols: readonly number[]
  readonly ports: readonly PortRange[]
}

export interface Target {
  readonly selector: Selector
  readonly services: readonly Service[]
}

export interface WorkloadCondition {
  readonly ref?: readonly string[]
  readonly environment?: readonly string[]
  readonly event?: readonly string[]
  readonly workflow?: readonly string[]
  readonly runner?: readonly string[]
}

export interface Rule {
  /** `acls[0]`, `grants[2]` */
  readonly id: string
  readonly place: Place
  readonly sources: readonly Selector[]
  readonly targets: readonly Target[]
  /** Routers that traffic to a route must pass; such a grant reaches routes only. */
  readonly via: readonly string[]
  readonly capabilities: readonly string[]
  readonly where: WorkloadCondition
  /** The edge exists only under an approval for this environment. */
  readonly approval: { readonly environment: string } | undefined
  readonly maxLeaseMs: number | undefined
}

export interface PolicyTest {
  readonly value: HujsonValue
  readonly source: string | undefined
  readonly protocol: string | undefined
  readonly accept: readonly HujsonValue[]
  readonly deny: readonly HujsonValue[]
}

/** Keys of Tailscale's that say nothing about reachability: read over, so that a file works as it is. */
const OVERLOOKED = [
  'ssh',
  'sshTests',
  'nodeAttrs',
  'postures',
  'defaultSrcPosture',
  'ipsets',
  'randomizeClientPort',
  'derpMap',
  'disableIPv4',
  'OneCGNATRoute',
  'attrConfig',
  'extraDNSRecords',
  '$schema',
]
const KEYS = [
  'groups',
  'hosts',
  'tagOwners',
  'acls',
  'grants',
  'autoApprovers',
  'tests',
  'workloads',
  ...OVERLOOKED,
]

/** Capabilities in the vendor's own domain that a grant may name. */
const VENDOR_CAPABILITIES = new Set([
  'drive',
  'drive-sharer',
  'kubernetes',
  'relay',
  'webui',
  'golink',
  'tsidp',
])

/** @throws `ACCESS_RULES_INVALID` with line and column */
export function parseAccessRules(input: Uint8Array | string, file: string): AccessRules {
  const root = parseHujson(input, file).object(KEYS)
  const names: Names = {
    groups: decodeGroups(root.get('groups')),
    hosts: decodeHosts(root.get('hosts')),
    tagOwners: decodeTagOwners(root.get('tagOwners')),
    workloads: decodeWorkloads(root.get('workloads')),
  }
  for (const [, owners] of root.get('tagOwners')?.entries() ?? [])
    for (const owner of owners.list()) readSelector(owner, names)
  checkAutoApprovers(root.get('autoApprovers'), names)
  return {
    ...names,
    rules: [
      ...(root.get('acls')?.list() ?? []).map((value) => decodeAcl(value, names)),
      ...(root.get('grants')?.list() ?? []).map((value) => decodeGrant(value, names)),
    ],
    tests: (root.get('tests')?.list() ?? []).map(decodeTest),
  }
}

type Names = Pick<AccessRules, 'groups' | 'hosts' | 'tagOwners' | 'workloads'>

function decodeGroups(value: HujsonValue | undefined): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  for (const [name, members] of value?.entries() ?? []) {
    if (!/^group:[^\s:]+$/.test(name)) members.fail(`${JSON.stringify(name)} is no group: write group:name`)
    groups.set(
      name,
      members.list().map((member) => {
        const text = member.text()
        if (text.startsWith('group:')) member.fail('a group cannot hold a group')
        if (!text.includes('@')) member.fail(`${JSON.stringify(text)} is no user`)
        return text
      }),
    )
  }
  return groups
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
    const entries = ids.object(['repositoryId', 'ownerId'])
    const id = (key: string): string => {
      const text = entries.get(key)?.text() ?? ids.fail(`${key} is missing`)
      return /^[1-9]\d*$/.test(text) ? text : ids.fail(`${key} must be a number in quotes`)
    }
    workloads.set(name, { repositoryId: id('repositoryId'), ownerId: id('ownerId') })
  }
  return workloads
}

function checkAutoApprovers(value: HujsonValue | undefined, names: Names): void {
  const entries = value?.object(['routes', 'exitNode', 'services'])
  for (const [prefix, approvers] of entries?.get('routes')?.entries() ?? []) {
    if (typeof parseSelector(prefix) === 'string') approvers.fail(`${JSON.stringify(prefix)} is no prefix`)
    for (const approver of approvers.list()) readSelector(approver, names)
  }
  for (const approver of entries?.get('exitNode')?.list() ?? []) readSelector(approver, names)
}

function decodeAcl(value: HujsonValue, names: Names): Rule {
  const entries = value.object([
    'action',
    'src',
    'dst',
    'proto',
    'users',
    'ports',
    'srcPosture',
    ...EXTENSIONS,
  ])
  const action = entries.get('action') ?? value.fail('"action" is missing')
  if (action.text() !== 'accept')
    action.fail(
      `action=${JSON.stringify(action.text())} is not supported`,
      'rules only allow: write "accept", and leave out what is not allowed',
    )
  const protoValue = entries.get('proto')
  const protocols =
    parseProtocol(protoValue?.text() ?? '') ??
    protoValue!.fail(`${JSON.stringify(protoValue!.text())} is no protocol`)
  const sources = readSources(
    entries.get('src') ?? entries.get('users') ?? value.fail('"src" is missing'),
    names,
  )
  const targets = (entries.get('dst') ?? entries.get('ports') ?? value.fail('"dst" is missing'))
    .list()
    .map((destination): Target => {
      const { selector, ports } = readAclDestination(destination, names)
      if (!isAllPorts(ports) && !carriesPorts(protocols))
        destination.fail('this protocol has no ports: write :*')
      checkDestination(destination, selector, sources, { everybodyMayMeanSelf: true })
      return { selector, services: [{ protocols, ports }] }
    })
  return {
    ...ruleBase(value, entries),
    sources: sources.map(({ selector }) => selector),
    targets,
    via: [],
    capabilities: [],
  }
}

function decodeGrant(value: HujsonValue, names: Names): Rule {
  const entries = value.object(['src', 'dst', 'ip', 'app', 'via', 'srcPosture', ...EXTENSIONS])
  const sources = readSources(entries.get('src') ?? value.fail('"src" is missing'), names)
  const services = (entries.get('ip')?.list() ?? []).map(readService)
  const capabilities = readCapabilities(entries.get('app'))
  if (services.length === 0 && capabilities.length === 0) value.fail('ip and app can not both be empty')
  const targets = (entries.get('dst') ?? value.fail('"dst" is missing')).list().map((destination): Target => {
    const selector = readSelector(destination, names)
    checkDestination(destination, selector, sources, { everybodyMayMeanSelf: false })
    return { selector, services }
  })
  const via = (entries.get('via')?.list() ?? []).map((router) => {
    const selector = parseSelector(router.text())
    if (typeof selector === 'string' || selector.kind !== 'tag') router.fail('via can only be a tag')
    return requireTag(router, router.text(), names)
  })
  return {
    ...ruleBase(value, entries),
    sources: sources.map(({ selector }) => selector),
    targets,
    via,
    capabilities,
  }
}

const EXTENSIONS = ['where', 'approval', 'maxLease']
const CONDITIONS = ['ref', 'environment', 'event', 'workflow', 'runner'] as const

function ruleBase(
  value: HujsonValue,
  entries: ReadonlyMap<string, HujsonValue>,
): Pick<Rule, 'id' | 'place' | 'where' | 'approval' | 'maxLeaseMs'> {
  const where: Record<string, readonly string[]> = {}
  for (const [key, list] of entries.get('where')?.object(CONDITIONS) ?? [])
    where[key] = list.list().map((item) => item.text())
  const approval = entries.get('approval')?.object(['environment']).get('environment')
  if (entries.has('approval') && !approval) entries.get('approval')!.fail('"environment" is missing')
  const maxLease = entries.get('maxLease')
  return {
    id: value.path,
    place: value.place,
    where,
    approval: approval && { environment: approval.text() },
    maxLeaseMs: maxLease && readDuration(maxLease),
  }
}

function readDuration(value: HujsonValue): number {
  try {
    return parseDuration(value.text())
  } catch {
    return value.fail(
      `${JSON.stringify(value.text())} is no duration`,
      'write a whole number and a unit: 90s, 15m, 6h',
    )
  }
}

function readSources(list: HujsonValue, names: Names): { value: HujsonValue; selector: Selector }[] {
  const sources = list.list().map((value) => ({ value, selector: readSelector(value, names, 'src=') }))
  checkSources(sources)
  return sources
}

/** `host:ports`, where the host may be an IPv6 address with its colons. */
function readAclDestination(
  value: HujsonValue,
  names: Names,
): { selector: Selector; ports: readonly PortRange[] } {
  const text = value.text()
  const colon = text.lastIndexOf(':')
  if (colon < 0) value.fail(`${JSON.stringify(text)} has no ports`, `write ${text}:* for every port`)
  const ports = parsePorts(text.slice(colon + 1))
  if (typeof ports === 'string') value.fail(ports)
  return { selector: resolveName(value, text.slice(0, colon), names, 'dst='), ports }
}

/** `*`, `22`, `80-443`, `tcp:443`, `icmp:*` */
function readService(value: HujsonValue): Service {
  const text = value.text()
  const colon = text.indexOf(':')
  const protocols = colon < 0 ? DEFAULT_PROTOCOLS : parseProtocol(text.slice(0, colon))
  if (protocols === undefined) value.fail(`${JSON.stringify(text.slice(0, colon))} is no protocol`)
  const ports = parsePorts(text.slice(colon + 1))
  if (typeof ports === 'string') value.fail(`port range ${JSON.stringify(text)}: ${ports}`)
  if (!isAllPorts(ports) && !carriesPorts(protocols)) value.fail('this protocol has no ports: write :*')
  return text === '*' ? { protocols: EVERY_PROTOCOL, ports: ALL_PORTS } : { protocols, ports }
}

const EVERY_PROTOCOL: readonly number[] = Array.from({ length: 256 }, (_, number) => number)

function readCapabilities(value: HujsonValue | undefined): string[] {
  return [...(value?.entries() ?? [])].map(([name, parameters]) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S+$/i.test(name))
      parameters.fail(`${JSON.stringify(name)}: a capability name must have the form {domain}/{path}`)
    const vendor = /^tailscale\.com\/(?:cap\/)?(.*)$/.exec(name)
    if (vendor && !VENDOR_CAPABILITIES.has(vendor[1]!))
      parameters.fail(`${JSON.stringify(name)}: a capability name must not be in the tailscale.com domain`)
    parameters.list()
    return name
  })
}

function readSelector(value: HujsonValue, names: Names, side = ''): Selector {
  return resolveName(value, value.text(), names, side)
}

function resolveName(value: HujsonValue, text: string, names: Names, side: string): Selector {
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
            'add its ids to "workloads": { "repositoryId": "…", "ownerId": "…" }',
          )
    default:
      return selector
  }
}

function requireTag(value: HujsonValue, tag: string, names: Names, side = ''): string {
  return names.tagOwners.has(tag)
    ? tag
    : value.fail(`${side}tag not found: ${JSON.stringify(tag)}`, 'add it to "tagOwners"')
}

function decodeTest(value: HujsonValue): PolicyTest {
  const entries = value.object(['src', 'proto', 'accept', 'deny', 'srcPostureAttrs'])
  return {
    value,
    source: entries.get('src')?.text(),
    protocol: entries.get('proto')?.text(),
    accept: entries.get('accept')?.list() ?? [],
    deny: entries.get('deny')?.list() ?? [],
  }
}
