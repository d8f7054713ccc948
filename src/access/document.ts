/**
 * The access rules as a file (`access.hujson`): Tailscale's policy grammar, decoded with the place of
 * every mistake. Additive and allow-only, no order, deny by default; a document without `acls` and
 * `grants` allows nothing (docs/access-rules.md lists where we differ).
 */
import { parsePrefix } from '../base/ip.ts'
import { decodeAcl } from './acl-section.ts'
import { decodeGrant } from './grant-section.ts'
import { type HujsonValue, parseHujson } from './hujson.ts'
import { decodeNames, type Names, readSelector } from './names.ts'
import { type Attributes, readPostureNames } from './posture.ts'
import type { Rule } from './rule.ts'
import { decodeSsh, type SshSection } from './ssh-section.ts'

export interface AccessRules extends Names {
  readonly rules: readonly Rule[]
  readonly tests: readonly PolicyTest[]
  /** Kept for its tests: no node of ours serves SSH by it. */
  readonly ssh: SshSection
}

export interface PolicyTest {
  readonly value: HujsonValue
  readonly source: string | undefined
  readonly protocol: string | undefined
  readonly accept: readonly HujsonValue[]
  readonly deny: readonly HujsonValue[]
  /** What the source's device is said to be; undefined where nothing is said. */
  readonly attributes: Attributes | undefined
}

/** Keys of Tailscale's that say nothing about reachability: read over, so that a file works as it is. */
const OVERLOOKED = [
  'nodeAttrs',
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
  'ipsets',
  'postures',
  'defaultSrcPosture',
  'acls',
  'grants',
  'ssh',
  'autoApprovers',
  'tests',
  'sshTests',
  'workloads',
  ...OVERLOOKED,
]

/** @throws `ACCESS_RULES_INVALID` with line and column */
export function parseAccessRules(input: Uint8Array | string, file: string): AccessRules {
  const root = parseHujson(input, file).object(KEYS)
  const names = decodeNames(root)
  checkAutoApprovers(root.get('autoApprovers'), names)
  const defaultPostures = readPostureNames(root.get('defaultSrcPosture'), names.postures)
  const context = { names, defaultPostures }
  return {
    ...names,
    rules: [
      ...(root.get('acls')?.list() ?? []).map((value) => decodeAcl(value, context)),
      ...(root.get('grants')?.list() ?? []).map((value) => decodeGrant(value, context)),
    ],
    tests: (root.get('tests')?.list() ?? []).map(decodeTest),
    ssh: decodeSsh(root.get('ssh'), root.get('sshTests'), names),
  }
}

function checkAutoApprovers(value: HujsonValue | undefined, names: Names): void {
  const entries = value?.object(['routes', 'exitNode', 'services'])
  for (const [prefix, approvers] of entries?.get('routes')?.entries() ?? []) {
    try {
      parsePrefix(prefix)
    } catch {
      approvers.fail(`${JSON.stringify(prefix)} is no prefix`, 'a route is written 10.0.0.0/8')
    }
    checkApprovers(approvers, names)
  }
  for (const approvers of entries?.get('services')?.entries().values() ?? []) checkApprovers(approvers, names)
  const exitNode = entries?.get('exitNode')
  if (exitNode) checkApprovers(exitNode, names)
}

const APPROVERS: ReadonlySet<string> = new Set(['user', 'group', 'tag', 'autogroup'])

function checkApprovers(list: HujsonValue, names: Names): void {
  for (const approver of list.list()) {
    if (!APPROVERS.has(readSelector(approver, names).kind))
      approver.fail(`${JSON.stringify(approver.text())} cannot approve: a user, group, tag or autogroup can`)
  }
}

function decodeTest(value: HujsonValue): PolicyTest {
  const entries = value.object(['src', 'proto', 'accept', 'deny', 'srcPostureAttrs'])
  const attributes = entries.get('srcPostureAttrs')?.entries()
  return {
    value,
    source: entries.get('src')?.text(),
    protocol: entries.get('proto')?.text(),
    accept: entries.get('accept')?.list() ?? [],
    deny: entries.get('deny')?.list() ?? [],
    attributes: attributes && new Map([...attributes].map(([name, one]) => [name, one.scalar()])),
  }
}
