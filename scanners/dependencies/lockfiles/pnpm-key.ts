/** Keys of `packages` in pnpm's lockfile: a dependency path in versions up to 6, `name@version` since 9. */
import { splitAtVersion } from './npm-origin.ts'

/** `undefined` where the key does not hold them (git, a file: the entry says them, or nobody does). */
export function nameOfPnpmKey(
  key: string,
  major: number,
): { readonly name: string; readonly version: string | undefined } | undefined {
  const bare = withoutPeers(key)
  if (bare.startsWith('file:') || bare.startsWith('link:')) return undefined
  if (major >= 9) {
    const { name, rest } = splitAtVersion(bare)
    // An address is not a version; the entry holds that beside it.
    return { name, version: rest === '' || /[:/]/.test(rest) ? undefined : rest }
  }
  return nameOfPath(bare)
}

/** `name@1.0.0` of `name@1.0.0(peer@2.0.0)(patch_hash=…)`. */
export function withoutPeers(key: string): string {
  const parenthesis = key.indexOf('(')
  return parenthesis === -1 ? key : key.slice(0, parenthesis)
}

/** `/name/1.0.0_peers`, `/@scope/name@1.0.0`, `registry.example/name/1.0.0`. */
function nameOfPath(path: string): { name: string; version: string } | undefined {
  const [, first = '', ...others] = path.split('/')
  const scoped = first.startsWith('@')
  const named = scoped ? `${first}/${others.shift() ?? ''}` : first
  const at = splitAtVersion(named)
  const version = (others[0] ?? at.rest).replace(/_.*$/, '')
  const name = others.length > 0 ? named : at.name
  return name !== '' && /^\d/.test(version) ? { name, version } : undefined
}
