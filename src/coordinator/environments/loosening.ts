/**
 * What a new environments.yml loosens of an environment that has a quorum under the old one. What is not
 * surely a tightening counts as a loosening: people are asked once too often rather than once too little.
 * Pure.
 */
import { isDeepStrictEqual } from 'node:util'
import { parseDuration } from '../../base/time.ts'
import type { TrustedPerson } from '../../trust/trust-file.ts'
import type { TrustRule } from '../../trust/trust-rule.ts'
import { DEFAULT_EVENTS, DEFAULT_RUNNERS } from '../../trust/trust-rule.ts'
import {
  DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE,
  type Environment,
  type Environments,
  findEnvironment,
} from './environments-file.ts'

export interface Loosening {
  readonly environment: string
  /** What, for whoever is asked to approve it. */
  readonly what: string
}

/** Environments whose changes people must approve, and how many of them. */
export function quorums(file: Environments): ReadonlyMap<string, number> {
  const wanted = Object.entries(file.environments).map(([name, environment]): [string, number] => {
    const rules = file.rules.filter(({ environments }) => environments.includes(name))
    return [name, Math.max(environment.quorum ?? 0, ...rules.map(({ quorum }) => quorum ?? 0))]
  })
  return new Map(wanted.filter(([, quorum]) => quorum > 0))
}

export function findLoosenings(before: Environments, after: Environments): Loosening[] {
  const shared = [
    ...loosenedPeople(before, after),
    ...loosenedLogins(before, after),
    ...loosenedPushers(before, after),
  ]
  return [...quorums(before).keys()].flatMap((name) => {
    const own = loosenedEnvironment(before, after, name)
    return [...own, ...shared].map((what) => ({ environment: name, what }))
  })
}

function loosenedEnvironment(before: Environments, after: Environments, name: string): string[] {
  const old = findEnvironment(before, name)!
  const now = findEnvironment(after, name)
  // Removed and made anew later, it would have no quorum in between.
  if (!now) return ['the environment is removed']
  return [
    ...loosenedDemands(old, now),
    ...loosenedRules(before, after, name),
    ...loosenedIssuers(before, after, name),
  ]
}

/** Each demand by its key, and whether the new one is at least as strict. */
function loosenedDemands(old: Environment, now: Environment): string[] {
  const longest = (a: string | undefined, b: string | undefined, byDefault: string) =>
    parseDuration(a ?? byDefault) >= parseDuration(b ?? byDefault)
  const floor = { old: old.floor, now: now.floor }
  const isKept: Readonly<Record<string, boolean>> = {
    'floor.scanners': holdsAll(floor.now.scanners, floor.old.scanners),
    'floor.policies': holdsAll(floor.old.policies, floor.now.policies),
    'floor.minToolVersion': isAtLeast(floor.now.minToolVersion, floor.old.minToolVersion),
    'floor.advisories.maxAge': longest(floor.old.advisories.maxAge, floor.now.advisories.maxAge, '0s'),
    'floor.advisories.digests': narrows(floor.old.advisories.digests, floor.now.advisories.digests),
    'floor.maxVerdictAge': longest(floor.old.maxVerdictAge, floor.now.maxVerdictAge, '0s'),
    provenance: old.provenance !== 'required' || now.provenance === 'required',
    builders: (now.builders ?? []).every((one) =>
      (old.builders ?? []).some((other) => isDeepStrictEqual(one, other)),
    ),
    quorum: (now.quorum ?? 0) >= (old.quorum ?? 0),
    after: old.after === undefined || old.after === now.after,
    freezes: (old.freezes ?? []).every((one) =>
      (now.freezes ?? []).some((other) => isDeepStrictEqual(one, other)),
    ),
    approvalLifetime: longest(old.approvalLifetime, now.approvalLifetime, DEFAULT_APPROVAL_LIFETIME),
    maxLease: longest(old.maxLease, now.maxLease, DEFAULT_MAX_LEASE),
    tunnel: old.tunnel === 'workload' || now.tunnel !== 'workload',
    breakGlass: holdsAll(old.breakGlass ?? [], now.breakGlass ?? []),
  }
  return Object.entries(isKept)
    .filter(([, kept]) => !kept)
    .map(([key]) => key)
}

/** Every new rule that names the environment must lie within an old one. */
function loosenedRules(before: Environments, after: Environments, name: string): string[] {
  const naming = (file: Environments) => file.rules.filter(({ environments }) => environments.includes(name))
  const old = naming(before)
  return after.rules.flatMap((rule, index) =>
    !rule.environments.includes(name) || old.some((wider) => isWithin(rule, wider))
      ? []
      : [`rules[${index}]`],
  )
}

function isWithin(rule: TrustRule, wider: TrustRule): boolean {
  const same = ['application', 'issuer', 'repositoryId', 'ownerId'] as const
  const scopes = wider.scopes ?? {}
  return (
    same.every((key) => rule[key] === wider[key]) &&
    (wider.repository === undefined || rule.repository === wider.repository) &&
    rule.gate.workflow === wider.gate.workflow &&
    (wider.gate.anyWorkflow === true || holdsAll(wider.gate.commits ?? [], rule.gate.commits ?? ['any'])) &&
    holdsAll(wider.events ?? DEFAULT_EVENTS, rule.events ?? DEFAULT_EVENTS) &&
    holdsAll(wider.refs, rule.refs) &&
    holdsAll(wider.runners ?? DEFAULT_RUNNERS, rule.runners ?? DEFAULT_RUNNERS) &&
    narrows(wider.policies, rule.policies) &&
    Object.entries(scopes).every(([label, values]) => narrows(values, rule.scopes?.[label])) &&
    (rule.quorum ?? 0) >= (wider.quorum ?? 0)
  )
}

/** Whose word the environment's rules and people's logins rest on. */
function loosenedIssuers(before: Environments, after: Environments, name: string): string[] {
  const used = new Set([
    ...before.rules.filter(({ environments }) => environments.includes(name)).map(({ issuer }) => issuer),
    ...(before.people ?? []).flatMap(({ identities }) => (identities ?? []).map(({ issuer }) => issuer)),
    ...(before.pushers ?? []).map(({ issuer }) => issuer),
  ])
  return before.issuers.flatMap((old) => {
    const now = after.issuers.find(({ issuer }) => issuer === old.issuer)
    return !used.has(old.issuer) || now === undefined || isDeepStrictEqual(old, now)
      ? []
      : [`issuers: ${old.issuer}`]
  })
}

function loosenedPeople(before: Environments, after: Environments): string[] {
  return (after.people ?? []).flatMap((person) => {
    const old = before.people?.find(({ id }) => id === person.id)
    return old && isPersonWithin(person, old) ? [] : [`people: ${person.id}`]
  })
}

/** No new way to be counted, and no account less that is kept from counting. */
function isPersonWithin(person: TrustedPerson, old: TrustedPerson): boolean {
  return (
    holdsAll(old.keys ?? [], person.keys ?? []) &&
    holdsAll(person.accounts, old.accounts) &&
    (person.identities ?? []).every((one) =>
      (old.identities ?? []).some((other) => isDeepStrictEqual(one, other)),
    )
  )
}

/** A login may be removed; whatever else changes in one may let somebody in, or make them more. */
function loosenedLogins(before: Environments, after: Environments): string[] {
  return (after.logins ?? []).flatMap((login) => {
    const old = before.logins?.find(({ name }) => name === login.name)
    return isDeepStrictEqual(old, login) ? [] : [`logins: ${login.name}`]
  })
}

/** A pusher may be removed; another may be somebody else. */
function loosenedPushers(before: Environments, after: Environments): string[] {
  return (after.pushers ?? []).flatMap((pusher, index) =>
    before.pushers?.some((old) => isDeepStrictEqual(old, pusher)) ? [] : [`pushers[${index}]`],
  )
}

function holdsAll<T>(list: readonly T[], values: readonly T[]): boolean {
  return values.every((value) => list.includes(value))
}

/** A list that is absent admits everything. */
function narrows<T>(old: readonly T[] | undefined, now: readonly T[] | undefined): boolean {
  return old === undefined || (now !== undefined && holdsAll(old, now))
}

function isAtLeast(version: string | undefined, old: string | undefined): boolean {
  if (old === undefined) return true
  if (version === undefined) return false
  const [a, b] = [version, old].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const index = a.findIndex((part, at) => part !== b[at])
  return index < 0 || a[index]! > b[index]!
}
