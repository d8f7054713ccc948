/** Selectors: who a rule is about. */
import { type IpPrefix, isIp, parsePrefix } from '../base/ip.ts'
import type { Forge } from './network.ts'

export type Selector =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'autogroup'; readonly name: Autogroup }
  | { readonly kind: 'host'; readonly name: string }
  | { readonly kind: 'prefix'; readonly prefix: IpPrefix; readonly text: string }
  | { readonly kind: 'ipset'; readonly name: string }
  /** A service of Tailscale's (`svc:…`): no node of ours. */
  | { readonly kind: 'service'; readonly name: string }
  /** A workload of a repository; narrowed by `workloads` in the rules. */
  | { readonly kind: 'workload'; readonly name: string }

export const AUTOGROUPS = [
  'member',
  'tagged',
  'self',
  'internet',
  'danger-all',
  'admin',
  'owner',
  'it-admin',
  'network-admin',
  'billing-admin',
  'auditor',
  'shared',
  'nonroot',
] as const
export type Autogroup = (typeof AUTOGROUPS)[number]

/** GitLab's groups may hold groups. */
const WORKLOAD = /^(?:github:[\w.-]+\/[\w.-]+|gitlab:[\w.-]+(?:\/[\w.-]+)+)$/

/** Of a workload's selector. */
export function forgeOfSelector(name: string): Forge {
  return name.startsWith('gitlab:') ? 'gitlab' : 'github'
}

/** A text is why it is no selector. Whether the thing exists is the document's to say. */
export function parseSelector(text: string): Selector | string {
  if (text === '*') return { kind: 'everybody' }
  if (text === '') return 'a selector is empty'
  if (text.startsWith('group:')) return { kind: 'group', name: text }
  if (text.startsWith('tag:'))
    return /^tag:[A-Za-z][A-Za-z0-9-]{0,62}$/.test(text)
      ? { kind: 'tag', name: text }
      : `${JSON.stringify(text)} is no tag: letters, digits and dashes, a letter first`
  if (text.startsWith('autogroup:')) return parseAutogroup(text)
  if (text.startsWith('github:') || text.startsWith('gitlab:')) {
    return WORKLOAD.test(text)
      ? { kind: 'workload', name: text }
      : `${JSON.stringify(text)} is no workload: write github:owner/repository or gitlab:group/project`
  }
  if (text.startsWith('ipset:')) return { kind: 'ipset', name: text }
  if (text.startsWith('svc:')) return { kind: 'service', name: text }
  if (text.includes('@')) return { kind: 'user', name: text }
  const address = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
  if (isIp(address) || (address.includes('/') && isIp(address.slice(0, address.indexOf('/'))))) {
    try {
      return { kind: 'prefix', prefix: parsePrefix(address), text }
    } catch {
      return `${JSON.stringify(text)} is no prefix`
    }
  }
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return { kind: 'host', name: text }
  return `${JSON.stringify(text)} is no selector`
}

function parseAutogroup(text: string): Selector | string {
  const name = text.slice('autogroup:'.length)
  const known = AUTOGROUPS.find((autogroup) => autogroup === name)
  return known ? { kind: 'autogroup', name: known } : `${JSON.stringify(text)} is no autogroup that we know`
}
