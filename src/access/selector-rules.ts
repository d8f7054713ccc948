/** Where a selector may stand. */
import type { HujsonValue } from './hujson.ts'
import type { Selector } from './selector.ts'

interface Source {
  readonly value: HujsonValue
  readonly selector: Selector
}

export function checkSources(sources: readonly Source[]): void {
  for (const { value, selector } of sources) {
    if (selector.kind === 'service')
      value.fail(`${JSON.stringify(selector.name)}: a service cannot be a source`)
    if (selector.kind !== 'autogroup') continue
    if (NEVER_A_SOURCE.has(selector.name)) {
      value.fail(`"autogroup:${selector.name}" not valid on the src side of a rule`)
    }
  }
}

const NEVER_A_SOURCE: ReadonlySet<string> = new Set(['self', 'internet', 'nonroot'])
const NEVER_A_DESTINATION: ReadonlySet<string> = new Set(['danger-all', 'nonroot', 'shared'])

export function checkDestination(
  value: HujsonValue,
  selector: Selector,
  sources: readonly Source[],
  options: { readonly everybodyMayMeanSelf: boolean },
): void {
  if (selector.kind === 'workload')
    value.fail(`dst=${JSON.stringify(selector.name)}: a workload cannot be a destination`)
  if (selector.kind === 'prefix' && selector.prefix.bits === 0) {
    value.fail(
      `dst ${JSON.stringify(selector.text)}: to allow all IP addresses, use "*" or "autogroup:internet"`,
    )
  }
  if (selector.kind !== 'autogroup') return
  if (NEVER_A_DESTINATION.has(selector.name))
    value.fail(`"autogroup:${selector.name}" not valid on the dst side of a rule`)
  if (selector.name !== 'self') return
  const wrong = sources.find((source) => !mayMeanSelf(source.selector, options.everybodyMayMeanSelf))
  if (wrong) {
    value.fail(
      `autogroup:self can only be used with users, groups, or supported autogroups, not ${wrong.value.excerpt}`,
      'name users or autogroup:member as src',
    )
  }
}

/** A device of one's own: only what stands for people has one. */
function mayMeanSelf(selector: Selector, everybodyMay: boolean): boolean {
  if (selector.kind === 'everybody') return everybodyMay
  if (selector.kind === 'autogroup') return selector.name !== 'tagged' && selector.name !== 'danger-all'
  return selector.kind === 'user' || selector.kind === 'group'
}
