/** From which registry a package manager, as it is configured, takes a package whose lockfile does not say so. */

export interface RegistryChoice {
  /** By scope with its `@`, or by a name's beginning; the longest that fits decides. */
  readonly prefixes: ReadonlyMap<string, string>
  /** For all other names; `undefined` leaves the ecosystem's own. */
  readonly fallback: string | undefined
}

/** Behind a prefix that is a whole name. */
export const EXACT = '\0'

/** `undefined` where the configuration says nothing of the name. */
export function chosenRegistry({ prefixes, fallback }: RegistryChoice, name: string): string | undefined {
  let best = ''
  for (const prefix of prefixes.keys()) {
    if (prefix.length > best.length && `${name}${EXACT}`.startsWith(prefix)) best = prefix
  }
  return best === '' ? fallback : prefixes.get(best)
}

/** A stranger's text: only an address that can be compared with policy's, without what varies from run to run. */
export function plainAddress(text: string | undefined): string | undefined {
  const url = text === undefined || text.includes('${') ? null : URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  url.username = ''
  url.password = ''
  return url.href
}
