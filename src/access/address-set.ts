/**
 * The `ipsets` section: named sets of addresses, built from prefixes, hosts and other sets in the order
 * that they stand in, each added or removed. `autogroup:internet` may stand in one and holds no address of
 * the mesh.
 */
import { type IpAddress, type IpPrefix, parsePrefix, prefixContains } from '../base/ip.ts'
import type { HujsonValue } from './hujson.ts'

/** Later steps win: the last one that holds an address decides. */
export type AddressSet = readonly Step[]

type Step = { readonly add: boolean } & (
  | { readonly kind: 'prefix'; readonly prefix: IpPrefix }
  | { readonly kind: 'set'; readonly set: AddressSet }
)

export function setContains(set: AddressSet, address: IpAddress): boolean {
  const holds = (step: Step): boolean =>
    step.kind === 'prefix' ? prefixContains(step.prefix, address) : setContains(step.set, address)
  return set.findLast(holds)?.add ?? false
}

/** @throws `ACCESS_RULES_INVALID` with the place */
export function decodeAddressSets(
  value: HujsonValue | undefined,
  hosts: ReadonlyMap<string, IpPrefix>,
): Map<string, AddressSet> {
  const written = value?.entries() ?? new Map<string, HujsonValue>()
  const done = new Map<string, AddressSet>()
  const resolve = (name: string, from: HujsonValue, open: readonly string[]): AddressSet => {
    const known = done.get(name)
    if (known) return known
    const list =
      written.get(name) ?? from.fail(`ipset not found: ${JSON.stringify(name)}`, 'add it to "ipsets"')
    if (open.includes(name)) from.fail(`${[...open, name].join(' → ')}: an ipset cannot hold itself`)
    const set = list
      .list()
      .flatMap((step) => readStep(step, hosts, (other) => resolve(other, step, [...open, name])))
    done.set(name, set)
    return set
  }
  for (const [name, list] of written) {
    if (!/^ipset:[^\s:]+$/.test(name)) list.fail(`${JSON.stringify(name)} is no ipset: write ipset:name`)
    resolve(name, list, [])
  }
  return done
}

/** `10.0.0.0/8`, `add host:db`, `remove ipset:lab` */
function readStep(
  value: HujsonValue,
  hosts: ReadonlyMap<string, IpPrefix>,
  resolve: (name: string) => AddressSet,
): AddressSet {
  const text = value.text()
  const [, verb = 'add', what = ''] = /^(?:(add|remove)\s+)?(\S+)$/.exec(text.trim()) ?? []
  const add = verb === 'add'
  if (what === 'autogroup:internet') return []
  if (what.startsWith('ipset:')) return [{ kind: 'set', add, set: resolve(what) }]
  const name = what.startsWith('host:') ? what.slice('host:'.length) : what
  const prefix = hosts.get(name) ?? readPrefix(name)
  if (prefix) return [{ kind: 'prefix', add, prefix }]
  return value.fail(
    `${JSON.stringify(text)} is no address, prefix, host or ipset`,
    'write 10.0.0.0/8, "add host:name" or "remove ipset:name"; users, groups and tags cannot stand here',
  )
}

function readPrefix(text: string): IpPrefix | undefined {
  try {
    return parsePrefix(text)
  } catch {
    return undefined
  }
}
