/** One rule, whether it was written under `acls` or `grants`, and what both may say beyond Tailscale's grammar. */
import type { Place } from '../base/errors.ts'
import { parseDuration } from '../base/time.ts'
import { isUntrustedEvent } from '../base/untrusted-events.ts'
import type { HujsonValue } from './hujson.ts'
import { type Names, readSelector } from './names.ts'
import { readPostureNames } from './posture.ts'
import type { PortRange } from './protocol.ts'
import type { Selector } from './selector.ts'
import { checkSources } from './selector-rules.ts'

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
  /** One of them must hold for the source; none where the rule demands none. */
  readonly postures: readonly string[]
  readonly where: WorkloadCondition
  /** The edge exists only under an approval for this environment. */
  readonly approval: { readonly environment: string } | undefined
  readonly maxLeaseMs: number | undefined
}

export interface RuleContext {
  readonly names: Names
  /** `defaultSrcPosture`: what a rule demands that says nothing about postures. */
  readonly defaultPostures: readonly string[]
}

export interface ReadSource {
  readonly value: HujsonValue
  readonly selector: Selector
}

export const EXTENSIONS = ['where', 'approval', 'maxLease'] as const
const CONDITIONS = ['ref', 'environment', 'event', 'workflow', 'runner'] as const

export function readSources(list: HujsonValue, names: Names): ReadSource[] {
  const sources = list.list().map((value) => ({ value, selector: readSelector(value, names, 'src=') }))
  checkSources(sources)
  return sources
}

type Extended = Pick<Rule, 'id' | 'place' | 'sources' | 'postures' | 'where' | 'approval' | 'maxLeaseMs'>

/** What is read alike in both sections. */
export function readExtensions(
  value: HujsonValue,
  entries: ReadonlyMap<string, HujsonValue>,
  sources: readonly ReadSource[],
  { names, defaultPostures }: RuleContext,
): Extended {
  const where = readConditions(entries.get('where'), sources)
  const approval = entries.get('approval')?.object(['environment']).get('environment')
  if (entries.has('approval') && !approval) entries.get('approval')!.fail('"environment" is missing')
  if (approval) refuseUntrustedEvents(entries.get('where'), where)
  const maxLease = entries.get('maxLease')
  const srcPosture = entries.get('srcPosture')
  return {
    id: value.path,
    place: value.place,
    sources: sources.map(({ selector }) => selector),
    postures: srcPosture ? readPostureNames(srcPosture, names.postures) : defaultPostures,
    where,
    approval: approval && { environment: approval.text() },
    maxLeaseMs: maxLease && readDuration(maxLease),
  }
}

function readConditions(value: HujsonValue | undefined, sources: readonly ReadSource[]): WorkloadCondition {
  if (!value) return {}
  const other = sources.find(({ selector }) => selector.kind !== 'workload')
  if (other)
    value.fail(
      `"where" narrows workloads, and ${other.value.excerpt} is none`,
      'give workloads a rule of their own, with github:owner/repository or gitlab:group/project as src',
    )
  const where: Record<string, readonly string[]> = {}
  for (const [key, list] of value.object(CONDITIONS)) where[key] = list.list().map((item) => item.text())
  return where
}

function refuseUntrustedEvents(value: HujsonValue | undefined, { event = [] }: WorkloadCondition): void {
  const untrusted = event.find(isUntrustedEvent)
  if (untrusted !== undefined)
    value?.fail(
      `the event ${JSON.stringify(untrusted)} cannot stand where an approval grants the edge`,
      'list push, workflow_dispatch, release or schedule',
    )
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
